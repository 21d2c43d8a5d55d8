/** Which rule judges which piece. */
import type { PieceId } from '@/lib/guidance/pieces'
import { judgeAndroidApps, judgeAndroidChrome, judgeAndroidMessages } from '@/lib/posture/items/android'
import { judgeAppUse, reviewOfApp } from '@/lib/posture/items/apps'
import { judgeOddMessages, oddMessagesUnasked } from '@/lib/posture/items/habits'
import { judgeHardware } from '@/lib/posture/items/hardware'
import { judgeIphonePermissions, judgeIphoneSettings } from '@/lib/posture/items/iphone'
import { judgeLinkedDevices } from '@/lib/posture/items/linked-devices'
import { judgePasswords } from '@/lib/posture/items/passwords'
import { judgePrivateTalk } from '@/lib/posture/items/private-talk'
import { guidanceUnasked, judgeGuidance } from '@/lib/posture/items/reach'
import { judgeOddEvent } from '@/lib/posture/items/readiness'
import type { Judges, Unasked } from '@/lib/posture/items/rules'
import { judgeUpdates } from '@/lib/posture/items/updates'
import { judgeVpn } from '@/lib/posture/items/vpn'

export const judges: Judges = {
  guidance: judgeGuidance,
  private_talk: judgePrivateTalk,
  odd_messages: judgeOddMessages,
  passwords: judgePasswords,
  odd_event: judgeOddEvent,
  app_use: judgeAppUse,
  linked_devices: judgeLinkedDevices,
  this_phone: judgeHardware,
  updates: judgeUpdates,
  vpn: judgeVpn,
  iphone_settings: judgeIphoneSettings,
  iphone_permissions: judgeIphonePermissions,
  android_messages: judgeAndroidMessages,
  android_chrome: judgeAndroidChrome,
  android_apps: judgeAndroidApps,
}

/** What of a piece is known before its questions are answered. */
export const unasked: Readonly<Partial<Record<PieceId, Unasked>>> = {
  guidance: guidanceUnasked,
  odd_messages: oddMessagesUnasked,
  app_use: reviewOfApp,
}
