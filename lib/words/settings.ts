/** What the administrator reads: the organisation, units, roles, corrections of service facts. */

export const rolesWords = {
  problems: {
    self: 'You cannot change your own role. Another administrator can.',
    left: 'This person has left. Let them back in first.',
    same: 'This person has this role already.',
    lastAdministrator: 'This is the only administrator who has joined. Give the role to somebody else first.',
  },
}
