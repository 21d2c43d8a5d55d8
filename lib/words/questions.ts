/** The words of every piece's questions, for what treats all pieces alike; and answers read back in them. */
import { type PieceId, pieceShape } from '@/lib/guidance/pieces'
import { type AnyAnswers, isAsked } from '@/lib/guidance/questions'
import { writtenDay } from './dates'
import { piecePage } from './piece-pages'
import type { QuestionText } from './question-words'
import { questionsOfApps } from './questions-of-apps'
import { questionsOfPerson } from './questions-of-person'
import { questionsOfPhones } from './questions-of-phones'
import { form } from './shell'

const questionWords: Readonly<Record<PieceId, Readonly<Record<string, QuestionText>>>> = {
  ...questionsOfPerson,
  ...questionsOfApps,
  ...questionsOfPhones,
}

/** What is said of one question. Every question has words: the types of the three files see to it. */
export const questionText = (piece: PieceId, name: string): QuestionText =>
  questionWords[piece][name] ?? { label: name }

/** The answers as they are read back: what was asked of whoever reads, and what was said; an open question says so. */
export function answersInWords(piece: PieceId, answers: AnyAnswers): { label: string; value: string }[] {
  return Object.entries(pieceShape(piece).questions).flatMap(([name, question]) => {
    if (!(name in answers) || !isAsked(question, answers)) return []
    const { label, choices } = questionText(piece, name)
    const said = [answers[name] ?? []].flat().filter((answer) => answer !== 'unanswered')
    const inWords = (answer: string) => {
      if (question.kind === 'day') return writtenDay(answer)
      return answer === 'not_sure' ? form.notSure : (choices?.[answer] ?? answer)
    }
    return [{ label, value: said.map(inWords).join(', ') || piecePage.notAnswered }]
  })
}
