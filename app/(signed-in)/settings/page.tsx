import type { Metadata } from 'next'
import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { KeptSelect, KeptText, KeptVersion } from '@/app/ui/kept'
import { Page, Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor } from '@/lib/access/session'
import { listOffices, readSettings } from '@/lib/organisation/administering'
import { ownIntervals } from '@/lib/organisation/settings'
import { timeZones } from '@/lib/organisation/time-zones'
import { tiers } from '@/lib/vocabulary'
import { settingsWords as words } from '@/lib/words/settings'
import { saveSettings } from './actions'
import { registerPlaces } from './forms'

export const metadata: Metadata = { title: words.title }

const places = [
  ['units', '/settings/units'],
  ['roles', '/settings/roles'],
  ['services', '/settings/services'],
  ['provided', '/provided'],
  ['invite', '/people/new'],
] as const

export default async function SettingsPage() {
  const actor = await requireActor('settings:read')
  const [{ name, version, settings }, offices] = await Promise.all([readSettings(actor), listOffices(actor)])
  return (
    <Page title={words.title} lead={words.lead(name, offices.length)}>
      <ul className="flex max-w-measure flex-col gap-2">
        {places.map(([place, href]) => (
          <li key={place}>
            <Anchor href={href} className="inline-block py-2.5 font-semibold">
              {words.places[place]}
            </Anchor>
            <p className="-mt-1.5 text-soft">{words.placesHint[place]}</p>
          </li>
        ))}
      </ul>
      <Section title={words.organisation}>
        <ActionForm action={saveSettings}>
          <Submission />
          <KeptVersion version={version} />
          <KeptText name="name" label={words.name} value={name} maxLength={120} autoComplete="off" />
          <KeptSelect
            name="timeZone"
            label={words.timeZone}
            value={settings.timeZone}
            options={timeZones.map((zone) => ({ value: zone, label: zone }))}
          />
          <fieldset className="flex max-w-measure flex-col gap-4">
            <legend className="mb-1 font-semibold">{words.intervals}</legend>
            <p className="text-soft">{words.intervalsNote}</p>
            {ownIntervals.map((setting) => (
              <Days
                key={setting}
                name={setting}
                label={words.ownIntervals[setting]}
                value={settings.intervals[setting]}
              />
            ))}
          </fieldset>
          <fieldset className="flex max-w-measure flex-col gap-4">
            <legend className="mb-1 font-semibold">{words.daysToBegin}</legend>
            {tiers.map((tier) => (
              <Days key={tier} name={tier} label={words.beginning[tier]} value={settings.daysToBegin[tier]} />
            ))}
          </fieldset>
          <fieldset className="flex max-w-measure flex-col gap-4">
            <legend className="mb-1 font-semibold">{words.registerIntervals}</legend>
            <p className="text-soft">{words.registerIntervalsNote}</p>
            {registerPlaces.map((place) => (
              <Days
                key={place}
                name={place}
                label={words.register[place]}
                value={settings.registerIntervals[place]}
              />
            ))}
          </fieldset>
          <fieldset className="flex max-w-measure flex-col gap-4">
            <legend className="mb-1 font-semibold">{words.figures}</legend>
            <Days
              name="smallestGroup"
              label={words.smallestGroup}
              hint={words.smallestGroupHint(settings.smallestGroup)}
              value={settings.smallestGroup}
            />
            <Days
              name="snapshotEveryDays"
              label={words.snapshotEveryDays}
              value={settings.snapshotEveryDays}
            />
          </fieldset>
          <Days name="joiningLinkHours" label={words.joiningLinkHours} value={settings.joiningLinkHours} />
          <Days
            name="retentionDays"
            label={words.retentionDays}
            hint={words.retentionDaysHint}
            value={settings.retentionDays}
          />
          <div>
            <SubmitButton>{words.save}</SubmitButton>
          </div>
        </ActionForm>
      </Section>
    </Page>
  )
}

function Days(props: { name: string; label: string; hint?: string; value: number }) {
  return <KeptText {...props} value={String(props.value)} inputMode="numeric" maxLength={4} width="short" />
}
