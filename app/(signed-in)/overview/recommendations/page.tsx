import type { Metadata } from 'next'
import { Exceptions } from '@/app/(signed-in)/overview/excepted'
import { Headlines } from '@/app/(signed-in)/overview/headlines'
import { Disclosure } from '@/app/ui/disclosure'
import { Page, Section } from '@/app/ui/page-frame'
import { TextTable } from '@/app/ui/text-table'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { itemIds } from '@/lib/guidance/codes'
import { type GuidanceItem, items } from '@/lib/guidance/items'
import { notKnown, partsOf, shareOfMet } from '@/lib/overview/items'
import { readOverview, readOwnVerdicts } from '@/lib/overview/queries'
import { itemWords } from '@/lib/words/guidance'
import { told, toldShare, overviewWords as words } from '@/lib/words/overview'
import { OwnPart } from './own'
import { Sending } from './sending'

export const metadata: Metadata = { title: words.items.title }

/** What people say of their own habits is no setting, and what they read protects nothing by itself: both apart. */
const kinds: readonly { kind: 'protection' | 'habits' | 'reach'; of: (item: GuidanceItem) => boolean }[] = [
  { kind: 'protection', of: ({ habit, reach }) => !habit && !reach },
  { kind: 'habits', of: ({ habit }) => habit === true },
  { kind: 'reach', of: ({ reach }) => reach === true },
]

/** Most serious first, as the running totals go; and the four kinds of unknown, which are told apart below. */
const known = ['not_met', 'partly_met', 'met', 'not_applicable'] as const
const unknownKinds = ['old', 'not_sure', 'unanswered', 'never_asked'] as const
const nameOf = (item: (typeof itemIds)[number]) => `${item} ${itemWords[item].short}`

/**
 * What the organisation itself does, then every recommendation as counts of people, the four kinds of unknown apart, none
 * of them added to met.
 */
export default async function RecommendationsPage() {
  const actor = await requireActor('overview:read:aggregate')
  const { timeZone } = (await requireSignedIn()).organisation
  const [{ latest }, own] = await Promise.all([readOverview(actor), readOwnVerdicts(actor)])
  if (!latest)
    return (
      <Page title={words.items.title} lead={words.none.title}>
        <OwnPart own={own} />
        <Sending sending={own.sending} />
      </Page>
    )
  const all = latest.figures.groups.organisation
  const rows = itemIds.flatMap((item) => {
    const running = all?.shown ? all.items[item] : undefined
    return all?.shown && running
      ? [
          {
            item,
            parts: partsOf(running, all.people),
            share: shareOfMet(running, all.people),
            unknown: notKnown(running, all.people),
          },
        ]
      : []
  })
  return (
    <Page title={words.items.title} lead={<Headlines.Lead latest={latest} timeZone={timeZone} />}>
      <OwnPart own={own} />
      <Sending sending={own.sending} />
      <Exceptions figures={latest.figures} timeZone={timeZone} />
      {kinds.map(({ kind, of }) => {
        const here = rows.filter(({ item }) => of(items[item]))
        const { title } = words.items.kinds[kind]
        return (
          <Section key={kind} {...words.items.kinds[kind]}>
            <TextTable
              caption={words.items.caption(title)}
              captionHidden
              empty={words.tooFew(latest.figures.smallest)}
              columns={[
                { header: words.items.item },
                { header: words.items.share },
                ...known.map((part) => ({ header: words.items.parts[part], numeric: true })),
                { header: words.items.notKnown, numeric: true },
              ]}
              rows={here.map(({ item, parts, share, unknown }) => [
                nameOf(item),
                toldShare(share, all?.shown ? all.people : undefined),
                ...known.map((part) => told(parts[part])),
                told(unknown, all?.shown ? all.people : undefined),
              ])}
            />
            {here.length > 0 && (
              <Disclosure title={words.items.kindsOfUnknown}>
                <p>{words.items.kindsLead}</p>
                <TextTable
                  caption={words.items.kindsCaption(title)}
                  captionHidden
                  empty=""
                  columns={[
                    { header: words.items.item },
                    ...unknownKinds.map((part) => ({ header: words.items.parts[part], numeric: true })),
                  ]}
                  rows={here.map(({ item, parts }) => [
                    nameOf(item),
                    ...unknownKinds.map((part) => told(parts[part])),
                  ])}
                />
              </Disclosure>
            )}
          </Section>
        )
      })}
      <p className="max-w-measure text-soft">{words.items.shareNote}</p>
      <p className="max-w-measure text-soft">{words.units.note(latest.figures.smallest)}</p>
    </Page>
  )
}
