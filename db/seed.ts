/** `npm run seed -- --people N --seed S`: a made-up organisation of any size in the configured database, if that is empty. */
import { parseArgs } from 'node:util'
import { makeOrganisation } from '@/lib/demo/organisation'
import { environment } from '@/lib/env'
import { openInstallation } from '@/lib/installation/open'
import { InstallationProblem, orSay } from '@/lib/installation/problem'
import { demoWords as words } from '@/lib/words/demo'
import { closeDatabase } from './client'

await orSay(async () => {
  const { people, seed } = asked(process.argv.slice(2))
  const { origin } = environment()
  await openInstallation()
  try {
    const until = new Date(new Date().setUTCHours(0, 0, 0, 0))
    let said = 0
    const links = await makeOrganisation(
      { people, seed, until, name: words.organisation, linkHours: 14 * 24 },
      (done) => {
        if (done - said < people / 10) return
        said = done
        console.log(words.progress(done, people))
      },
    )
    console.log([words.made(people, seed), '', words.links].join('\n'))
    for (const { name, role, path } of links) console.log(words.link(name, role, origin + path))
  } finally {
    await closeDatabase()
  }
})

function asked(args: string[]): { people: number; seed: string } {
  const { tokens } = parseArgs({
    args,
    options: { people: { type: 'string' }, seed: { type: 'string' } },
    strict: false,
    tokens: true,
  })
  const said = { people: '60', seed: '1' }
  for (const token of tokens) {
    if (token.kind === 'option' && (token.name === 'people' || token.name === 'seed'))
      said[token.name] = token.value ?? ''
    else
      throw new InstallationProblem(
        words.option(token.kind === 'option' ? token.rawName : (args[token.index] ?? '')),
      )
  }
  const people = /^\d{1,7}$/.test(said.people) ? Number(said.people) : 0
  if (people < 8 || people > 1_000_000) throw new InstallationProblem(words.people(said.people))
  if (!/^[A-Za-z0-9-]{1,40}$/.test(said.seed)) throw new InstallationProblem(words.seed(said.seed))
  return { people, seed: said.seed }
}
