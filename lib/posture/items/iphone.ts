/** iPhone 1 to 5 for one phone: I1 Lockdown Mode to I5 app permissions (guidance section 8). */
import type { LabelCode } from '@/lib/guidance/codes'
import type { PieceAnswers } from '@/lib/guidance/pieces'
import { isOpenAnswer } from '@/lib/guidance/questions'
import { leftOpen } from '@/lib/posture/items/left-open'
import { judgeReview } from '@/lib/posture/items/reviewed'
import { asOldAs, ruledByOrganisation } from '@/lib/posture/items/ruled'
import type { About, Judge } from '@/lib/posture/items/rules'
import { employersVpn, saysEmployers, usesOwnVpn } from '@/lib/posture/items/vpn'
import { heldBack, type Ruling, ruled } from '@/lib/posture/ruling'

type Answers = PieceAnswers<'iphone_settings'>

/** @returns I1 to I4. */
export const judgeIphoneSettings: Judge<'iphone_settings'> = (answers, about) => [
  ['I1', lockdownMode(answers.lockdown, about)],
  ['I2', sendAsText(answers.sendAsText)],
  ['I3', insideVpn(protectedDns(answers, about), about, answers.privateRelay)],
  ['I4', privateRelay(answers, about)],
]

/** @returns I5. */
export const judgeIphonePermissions: Judge<'iphone_permissions'> = (answers, about) => [
  ['I5', judgeReview('I5', answers, [answers.unneededLeft], about)],
]

/** Left off for whatever reason is not met, whoever it is: who cannot live with it asks for an exception. */
function lockdownMode(lockdown: Answers['lockdown'], { phone }: About): Ruling {
  if (isOpenAnswer(lockdown)) return leftOpen(lockdown)
  if (lockdown === 'on') return ruled('met')
  if (lockdown === 'on_with_exceptions') return ruled('met', ['with_exceptions'])
  if (lockdown === 'prevented_by_employer')
    return ruled('not_met', ['prevented_by_employer'], 'ask_employer_to_allow')
  if (lockdown === 'off') return ruled('not_met', [], 'turn_on_lockdown')
  const employers = phone?.said.this_phone?.facts.providedBy === 'employer'
  return ruled('not_met', ['system_too_old'], employers ? 'ask_for_newer_phone' : 'replace_phone')
}

function sendAsText(state: Answers['sendAsText']): Ruling {
  if (isOpenAnswer(state)) return leftOpen(state)
  return state === 'off' ? ruled('met') : ruled('not_met', [], 'turn_off_send_as_text')
}

/**
 * Private Relay is what the guidance asks for; encrypted DNS is its "partial free alternative": partly met, and for
 * somebody who cannot have Private Relay nothing more is asked (decision 1).
 */
function protectedDns(answers: Answers, about: About): Ruling {
  const relay = answers.privateRelay
  if (isOpenAnswer(relay)) return leftOpen(relay)
  if (relay === 'on') return ruled('met')
  // Elsewhere it protects, so it is partly met whatever stands beside it.
  if (relay === 'off_for_this_network') return ruled('partly_met', [], 'turn_on_private_relay')
  if (isOpenAnswer(answers.encryptedDns)) return leftOpen(answers.encryptedDns)
  if (answers.encryptedDns === 'employer_dns')
    return ruledByOrganisation('I3', 'employerDns', about.context, 'set_up_encrypted_dns')
  if (answers.encryptedDns === 'app_or_profile') return encryptedDns(answers, about)
  const labels: LabelCode[] = answers.encryptedDns === 'typed_into_wifi' ? ['not_encrypted_dns'] : []
  return ruled('not_met', labels, relay === 'off' ? 'turn_on_private_relay' : 'set_up_encrypted_dns')
}

/**
 * Inside a VPN, the VPN's DNS is used, whatever else is set: the employer's resolver where the employer's VPN always
 * runs, which the organisation rules on. What protects without the VPN still counts where that ruling does not do better.
 */
