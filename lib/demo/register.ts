/** The register of messaging platforms of a made-up organisation, as its security team kept it over the year. */
import { eq } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { platformEntries } from '@/db/schema/platforms'
import type { EntryOf, RegisterEntry, TextsOf } from '@/lib/platforms/entry'
import type { FactsOf } from '@/lib/platforms/facts'
import { refreshRegister, stateEntry } from '@/lib/platforms/store'
import type { RegisterKind } from '@/lib/vocabulary'
import { diceFrom } from './dice'
import type { Event } from './person'
import type { Member } from './roster'

const day = 86_400_000

/** One act: so many days before the end, on the thing of this name, in these words. */
type Act = { ago: number; name: string; entry: RegisterEntry }
/** Names of things to their ids, and days to dates. */
type Scene = { id: (name: string) => string; on: (ago: number) => string }

/** Writes the year into the register, judged as the product judges it. @returns what goes into the audit log */
export async function keepRegister(db: Db, by: Member, seed: string, until: Date): Promise<Event[]> {
  const dice = diceFrom(`${seed} register`)
  const ids = new Map<string, string>()
  const id = (name: string) => {
    const known = ids.get(name) ?? dice.uuid()
    ids.set(name, known)
    return known
  }
  const at = (ago: number, minute = 0) => new Date(until.getTime() - ago * day + (9 * 60 + minute) * 60_000)
  const on = (ago: number) => at(ago).toISOString().slice(0, 10)
  const acts = yearOf({ id, on })
  const days = [...new Set([...acts.map(({ ago }) => ago), ...turns])].sort((one, other) => other - one)
  const events: Event[] = []
  for (const ago of days) {
    const todays = acts.filter((act) => act.ago === ago)
    await db.transaction(async (tx) => {
      for (const [n, act] of todays.entries()) {
        const kept = { id: id(act.name), entry: act.entry, day: on(ago), at: at(ago, n), by: by.id }
        const action = await keep(tx, kept, dice.uuid)
        const { kind } = act.entry
        events.push({ at: kept.at, by, action, kind: `register.${kind}`, id: kept.id, personId: null })
      }
      await refreshRegister(tx, at(ago, todays.length), dice.uuid)
    })
  }
  return events
}

/** Days before the end on which the clock is known to have looked. */
const turns = [170, 140, 95, 60, 30, 1]

type Kept = { id: string; entry: RegisterEntry; day: string; at: Date; by: string }
async function keep(tx: Tx, kept: Kept, makeId: () => string): Promise<Event['action']> {
  const { id, entry, at } = kept
  const [known] = await tx.select().from(platformEntries).where(eq(platformEntries.id, id))
  if (known)
    await tx
      .update(platformEntries)
      .set({ version: known.version + 1 })
      .where(eq(platformEntries.id, id))
  else await tx.insert(platformEntries).values({ id, kind: entry.kind, createdAt: at })
  await stateEntry(tx, { entryId: id, entry, confirmedOn: kept.day, answeredBy: kept.by, at }, makeId)
  return known ? 'register.revised' : 'register.recorded'
}

const of = <Kind extends RegisterKind>(kind: Kind, facts: FactsOf<Kind>, texts: TextsOf<Kind>) =>
  ({ kind, facts, texts }) as EntryOf<Kind>

/**
 * Nobody is sure at first; then it is said that nothing is sent, which is wrong; then it begins badly and is mended; it
 * grows old, and is taken up again with everything that had been overlooked.
 */
function yearOf({ id, on }: Scene): Act[] {
  const sending = (ago: number, sends: 'yes' | 'no' | 'not_sure'): Act => ({
    ago,
    name: 'sending',
    entry: of('sending', { sends }, {}),
  })
  return [
    sending(340, 'not_sure'),
    sending(325, 'no'),
    sending(300, 'yes'),
    ...signIns({ id, on }),
    ...keys({ id, on }),
    ...parties({ id, on }),
    ...watching({ id, on }),
    sending(40, 'yes'),
  ]
}

