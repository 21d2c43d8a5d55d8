import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { KeptArea, KeptRadios, KeptText } from '@/app/ui/kept'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { Askable } from '@/lib/exceptions/queries'
import { holderOnlyItems, totalOf } from '@/lib/guidance/items'
import { exceptionReasons } from '@/lib/vocabulary'
import { writtenDay } from '@/lib/words/dates'
import { exceptionReasonShort, exceptionReasonWords, exceptionWords } from '@/lib/words/exceptions'
import { itemWords } from '@/lib/words/guidance'
import { capital } from '@/lib/words/numbers'
import { verdictWords } from '@/lib/words/shell'
import { ask, askFor } from '../actions'
import { placeOfScope } from '../place'

const words = exceptionWords.form

/** What one came for: the item itself, or the one item of a total that falls short. */
function firstOf({ items }: Askable, came: string): string | null {
  const fitting = items.filter(({ item }) => item === came || totalOf(item) === came)
  return fitting.length === 1 ? (fitting[0]?.item ?? null) : null
}

/** What, why and until when. `personId`: somebody else, for whom the security team asks. */
export function AskForm(props: { found: Askable; scopeId: string; item: string; personId?: string }) {
  const { found, scopeId, personId } = props
  const back = personId ? `/people/${personId}` : (placeOfScope(found.scopeKind, scopeId) ?? '/pieces')
  if (found.items.length === 0)
    return (
      <>
        <p className="max-w-measure">{words.nothing}</p>
        <p>
          <Anchor href={back}>{words.back}</Anchor>
        </p>
      </>
    )
  const reasonOf = personId
    ? (reason: (typeof exceptionReasons)[number]) => capital(exceptionReasonShort[reason])
    : (reason: (typeof exceptionReasons)[number]) => exceptionReasonWords[reason]
  return (
    <ActionForm action={personId ? askFor : ask}>
      <Submission />
      <input type="hidden" name="scopeId" value={scopeId} />
      {personId && <input type="hidden" name="personId" value={personId} />}
      <KeptRadios
        name="item"
        label={words.item}
        value={firstOf(found, props.item)}
        choices={found.items.map(({ item, verdict, acceptedUntil }) => ({
          value: item,
          label: itemWords[item].short,
          hint: [
            words.itemHint(verdictWords[verdict], acceptedUntil && writtenDay(acceptedUntil)),
            ...(holderOnlyItems.includes(item) ? [words.tellsTeam] : []),
          ].join('. '),
        }))}
      />
      <KeptRadios
        name="reason"
        label={personId ? words.reasonFor : words.reason}
        choices={exceptionReasons.map((value) => ({ value, label: reasonOf(value) }))}
      />
      <KeptArea
        name="reasonText"
        label={words.reasonText}
        hint={
          personId || found.scopeKind !== 'account'
            ? words.reasonTextHint
            : `${words.reasonTextHint} ${words.personalHint}`
        }
        rows={3}
        maxLength={300}
        optional
      />
      <KeptText
        name="endsOn"
        label={words.endsOn}
        hint={words.endsOnHint(writtenDay(found.lastDay))}
        type="date"
        max={found.lastDay}
        width="medium"
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{words.send}</SubmitButton>
        <Anchor href={back}>{words.back}</Anchor>
      </div>
    </ActionForm>
  )
}
