import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { reporting } from '@/lib/guidance/reporting'

const seeds = path.resolve(import.meta.dirname, '../../../shared/seeds')
const sheetOf = (folder: string) => {
  const [file] = readdirSync(folder).filter((name) => name.startsWith('000_'))
  return file ? readFileSync(path.join(folder, file), 'utf8') : ''
}

test.skipIf(!existsSync(seeds))('the document prints every address given here', () => {
  const printed = sheetOf(seeds)
  for (const address of [reporting.phone, reporting.email, reporting.online])
    expect(printed).toContain(address)
})

test('no other address of CISA stands here', () => {
  expect(Object.keys(reporting)).toEqual(['guidanceVersion', 'phone', 'email', 'online'])
  expect(JSON.stringify(reporting).match(/[\w.]+@[\w.]+/g)).toEqual(['contact@mail.cisa.dhs.gov'])
  if (!existsSync(seeds)) console.log('The document itself is not beside the project: not compared with it.')
})
