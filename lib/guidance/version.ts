/** The guidance that verdicts are judged by: CISA Mobile Communications Best Practice Guidance 2.0 of 24 November 2025. */
export const guidanceVersion = '2.0'
