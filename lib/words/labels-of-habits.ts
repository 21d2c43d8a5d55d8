/** Labels beside verdicts on General 1 and 4: a few small words, and the sentence that explains them. */
import type { habitLabelCodes } from '@/lib/guidance/codes-of-habits'

export const habitLabelWords: Readonly<
  Record<(typeof habitLabelCodes)[number], { tag: string; says: string }>
> = {
  guidance_changed: {
    tag: 'the guidance changed',
    says: 'You read an earlier version. This one asks for more, above all of messaging apps.',
  },
  not_end_to_end: {
    tag: 'can be read on the way',
    says: 'At least one of the ways you use is not encrypted from end to end. Chat of a work platform is not, either.',
  },
  encrypted_under_conditions: {
    tag: 'encrypted only sometimes',
    says: 'iMessage and RCS stay encrypted while everybody in the chat has the same kind of app. Else it may become a text message.',
  },
  to_be_looked_at_together: {
    tag: 'to be looked at together',
    says: 'For someone as exposed as you, the security team looks at this answer with you.',
  },
  one_kind_of_phone: {
    tag: 'one kind of phone only',
    says: 'With somebody who has the other kind of phone, it does not stay encrypted.',
  },
  not_reviewed_yet: {
    tag: 'not looked at yet',
    says: 'Your organisation has still to look at this app. It is on the security team’s list; you need do nothing.',
  },
  name_not_sent: {
    tag: 'name not sent',
    says: 'Your organisation does not know that you use this app. What it thinks of the app counts once you send its name to the security team.',
  },
  review_is_old: {
    tag: 'looked at long ago',
    says: 'Your organisation looked at this app, and has to look again. You need do nothing.',
  },
  approved_with_limits: {
    tag: 'approved with limits',
    says: 'Your organisation approved this app for some uses. Which ones stands on the app’s page here.',
  },
  not_approved: { tag: 'not approved', says: 'Your organisation looked at this app and did not approve it.' },
  records_not_decided: {
    tag: 'not decided yet',
    says: 'Your organisation has not said yet whether messages may expire on its phones. You need do nothing.',
  },
  records_forbid_expiry: {
    tag: 'messages must be kept',
    says: 'On this phone the messages have to be kept, so expiry is not asked for.',
  },
  conflicts_with_records_policy: {
    tag: 'conflicts with records policy',
    says: 'Messages delete themselves on a phone where they have to be kept.',
  },
  app_offers_no_expiry: {
    tag: 'app offers no expiry',
    says: 'The app cannot delete messages by itself. Only another app could.',
  },
  incident_to_report: {
    tag: 'tell the security team',
    says: 'A device you did not know was linked. Somebody may have read along, so your security team should hear of it.',
  },
  vault_opened_otherwise: {
    tag: 'opened in another way',
    says: 'Only the managers of Apple and Google are opened by an account there. What opens yours is not known here, so a long, random main password is what to rely on.',
  },
  looked_long_ago: {
    tag: 'looked long ago',
    says: 'The last look is longer ago than your organisation asks for.',
  },
}
