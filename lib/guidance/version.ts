/** The guidance that verdicts are judged by: CISA Mobile Communications Best Practice Guidance 2.0 of 24 November 2025. */
export const guidanceVersion = '2.0'

/** The article that C1 to C4 are taken from: a summary of CTIA's practices, by the day of its last update. */
export const ctiaSummaryVersion = '2025-12-17'

/** What the two texts are called where a row cites one. */
export const guidanceId = 'CISA-MCBPG'
export const ctiaSummaryId = 'CTIA-MSBP-SUMMARY'
