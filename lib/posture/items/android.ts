/** Android 2 to 7 for one phone: A2 RCS to A7 app permissions (guidance section 9). A1 stands in hardware.ts. */
import type { PieceAnswers } from '@/lib/guidance/pieces'
import { isOpenAnswer } from '@/lib/guidance/questions'
import { leftOpen } from '@/lib/posture/items/left-open'
import { judgeReview, lookedAt } from '@/lib/posture/items/reviewed'
import { ruledByOrganisation } from '@/lib/posture/items/ruled'
import type { About, Judge } from '@/lib/posture/items/rules'
import { type Ruling, ruled, until } from '@/lib/posture/ruling'

type Messages = PieceAnswers<'android_messages'>
type Chrome = PieceAnswers<'android_chrome'>
type Apps = PieceAnswers<'android_apps'>

/** @returns A2 and A3. */
export const judgeAndroidMessages: Judge<'android_messages'> = (answers, about) => [
  ['A2', encryptedRcs(answers)],
  ['A3', privateDns(answers, about)],
]

/** @returns A4 and A5. Both "should be on by default", and are to be confirmed all the same. */
export const judgeAndroidChrome: Judge<'android_chrome'> = (answers) => [
  ['A4', inChrome(answers, secureConnections)],
  ['A5', inChrome(answers, safeBrowsing)],
]

/** @returns A6 and A7. */
export const judgeAndroidApps: Judge<'android_apps'> = (answers, about) => [
  ['A6', playProtect(answers, about)],
  ['A7', judgeReview('A7', answers, [answers.unneededLeft, answers.onlyAbsolutelyRequired], about)],
]

/** The lock decides and not the brand: RCS that is on is not encrypted by that, and one participant can undo it. */
function encryptedRcs({ messagesApp, rcs, allChatsHaveLock, sensitiveWithoutLock }: Messages): Ruling {
  if (isOpenAnswer(rcs)) return leftOpen(rcs)
  if (rcs === 'off') return ruled('met', ['texts_not_encrypted'])
  if (isOpenAnswer(allChatsHaveLock)) return leftOpen(allChatsHaveLock)
  if (allChatsHaveLock === 'yes') return ruled('met')
  if (messagesApp === 'other' || sensitiveWithoutLock === 'yes') return ruled('not_met', [], 'move_chat')
  if (isOpenAnswer(sensitiveWithoutLock)) return leftOpen(sensitiveWithoutLock, ['bad_so_far'], 'move_chat')
  if (isOpenAnswer(messagesApp)) return leftOpen(messagesApp, ['bad_so_far'], 'move_chat')
  return ruled('partly_met', [], 'move_chat')
}

function privateDns({ privateDns: state, resolver }: Messages, { context }: About): Ruling {
  if (isOpenAnswer(state)) return leftOpen(state)
  if (state === 'off') return ruled('not_met', [], 'choose_dns_hostname')
  if (state === 'automatic') return ruled('partly_met', ['falls_back_to_plain'], 'choose_dns_hostname')
  if (state === 'prevented_by_employer')
    return ruledByOrganisation('A3', 'employerDns', context, null, ['prevented_by_employer'])
  if (isOpenAnswer(resolver)) return leftOpen(resolver)
  if (resolver === 'employer') return ruledByOrganisation('A3', 'employerDns', context, 'choose_dns_hostname')
  if (resolver === 'other') return ruledByOrganisation('A3', 'otherResolvers', context, 'choose_dns_hostname')
  return ruled('met')
}

function inChrome(answers: Chrome, judge: (answers: Chrome) => Ruling): Ruling {
  if (isOpenAnswer(answers.chrome)) return leftOpen(answers.chrome)
  return answers.chrome === 'not_used' ? ruled('not_applicable', ['chrome_not_used']) : judge(answers)
}

function secureConnections({ httpsFirst }: Chrome): Ruling {
  if (isOpenAnswer(httpsFirst)) return leftOpen(httpsFirst)
  return httpsFirst === 'on' ? ruled('met') : ruled('not_met', [], 'turn_on_secure_connections')
}

/** Safe Browsing is on by default and Enhanced is not, so "standard" is half of it. */
function safeBrowsing({ safeBrowsing: level }: Chrome): Ruling {
  if (isOpenAnswer(level)) return leftOpen(level)
  if (level === 'enhanced') return ruled('met')
  return ruled(level === 'standard' ? 'partly_met' : 'not_met', [], 'turn_on_enhanced_protection')
}

/** Three duties in one: it is on, its scans are looked at, and other sources of apps are rare and known. */
function playProtect(answers: Apps, about: About): Ruling {
  const { playProtect: state, otherSources } = answers
  if (state === 'off') return ruled('not_met', [], 'turn_on_play_protect')
  if (state === 'not_available') return ruled('not_met', ['no_google_services'])
  const often = otherSources === 'often'
  if (isOpenAnswer(state)) return leftOpen(state, often ? ['bad_so_far'] : [])
  const looked = lookedAt('A6', answers.scanReviewed, answers.scanReviewedOn, about)
  if (often || looked.in === 'past')
    return ruled('partly_met', [], often ? 'keep_to_one_store' : 'look_at_scans')
  if (looked.in !== 'time') return leftOpen(looked.in, ['met_so_far'])
  const inTime = isOpenAnswer(otherSources) ? leftOpen(otherSources, ['met_so_far']) : ruled('met')
  return until(inTime, looked.lapsesOn)
}
