import type { ReleasedFigures } from '@/lib/overview/figures'
import { dayOf } from '@/lib/words/dates'
import { told, overviewWords as words } from '@/lib/words/overview'

/** What is so: four sentences, each with its denominator. */
export function Headlines({ figures }: { figures: ReleasedFigures }) {
  const { things, groups } = figures
  const all = groups.organisation
  const targeted = groups.highly_targeted
  const { headlines } = words
  const known = (key: keyof typeof things) => things[key].shown !== 'hidden'
  return (
    <ul className="flex flex-col gap-3 print:gap-1">
      {known('text_opens') && (
        <Finding says={headlines.text(told(things.text_opens), told(things.accounts))}>
          {known('weak_fallback') && headlines.weak(told(things.weak_fallback), told(things.text_forced))}
        </Finding>
      )}
      {all?.shown && all.figures.number_opens.shown !== 'hidden' && (
        <Finding
          says={headlines.number(
            told(all.figures.number_opens, all.people),
            told(all.figures.started, all.people),
          )}
        >
          {targeted?.shown &&
            headlines.targeted(told(targeted.figures.number_opens, targeted.people), targeted.people)}
        </Finding>
      )}
      {known('without_pin') && (
        <Finding says={headlines.pin(told(things.without_pin), told(things.lines))}>
          {known('carrier_offers_no_pin') && headlines.noPinOffered(told(things.carrier_offers_no_pin))}
        </Finding>
      )}
      {known('with_fido') && (
        <Finding says={headlines.fido(told(things.with_fido), told(things.fido_offered))} />
      )}
    </ul>
  )
}

Headlines.Lead = function Lead(props: {
  latest: { takenAt: Date; figures: ReleasedFigures }
  timeZone: string
}) {
  const { takenAt, figures } = props.latest
  const all = figures.groups.organisation
  return (
    <>
      {/* Figures that too few answers have changed since are older than the snapshot that repeats them. */}
      {words.asOf(dayOf(all?.shown ? new Date(all.asOf) : takenAt, props.timeZone))}
      {' · '}
      {all?.shown
        ? words.started(told(all.figures.started, all.people), all.people)
        : words.tooFew(figures.smallest)}
    </>
  )
}

function Finding({ says, children }: { says: string; children?: React.ReactNode }) {
  return (
    <li className="max-w-measure border-l-2 border-edge pl-4">
      <p className="text-heading">{says}</p>
      {children && <p className="text-soft">{children}</p>}
    </li>
  )
}
