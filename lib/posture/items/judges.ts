/** Which rule judges which piece. */
import type { Judges } from '@/lib/posture/items/rules'

export const judges: Partial<Judges> = {}
