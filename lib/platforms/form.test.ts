import { describe, expect, test } from 'vitest'
import { answersOf } from '@/lib/platforms/answers'
import { type RegisterEntry, registerEntry } from '@/lib/platforms/entry'
import { entry } from '@/lib/platforms/entry.fixture'
import { entryFrom, fieldsFrom, registerField } from '@/lib/platforms/form'
import { ids } from '@/lib/platforms/register.fixture'
import { registerKinds } from '@/lib/vocabulary'
import { registerForms, registerFormWords } from '@/lib/words/platform-form'

function formOf(fields: Record<string, string | readonly string[]>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) form.append(name, one)
  return form
}
const sent = (of: RegisterEntry) => formOf({ kind: of.kind, ...fieldsFrom(of) })
const empty = (kind: string) => entryFrom(formOf({ kind }))

describe('a form of the register', () => {
  test.each(registerKinds)('about %s says again what it was drawn with', (kind) => {
    const said = entry(kind)
    expect(registerEntry.parse(entryFrom(sent(said)))).toEqual(said)
  })

  test('says nothing where nothing was answered: no blank is read as "no"', () => {
    expect(empty('monitoring')).toEqual({
      kind: 'monitoring',
      facts: {
        activityWatched: 'unanswered',
        unwantedWatched: 'unanswered',
        audited: 'unanswered',
        lastAuditOn: null,
      },
      texts: { watcher: '', report: '' },
    })
    expect(empty('staff')).toMatchObject({ facts: { people: null, withMfa: null } })
    expect(empty('platform')).toMatchObject({
      facts: { fidoOffered: 'not_known', mfaRequired: 'unanswered' },
    })
    for (const [kind, field] of [
      ['training', 'facts.audience'],
      ['training', 'facts.people'],
      ['event', 'facts.happenedOn'],
      ['account', 'facts.platformId'],
    ] as const) {
      const paths = registerEntry.safeParse(empty(kind)).error?.issues.map(({ path }) => path.join('.'))
      expect(paths).toContain(field)
    }
  })

  test('of no kind that is known is refused, and harms nothing', () => {
    for (const kind of ['', 'nothing', '__proto__', 'constructor'])
      expect(registerEntry.safeParse(empty(kind)).success).toBe(false)
  })

  test('does not read what another answer has made moot', () => {
    const fields = {
      kind: 'credential',
      name: 'Reminders',
      compromise: 'none_seen',
      action: 'Replaced',
      actionOn: '2026-11-01',
    }
    expect(entryFrom(formOf(fields))).toMatchObject({ facts: { actionOn: null }, texts: { action: '' } })
    const suspected = entryFrom(formOf({ ...fields, compromise: 'suspected' }))
    expect(suspected).toMatchObject({ facts: { actionOn: '2026-11-01' }, texts: { action: 'Replaced' } })
    const methods = { kind: 'account', shows: 'password_only', methods: ['sms_code'] }
    expect(entryFrom(formOf(methods))).toMatchObject({ facts: { methods: [] } })
    const listed = { kind: 'platform', serviceId: 'twilio', name: 'Ours', fidoOffered: 'yes' }
    expect(entryFrom(formOf(listed))).toMatchObject({
      facts: { serviceId: 'twilio', fidoOffered: 'not_known' },
      texts: { name: '' },
    })
    const own = entryFrom(formOf({ ...listed, serviceId: 'other' }))
    expect(own).toMatchObject({ facts: { serviceId: null, fidoOffered: 'yes' }, texts: { name: 'Ours' } })
  })

  test('names its fields as the commands’ input names them', () => {
    for (const path of ['facts.name', 'texts.name', 'entry.facts.name', 'name'])
      expect(registerField(path)).toBe('name')
    expect(['', 'facts', 'entry'].map(registerField)).toEqual(['', '', ''])
  })
})

describe('what was said is read back', () => {
  const read = (of: RegisterEntry, names = new Map<string, string>()) =>
    Object.fromEntries(answersOf(of, names).map(({ label, value }) => [label, value]))

  test('in the words of the form, with the names of what it refers to', () => {
    const words = registerForms.account.questions
    const said = read(
      entry('account', { methods: ['passkey', 'sms_code'] }),
      new Map([[ids.twilio, 'Twilio']]),
    )
    expect(said).toMatchObject({
      [words.platformId?.label ?? '']: 'Twilio',
      [words.heldBy?.label ?? '']: 'One person of ours',
      [words.methods?.label ?? '']: 'Passkey and Text message',
    })
  })

  test('an open question says so, and what was not asked is left out', () => {
    const words = registerForms.third_party.questions
    const said = read(entry('third_party', { agreement: 'unanswered', credentialIds: [] }))
    expect(said[words.agreement?.label ?? '']).toBe(registerFormWords.notAnswered)
    expect(said[words.credentialIds?.label ?? '']).toBe(registerFormWords.nothing)
    expect(Object.keys(said)).not.toContain(words.coversUse?.label)
    const listed = Object.keys(read(entry('platform')))
    expect(listed).not.toContain(registerForms.platform.questions.fidoOffered?.label)
  })
})
