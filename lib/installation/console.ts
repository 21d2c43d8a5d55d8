/** `npm run muster -- COMMAND`: what is done at the server itself. Each command is a line in this table. */
import { closeDatabase } from '@/db/client'
import { environment } from '../env'
import { commandWords as words } from '../words/installation'
import { openInstallation } from './open'
import { InstallationProblem, orSay } from './problem'

type Command = {
  /** What may follow the command's name. */
  takes: string
  does: string
  /** @returns the lines to print @throws InstallationProblem, shown as its sentence with exit code 1 */
  run: (args: string[]) => Promise<string[]>
}

const commands: Record<string, Command> = {
  backup: {
    ...words.backup,
    run: async () => {
      const { backUpIfChanged } = await import('./backup')
      await openInstallation()
      const file = await backUpIfChanged()
      return [file ? words.backup.made(file) : words.backup.onServer]
    },
  },
  restore: {
    ...words.restore,
    run: async ([file]) => {
      if (!file) throw new InstallationProblem(words.restore.which)
      const { restore } = await import('./restore')
      return [words.restore.done(file, await restore(file))]
    },
  },
  'verify-audit': {
    ...words.verify,
    run: async ([noted]) => {
      const [seq = '', hash = ''] = noted?.split(':') ?? []
      if (noted && !(/^\d{1,15}$/.test(seq) && /^[0-9a-f]{64}$/.test(hash)))
        throw new InstallationProblem(words.verify.which)
      const [{ verifyAudit }, { auditWords }] = await Promise.all([
        import('@/lib/audit/verify'),
        import('@/lib/words/audit'),
      ])
      await openInstallation()
      const result = await verifyAudit(noted ? { seq: Number(seq), hash } : null)
      if (!result.intact) throw new InstallationProblem(auditWords.found(result))
      return [auditWords.found(result)]
    },
  },
  'recover-administrator': {
    ...words.recover,
    run: async ([ref]) => {
      const { recoverFromConsole } = await import('@/lib/recovery/from-console')
      await openInstallation()
      const outcome = await recoverFromConsole(ref ? { ref } : {})
      if (outcome.ok)
        return [words.recover.done(outcome.result.ref, environment().origin + outcome.result.path)]
      const [problem] = 'problems' in outcome ? Object.values(outcome.problems).flat() : []
      throw new InstallationProblem(problem ?? words.recover.failed)
    },
  },
}

await orSay(async () => {
  const [name = 'help', ...args] = process.argv.slice(2)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    console.log(help())
    if (name !== 'help') throw new InstallationProblem(words.unknown(name))
    return
  }
  try {
    for (const line of await command.run(args)) console.log(line)
  } finally {
    await closeDatabase()
  }
})

function help(): string {
  const lines = Object.entries(commands).map(
    ([name, { takes, does }]) => `  ${`${name} ${takes}`.padEnd(32)}${does}`,
  )
  return [words.usage, '', ...lines].join('\n')
}
