import type { Metadata } from 'next'
import { ActionForm } from '@/app/ui/action-form'
import { Disclosure } from '@/app/ui/disclosure'
import { KeptText, KeptVersion } from '@/app/ui/kept'
import { Page, Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor, requireSignedIn } from '@/lib/access/session'
import { type ListedUnit, listUnits } from '@/lib/organisation/administering'
import { writtenMoment } from '@/lib/words/dates'
import { unitsWords as words } from '@/lib/words/settings'
import { add, rename, retire } from '../actions'

export const metadata: Metadata = { title: words.title }

export default async function UnitsPage() {
  const actor = await requireActor('settings:read')
  const { organisation } = await requireSignedIn()
  const units = await listUnits(actor)
  return (
    <Page title={words.title} lead={words.lead(units.filter((unit) => !unit.retiredAt).length)}>
      <p className="max-w-measure">{words.note}</p>
      {units.length === 0 ? (
        <p className="text-soft">{words.empty}</p>
      ) : (
        <ul className="flex max-w-measure flex-col">
          {units.map((unit) => (
            <Unit key={unit.id} unit={unit} timeZone={organisation.timeZone} />
          ))}
        </ul>
      )}
      <Section title={words.add}>
        <ActionForm action={add} scope="add">
          <Submission />
          <KeptText name="name" scope="add" label={words.name} maxLength={80} autoComplete="off" />
          <div>
            <SubmitButton>{words.add}</SubmitButton>
          </div>
        </ActionForm>
      </Section>
    </Page>
  )
}

function Unit({ unit, timeZone }: { unit: ListedUnit; timeZone: string }) {
  const { id, name, version, retiredAt } = unit
  const stamp = (
    <>
      <Submission />
      <input type="hidden" name="id" value={id} />
      <KeptVersion version={version} />
    </>
  )
  return (
    <li className="flex flex-col gap-1 border-rule border-b py-2">
      <p className="flex flex-wrap justify-between gap-x-4">
        <span className="wrap-anywhere font-semibold">{name}</span>
        <span className="text-soft">
          {words.people(unit.people)}
          {retiredAt && `, ${words.since(writtenMoment(retiredAt, timeZone))}`}
        </span>
      </p>
      {!retiredAt && (
        <Disclosure title={words.change(name)}>
          <ActionForm action={rename} scope={`rename-${id}`}>
            {stamp}
            <KeptText
              name="name"
              scope={`rename-${id}`}
              label={words.newName(name)}
              value={name}
              maxLength={80}
              autoComplete="off"
            />
            <div>
              <SubmitButton tone="plain">{words.rename}</SubmitButton>
            </div>
          </ActionForm>
          <ActionForm action={retire} scope={`retire-${id}`}>
            {stamp}
            <div>
              <SubmitButton tone="danger">{words.retire(name)}</SubmitButton>
            </div>
          </ActionForm>
        </Disclosure>
      )}
    </li>
  )
}
