/**
 * The inventory beyond accounts and lines, in pieces of about three minutes. Each has its questions, the items they are
 * judged under, and how long it takes. A piece of a phone or an app is answered once for each of them.
 * Source: guidance sections 3, 4, 7, 8, 9 and 10 ("Record" of each item).
 */
import type { ItemId } from '@/lib/guidance/codes'
import type { IntervalSetting } from '@/lib/guidance/items'
import { type AnswersTo, choice, day, many, month, type Questions } from '@/lib/guidance/questions'

export type PieceScope = 'person' | 'phone' | 'app'
export type PieceShape = {
  of: PieceScope
  items: readonly ItemId[]
  /** A rough honest time, in minutes; our own estimate. */
  minutes: number
  /** The interval after which its answers are asked for again: the shortest of its items'. */
  interval: IntervalSetting
  /** Only for phones of this kind. */
  platform?: 'iphone' | 'android'
  questions: Questions
}
const piece = <const Shape extends PieceShape>(shape: Shape) => shape
const leftCounts = ['0', '1_to_5', '6_to_20', 'over_20'] as const
const appCounts = ['0', '1_to_5', '6_to_20', 'over_20'] as const

export const pieces = {
  // ── the person ──────────────────────────────────────────────────────────────────────────────────────────
  guidance: piece({
    of: 'person',
    items: ['CISA-0'],
    minutes: 6,
    interval: 'yearly',
    questions: { read: choice(['yes', 'not_yet']) },
  }),
  private_talk: piece({
    of: 'person',
    items: ['G1.1', 'G1.2'],
    minutes: 2,
    interval: 'yearly',
    questions: {
      channels: many([
        'signal',
        'whatsapp',
        'other_e2ee',
        'imessage_between_apple',
        'google_messages_rcs_e2ee',
        'facetime',
        'employer_platform',
        'sms_text',
        'ordinary_phone_call',
        'ordinary_email',
        'telegram_ordinary_chat',
        'other',
        'none_sensitive',
      ]),
      mainApp: choice(
        [
          'signal',
          'whatsapp',
          'other_e2ee',
          'imessage_between_apple',
          'google_messages_rcs_e2ee',
          'facetime',
        ],
        {
          after: {
            question: 'channels',
            is: [
              'signal',
              'whatsapp',
              'other_e2ee',
              'imessage_between_apple',
              'google_messages_rcs_e2ee',
              'facetime',
            ],
          },
        },
      ),
      worksAcross: choice(['yes', 'no'], { after: { question: 'mainApp', is: ['other_e2ee'] } }),
    },
  }),
  odd_messages: piece({
    of: 'person',
    items: ['G1.4', 'G1.5', 'G1.6', 'G1.7'],
    minutes: 3,
    interval: 'habits',
    questions: {
      unknownLinks: choice(['never', 'sometimes', 'often']),
      groupInvites: choice(['always', 'sometimes', 'no', 'never_invited']),
      alertAsksForCode: choice(['would_ignore_and_report', 'would_open_settings_myself', 'might_type_code']),
      knowsReport: choice(['yes', 'no']),
    },
  }),
  passwords: piece({
    of: 'person',
    items: ['G4.0', 'G4.1', 'G4.2'],
    minutes: 3,
    interval: 'passwords',
    questions: {
      usesManager: choice(['for_all', 'for_some', 'no']),
      manager: choice(
        [
          'apple_passwords',
          'google_password_manager',
          '1password',
          'bitwarden',
          'dashlane',
          'keeper',
          'lastpass',
          'proton_pass',
          'employer_provided',
          'other',
        ],
        { after: { question: 'usesManager', is: ['for_all', 'for_some'] }, optional: true },
      ),
      vaultPassphrase: choice(
        ['long_unique_random', 'missing_something', 'no_passphrase_uses_device_or_account'],
        { after: { question: 'usesManager', is: ['for_all', 'for_some'] } },
      ),
      reviewed: choice(['yes', 'never']),
      reviewedOn: day({ after: { question: 'reviewed', is: ['yes'] } }),
      weakLeft: choice(leftCounts, { after: { question: 'reviewed', is: ['yes'] } }),
      reusedLeft: choice(leftCounts, { after: { question: 'reviewed', is: ['yes'] } }),
      leakedLeft: choice(leftCounts, { after: { question: 'reviewed', is: ['yes'] } }),
    },
  }),
  odd_event: piece({
    of: 'person',
    items: ['R'],
    minutes: 1,
    interval: 'readiness',
    questions: { knowsWhomToTell: choice(['yes', 'no']) },
  }),

  // ── each messaging app ──────────────────────────────────────────────────────────────────────────────────
  app_use: piece({
    of: 'app',
    items: ['G1.3', 'G1.8', 'G1.9'],
    minutes: 2,
    interval: 'habits',
    questions: {
      usedForSensitive: choice(['yes', 'no']),
      providedBy: choice(['employer', 'own']),
      onDevice: choice(['employer_phone', 'own_phone', 'both']),
      onLegalHold: choice(['yes', 'no'], { after: { question: 'onDevice', is: ['employer_phone', 'both'] } }),
      expiry: choice(['on_default_all', 'on_some_chats', 'off', 'not_offered']),
      coversSensitive: choice(['yes', 'no'], { after: { question: 'expiry', is: ['on_some_chats'] } }),
      expiryTime: choice(['under_1_day', '1_to_7_days', '8_to_30_days', 'longer', 'varies'], {
        after: { question: 'expiry', is: ['on_default_all', 'on_some_chats'] },
        optional: true,
      }),
    },
  }),
  linked_devices: piece({
    of: 'app',
    items: ['G1.10', 'G1.11', 'G1.12'],
    minutes: 2,
    interval: 'linkedDevices',
    questions: {
      checked: choice(['yes', 'never', 'not_offered']),
      checkedOn: day({ after: { question: 'checked', is: ['yes'] } }),
      linked: choice(['0', '1', '2', '3', '4_or_more'], { after: { question: 'checked', is: ['yes'] } }),
      needed: choice(['0', '1', '2', '3', '4_or_more'], { after: { question: 'checked', is: ['yes'] } }),
      unknownFound: choice(['none', 'found_and_removed', 'found_not_removed'], {
        after: { question: 'checked', is: ['yes'] },
      }),
      removedOn: day({ after: { question: 'unknownFound', is: ['found_and_removed'] }, optional: true }),
      /** Beyond the guidance: outside every total. */
      registrationLock: choice(['on', 'off', 'not_offered'], { optional: true }),
    },
  }),

  // ── each phone ──────────────────────────────────────────────────────────────────────────────────────────
  this_phone: piece({
    of: 'phone',
    items: ['G7.0', 'A1'],
    minutes: 2,
    interval: 'yearly',
    questions: {
      platform: choice(['iphone', 'android', 'other']),
      providedBy: choice(['employer', 'own']),
      usedFor: choice(['work', 'personal', 'both']),
      managed: choice(['yes', 'no']),
      boughtOn: month({ optional: true }),
      /** Asked where the model is not in the security team's list. */
      generation: choice(['latest', 'one_before', 'older_still_supported', 'no_longer_supported']),
    },
  }),
  updates: piece({
    of: 'phone',
    items: ['G6.0', 'G6.1'],
    minutes: 1,
    interval: 'updates',
    questions: {
      lastCheckedOn: day(),
      pending: choice(['none', 'system', 'apps', 'both']),
      autoSystem: choice(['on', 'off', 'managed_by_employer', 'not_offered']),
      autoApps: choice(['on', 'off', 'managed_by_employer', 'not_offered']),
    },
  }),
  vpn: piece({
    of: 'phone',
    items: ['G8.0'],
    minutes: 2,
    interval: 'phones',
    questions: {
      personalVpn: choice(['none', 'installed_not_used', 'used_sometimes', 'always_on']),
      dnsOnly: choice(['yes', 'no'], {
        after: { question: 'personalVpn', is: ['installed_not_used', 'used_sometimes', 'always_on'] },
      }),
      employerVpn: choice(['required', 'offered', 'none']),
    },
  }),
  iphone_settings: piece({
    of: 'phone',
    platform: 'iphone',
    items: ['I1', 'I2', 'I3', 'I4'],
    minutes: 3,
    interval: 'phones',
    questions: {
      lockdown: choice(['on', 'on_with_exceptions', 'off', 'prevented_by_employer', 'not_supported']),
      sendAsText: choice(['off', 'on']),
      privateRelay: choice([
        'on',
        'off',
        'off_for_this_network',
        'no_icloud_plus',
        'not_available_in_country',
        'prevented_by_employer',
        'vpn_in_use',
      ]),
      browser: choice(['safari', 'other'], {
        after: { question: 'privateRelay', is: ['on', 'off_for_this_network'] },
        optional: true,
      }),
      encryptedDns: choice(['app_or_profile', 'employer_dns', 'none'], {
        after: {
          question: 'privateRelay',
          is: [
            'off',
            'off_for_this_network',
            'no_icloud_plus',
            'not_available_in_country',
            'prevented_by_employer',
            'vpn_in_use',
            'not_sure',
          ],
        },
      }),
      resolver: choice(['cloudflare_1_1_1_1', 'google_8_8_8_8', 'quad9_9_9_9_9', 'other'], {
        after: { question: 'encryptedDns', is: ['app_or_profile'] },
      }),
      covers: choice(['wifi_and_mobile', 'wifi_only'], {
        after: { question: 'encryptedDns', is: ['app_or_profile'] },
      }),
    },
  }),
  iphone_permissions: piece({
    of: 'phone',
    platform: 'iphone',
    items: ['I5'],
    minutes: 3,
    interval: 'permissions',
    questions: {
      reviewed: choice(['yes', 'never']),
      reviewedOn: day({ after: { question: 'reviewed', is: ['yes'] } }),
      locationApps: choice(appCounts, { after: { question: 'reviewed', is: ['yes'] }, optional: true }),
      cameraApps: choice(appCounts, { after: { question: 'reviewed', is: ['yes'] }, optional: true }),
      microphoneApps: choice(appCounts, { after: { question: 'reviewed', is: ['yes'] }, optional: true }),
      unneededLeft: choice(['none', 'some'], { after: { question: 'reviewed', is: ['yes'] } }),
    },
  }),
  android_messages: piece({
    of: 'phone',
    platform: 'android',
    items: ['A2', 'A3'],
    minutes: 2,
    interval: 'phones',
    questions: {
      messagesApp: choice(['google_messages', 'other']),
      rcs: choice(['off', 'on']),
      allChatsHaveLock: choice(['yes', 'no'], { after: { question: 'rcs', is: ['on'] } }),
      sensitiveWithoutLock: choice(['yes', 'no'], { after: { question: 'allChatsHaveLock', is: ['no'] } }),
      privateDns: choice(['hostname', 'automatic', 'off', 'prevented_by_employer']),
      resolver: choice(['cloudflare', 'google', 'quad9', 'other'], {
        after: { question: 'privateDns', is: ['hostname'] },
      }),
    },
  }),
  android_chrome: piece({
    of: 'phone',
    platform: 'android',
    items: ['A4', 'A5'],
    minutes: 2,
    interval: 'phones',
    questions: {
      chrome: choice(['used', 'not_used']),
      httpsFirst: choice(['on', 'off'], { after: { question: 'chrome', is: ['used'] } }),
      safeBrowsing: choice(['enhanced', 'standard', 'off'], { after: { question: 'chrome', is: ['used'] } }),
    },
  }),
  android_apps: piece({
    of: 'phone',
    platform: 'android',
    items: ['A6', 'A7'],
    minutes: 3,
    interval: 'permissions',
    questions: {
      playProtect: choice(['on', 'off', 'not_available']),
      scanReviewed: choice(['yes', 'never'], { after: { question: 'playProtect', is: ['on'] } }),
      scanReviewedOn: day({ after: { question: 'scanReviewed', is: ['yes'] } }),
      otherSources: choice(['never', 'rarely_known_source', 'often']),
      reviewed: choice(['yes', 'never']),
      reviewedOn: day({ after: { question: 'reviewed', is: ['yes'] } }),
      locationApps: choice(appCounts, { after: { question: 'reviewed', is: ['yes'] }, optional: true }),
      cameraApps: choice(appCounts, { after: { question: 'reviewed', is: ['yes'] }, optional: true }),
      microphoneApps: choice(appCounts, { after: { question: 'reviewed', is: ['yes'] }, optional: true }),
      unneededLeft: choice(['none', 'some'], { after: { question: 'reviewed', is: ['yes'] } }),
      onlyAbsolutelyRequired: choice(['all', 'not_all'], { after: { question: 'reviewed', is: ['yes'] } }),
    },
  }),
}

export const pieceIds = Object.keys(pieces) as readonly (keyof typeof pieces)[]
export type PieceId = keyof typeof pieces
export type PieceAnswers<Piece extends PieceId> = AnswersTo<(typeof pieces)[Piece]['questions']>
type Of<Scope extends PieceScope> = {
  [Piece in PieceId]: (typeof pieces)[Piece]['of'] extends Scope ? Piece : never
}[PieceId]
export type PersonPiece = Of<'person'>
export type PhonePiece = Of<'phone'>
export type AppPiece = Of<'app'>

/** The shape of a piece without the names of its questions: for what treats all pieces alike. */
export const pieceShape = (id: PieceId): PieceShape => pieces[id]
/** The pieces of one kind of thing; of a phone, those of its platform and those of every phone. */
export const piecesOf = (scope: PieceScope, platform?: string): PieceId[] =>
  pieceIds.filter((id) => {
    const shape = pieceShape(id)
    return shape.of === scope && (shape.platform === undefined || shape.platform === platform)
  })
