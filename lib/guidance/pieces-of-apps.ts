/** Pieces about one messaging app (guidance section 4, "Record" of each item). */
import { piece } from '@/lib/guidance/piece'
import { choice, day } from '@/lib/guidance/questions'

/** Apps of the catalogue that are known to let further devices be linked: that they cannot is no answer there. */
export const appsThatLink: readonly string[] = ['signal', 'whatsapp', 'telegram']

export const appPieces = {
  app_use: piece({
    of: 'app',
    items: ['G1.3', 'G1.8', 'G1.9'],
    minutes: 2,
    interval: 'habits',
    questions: {
      usedForSensitive: choice(['yes', 'no']),
      providedBy: choice(['employer', 'own']),
      onDevice: choice(['employer_phone', 'own_phone', 'both']),
      onLegalHold: choice(['yes', 'no'], {
        after: { question: 'onDevice', is: ['employer_phone', 'both'] },
        holderOnly: true,
      }),
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
      /** "Four or more" of both says nothing of whether they are the same. */
      needsAll: choice(['yes', 'no'], { after: { question: 'needed', is: ['4_or_more'] } }),
      unknownFound: choice(['none', 'found_and_removed', 'found_not_removed'], {
        after: { question: 'checked', is: ['yes'] },
      }),
      removedOn: day({ after: { question: 'unknownFound', is: ['found_and_removed'] }, optional: true }),
      /** Beyond the guidance: outside every total. */
      registrationLock: choice(['on', 'off', 'not_offered'], { optional: true }),
    },
  }),
}
