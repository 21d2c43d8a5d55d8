/** What the places of the product are called in its navigation. */
export const navigationWords = {
  today: 'Today',
  accounts: 'Accounts',
  lines: 'Lines',
  people: 'People',
  incidents: 'Incidents',
  incidentSheets: 'Incident sheets',
  overview: 'Overview',
  platforms: 'Messages sent',
  recovery: 'Recovery',
  exports: 'Exports',
  audit: 'Audit',
  settings: 'Settings',
  passkeys: 'Passkeys',
  sessions: 'Sessions',
  whoLooked: 'Who looked',
  about: 'About',
}
