/**
 * The questions of the pieces about a phone, as they are put. Where the setting is found stands in lib/guidance/paths.ts,
 * and what changes when it is turned on in lib/words/costs.ts: both are drawn beside the question.
 */
import type { PhonePiece } from '@/lib/guidance/pieces'
import type { QuestionWords } from '@/lib/words/question-words'

const howMany = { '0': 'None', '1_to_5': '1 to 5', '6_to_20': '6 to 20', over_20: 'More than 20' }
const yesNo = { yes: 'Yes', no: 'No' }
const onOff = { on: 'On', off: 'Off' }
const automatic = {
  on: 'On',
  off: 'Off',
  managed_by_employer: 'My employer decides when',
  not_offered: 'This phone does not offer it',
}
const didReview = { yes: 'Yes', never: 'No, never' }
const counts = 'A rough count is enough. Nobody needs to know which apps: a list of them tells too much.'

export const questionsOfPhones: QuestionWords<PhonePiece> = {
  this_phone: {
    platform: {
      label: 'Which kind of phone is it?',
      hint: 'It decides what is asked. What does not concern your phone is left out.',
      choices: { iphone: 'iPhone', android: 'Android', other: 'Another kind' },
    },
    providedBy: {
      label: 'Whose phone is it?',
      choices: { employer: 'My employer gave it to me', own: 'My own' },
    },
    usedFor: {
      label: 'What do you use it for?',
      hint: 'Work mail or a work chat on it is work.',
      choices: { work: 'Work', personal: 'Private things only', both: 'Both' },
    },
    managed: {
      label: 'Does your employer manage its settings?',
      hint: 'Then the settings show a management profile, or a work profile.',
      choices: yesNo,
    },
    boughtOn: {
      label: 'In which month did you get it?',
      hint: 'A phone counts as recent by the day it was chosen: a newer model since then changes nothing.',
    },
    generation: {
      label: 'How new is the model?',
      hint: 'Asked where your security team’s list does not hold the model.',
      notes: [
        'The guidance asks for the latest when a phone is chosen. It asks nobody to buy one each year.',
        'An older phone that still gets security updates is fine until you change phones.',
        'If it runs a system that is not its maker’s own, choose “I’m not sure”: no list speaks of that.',
      ],
      choices: {
        latest: 'The maker’s latest',
        one_before: 'The one before',
        older_still_supported: 'Older, and it still gets security updates',
        no_longer_supported: 'It gets no security updates any more',
      },
    },
  },
  updates: {
    looked: {
      label: 'Have you looked for updates on this phone yourself?',
      hint: 'Once a week is what the guidance asks for. That they are automatic does not prove that they ran.',
      notes: ['Full storage, no power at night or a phone that is never restarted can each stop them.'],
      choices: { yes: 'Yes', never: 'Never' },
    },
    lastCheckedOn: { label: 'When did you last look?' },
    pending: {
      label: 'Was anything waiting to be installed?',
      hint: 'Apps have a list of their own in the store: look at both.',
      choices: { none: 'Nothing', system: 'The system', apps: 'Apps', both: 'The system and apps' },
    },
    autoSystem: {
      label: 'Does the system update by itself?',
      hint: 'Look for two switches: that it downloads, and that it installs. Both on is “On”.',
      choices: automatic,
    },
    autoApps: {
      label: 'Do apps update by themselves?',
      hint: 'This is in the settings of the store, and not beside the system’s own.',
      choices: automatic,
    },
    osVersion: {
      label: 'Which version does the system have?',
      hint: 'Numbers and dots only, such as 26.1.',
      notes: [
        'Nothing is judged by it. It helps your security team to help you, should a version turn out to be unsafe.',
      ],
    },
  },
  vpn: {
    personalVpn: {
      label: 'Is there a VPN on it that is your own choice, and not your employer’s?',
      hint: 'Only in hotels or on journeys is still use.',
      notes: [
        'Virus scanners, browsers and ad blockers may bring one along. The VPN page of the settings shows it.',
        'iCloud Private Relay does not count as one: the guidance asks for it.',
        'Why not? A VPN moves what remains of the risk from your internet provider to the VPN’s maker, and often gives an attacker more to work with. Many have doubtful policies.',
        'Some need one to reach family or services abroad. Answer what is so, and ask for an exception with an end date.',
      ],
      choices: {
        none: 'No',
        installed_not_used: 'One is installed, and I do not use it',
        used_sometimes: 'Yes, sometimes',
        always_on: 'Yes, always',
      },
    },
    dnsOnly: {
      label: 'Does it look names up and nothing else?',
      hint: 'The app called 1.1.1.1 shows as a VPN and is none, as long as its WARP mode is off.',
      choices: { yes: 'Yes, only names', no: 'No, all traffic goes through it' },
    },
    employerVpn: {
      label: 'Does your employer give you a VPN?',
      hint: 'To reach your organisation’s data through one is another use, and is not held against you.',
      choices: { required: 'Yes, and I need it', offered: 'Yes, if I like', none: 'No' },
    },
  },
  iphone_settings: {
    lockdown: {
      label: 'Is Lockdown Mode on?',
      hint: 'It leaves an attacker less to work with, and you lose some of what apps and sites do.',
      notes: ['If you cannot live with it, answer what is so and ask for an exception with a reason.'],
      choices: {
        on: 'On',
        on_with_exceptions: 'On, with apps or sites left out',
        off: 'Off',
        prevented_by_employer: 'My employer does not allow it',
        not_supported: 'This phone does not offer it',
      },
    },
    exceptionReason: {
      label: 'Why are they left out?',
      hint: 'Not which ones: only why.',
      choices: {
        work_needs_it: 'Work needs them',
        accessibility: 'I need them to use the phone',
        something_broke: 'They did not work with it',
        other: 'Another reason',
      },
    },
    sendAsText: {
      label: 'Is “Send as Text Message” off?',
      hint: '“Text Message Forwarding” is another setting. This one is farther down on the same page.',
      notes: [
        'Off, a message to another iPhone may not go at all when it cannot go encrypted.',
        'It protects messages between Apple devices only. Messages to others go as text messages all the same.',
        'On older systems the page is found under Settings, Messages.',
      ],
      choices: { off: 'It is off', on: 'It is on' },
    },
    privateRelay: {
      label: 'Is iCloud Private Relay on?',
      hint: 'It comes with iCloud+, a paid plan. A network can switch it off without a word, so look at the network you are in too.',
      choices: {
        on: 'On',
        off: 'Off',
        off_for_this_network: 'On, but off for the network I use',
        no_icloud_plus: 'I have no iCloud+',
        not_available_in_country: 'Not available in my country',
        prevented_by_employer: 'My employer does not allow it',
        vpn_in_use: 'A VPN runs all the time in its place',
      },
    },
    browser: {
      label: 'Which browser do you use on it?',
      hint: 'What Private Relay does is limited to Safari.',
      choices: { safari: 'Safari', other: 'Mostly another' },
    },
    encryptedDns: {
      label: 'Does something else encrypt the names of the sites that your phone looks up?',
      hint: 'An app or a profile of a resolver does. A number typed into the page of a Wi-Fi network does not, and holds for that network alone.',
      notes: [
        'Private Relay protects Safari. An encrypted resolver also protects what other apps look up. Each does something the other does not.',
        'While a VPN runs, names are looked up through the VPN.',
      ],
      choices: {
        app_or_profile: 'Yes, an app or a profile',
        employer_dns: 'My employer’s own, set by its management',
        typed_into_wifi: 'I typed a number into the page of a Wi-Fi network',
        none: 'No',
      },
    },
    resolver: {
      label: 'Whose is it?',
      hint: 'These three are named as examples in the guidance.',
      choices: {
        cloudflare_1_1_1_1: 'Cloudflare, 1.1.1.1',
        google_8_8_8_8: 'Google, 8.8.8.8',
        quad9_9_9_9_9: 'Quad9, 9.9.9.9',
        other: 'Another',
      },
    },
    covers: {
      label: 'Where does it work?',
      hint: 'A profile that your employer installed may cover its own Wi-Fi only. That counts as Wi-Fi only.',
      choices: { wifi_and_mobile: 'Wi-Fi and mobile data', wifi_only: 'Wi-Fi only' },
    },
  },
  iphone_permissions: {
    reviewed: {
      label: 'Have you looked through which apps have location, camera and microphone?',
      hint: 'These three are examples. Contacts and photos are worth a look too.',
      choices: didReview,
    },
    reviewedOn: { label: 'When did you last look?' },
    locationApps: { label: 'How many apps have your location?', hint: counts, choices: howMany },
    cameraApps: { label: 'How many have the camera?', hint: counts, choices: howMany },
    microphoneApps: { label: 'How many have the microphone?', hint: counts, choices: howMany },
    removed: { label: 'From how many did you take something back?', hint: counts, choices: howMany },
    unneededLeft: {
      label: 'Is an app left that has something it does not need?',
      choices: { none: 'None is left', some: 'Some are left' },
    },
  },
  android_messages: {
    messagesApp: {
      label: 'With which app do you send text messages?',
      choices: { google_messages: 'Google Messages', other: 'Another, such as the phone maker’s' },
    },
    rcs: {
      label: 'Is RCS on in it?',
      hint: 'RCS replaces text messages. That it is on does not mean that it is encrypted: it is where everybody in the chat uses Google Messages.',
      choices: onOff,
    },
    allChatsHaveLock: {
      label: 'Look at the send button in your chats: is a lock on it?',
      hint: 'The lock decides, and not the name of the app. Look at group chats too.',
      notes: [
        'One person with another app takes the lock off the whole group.',
        'A chat can fall back to ordinary text messages when somebody is without data. The lock is gone then.',
        'Chats with companies are not encrypted from end to end.',
      ],
      choices: { yes: 'Yes, all of them', no: 'Some have none' },
    },
    sensitiveWithoutLock: {
      label: 'Is anything sensitive written in those without a lock?',
      choices: yesNo,
    },
    privateDns: {
      label: 'What does Private DNS show?',
      hint: 'The guidance names resolvers by number, and this setting takes a name: one.one.one.one, dns.google or dns.quad9.net.',
      notes: [
        '“Automatic” encrypts where the network can, and goes on in plain where it cannot.',
        'Some networks block it, and people turn it off there and forget it. Look again.',
      ],
      choices: {
        hostname: 'The name of a provider',
        automatic: 'Automatic',
        off: 'Off',
        prevented_by_employer: 'My employer sets it, and I cannot change it',
      },
    },
    resolver: {
      label: 'Whose name is it?',
      hint: 'The first three are named as examples in the guidance.',
      choices: {
        cloudflare: 'Cloudflare, one.one.one.one',
        google: 'Google, dns.google',
        quad9: 'Quad9, dns.quad9.net',
        employer: 'My employer’s',
        other: 'Another',
      },
    },
  },
  android_chrome: {
    chrome: {
      label: 'Do you use Chrome on it?',
      choices: { used: 'Yes', not_used: 'No, another browser' },
    },
    httpsFirst: {
      label: 'Is “Always use secure connections” on?',
      hint: 'It should be on by itself. Look all the same, in each profile of Chrome that you use.',
      choices: onOff,
    },
    safeBrowsing: {
      label: 'What is Safe Browsing set to?',
      hint: 'It is on by itself; Enhanced is not, and it shares more with Google. Where your employer manages Chrome, it may be locked.',
      choices: { enhanced: 'Enhanced protection', standard: 'Standard protection', off: 'No protection' },
    },
  },
  android_apps: {
    playProtect: {
      label: 'Is Play Protect on?',
      choices: { on: 'On', off: 'Off', not_available: 'This phone has no Google services' },
    },
    scanReviewed: {
      label: 'Have you looked at what its scans found?',
      choices: didReview,
    },
    scanReviewedOn: { label: 'When did you last look at a scan?' },
    otherSources: {
      label: 'Do apps come onto it from other places than the Play Store?',
      hint: 'Your employer’s own store is a known source.',
      choices: {
        never: 'Never',
        rarely_known_source: 'Rarely, and from a source I know',
        often: 'Often, or from wherever I find them',
      },
    },
    reviewed: {
      label: 'Have you looked through which apps have location, camera and microphone?',
      hint: 'The menu’s name differs between makers: look for permissions, or for privacy.',
      choices: didReview,
    },
    reviewedOn: { label: 'When did you last look at permissions?' },
    locationApps: { label: 'How many apps have your location?', hint: counts, choices: howMany },
    cameraApps: { label: 'How many have the camera?', hint: counts, choices: howMany },
    microphoneApps: { label: 'How many have the microphone?', hint: counts, choices: howMany },
    removed: { label: 'From how many did you take something back?', hint: counts, choices: howMany },
    unneededLeft: {
      label: 'Is an app left that has something it does not need?',
      choices: { none: 'None is left', some: 'Some are left' },
    },
    onlyAbsolutelyRequired: {
      label: 'Do only those have location, camera or microphone that cannot work without?',
      hint: 'This is more than “useful”: the guidance says to avoid them unless absolutely required.',
      choices: { all: 'Yes, only those', not_all: 'Not all of them' },
    },
  },
}
