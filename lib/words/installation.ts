/** What the person who runs the server reads: settings, folder, database, build. One sentence each. */

export const settings = {
  origin: (value: string) =>
    `MUSTER_ORIGIN is "${value}": it must be the address people type, such as https://muster.example.org, without a path.`,
  originNeedsTls: (value: string) =>
    `MUSTER_ORIGIN is "${value}": passkeys need https, except on http://localhost.`,
  port: (value: string) => `PORT is "${value}": it must be a whole number from 1 to 65535.`,
  host: (value: string) =>
    `MUSTER_HOST is "${value}": it must be an address to listen on, such as 127.0.0.1.`,
  databaseUrl: () =>
    'DATABASE_URL must start with postgres:// or postgresql:// and name a server and a database.',
  pool: (value: string) => `MUSTER_POOL is "${value}": it must be a whole number from 1 to 200.`,
  room: (value: string) => `MUSTER_ROOM_MB is "${value}": it must be a whole number of megabytes, 0 or more.`,
  flag: (name: string, value: string) => `${name} is "${value}": it must be 1 or 0.`,
}

export const folder = {
  held: (folder: string, pid: number, host: string, since: string) =>
    `${folder} is in use by process ${pid} on ${host}, started ${since}: the embedded database serves one process at a time, so stop that process, or set DATABASE_URL to a PostgreSQL server.`,
  heldElsewhere: (folder: string, pid: number, host: string, since: string, lockFile: string) =>
    `${folder} was taken by process ${pid} on ${host}, started ${since}, which cannot be asked from here whether it still runs: if it does not, remove ${lockFile}.`,
  unusable: (folder: string, reason: string) => `The data folder ${folder} cannot be used: ${reason}.`,
  noRoom: (folder: string, megabytes: number) =>
    `Less than ${megabytes} MB is free on the disk of ${folder}, so nothing is written until there is room.`,
  unopened: (folder: string) =>
    `The database in ${folder} cannot be opened: restore a backup, or start the version of Muster that made it.`,
  unmade: (folder: string) => `An empty database could not be made in ${folder}.`,
}

export const key = {
  open: (file: string) => `Others may read the key file ${file}: run chmod 600 "${file}" and start again.`,
  foreign: (file: string) =>
    `The key file ${file} belongs to another user: it must belong to the one who runs Muster.`,
  missing: (file: string) =>
    `The key file ${file} is missing, and the database holds what only that key opens: put the file back from your backup.`,
  malformed: (file: string) =>
    `The key file ${file} is not one that Muster wrote: put it back from your backup.`,
  other: (file: string, found: string, wanted: string) =>
    `The key file ${file} holds key ${found}, and the database was sealed with key ${wanted}: put the right file back.`,
  unusable: (file: string, reason: string) => `The key file ${file} cannot be used: ${reason}.`,
}

export const databaseAway = {
  message: 'The database cannot be reached at the moment.',
  busy: 'Every connection to the database was in use for too long.',
  atStart: (reason: string) => `The database at DATABASE_URL cannot be used: ${reason}.`,
  stopped: (reason: string) =>
    `The embedded database can no longer write (${reason}): Muster stops, so that nothing is lost. Free some room and start it again.`,
}

export const schemaTooNew =
  'The database was changed by a newer version of Muster: start that version, or restore a backup from before.'

export const databaseDuringBuild = 'The database is not to be read while building: await connection() first.'

export const building = {
  begins: 'Building, as the sources have changed since the last time. This takes about half a minute.',
  failed: 'The build failed: what it said stands above.',
}

export const starting = {
  ready: (origin: string) => `Muster is at ${origin}`,
  setUp: (link: string) =>
    `There is no administrator yet. To set Muster up, open this link, which works once and for an hour:\n${link}`,
  stopping: 'Muster is stopping. Try again in a moment.',
  failed: 'Something went wrong.',
  cannotListen: (host: string, port: number, reason: string) =>
    `Muster cannot listen on ${host}, port ${port}: ${reason}.`,
  inUse: 'another process does, so stop that one, or set PORT to another port',
}

export const backups = {
  failed: 'The hourly backup could not be made:',
  onServer:
    'DATABASE_URL is set: back up and restore a PostgreSQL server with its own programs, pg_dump and pg_restore.',
  noFile: (file: string) => `There is no file ${file}.`,
  notWhole: (file: string) => `${file} is no whole backup of Muster, so nothing was changed.`,
}

export const commandWords = {
  usage: 'npm run muster -- COMMAND',
  unknown: (name: string) => `There is no command "${name}".`,
  backup: {
    takes: '',
    does: 'back the embedded database up now',
    made: (file: string) =>
      `Backed up to ${file}. It opens only with the key file, so keep that as well, elsewhere.`,
    onServer: backups.onServer,
  },
  restore: {
    takes: 'FILE',
    does: 'put the embedded database back to a backup',
    which: 'Name the backup to restore: npm run muster -- restore FILE',
    done: (file: string, before: string | null) =>
      `Restored ${file}. Everybody signs in again, and links that were open no longer work.${before ? ` The database that was there until now lies in ${before}.` : ''}`,
  },
  recover: {
    takes: '[REF]',
    does: 'make a one-use link for an administrator who lost every passkey',
    done: (ref: string, link: string) => `Hand this link to ${ref}; it works once and for an hour:\n${link}`,
    failed: 'No link could be made.',
  },
  verify: {
    takes: '[SEQ:HASH]',
    does: 'check the audit log: intact, or the first bad entry; up to an end noted earlier, if given',
    which:
      'Write the noted end as number and hash, with a colon between: npm run muster -- verify-audit 41:9f86d0…',
  },
}
