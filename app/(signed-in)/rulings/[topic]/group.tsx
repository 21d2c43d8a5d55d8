import { ActionForm } from '@/app/ui/action-form'
import { Disclosure } from '@/app/ui/disclosure'
import { KeptVersion } from '@/app/ui/kept'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { RulingPage } from '@/lib/rulings/queries'
import { rulingPage } from '@/lib/words/rulings'
import { end } from '../actions'

const words = rulingPage.groups

/** Which phones a ruling on records holds for. */
export function HoldsFor({ ruling: { key, now, retired, history } }: { ruling: RulingPage }) {
  return (
    <div className="flex max-w-measure flex-col gap-2 text-soft">
      <p>{key === '' ? words.forAll : words.own}</p>
      {retired && <p>{words.retired}</p>}
      {!now && history.length > 0 && <p>{words.none}</p>}
    </div>
  )
}

/** The group's own ruling is ended after it is said what holds then. */
export function EndRuling({ ruling: { key, version } }: { ruling: RulingPage }) {
  return (
    <Disclosure title={words.end}>
      <p>{words.endSays}</p>
      <ActionForm action={end} scope="end" className="flex flex-col gap-2">
        <Submission />
        <input type="hidden" name="key" value={key} />
        <KeptVersion version={version} />
        <div>
          <SubmitButton tone="danger">{words.end}</SubmitButton>
        </div>
      </ActionForm>
    </Disclosure>
  )
}
