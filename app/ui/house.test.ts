import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const app = path.resolve(import.meta.dirname, '..')
const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
const source = (file: string) => readFileSync(path.join(app, file), 'utf8')

test('no element has a style of its own, because the content policy refuses it', () => {
  expect(files.length).toBeGreaterThan(20)
  expect(files.filter((file) => /\sstyle=/.test(source(file)))).toEqual([])
})

test('the parts of the kit know no data', () => {
  const kit = files.filter((file) => file.startsWith(`ui${path.sep}`))
  const wrong = kit.filter((file) => /from '@\/(db|lib\/(?!words\/|vocabulary'))/.test(source(file)))
  expect(wrong).toEqual([])
})
