/** Between the fields of a piece's form and what the commands are given. */
import { type PieceId, pieceIds, pieceShape } from '@/lib/guidance/pieces'
import type { AnyAnswers } from '@/lib/guidance/questions'

type Form = Pick<FormData, 'get' | 'getAll'>

/** What a form's address says it is about, as the commands check it. */
export function pieceFrom(form: Form) {
  const orNull = (name: string) => form.get(name) || null
  return { piece: form.get('piece'), scopeId: orNull('of'), based: orNull('based') }
}

/** What a form says to each question of the piece. A blank is no answer; what was not asked is taken back later. */
export function answersFrom(form: Form): Record<string, unknown> {
  const piece = pieceNamed(form.get('piece'))
  if (!piece) return {}
  const read = (name: string, kind: string) => {
    if (kind === 'many') return form.getAll(name).map(String)
    return String(form.get(name) ?? '') || (kind === 'choice' ? 'unanswered' : null)
  }
  return Object.fromEntries(
    Object.entries(pieceShape(piece).questions).map(([name, { kind }]) => [name, read(name, kind)]),
  )
}

/** What a field starts with: nothing where nothing was answered. */
export const fieldFrom = (answers: AnyAnswers | null, name: string): string => {
  const answer = answers?.[name]
  return typeof answer === 'string' && answer !== 'unanswered' ? answer : ''
}
export const listFrom = (answers: AnyAnswers | null, name: string): readonly string[] => {
  const answer = answers?.[name]
  return Array.isArray(answer) ? answer : []
}

/** The form's name for a field of the commands' input. */
export const pieceField = (path: string) => path.replace(/^answers\.(\w+).*$/, '$1')

/** The piece that bears a name; null for what is none. */
export const pieceNamed = (name: unknown): PieceId | null => pieceIds.find((id) => id === name) ?? null
