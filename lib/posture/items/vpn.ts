/** General 8 for one phone: no personal VPN (guidance section 7). One that the employer gives is another use case. */
import { isOpenAnswer } from '@/lib/guidance/questions'
import { leftOpen } from '@/lib/posture/items/left-open'
import type { Judge } from '@/lib/posture/items/rules'
import { ruled } from '@/lib/posture/ruling'

/** @returns G8.0. A VPN is one until it is known to look names up and nothing else. */
export const judgeVpn: Judge<'vpn'> = ({ personalVpn, dnsOnly, employerVpn }) => {
  const employers = employerVpn === 'required' || employerVpn === 'offered' ? (['employer_vpn'] as const) : []
  if (isOpenAnswer(personalVpn)) return [['G8.0', leftOpen(personalVpn)]]
  if (personalVpn === 'none') return [['G8.0', ruled('met', employers)]]
  if (dnsOnly === 'yes') return [['G8.0', ruled('met', ['dns_only', ...employers])]]
  const used = personalVpn !== 'installed_not_used'
  return [['G8.0', ruled(used ? 'not_met' : 'partly_met', employers, 'remove_personal_vpn')]]
}
