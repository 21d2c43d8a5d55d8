import { Notice } from '@/app/ui/notice'
import type { LinePage } from '@/lib/lines/queries'
import { lookAlikeWords, linePage as words } from '@/lib/words/lines'

/** What has to be said before anything else: a look-alike, two answers that do not fit, what is not in one's hands. */
export function LineNotes({ line }: { line: LinePage }) {
  const { facts } = line.entry
  const labels = line.verdicts.find(({ item }) => item === 'G5.0')?.labels ?? []
  const offers = line.carrierFacts?.carrierPinOffered === 'yes' ? line.carrier : null
  const notOffered = facts.accountPin === 'carrier_does_not_offer'
  return (
    <>
      {facts.pinIs !== null && facts.pinIs !== 'account_pin' && (
        <Notice kind="note" word={words.notes.lookAlike(lookAlikeWords[facts.pinIs].name)}>
          <p>{lookAlikeWords[facts.pinIs].not}</p>
        </Notice>
      )}
      {notOffered && offers && (
        <Notice kind="note">
          <p>{words.notes.offered(offers)}</p>
        </Notice>
      )}
      {labels.includes('carrier_offers_no_pin') && (
        <Notice kind="note">
          <p>{words.notes.cannot}</p>
        </Notice>
      )}
      {labels.includes('judged_by_organisation') && (
        <Notice kind="note">
          <p>{words.notes.employer}</p>
        </Notice>
      )}
      {facts.kind === 'app_number' && (
        <Notice kind="note">
          <p>{words.notes.appNumber}</p>
        </Notice>
      )}
      {facts.receivesCodes === 'no' && line.textsGoHere.length > 0 && (
        <Notice kind="care">
          <p>{words.codesBelow(line.textsGoHere)}</p>
        </Notice>
      )}
    </>
  )
}
