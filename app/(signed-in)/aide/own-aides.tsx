import { ActionForm } from '@/app/ui/action-form'
import { ConfirmedForm } from '@/app/ui/confirmed-form'
import { Disclosure } from '@/app/ui/disclosure'
import { Facts } from '@/app/ui/facts'
import { Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { OwnAide } from '@/lib/aide/queries'
import { endWords, aidePage as words } from '@/lib/words/aide'
import { writtenDay } from '@/lib/words/dates'
import { end, grant } from './actions'

const open: readonly OwnAide['state'][] = ['asked', 'accepted', 'granted']

/** Who answers for one, or was asked to; what ended is folded away. */
export function OwnAides({ aides }: { aides: readonly OwnAide[] }) {
  if (aides.length === 0) return null
  const past = aides.filter(({ state }) => !open.includes(state))
  return (
    <Section title={words.aides}>
      <ul className="flex max-w-measure flex-col gap-6">
        {aides
          .filter(({ state }) => open.includes(state))
          .map((aide) => (
            <OpenAide key={aide.id} aide={aide} />
          ))}
      </ul>
      {past.length > 0 && (
        <Disclosure title={words.past}>
          <ul className="flex flex-col">
            {past.map((aide) => (
              <li key={aide.id} className="border-rule border-b py-2">
                <p className="font-semibold">{aide.name ?? aide.address}</p>
                <p className="text-soft">
                  {aide.endedWhy ? endWords[aide.endedWhy] : words.states[aide.state]}
                </p>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  )
}

function OpenAide({ aide }: { aide: OwnAide }) {
  const name = aide.name ?? aide.address
  return (
    <li className="flex flex-col gap-3 border-rule border-t pt-4">
      <h3 className="break-words">{name}</h3>
      <Facts
        facts={[
          { term: words.states[aide.state], value: words.asked(writtenDay(aide.offeredOn)) },
          { term: words.mayTerm, value: words.may(aide.scope) },
          { term: words.until, value: writtenDay(aide.endsOn) },
        ]}
      />
      {aide.state === 'asked' && <p className="text-soft">{words.askedSays}</p>}
      {aide.state === 'accepted' && (
        <ConfirmedForm action={grant} purpose={`aide.grant:${aide.id}`} scope={`grant-${aide.id}`}>
          <Submission />
          <input type="hidden" name="id" value={aide.id} />
          <p>{words.isItThem(name)}</p>
          <div>
            <SubmitButton tone="main">{words.grant(name)}</SubmitButton>
          </div>
        </ConfirmedForm>
      )}
      <ActionForm action={end} scope={`end-${aide.id}`}>
        <Submission />
        <input type="hidden" name="id" value={aide.id} />
        <div>
          <SubmitButton
            tone={aide.state === 'granted' ? 'danger' : 'plain'}
            aria-label={aide.state === 'asked' ? words.takeBackNamed(name) : words.endNamed(name)}
          >
            {aide.state === 'asked' ? words.takeBack : aide.state === 'accepted' ? words.no : words.end}
          </SubmitButton>
        </div>
      </ActionForm>
    </li>
  )
}
