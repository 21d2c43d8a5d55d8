/** Which rule judges which piece. */
import type { PieceId } from '@/lib/guidance/pieces'
import { judgeAppUse, reviewOfApp } from '@/lib/posture/items/apps'
import { judgeOddMessages, oddMessagesUnasked } from '@/lib/posture/items/habits'
import { judgeLinkedDevices } from '@/lib/posture/items/linked-devices'
import { judgePasswords } from '@/lib/posture/items/passwords'
import { judgePrivateTalk } from '@/lib/posture/items/private-talk'
import { guidanceUnasked, judgeGuidance } from '@/lib/posture/items/reach'
import { judgeOddEvent } from '@/lib/posture/items/readiness'
import type { Judges, Unasked } from '@/lib/posture/items/rules'

export const judges: Partial<Judges> = {
  guidance: judgeGuidance,
  private_talk: judgePrivateTalk,
  odd_messages: judgeOddMessages,
  passwords: judgePasswords,
  odd_event: judgeOddEvent,
  app_use: judgeAppUse,
  linked_devices: judgeLinkedDevices,
}

/** What of a piece is known before its questions are answered. */
export const unasked: Readonly<Partial<Record<PieceId, Unasked>>> = {
  guidance: guidanceUnasked,
  odd_messages: oddMessagesUnasked,
  app_use: reviewOfApp,
}
