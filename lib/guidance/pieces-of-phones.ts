/** Pieces about one phone (guidance sections 7, 8 and 9, "Record" of each item). */
import { piece } from '@/lib/guidance/piece'
import { choice, day, month, version } from '@/lib/guidance/questions'

/** Roughly how many: never which ones, for a list of apps tells too much of a person. */
const appCounts = ['0', '1_to_5', '6_to_20', 'over_20'] as const

export const phonePieces = {
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
      looked: choice(['yes', 'never']),
      lastCheckedOn: day({ after: { question: 'looked', is: ['yes'] } }),
      pending: choice(['none', 'system', 'apps', 'both'], { after: { question: 'looked', is: ['yes'] } }),
      autoSystem: choice(['on', 'off', 'managed_by_employer', 'not_offered']),
      autoApps: choice(['on', 'off', 'managed_by_employer', 'not_offered']),
      /** Decides no verdict: which version is the newest is nowhere looked up. */
      osVersion: version({ optional: true }),
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
      /** Apps and sites that are left out of it weaken it; why they are is kept with the answer. */
      exceptionReason: choice(['work_needs_it', 'accessibility', 'something_broke', 'other'], {
        after: { question: 'lockdown', is: ['on_with_exceptions'] },
        optional: true,
      }),
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
      /** A number typed into the page of one Wi-Fi network encrypts nothing. */
      encryptedDns: choice(['app_or_profile', 'employer_dns', 'typed_into_wifi', 'none'], {
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
      removed: choice(appCounts, { after: { question: 'reviewed', is: ['yes'] }, optional: true }),
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
      resolver: choice(['cloudflare', 'google', 'quad9', 'employer', 'other'], {
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
      removed: choice(appCounts, { after: { question: 'reviewed', is: ['yes'] }, optional: true }),
      unneededLeft: choice(['none', 'some'], { after: { question: 'reviewed', is: ['yes'] } }),
      onlyAbsolutelyRequired: choice(['all', 'not_all'], { after: { question: 'reviewed', is: ['yes'] } }),
    },
  }),
}
