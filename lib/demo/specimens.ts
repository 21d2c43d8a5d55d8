/** Answers too rare to be left to chance in a small organisation, so that every verdict can be looked at. */
import type { PieceId } from '@/lib/guidance/pieces'
import type { AnyAnswers } from '@/lib/guidance/questions'

const specimens: readonly { piece: PieceId; says: AnyAnswers }[] = [
  { piece: 'linked_devices', says: { checked: 'yes', unknownFound: 'found_not_removed' } },
  {
    piece: 'app_use',
    says: {
      usedForSensitive: 'yes',
      onDevice: 'own_phone',
      expiry: 'on_some_chats',
      coversSensitive: 'not_sure',
    },
  },
  { piece: 'iphone_permissions', says: { reviewed: 'yes', unneededLeft: 'some' } },
]
/** Those of the first people who are not of the cast; in a large organisation they are few. */
const [first, last] = [8, 60]

/** What the person of this number says in a piece whatever the dice say; undefined where it is left to them. */
export function specimenFor(number: number, piece: PieceId): AnyAnswers | undefined {
  const specimen = number < first || number >= last ? undefined : specimens[number % specimens.length]
  return specimen?.piece === piece ? specimen.says : undefined
}
