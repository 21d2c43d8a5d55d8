/** A ruling in words, question by question: for its history, and for what stands now beside a stale edit. */
import { type AnyAnswers, isAsked } from '@/lib/guidance/questions'
import { type Topic, topicShape } from '@/lib/rulings/topics'
import { writtenDay } from '@/lib/words/dates'
import { rulingForm, rulingQuestions, rulingTextWords } from '@/lib/words/ruling-form'

type Told = { facts: AnyAnswers; texts: Readonly<Record<string, string>>; checkedOn: string }

/** What was answered; what was left out is left out. */
export function answersOf(
  topic: Topic,
  { facts, texts, checkedOn }: Told,
): { label: string; value: string }[] {
  const { questions } = topicShape(topic)
  const told = Object.entries(questions).flatMap(([name, question]) => {
    const given = facts[name]
    const { label, choices = {} } = rulingQuestions[topic][name] ?? { label: name }
    if (given === null || given === undefined || given === 'unanswered' || !isAsked(question, facts))
      return []
    const value = [given]
      .flat()
      .map((word) => choices[word] ?? rulingForm.open[word] ?? word)
      .join(', ')
    return value === '' ? [] : [{ label, value }]
  })
  const written = Object.entries(texts).flatMap(([name, text]) =>
    text === '' ? [] : [{ label: rulingTextWords[topic][name]?.label ?? name, value: text }],
  )
  return [...told, ...written, { label: rulingForm.checkedOn, value: writtenDay(checkedOn) }]
}