function signIns({ id }: Scene): Act[] {
  const platform = (ago: number, name: string, more: Partial<FactsOf<'platform'>>, own = ''): Act => ({
    ago,
    name,
    entry: of(
      'platform',
      { serviceId: null, fidoOffered: 'not_known', mfaRequired: 'no', allListed: 'yes', ...more },
      { name: own },
    ),
  })
  const signIn = (ago: number, at: string, label: string, more: Partial<FactsOf<'account'>>): Act => ({
    ago,
    name: `${at} ${label}`,
    entry: of(
      'account',
      {
        platformId: id(at),
        access: 'sends',
        heldBy: 'staff',
        thirdPartyId: null,
        signsInBy: 'own_sign_in',
        shows: 'methods',
        methods: [],
        smsRecovery: 'off',
        ...more,
      },
      { label },
    ),
  })
  const staff = (ago: number, withMfa: number): Act => ({
    ago,
    name: 'staff',
    entry: of('staff', { people: 52, withMfa }, {}),
  })
  const bare: Partial<FactsOf<'account'>> = { shows: 'password_only' }
  return [
    platform(300, 'twilio', { serviceId: 'twilio', allListed: 'no' }),
    signIn(299, 'twilio', 'Duty officer', { access: 'administers', methods: ['authenticator_code'] }),
    signIn(299, 'twilio', 'Web shop', bare),
    platform(250, 'twilio', { serviceId: 'twilio' }),
    signIn(250, 'twilio', 'Web shop', { methods: ['authenticator_code'] }),
    staff(250, 31),
    staff(200, 52),
    platform(40, 'twilio', { serviceId: 'twilio' }),
    signIn(40, 'twilio', 'Duty officer', { access: 'administers', methods: ['authenticator_code'] }),
    signIn(40, 'twilio', 'Web shop', { methods: ['authenticator_code', 'sms_code'] }),
    platform(40, 'sinch', { serviceId: 'sinch', mfaRequired: 'yes' }),
    signIn(40, 'sinch', 'Night desk', { methods: ['sms_code'], smsRecovery: 'on_forced_by_service' }),
    platform(40, 'own', { fidoOffered: 'yes' }, 'Help desk'),
    signIn(40, 'own', 'Help desk lead', { access: 'administers', methods: ['fido_security_key'] }),
    signIn(40, 'own', 'Second line', { methods: ['passkey'], smsRecovery: 'on_can_be_removed' }),
    signIn(40, 'own', 'Harbour Print', {
      heldBy: 'agency',
      thirdPartyId: id('Harbour Print'),
      methods: ['email_code'],
    }),
    signIn(40, 'own', 'Weekend team', { heldBy: 'shared_login', shows: 'not_sure' }),
    signIn(40, 'own', 'Trainee of last summer', { heldBy: 'former_staff', methods: ['authenticator_code'] }),
    signIn(40, 'own', 'Reports', { access: 'reads', ...bare }),
    staff(40, 49),
  ]
}

