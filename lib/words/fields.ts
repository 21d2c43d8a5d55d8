/** What a field says when its answer cannot be used, by the kind of problem. */
export const fieldWords = {
  missing: 'Answer this to go on.',
  choose: 'Choose one of the answers.',
  tooLong: (most: number) => `Use at most ${most} characters.`,
  tooMany: (most: number) => `Choose at most ${most}.`,
  tooSmall: (least: number) => `The smallest number here is ${least}.`,
  tooBig: (most: number) => `The largest number here is ${most}.`,
  date: 'Write the date as year, month and day, such as 2026-11-23.',
  number: 'Write a whole number.',
  email: 'Write an e-mail address, such as name@example.org.',
  other: 'This answer cannot be used.',
}
