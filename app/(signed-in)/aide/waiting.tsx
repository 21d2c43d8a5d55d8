import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { Unconfirmed } from '@/lib/aide/unconfirmed'
import { aidePage } from '@/lib/words/aide'
import { dayOf, writtenDay } from '@/lib/words/dates'
import { confirmAccountGiven, confirmLineGiven, confirmPieceGiven } from './actions'

const words = aidePage.waiting
const confirmations = { account: confirmAccountGiven, line: confirmLineGiven, piece: confirmPieceGiven }

/** Answers an aide gave that one has not confirmed: look, or say with one tap that it is so. */
export function Waiting(props: { unconfirmed: readonly Unconfirmed[]; timeZone: string }) {
  const { unconfirmed, timeZone } = props
  if (unconfirmed.length === 0) return null
  return (
    <Section title={words.title} lead={words.lead(unconfirmed.length)} id="waiting">
      <ul className="flex max-w-measure flex-col">
        {unconfirmed.map((one) => (
          <li
            key={keyOf(one)}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-rule border-b py-3 first:pt-0"
          >
            <div>
              <h3>
                <Anchor href={placeOf(one)} aria-label={words.lookAt(one.what)}>
                  {one.what}
                </Anchor>
              </h3>
              <p className="text-soft">{words.by(one.name, writtenDay(dayOf(one.at, timeZone)))}</p>
            </div>
            <ActionForm action={confirmations[one.kind]} scope={keyOf(one)}>
              <Submission />
              <Based of={one} />
              <SubmitButton tone="plain" aria-label={words.confirmNamed(one.what)}>
                {words.confirm}
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const keyOf = (one: Unconfirmed) => (one.kind === 'piece' ? one.based : one.id)

function placeOf(one: Unconfirmed): string {
  if (one.kind === 'account') return `/accounts/${one.id}`
  if (one.kind === 'line') return `/lines/${one.id}`
  return '/pieces'
}

function Based({ of }: { of: Unconfirmed }) {
  const fields =
    of.kind === 'piece'
      ? { piece: of.piece, scopeId: of.scopeId ?? '', based: of.based }
      : { id: of.id, version: of.version }
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}
