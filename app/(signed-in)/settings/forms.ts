/** What the forms of settings say, in the shape of the commands, and what stands now beside a stale edit. */
import type { Conflict } from '@/app/ui/form-state'
import type { SettingsStand } from '@/lib/organisation/commands/settings'
import type { UnitStands } from '@/lib/organisation/commands/units'
import { ownIntervals } from '@/lib/organisation/settings'
import type { RoleStands } from '@/lib/roles/commands/grant'
import { tiers } from '@/lib/vocabulary'
import { roleWords } from '@/lib/words/people'
import { rolesWords, unitsWords, settingsWords as words } from '@/lib/words/settings'

/** What of the register grows old, in the order in which it is asked. */
export const registerPlaces = [
  'sending',
  'signIns',
  'credentials',
  'agreements',
  'monitoring',
  'training',
] as const

/** An empty field is no number, and neither nought nor what was first set. */
const number = (form: FormData, field: string) => {
  const typed = String(form.get(field) ?? '').trim()
  return typed === '' ? undefined : Number(typed)
}

export const settingsEdit = (form: FormData) => ({
  version: number(form, 'version'),
  name: form.get('name') ?? '',
  settings: {
    intervals: Object.fromEntries(ownIntervals.map((setting) => [setting, number(form, setting) ?? null])),
    daysToBegin: Object.fromEntries(tiers.map((tier) => [tier, number(form, tier) ?? null])),
    registerIntervals: {
      sending: number(form, 'sending'),
      signIns: number(form, 'signIns'),
      credentials: number(form, 'credentials'),
      agreements: number(form, 'agreements'),
      monitoring: number(form, 'monitoring'),
      training: number(form, 'training'),
    },
    smallestGroup: number(form, 'smallestGroup'),
    joiningLinkHours: number(form, 'joiningLinkHours'),
    snapshotEveryDays: number(form, 'snapshotEveryDays'),
    retentionDays: number(form, 'retentionDays'),
    timeZone: form.get('timeZone') ?? '',
  },
})

/** Fields are called by the last part of their path. */
export const lastPart = (path: string) => path.split('.').at(-1) ?? ''

export function settingsStanding(current: unknown): Conflict {
  const { version, name, settings } = current as SettingsStand
  return {
    version,
    now: [
      { label: words.name, value: name },
      { label: words.timeZone, value: settings.timeZone },
      ...ownIntervals.map((setting) => ({
        label: words.ownIntervals[setting],
        value: String(settings.intervals[setting]),
      })),
      ...tiers.map((tier) => ({ label: words.beginning[tier], value: String(settings.daysToBegin[tier]) })),
      ...registerPlaces.map((place) => ({
        label: words.register[place],
        value: String(settings.registerIntervals[place]),
      })),
      { label: words.smallestGroup, value: String(settings.smallestGroup) },
      { label: words.snapshotEveryDays, value: String(settings.snapshotEveryDays) },
      { label: words.joiningLinkHours, value: String(settings.joiningLinkHours) },
      { label: words.retentionDays, value: String(settings.retentionDays) },
    ],
  }
}

export const unitEdit = (form: FormData) => ({ id: form.get('id'), version: number(form, 'version') })

export function unitStanding(current: unknown): Conflict {
  const { version, name } = current as UnitStands
  return { version, now: [{ label: unitsWords.name, value: name }] }
}

export function roleStanding(current: unknown): Conflict {
  const { version, role } = current as RoleStands
  return { version, now: [{ label: rolesWords.grant.role, value: roleWords[role] }] }
}

export const correction = (form: FormData) => ({
  serviceId: form.get('serviceId'),
  field: form.get('field') ?? '',
  value: String(form.get('value') ?? '').trim(),
  checkedOn: form.get('checkedOn') ?? '',
  reason: form.get('reason') ?? '',
})
