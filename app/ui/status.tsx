import type { ReactNode } from 'react'
import type { Level, Verdict } from '@/lib/vocabulary'
import { atBest, levelWords, verdictWords } from '@/lib/words/shell'
import { Shape, type ShapeName } from './marks'

/** A verdict as a shape and a word. */
export function Status({ verdict, word }: { verdict: Verdict; word?: string }) {
  const look = verdictLooks[verdict]
  return (
    <Mark shape={look.shape} className={look.text}>
      {word ?? verdictWords[verdict]}
    </Mark>
  )
}

/**
 * How an account can be opened at its weakest; null while an answer that could lower it is missing. What is known to be
 * weak bears its mark all the same: an answer that is missing hides nothing.
 */
export function LevelMark(props: { level: Level | null; atBest?: Level | null; word?: string }) {
  const knownWeak = typeof props.atBest === 'number' && props.atBest <= 2 ? props.atBest : 'unknown'
  const look = levelLooks[props.level ?? knownWeak]
  const unknown =
    props.atBest === null || props.atBest === undefined ? levelWords.unknown : atBest(props.atBest)
  return (
    <Mark shape={look.shape} className={look.text}>
      {props.word ?? (props.level === null ? unknown : levelWords[props.level])}
    </Mark>
  )
}

/** What stands beside a verdict: weak fallback, forced by the service, grew old. */
export function LabelTag({ children }: { children: ReactNode }) {
  return (
    <span className="inline-block rounded-xs border border-rule px-1.5 text-aside text-soft lowercase tracking-wide [font-variant-caps:all-small-caps]">
      {children}
    </span>
  )
}

type Look = { shape: ShapeName; text: string }

export const verdictLooks: Readonly<Record<Verdict, Look>> = {
  met: { shape: 'disc', text: 'text-met' },
  partly_met: { shape: 'half', text: 'text-partly' },
  not_met: { shape: 'triangle', text: 'text-unmet' },
  unknown: { shape: 'ring', text: 'text-unknown' },
  not_applicable: { shape: 'dash', text: 'text-unknown' },
}

export const levelLooks: Readonly<Record<Level | 'unknown', Look>> = {
  0: { shape: 'cross', text: 'text-level-0' },
  1: { shape: 'triangle', text: 'text-level-1' },
  2: { shape: 'half', text: 'text-level-2' },
  3: { shape: 'three-quarters', text: 'text-level-3' },
  4: { shape: 'disc', text: 'text-level-4' },
  unknown: { shape: 'ring', text: 'text-unknown' },
}

function Mark(props: { shape: ShapeName; className: string; children: ReactNode }) {
  return (
    <span className={`inline-flex items-baseline gap-2 ${props.className}`}>
      <Shape name={props.shape} className="relative top-px" />
      <span>{props.children}</span>
    </span>
  )
}
