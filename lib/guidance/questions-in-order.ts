/** Questions in the order of a form: what only some answers lead to stands right after its question. Pure. */
import type { Question, Questions } from '@/lib/guidance/questions'

export type InOrder = { needed: readonly Asked[]; optional: readonly Asked[] }
export type Asked = { name: string; question: Question; follows: readonly Following[] }
/** Asked once one of these answers was given. */
export type Following = InOrder & { is: readonly string[] }

/** @returns the questions that are always asked, each with those that follow from it; optional ones apart. */
export function inOrder(questions: Questions): InOrder {
  return split(
    Object.entries(questions)
      .filter(([, { after }]) => after === undefined)
      .map(([name]) => name),
    questions,
  )
}

function split(names: readonly string[], questions: Questions): InOrder {
  const asked = names.flatMap((name): Asked[] => {
    const question = questions[name]
    return question ? [{ name, question, follows: followsOf(name, questions) }] : []
  })
  return {
    needed: asked.filter(({ question }) => !question.optional),
    optional: asked.filter(({ question }) => question.optional),
  }
}

function followsOf(name: string, questions: Questions): Following[] {
  const groups = new Map<string, { is: readonly string[]; names: string[] }>()
  for (const [follower, { after }] of Object.entries(questions)) {
    if (after?.question !== name) continue
    const key = [...after.is].sort().join()
    const group = groups.get(key) ?? { is: after.is, names: [] }
    group.names.push(follower)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ is, names }) => ({ is, ...split(names, questions) }))
}

/** The places of what follows that an answer leads to, counted from one, as the stylesheet looks for them. */
export const opens = ({ follows }: Asked, value: string): string | undefined =>
  follows.flatMap(({ is }, place) => (is.includes(value) ? [place + 1] : [])).join(' ') || undefined