function keys({ id, on }: Scene): Act[] {
  const key = (
    ago: number,
    name: string,
    more: Partial<FactsOf<'credential'>>,
    texts: Partial<TextsOf<'credential'>> = {},
  ): Act => ({
    ago,
    name,
    entry: of(
      'credential',
      {
        platformId: id('twilio'),
        createdOn: on(330),
        lastChangedOn: on(Math.max(ago, 120)),
        whereKept: 'secret_store',
        watched: 'yes',
        lastLookedOn: on(ago),
        compromise: 'none_seen',
        actionOn: null,
        ...more,
      },
      { name, purpose: '', owner: 'Duty officer', action: '', ...texts },
    ),
  })
  const interfaces = (ago: number): Act => ({
    ago,
    name: 'interfaces',
    entry: of('interfaces', { credentials: 'yes', thirdParties: 'yes' }, {}),
  })
  return [
    interfaces(299),
    key(
      299,
      'Reminders, live',
      { watched: 'no', lastLookedOn: null },
      { purpose: 'Reminds of appointments' },
    ),
    key(240, 'Reminders, live', {}, { purpose: 'Reminds of appointments' }),
    key(40, 'Reminders, live', {}, { purpose: 'Reminds of appointments' }),
    key(40, 'Marketing campaigns', { whereKept: 'configuration', watched: 'no' }, { owner: 'Press office' }),
    key(
      40,
      'Old web shop',
      { whereKept: 'code', compromise: 'suspected', lastChangedOn: null },
      { owner: 'Web shop' },
    ),
    key(
      40,
      'Help desk robot',
      { platformId: id('own'), compromise: 'confirmed', actionOn: on(35) },
      { action: 'New key made and put in place, the old one ended' },
    ),
    key(40, 'Test line', {
      watched: 'not_sure',
      lastLookedOn: null,
      compromise: 'not_sure',
      whereKept: 'not_sure',
    }),
  ]
}

function parties({ id, on }: Scene): Act[] {
  const party = (ago: number, name: string, more: Partial<FactsOf<'third_party'>>, document = ''): Act => ({
    ago,
    name,
    entry: of(
      'third_party',
      {
        credentialIds: [id('Reminders, live')],
        agreement: 'signed',
        coversUse: 'yes',
        coversProtection: 'yes',
        coversSharing: 'yes',
        signedOn: on(310),
        endsOn: null,
        ...more,
      },
      { party: name, document },
    ),
  })
  const none = {
    coversUse: 'unanswered',
    coversProtection: 'unanswered',
    coversSharing: 'unanswered',
  } as const
  return [
    party(240, 'Harbour Print', { coversSharing: 'no' }, 'Agreement on messages, version 1'),
    party(190, 'Harbour Print', { endsOn: on(-20) }, 'Agreement on messages, version 2'),
    party(40, 'Quayside Web', { coversProtection: 'no', endsOn: on(-400) }, 'Hosting contract, annex 3'),
    party(40, 'Lantern Reselling', { ...none, agreement: 'not_signed', signedOn: null }),
    party(40, 'Former help desk supplier', { agreement: 'ended', endsOn: on(70) }, 'Support contract'),
    party(40, 'Survey office', { ...none, agreement: 'not_sure', signedOn: null }),
  ]
}

function watching({ on }: Scene): Act[] {
  const monitoring = (ago: number, more: Partial<FactsOf<'monitoring'>>, watcher = ''): Act => ({
    ago,
    name: 'monitoring',
    entry: of(
      'monitoring',
      { activityWatched: 'yes', unwantedWatched: 'yes', audited: 'no', lastAuditOn: null, ...more },
      { watcher, report: more.lastAuditOn ? 'Review of messaging, version 1' : '' },
    ),
  })
  const training = (ago: number, topic: string, people: number): Act => ({
    ago,
    name: `training ${ago}`,
    entry: of('training', { audience: 'whole_team', givenOn: on(ago), people, of: 12 }, { topic }),
  })
  return [
    monitoring(299, { activityWatched: 'no', unwantedWatched: 'no' }),
    { ago: 299, name: 'teaching', entry: of('teaching', { given: 'no' }, {}) },
    monitoring(200, { unwantedWatched: 'no' }, 'Duty officer'),
    training(200, 'Messages in our name', 6),
    monitoring(190, { audited: 'yes', lastAuditOn: on(192) }, 'Duty officer'),
    training(190, 'Messages in our name, for who was not there', 12),
    {
      ago: 150,
      name: 'event',
      entry: of(
        'event',
        { happenedOn: on(152), actionOn: on(151) },
        { what: 'A night of texts that nobody had written', action: 'Key replaced, customers told' },
      ),
    },
    monitoring(40, { audited: 'yes', lastAuditOn: on(192) }, 'Duty officer'),
  ]
}
