'use client'
import { useState } from 'react'
import { registerBy } from '@/app/ui/ceremonies'
import { MakePasskey } from '@/app/ui/make-passkey'
import { OpenedLink } from '@/app/ui/opened-link'
import { Lead } from '@/app/ui/page-frame'
import { RecoverySheet } from '@/app/ui/recovery-sheet'
import { TextInput } from '@/app/ui/text-input'
import { setUpWords } from '@/lib/words/entry'

const fields = ['organisation', 'name', 'email'] as const
type Typed = Record<(typeof fields)[number], string>

/** Names, passkey, one use of it, and the sheet. */
export function SetUp() {
  const [typed, setTyped] = useState<Typed>({ organisation: '', name: '', email: '' })
  const [sheet, setSheet] = useState<string | null>(null)
  const onward = () => window.location.assign('/passkeys/spare')
  if (sheet !== null) return <RecoverySheet code={sheet} organisation={typed.organisation} putAway={onward} />
  const make = (secret: string, form: FormData) => {
    const [organisation, name, email] = fields.map((field) => String(form.get(field) ?? ''))
    const answers = { organisation: organisation ?? '', name: name ?? '', email: email ?? '' }
    setTyped(answers)
    return registerBy(secret, answers)
  }
  return (
    <OpenedLink kind="set_up" missing={<p>{setUpWords.missing}</p>}>
      {({ secret }) => (
        <MakePasskey make={(form) => make(secret, form)} done={(made) => (made ? setSheet(made) : onward())}>
          {(problems) => (
            <>
              <Lead>{setUpWords.lead}</Lead>
              <TextInput
                name="organisation"
                label={setUpWords.organisation}
                hint={setUpWords.organisationHint}
                value={typed.organisation}
                problems={problems.organisation}
                autoComplete="organization"
              />
              <TextInput
                name="name"
                label={setUpWords.name}
                value={typed.name}
                problems={problems.name}
                autoComplete="name"
              />
              <TextInput
                name="email"
                label={setUpWords.email}
                hint={setUpWords.emailHint}
                value={typed.email}
                problems={problems.email}
                autoComplete="email"
                inputMode="email"
                optional
              />
            </>
          )}
        </MakePasskey>
      )}
    </OpenedLink>
  )
}
