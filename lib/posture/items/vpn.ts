/** General 8 for one phone: no personal VPN (guidance section 7). One that the employer gives is another use case. */
import type { PieceAnswers } from '@/lib/guidance/pieces'
import { isOpenAnswer, type NoAnswer } from '@/lib/guidance/questions'
import type { EmployerVpn } from '@/lib/posture/items/facts'
import { leftOpen } from '@/lib/posture/items/left-open'
import type { Judge } from '@/lib/posture/items/rules'
import { heldBack, type Ruling, ruled } from '@/lib/posture/ruling'

type Answers = PieceAnswers<'vpn'>

/** @returns G8.0. A VPN is one until it is known to look names up and nothing else. */
export const judgeVpn: Judge<'vpn'> = (answers, { context }) => [
  ['G8.0', noneOfOnesOwn(answers, context.rulings.employerVpn)],
]

function noneOfOnesOwn(answers: Answers, ruling: EmployerVpn | null): Ruling {
  const { personalVpn, dnsOnly, employerVpn } = answers
  const employers = ruling !== 'none' && saysEmployers(answers) ? (['employer_vpn'] as const) : []
  if (isOpenAnswer(personalVpn)) return leftOpen(personalVpn)
  if (personalVpn !== 'none' && dnsOnly !== 'yes') {
    const used = personalVpn !== 'installed_not_used'
    return ruled(used ? 'not_met' : 'partly_met', employers, 'remove_personal_vpn')
  }
  if (ruling === 'none' && employerVpn !== 'none') return notTheEmployers(employerVpn)
  return ruled('met', personalVpn === 'none' ? employers : ['dns_only', ...employers])
}

/** The organisation gives none, so whose it is that its holder takes for the employer's is not known. */
const notTheEmployers = (said: Answers['employerVpn']): Ruling =>
  isOpenAnswer(said)
    ? leftOpen(said, [], 'settle_vpn_answers')
    : heldBack('not_sure', 'settle_vpn_answers', ['no_employer_vpn'])

/** Whether a VPN of one's own is in use: on journeys only is still use, and what only looks names up is no VPN. */
export const usesOwnVpn = ({ personalVpn, dnsOnly }: Answers): boolean =>
  (personalVpn === 'used_sometimes' || personalVpn === 'always_on') && dnsOnly !== 'yes'

/** Whether its holder says that the employer gives one. */
export const saysEmployers = ({ employerVpn }: Answers): boolean =>
  employerVpn === 'required' || employerVpn === 'offered'

/** How the employer's VPN runs: the organisation's ruling where there is one, its holder's word else. */
export const employersVpn = ({ employerVpn }: Answers, ruling: EmployerVpn | null): EmployerVpn | NoAnswer =>
  ruling ?? (employerVpn === 'required' ? 'always' : employerVpn === 'offered' ? 'at_times' : employerVpn)
