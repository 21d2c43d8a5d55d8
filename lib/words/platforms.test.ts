import { describe, expect, test } from 'vitest'
import { registerActions, registerLabels } from '@/lib/guidance/codes'
import { registerFacts } from '@/lib/platforms/facts'
import { questionsOf } from '@/lib/platforms/questions'
import { registerKinds } from '@/lib/vocabulary'
import { registerForms } from './platform-form'
import { platformProblems } from './platform-problems'
import {
  actionSaid,
  ctiaWords,
  labelSaid,
  registerEntryPage,
  registerItemWords,
  registerLabelWords,
  registerPage,
  registerSections,
} from './platforms'

/** Every sentence in a tree of words; functions are asked with something harmless. */
function sentencesIn(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  if (typeof words === 'function') {
    try {
      return [String(words('Reminders', 'Reminders'))]
    } catch {
      return []
    }
  }
  return words && typeof words === 'object' ? Object.values(words).flatMap(sentencesIn) : []
}
const all = [
  ...[ctiaWords, registerItemWords, registerPage, registerSections, registerEntryPage, registerForms],
  platformProblems,
  registerLabelWords,
  registerActions.map((action) => actionSaid(action, 'Reminders')),
].flatMap(sentencesIn)

describe('what is said of the register', () => {
  test('is a summary of practices, and asks for nothing in CTIA’s name', () => {
    expect(all.length).toBeGreaterThan(200)
    for (const sentence of all) {
      expect(sentence).not.toMatch(/CTIA (requires?|recommends?|demands?|says)|CTIA’s (rules|requirements)/i)
      expect(sentence).not.toMatch(/!|oops|violat|complian|your fault|forgot to|should have/i)
    }
    expect(ctiaWords.source).toMatch(/^Summary of CTIA/)
    expect(ctiaWords.voluntary).toMatch(/voluntary.*may block/s)
  })

  test('has a sentence for each label, and of two texts the one that judged', () => {
    for (const label of registerLabels) expect(labelSaid('C1', label).says).toMatch(/\.$/)
    expect(labelSaid('C1', 'our_reading').says).not.toBe(labelSaid('C1.cisa', 'our_reading').says)
    expect(labelSaid('C1.cisa', 'weak_fallback').tag).toBe('weak fallback')
    expect(labelSaid('C1.cisa', 'was_met').tag).toContain('grew old')
  })

  test('counts the practices in words', () => {
    const counts = { met: 0, partly_met: 0, not_met: 0, not_applicable: 0, unknown: 0 }
    expect(registerPage.lead({ ...counts, met: 4 })).toBe('All four practices are met.')
    expect(registerPage.lead({ ...counts, met: 1, not_met: 2, unknown: 1 })).toBe(
      'One of four practices is met, two are not, one not known.',
    )
    expect(registerPage.lead({ ...counts, partly_met: 3, not_applicable: 1 })).toBe(
      'None of four practices is met, three in part, one does not apply.',
    )
  })
})

describe('every question of a form', () => {
  test.each(registerKinds)('about %s is in words, and every fact is asked for', (kind) => {
    const words = registerForms[kind].questions
    const asked = questionsOf[kind].map(({ name }) => name)
    expect(Object.keys(words).sort()).toEqual([...asked].sort())
    const facts = Object.keys(registerFacts[kind].shape)
    expect(facts.filter((fact) => !asked.includes(fact))).toEqual([])
    for (const question of questionsOf[kind])
      if (question.asks === 'one' || question.asks === 'short')
        expect(Object.keys(words[question.name]?.choices ?? {}).length, question.name).toBeGreaterThan(1)
  })
})
