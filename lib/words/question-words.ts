/** How the words of a piece's questions are written down: for every question, and for every answer it may be given. */
import type { PieceId, pieces } from '@/lib/guidance/pieces'
import type { Question } from '@/lib/guidance/questions'

/** What is said of one question, as a form that treats all alike draws it. "I'm not sure" stands in words/fields. */
export type QuestionText = {
  label: string
  /** One sentence beside it: what is easily got wrong. */
  hint?: string
  /** More of that, on demand. */
  notes?: readonly string[]
  /** By answer; absent for days and months. */
  choices?: Readonly<Record<string, string>>
}
type TextOf<Asked extends Question> = Omit<QuestionText, 'choices'> &
  (Asked extends { values: readonly (infer Value extends string)[] }
    ? { choices: Readonly<Record<Value, string>> }
    : { choices?: undefined })
/** The words of some pieces: a question or an answer that is missing does not compile. */
export type QuestionWords<Pieces extends PieceId> = {
  readonly [Piece in Pieces]: {
    readonly [Name in keyof (typeof pieces)[Piece]['questions']]: TextOf<
      Extract<(typeof pieces)[Piece]['questions'][Name], Question>
    >
  }
}