function insideVpn(ruling: Ruling, { phone, context }: About, relay: string): Ruling {
  const vpn = phone?.said.vpn?.facts
  if (!vpn || ruling.verdict === 'unknown') return ruling
  const protects = ruling.verdict !== 'not_met'
  if (usesOwnVpn(vpn)) return protects ? labelled(ruling, 'own_vpn_instead') : ruling
  const runs = relay === 'vpn_in_use' || saysEmployers(vpn)
  if (isOpenAnswer(vpn.personalVpn) || !runs) return ruling
  const { employerVpn, vpnCheckedOn } = context.rulings
  if (employersVpn(vpn, employerVpn) !== 'always') {
    // By its holder's word alone another resolver would be used.
    const byRuling = ruling.verdict !== 'met' && employersVpn(vpn, null) === 'always'
    return byRuling ? asOldAs('I3', ruling, vpnCheckedOn, context) : ruling
  }
  if (ruling.verdict === 'met') return labelled(ruling, 'employer_vpn')
  const inside = ruledByOrganisation('I3', 'employerDns', context, null, ['employer_vpn'])
  return protects && inside.verdict !== 'met'
    ? labelled(ruling, ...beside(inside))
    : asOldAs('I3', inside, vpnCheckedOn, context)
}

/** What protects by itself does not grow old with a ruling that stands beside it. */
const beside = ({ labels }: Ruling) => labels.filter((label) => label !== 'ruling_is_old')
const labelled = (ruling: Ruling, ...labels: readonly LabelCode[]): Ruling => ({
  ...ruling,
  labels: [...new Set([...ruling.labels, ...labels])],
})

function encryptedDns(answers: Answers, about: About): Ruling {
  const { privateRelay: relay, covers } = answers
  const partly: LabelCode[] = ['partial_free_alternative']
  if (covers === 'wifi_only') return ruled('partly_met', partly, 'cover_mobile_data')
  if (isOpenAnswer(covers)) return ruled('partly_met', partly, leftOpen(covers).nextAction)
  if (relay === 'no_icloud_plus') return ruled('partly_met', [...partly, 'complete_without_icloud_plus'])
  const better = privateRelay(answers, about)
  return ruled('partly_met', [...partly, ...beside(better)], better.nextAction)
}

function privateRelay({ privateRelay: relay, browser }: Answers, about: About): Ruling {
  if (isOpenAnswer(relay)) return leftOpen(relay)
  const safari: LabelCode[] = browser === 'other' ? ['safari_only', 'browses_elsewhere'] : ['safari_only']
  switch (relay) {
    case 'on':
      return ruled('met', safari)
    case 'off':
      return ruled('not_met', [], 'turn_on_private_relay')
    case 'off_for_this_network':
      return ruled('partly_met', safari, 'turn_on_private_relay')
    case 'no_icloud_plus':
      return ruled('not_met', ['needs_paid_plan'], 'ask_for_icloud_plus')
    case 'not_available_in_country':
      return ruled('not_applicable', ['not_available_here'])
    case 'prevented_by_employer':
      return ruled('not_applicable', ['prevented_by_employer'])
    case 'vpn_in_use':
      return besideVpn(about)
  }
}

/**
 * It stands aside while a VPN runs. The employer's is a reason where it has to run, one's own is not, and which it is
 * stands in another piece. Where nobody has one, the two answers do not fit together.
 */
function besideVpn({ phone, context }: About): Ruling {
  const { employerVpn, vpnCheckedOn } = context.rulings
  const vpn = phone?.said.vpn?.facts
  if (!vpn) return heldBack('unanswered', 'settle_vpn_answers')
  if (usesOwnVpn(vpn)) return ruled('not_met', ['own_vpn_instead'], 'remove_personal_vpn')
  if (isOpenAnswer(vpn.personalVpn)) return heldBack(vpn.personalVpn, 'settle_vpn_answers')
  const byRuling: LabelCode[] = employerVpn ? ['ruled_by_organisation'] : []
  const employers = employersVpn(vpn, employerVpn)
  if (isOpenAnswer(employers)) return heldBack(employers, 'settle_vpn_answers')
  if (employers === 'always')
    return asOldAs('I4', ruled('not_applicable', ['employer_vpn', ...byRuling]), vpnCheckedOn, context)
  if (employers === 'at_times')
    return asOldAs(
      'I4',
      ruled('not_met', ['vpn_may_rest', ...byRuling], 'turn_on_private_relay'),
      vpnCheckedOn,
      context,
    )
  const forNames = vpn.personalVpn !== 'none' && vpn.personalVpn !== 'installed_not_used'
  return forNames
    ? ruled('not_met', ['dns_only'], 'turn_on_private_relay')
    : heldBack('not_sure', 'settle_vpn_answers', ['answers_disagree'])
}
