import type { Route } from 'next'
import { ButtonLink } from '@/app/ui/button-link'
import { Section } from '@/app/ui/page-frame'
import type { Actor } from '@/lib/access/actor'
import type { ActionCode, ItemId } from '@/lib/guidance/codes'
import type { PiecePage } from '@/lib/pieces/queries'
import { actionWords } from '@/lib/words/actions'
import { guidanceWords } from '@/lib/words/guidance'
import { piecePage as words } from '@/lib/words/piece-pages'
import { placeToAsk } from '../../exceptions/place'
import { HowToDo, Judged } from '../../provided/judged'

/** How each item of the piece stands, with its paragraph, and what to do about what is not met. */
export function Stands(props: { page: PiecePage; actor: Actor }) {
  const { piece, platform, guidanceVersion, vaultAccountId } = props.page
  const about = { name: piece.about, service: piece.about }
  const actions = new Map<ActionCode, ItemId[]>()
  for (const { item, nextAction } of piece.verdicts)
    if (nextAction && nextAction !== 'answer_piece')
      actions.set(nextAction, [...(actions.get(nextAction) ?? []), item])
  return (
    <Section title={words.stands} lead={guidanceWords.source(guidanceVersion)}>
      <Judged actor={props.actor} judged={piece.verdicts} ask={placeToAsk(props.actor, piece.scopeId)} />
      <Report piece={piece} />
      {piece.piece === 'odd_messages' && <TellToo />}
      {actions.size > 0 && (
        <div className="flex flex-col gap-4">
          <h3>{words.todo}</h3>
          {[...actions].map(([action, items]) => (
            <div key={action} className="flex flex-col gap-2">
              <h4 className="font-semibold">{actionWords[action].title(piece.about)}</h4>
              <HowToDo actor={props.actor} {...{ action, about, items, platform }} />
              {action === 'open_vault_account' && vaultAccountId && (
                <p>
                  <ButtonLink href={`/accounts/${vaultAccountId}`}>{words.openAccount}</ButtonLink>
                </p>
              )}
            </div>
          ))}
        </div>
      )}
    </Section>
  )
}

/** A device that nobody knows is an incident, also once it is removed: it leads to the sheet. */
function Report({ piece }: Pick<PiecePage, 'piece'>) {
  if (!piece.verdicts.some(({ labels }) => labels.includes('incident_to_report'))) return null
  return (
    <p>
      <ButtonLink href={`/incidents/new?about=linked_device&app=${piece.scopeId}` as Route} tone="main">
        {words.sheet}
      </ButtonLink>
    </p>
  )
}

/** The report button of an app tells its maker: the security team hears of it by the sheet (G1.7). */
function TellToo() {
  return (
    <>
      <p className="max-w-measure">{words.tellToo}</p>
      <p>
        <ButtonLink href="/incidents/new">{words.sheet}</ButtonLink>
      </p>
    </>
  )
}
