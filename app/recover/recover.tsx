'use client'
import { useState } from 'react'
import { registerBy } from '@/app/ui/ceremonies'
import { MakePasskey } from '@/app/ui/make-passkey'
import { Notice } from '@/app/ui/notice'
import { type Opened, OpenedLink } from '@/app/ui/opened-link'
import { Lead, Section } from '@/app/ui/page-frame'
import { RecoverySheet } from '@/app/ui/recovery-sheet'
import { TextInput } from '@/app/ui/text-input'
import { ceremonyWords, recoverWords } from '@/lib/words/entry'
import { fieldWords } from '@/lib/words/fields'

const onward = () => window.location.assign('/passkeys/spare')
const typedIn = (form: FormData, field: string) => String(form.get(field) ?? '').trim()

/** With the link and code of two people; without a link, with the recovery sheet. */
export function Recover() {
  const [sheet, setSheet] = useState<string | null>(null)
  const done = (made: string | null) => (made ? setSheet(made) : onward())
  if (sheet !== null) {
    return (
      <>
        <Notice kind="care">
          <p>{recoverWords.newSheet}</p>
        </Notice>
        <RecoverySheet code={sheet} putAway={onward} />
      </>
    )
  }
  return (
    <OpenedLink kind="recovery" missing={<WithoutLink done={done} />}>
      {(opened) => <WithLink opened={opened} done={done} />}
    </OpenedLink>
  )
}

type Done = { done: (sheet: string | null) => void }

function WithLink({ opened, done }: { opened: Opened } & Done) {
  const [code, setCode] = useState('')
  const make = (form: FormData) => {
    if (!opened.needsCode) return registerBy(opened.secret)
    const typed = typedIn(form, 'code')
    setCode(typed)
    return registerBy(opened.secret, { code: typed })
  }
  return (
    <MakePasskey make={make} done={done}>
      {(problems) => (
        <>
          <Lead>{recoverWords.lead}</Lead>
          <p className="font-semibold">{recoverWords.greeting(opened.name ?? '')}</p>
          {opened.needsCode && (
            <TextInput
              name="code"
              label={recoverWords.code}
              hint={recoverWords.codeHint}
              value={code}
              problems={problems.code}
              width="medium"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
            />
          )}
        </>
      )}
    </MakePasskey>
  )
}

function WithoutLink({ done }: Done) {
  const [code, setCode] = useState('')
  const make = async (form: FormData) => {
    const typed = typedIn(form, 'sheet')
    setCode(typed)
    if (typed === '')
      return {
        ok: false as const,
        said: '',
        why: 'person' as const,
        problems: { sheet: [fieldWords.missing] },
      }
    return registerBy(typed, undefined, ceremonyWords.sheet)
  }
  return (
    <>
      <Lead>{recoverWords.lead}</Lead>
      <Section title={recoverWords.othersTitle}>
        <p className="max-w-measure">{recoverWords.others}</p>
      </Section>
      <Section title={recoverWords.sheetTitle} lead={recoverWords.sheetLead}>
        <MakePasskey make={make} done={done}>
          {(problems) => (
            <TextInput
              name="sheet"
              label={recoverWords.sheetCode}
              hint={recoverWords.sheetHint}
              value={code}
              problems={problems.sheet}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
            />
          )}
        </MakePasskey>
      </Section>
    </>
  )
}
