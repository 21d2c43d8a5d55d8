import type { Route } from 'next'
import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { ButtonLink } from '@/app/ui/button-link'
import { Status } from '@/app/ui/status'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { HeldPiece } from '@/lib/pieces/queries'
import { age } from '@/lib/words/dates'
import { pieceStateWords, piecesPage, pieceRow as words } from '@/lib/words/piece-pages'
import { todayWords } from '@/lib/words/today'
import { confirm as confirmAccount } from '../accounts/actions'
import { confirm as confirmLine } from '../lines/actions'

/** Accounts or lines, each with how it stands, how long it takes, and one tap where its answers grow old. */
export function Held(props: {
  held: readonly HeldPiece[]
  today: string
  add: { href: Route; label: string }
}) {
  return (
    <>
      {props.held.length === 0 ? (
        <Status verdict="unknown" word={piecesPage.notListed} />
      ) : (
        <ul className="flex max-w-measure flex-col">
          {props.held.map((one) => (
            <li key={one.id} className="flex flex-col gap-1 border-rule border-b py-2">
              <p>
                <Anchor href={`/${one.kind}s/${one.id}` as Route} className="inline-block py-2">
                  {one.name}
                </Anchor>
              </p>
              <p className="flex flex-wrap gap-x-6 text-soft">
                <span>{saidOf(one, props.today)}</span>
                <span>{words.takes(one.minutes)}</span>
              </p>
              <StillSo held={one} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <ButtonLink href={props.add.href}>{props.add.label}</ButtonLink>
      </p>
    </>
  )
}

/** The same answers, said again; nothing before they are due, and nothing while one is missing. */
function StillSo({ held: { kind, id, version, name, open, freshness } }: { held: HeldPiece }) {
  if (freshness === 'current' || open === 'unanswered') return null
  return (
    <ActionForm
      action={kind === 'line' ? confirmLine : confirmAccount}
      scope={`so-${id}`}
      className="flex flex-col gap-2"
    >
      <Submission />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="from" value="pieces" />
      <div>
        <SubmitButton tone="plain" aria-label={words.confirmName(words.confirm, name, '')}>
          {words.confirm}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}

const saidOf = ({ open, freshness, confirmedOn }: HeldPiece, today: string) =>
  open
    ? todayWords.toAsk.open[open]
    : pieceStateWords[freshness === 'current' ? 'done' : freshness](age(confirmedOn, today), {
        asked: 0,
        answered: 0,
      })
