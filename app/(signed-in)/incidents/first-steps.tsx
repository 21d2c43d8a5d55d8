import { Disclosure } from '@/app/ui/disclosure'
import { Notice } from '@/app/ui/notice'
import { Section } from '@/app/ui/page-frame'
import type { IncidentKind } from '@/lib/vocabulary'
import { kindWords } from '@/lib/words/incident-form'
import { firstSteps, otherSteps, stepsTitle, tellsFirst } from '@/lib/words/incident-steps'

/** What comes before anything else: on which device, and whom to tell. */
export function TellsFirst({ who, again = false }: { who: string | null; again?: boolean }) {
  return (
    <Notice kind="care" word={tellsFirst.title}>
      <p>{tellsFirst.device}</p>
      <p className="whitespace-pre-wrap">{tellsFirst.team(who)}</p>
      {!again && (
        <>
          <p>{tellsFirst.noSecrets}</p>
          <p>{tellsFirst.still}</p>
        </>
      )}
    </Notice>
  )
}

type Told = keyof typeof firstSteps
const kinds = Object.keys(firstSteps) as Told[]

/** What to do first. All of it is on the page, for it may lose its network; what somebody came for stands open. */
export function FirstSteps({ about }: { about: IncidentKind }) {
  const known = kinds.find((kind) => kind === about)
  const others = kinds.filter((kind) => kind !== about)
  return (
    <>
      {known && (
        <Section title={kindWords[known]}>
          <Steps of={known} />
        </Section>
      )}
      <Section title={known ? otherSteps : stepsTitle}>
        <div className="flex flex-col">
          {others.map((kind) => (
            <Disclosure key={kind} title={kindWords[kind]}>
              <Steps of={kind} />
            </Disclosure>
          ))}
        </div>
      </Section>
    </>
  )
}

function Steps({ of }: { of: Told }) {
  return (
    <ol className="ml-6 flex max-w-measure list-decimal flex-col gap-1">
      {firstSteps[of].map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  )
}
