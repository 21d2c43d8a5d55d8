import type { ReactNode } from 'react'
import { DateText } from '@/app/ui/date-text'
import { Facts } from '@/app/ui/facts'
import { Section } from '@/app/ui/page-frame'
import { LevelMark } from '@/app/ui/status'
import type { PersonOverview } from '@/lib/people/queries/person'
import { writtenMoment } from '@/lib/words/dates'
import { peopleWords, roleWords, stateWords, tierWords, personWords as words } from '@/lib/words/people'
import { levelWords } from '@/lib/words/shell'

/** What the list knows of a person, and who let them in. */
export function Overview({ person, timeZone }: { person: PersonOverview; timeZone: string }) {
  const moment = (at: Date) => writtenMoment(at, timeZone)
  const facts: [string, ReactNode][] = [
    [words.facts.level, <LevelMark key="level" level={person.level} atBest={person.atBest} />],
    [words.facts.waysIn, person.accounts + person.lines > 0 ? person.waysIn : levelWords.unknown],
    [
      words.facts.oldest,
      person.oldestConfirmedOn ? (
        <DateText
          key="oldest"
          value={person.oldestConfirmedOn}
          timeZone={timeZone}
          today={person.today}
          ageFirst
        />
      ) : (
        peopleWords.none
      ),
    ],
    [words.facts.unit, person.unit ?? peopleWords.none],
    [words.facts.tier, tierWords[person.tier]],
    [words.facts.role, roleWords[person.role]],
    [words.facts.email, person.email ?? peopleWords.none],
    [words.facts.ref, person.ref],
    [words.facts.state, stateWords[person.state]],
    [words.facts.invited, words.byOn(person.invitedBy, moment(person.invitedAt))],
    ...(person.joinedAt ? [[words.facts.joined, moment(person.joinedAt)] satisfies [string, ReactNode]] : []),
    ...(person.deactivatedAt
      ? [
          [words.facts.left, words.byOn(person.deactivatedBy, moment(person.deactivatedAt))] satisfies [
            string,
            ReactNode,
          ],
        ]
      : []),
  ]
  return (
    <Section title={words.standing}>
      <Facts facts={facts.map(([term, value]) => ({ term, value }))} />
    </Section>
  )
}
