/** Labels beside the verdicts on a phone: a few small words, and the sentence that explains them. */
import type { phoneLabelCodes } from '@/lib/guidance/codes-of-phones'

export const phoneLabelWords: Readonly<
  Record<(typeof phoneLabelCodes)[number], { tag: string; says: string }>
> = {
  bad_so_far: { tag: 'not good so far', says: 'What is known is not good, and an answer is missing.' },
  asked_of_organisation: {
    tag: 'asked of your organisation',
    says: 'Your employer chose this phone, so this is asked of your organisation.',
  },
  prevented_by_employer: {
    tag: 'your employer does not allow it',
    says: 'Your employer’s settings do not let you turn it on. You cannot mend that.',
  },
  ruled_by_organisation: {
    tag: 'your organisation’s ruling',
    says: 'Your organisation rules on this, and its ruling decides.',
  },
  ruling_awaited: {
    tag: 'ruling awaited',
    says: 'Your organisation has not ruled on this yet. There is nothing for you to do.',
  },
  ruling_is_old: {
    tag: 'ruled on long ago',
    says: 'Your organisation ruled on this, and has to look again. You need do nothing.',
  },
  list_incomplete: {
    tag: 'list not complete',
    says: 'Your security team’s list of models does not say this yet. There is nothing for you to do.',
  },
  model_not_listed: {
    tag: 'not in the list yet',
    says: 'Your security team’s list does not have this model. The team sees that a phone waits, and not whose it is.',
  },
  no_longer_supported: { tag: 'no longer supported', says: 'Its maker mends no more holes in it.' },
  was_latest_when_chosen: {
    tag: 'latest when chosen',
    says: 'It was the maker’s latest when you got it. A newer one since then changes nothing.',
  },
  personal_use_only: {
    tag: 'personal use only',
    says: 'This is asked of phones that are used for work, and of people who are highly targeted.',
  },
  employer_sets_updates: {
    tag: 'your employer sets it',
    says: 'Your employer decides when updates are installed, also when it waits with them.',
  },
  not_offered_here: {
    tag: 'not offered on this phone',
    says: 'The phone does not offer it. You cannot mend that; looking once a week stands in for it.',
  },
  employer_vpn: {
    tag: 'your employer’s VPN',
    says: 'A VPN that your organisation gives is another use than a personal one. While it runs, names are looked up through it.',
  },
  no_employer_vpn: {
    tag: 'not your organisation’s',
    says: 'Your organisation says that it gives no VPN. See whose the one on this phone is.',
  },
  vpn_may_rest: {
    tag: 'the VPN may rest',
    says: 'Your organisation’s VPN does not have to run all the time. While it is off, Private Relay can run.',
  },
  answers_disagree: {
    tag: 'two answers do not fit',
    says: 'Here a VPN runs all the time, and in the piece “VPN” there is none. One of the two is to be looked at again.',
  },
  dns_only: {
    tag: 'for names only',
    says: 'It shows as a VPN and only looks names up. Its WARP mode, or the like, would make it one.',
  },
  with_exceptions: {
    tag: 'with exceptions',
    says: 'Apps and sites that are left out of Lockdown Mode are as open as before.',
  },
  system_too_old: {
    tag: 'system too old',
    says: 'This phone cannot run a system that has Lockdown Mode.',
  },
  partial_free_alternative: {
    tag: 'partial free alternative',
    says: 'The guidance counts an encrypted resolver as a part of what Private Relay does. It also protects apps other than Safari.',
  },
  complete_without_icloud_plus: {
    tag: 'complete without iCloud+',
    says: 'Without iCloud+ this is all there is. Nothing more is asked of you.',
  },
  not_encrypted_dns: {
    tag: 'not encrypted',
    says: 'A number typed into the page of a Wi-Fi network encrypts nothing, and holds for that network alone.',
  },
  safari_only: { tag: 'Safari only', says: 'What Private Relay does is limited to Safari.' },
  browses_elsewhere: {
    tag: 'another browser is used',
    says: 'You browse with something else than Safari, so Private Relay does little for that.',
  },
  needs_paid_plan: {
    tag: 'needs a paid plan',
    says: 'Private Relay comes with iCloud+. Your organisation may pay for it.',
  },
  not_available_here: {
    tag: 'not available in this country',
    says: 'Private Relay is not available where this account is. You cannot mend that.',
  },
  own_vpn_instead: {
    tag: 'own VPN in its place',
    says: 'While a VPN of your own runs, names are looked up through it, and Private Relay stands aside.',
  },
  texts_not_encrypted: {
    tag: 'ordinary texts are open',
    says: 'With RCS off, messages go as ordinary texts, which anybody in the network can read. They are judged under General 1.',
  },
  falls_back_to_plain: {
    tag: 'falls back to plain',
    says: 'Automatic encrypts where the network can, and goes on in plain where it cannot.',
  },
  chrome_not_used: { tag: 'Chrome not used', says: 'Chrome is not used on this phone.' },
  no_google_services: {
    tag: 'no Google services',
    says: 'This phone has no Google services, so it has no Play Protect.',
  },
}
