import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { Unconfirmed } from '@/lib/aide/unconfirmed'
import { pieceAddress } from '@/lib/pieces/address'
import { aidePage } from '@/lib/words/aide'
import { dayOf, writtenDay } from '@/lib/words/dates'
import {
  confirmAccountGiven,
  confirmLineGiven,
  confirmListGiven,
  confirmNoneGiven,
  confirmPieceGiven,
} from './actions'

const words = aidePage.waiting
const confirmations = {
  account: confirmAccountGiven,
  line: confirmLineGiven,
  piece: confirmPieceGiven,
  inventory: confirmListGiven,
  none: confirmNoneGiven,
}

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

/** Tells one from another on the page, and in its forms. */
function keyOf(one: Unconfirmed): string {
  if (one.kind === 'none') return `none-${one.of}`
  return one.kind === 'account' || one.kind === 'line' ? one.id : one.based
}

function placeOf(one: Unconfirmed): string {
  if (one.kind === 'account') return `/accounts/${one.id}`
  if (one.kind === 'line') return `/lines/${one.id}`
  if (one.kind === 'inventory') return '/accounts/complete'
  if (one.kind === 'piece') return pieceAddress(one.piece, one.scopeId ?? '')
  return one.of === 'phone' ? '/phones' : '/apps'
}

/** What the confirmation is of, in hidden fields. */
function fieldsFor(one: Unconfirmed): Record<string, string | number> {
  if (one.kind === 'none') return { of: one.of }
  if (one.kind === 'inventory') return { based: one.based }
  if (one.kind === 'piece') return { piece: one.piece, scopeId: one.scopeId ?? '', based: one.based }
  return { id: one.id, version: one.version }
}

function Based({ of }: { of: Unconfirmed }) {
  return Object.entries(fieldsFor(of)).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}
