/** The recovery sheet, as it is shown once. */
export const sheetWords = {
  title: 'Your recovery sheet',
  lead: 'If you lose every passkey while you are the only administrator, this code lets you register a new one. It is shown once, now.',
  code: 'Code',
  heading: (organisation: string) => `Recovery sheet for ${organisation}`,
  how: (address: string) => `Open ${address}, choose the recovery sheet, and type this code. It works once.`,
  keep: 'Print it or write it down, and lock it away. Do not photograph it or keep it on the device that holds your passkey.',
  ends: 'It stops working as long as there is a second administrator: then two people recover a sign-in.',
  print: 'Print',
  putAway: 'I have put it away',
}
