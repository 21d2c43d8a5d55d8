import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { ActionForm } from '@/app/ui/action-form'
import { AnsweredForNote } from '@/app/ui/answered-for'
import { KeptText, KeptVersion } from '@/app/ui/kept'
import { Page, Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { pieceShape } from '@/lib/guidance/pieces'
import { inOrder } from '@/lib/guidance/questions-in-order'
import { type PiecePage, readPiece } from '@/lib/pieces/queries'
import { organisationOnVpn, phonePage } from '@/lib/words/phones'
import { piecesPage, piecePage as words } from '@/lib/words/piece-pages'
import { pieceWords } from '@/lib/words/pieces'
import { organisationSays } from '@/lib/words/questions-of-apps'
import { ProvidedHere } from '../../provided/judged'
import { state } from '../actions'
import { Looked, ofOrOwn } from '../one-tap'
import { Known } from './known'
import { Questions } from './questions'
import { Reading } from './reading'
import { Saved } from './saved'
import { Stands } from './stands'

export const metadata: Metadata = { title: piecesPage.title }

/** One page for every piece: the address says which, and of which phone or app, so that a link to it is enough. */
export default async function Piece({ params, searchParams }: PageProps<'/pieces/[piece]'>) {
  const actor = await requireActor('pieces:read:own')
  const [{ piece: named }, { of, saved }, { organisation }] = await Promise.all([
    params,
    searchParams,
    requireSignedIn(),
  ])
  const page = await orNotFound(readPiece(actor, named, typeof of === 'string' ? of : null))
  const { piece } = page
  const { title, lead } = pieceWords[piece.piece]
  return (
    <Page title={title} aside={words.about(piece.about, pieceShape(piece.piece).minutes)} lead={lead}>
      {typeof saved === 'string' && <Saved what={saved} page={page} />}
      <AnsweredForNote answered={page.answeredFor} timeZone={organisation.timeZone} own={!actor.onBehalfOf} />
      {actor.onBehalfOf && piece.piece === 'app_use' && (
        <p className="max-w-measure text-soft">{words.holderOnly}</p>
      )}
      {piece.piece === 'updates' && <Looked piece={piece} today={page.today} tone="main" />}
      {piece.piece === 'guidance' && <Reading page={page} />}
      <ProvidedHere actor={actor} items={pieceShape(piece.piece).items} />
      <Form page={page} tone={saved ? 'plain' : 'main'} />
      {piece.confirmedOn && <Stands page={page} actor={actor} />}
      {piece.confirmedOn && <Known page={page} />}
    </Page>
  )
}

/** What the organisation rules, before the question it bears on. */
const toldBefore = ({ records, employerVpn, modelsListed }: PiecePage) => ({
  ...(records ? { onLegalHold: organisationSays[records] } : {}),
  ...(modelsListed ? { generation: phonePage.listedSinceOnPiece } : {}),
  ...(employerVpn ? { employerVpn: organisationOnVpn[employerVpn] } : {}),
})

function Form({ page, tone }: { page: PiecePage; tone: 'main' | 'plain' }) {
  const { piece, platform, today, leftOut } = page
  return (
    <Section title={words.form} lead={words.blanks}>
      <ActionForm action={state}>
        <Submission />
        <input type="hidden" name="piece" value={piece.piece} />
        <input type="hidden" name="of" value={ofOrOwn(piece)} />
        <KeptVersion name="based" version={piece.based ?? ''} />
        <Questions
          order={inOrder(piece.questions)}
          piece={piece.piece}
          platform={platform}
          answers={piece.answers}
          today={today}
          told={toldBefore(page)}
          leftOut={leftOut}
        />
        {piece.piece === 'private_talk' && (
          <KeptText name="otherApp" {...words.otherApp} optional maxLength={80} value={piece.otherApp} />
        )}
        <div>
          <SubmitButton tone={tone}>{words.save}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  )
}
