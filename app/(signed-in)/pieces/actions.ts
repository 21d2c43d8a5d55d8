'use server'
import { action } from '@/app/action'
import type { Conflict } from '@/app/ui/form-state'
import { pieceAddress, saidAddress } from '@/lib/pieces/address'
import { lookForUpdates } from '@/lib/pieces/commands/look'
import { sayNone } from '@/lib/pieces/commands/none'
import { type CurrentPiece, confirmPiece, statePiece } from '@/lib/pieces/commands/state'
import { answersFrom, pieceField, pieceFrom, pieceNamed } from '@/lib/pieces/form'
import { answersInWords } from '@/lib/words/questions'

export const state = action({
  command: statePiece,
  read: (form) => ({
    ...pieceFrom(form),
    answers: answersFrom(form),
    otherApp: String(form.get('otherApp') ?? ''),
  }),
  done: (_, form) => ({ to: placeAfter(form, 'stated') }),
  fieldOf: pieceField,
  standing: (current): Conflict => standsNow(current),
})

export const confirm = action({
  command: confirmPiece,
  read: (form) => ({ ...pieceFrom(form), lookedAgain: form.get('lookedAgain') === 'yes' }),
  done: (_, form) => ({ to: placeAfter(form, 'confirmed') }),
  standing: (current): Conflict => standsNow(current),
})

export const look = action({
  command: lookForUpdates,
  read: pieceFrom,
  done: (_, form) => ({ to: placeAfter(form, 'stated') }),
  standing: (current): Conflict => standsNow(current),
})

export const none = action({
  command: sayNone,
  read: (form) => ({ of: form.get('of'), none: form.get('none') === 'yes' }),
  done: (_, form) => ({ to: form.get('of') === 'phone' ? '/phones' : '/apps' }),
})

/** Back to the list it was said in; else to the piece, which tells what came of it. */
function placeAfter(form: FormData, saved: 'stated' | 'confirmed') {
  const from = form.get('from')
  if (from === 'list') return '/pieces'
  const piece = pieceNamed(form.get('piece'))
  const of = String(form.get('of') ?? '')
  if (from === 'today') return piece ? saidAddress(piece, of) : '/today'
  return piece ? pieceAddress(piece, of, saved) : '/pieces'
}

function standsNow(current: unknown): Conflict {
  const { version, piece, answers } = current as CurrentPiece
  return { version, now: answersInWords(piece, answers) }
}
