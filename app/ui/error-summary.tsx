'use client'
import { useEffect, useRef } from 'react'
import type { FieldProblems } from '@/lib/vocabulary'
import { form } from '@/lib/words/shell'
import { fieldId } from './field'

/**
 * What is wrong with a form, above it; takes the focus, and each line leads to its field.
 * Draws nothing without problems. A key without a field of its own ('' or one of `loose`) is said without a link.
 */
export function ErrorSummary(props: {
  problems: FieldProblems | undefined
  scope?: string
  title?: string
  kept?: string
  loose?: readonly string[]
}) {
  const { problems } = props
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problems) box.current?.focus()
  }, [problems])
  const lines = Object.entries(problems ?? {}).flatMap(([name, texts]) =>
    texts.map((text) => ({ name, text })),
  )
  if (lines.length === 0) return null
  const loose = new Set(['', ...(props.loose ?? [])])
  return (
    <div ref={box} role="alert" tabIndex={-1} className="max-w-measure border-2 border-unmet p-4">
      <h2 className="text-unmet">{props.title ?? titleOf(lines.map(({ name }) => name))}</h2>
      <p>{props.kept ?? form.problemsKept}</p>
      <ul className="mt-2 flex flex-col">
        {lines.map(({ name, text }) => (
          <li key={`${name} ${text}`}>
            {loose.has(name) ? (
              text
            ) : (
              <a className="inline-block py-2.5" href={`#${fieldId(name, props.scope)}`}>
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** How many answers are meant; where the form as a whole could not be saved, no answer is. */
const titleOf = (names: readonly string[]) =>
  names.every((name) => name === '') ? form.problemsAtAll : form.problemsTitle(names.length)
