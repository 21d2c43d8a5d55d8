import type { Level, Verdict } from '@/lib/vocabulary'

/** What a part of a bar stands for. */
export type PartMark = Level | Verdict

/** Fill and pattern of a part: told apart by the pattern, in print and in grey too. Unknown is always bare. */
const partLooks: Readonly<Record<PartMark, { fill: string; pattern: PatternName }>> = {
  0: { fill: 'fill-level-0', pattern: 'cross' },
  1: { fill: 'fill-level-1', pattern: 'slant' },
  2: { fill: 'fill-level-2', pattern: 'dots' },
  3: { fill: 'fill-level-3', pattern: 'bars' },
  4: { fill: 'fill-level-4', pattern: 'plain' },
  met: { fill: 'fill-met', pattern: 'plain' },
  partly_met: { fill: 'fill-partly', pattern: 'dots' },
  not_met: { fill: 'fill-unmet', pattern: 'slant' },
  not_applicable: { fill: 'fill-sunken', pattern: 'plain' },
  unknown: { fill: 'fill-paper', pattern: 'plain' },
}
export type PatternName = 'plain' | 'slant' | 'cross' | 'dots' | 'bars'

const drawings: Readonly<Record<Exclude<PatternName, 'plain'>, string>> = {
  slant: 'M-2 10L10 -2M-2 2L2 -2M6 10L10 6',
  cross: 'M0 0L8 8M8 0L0 8',
  dots: 'M4 3v2M0 7v2M8 7v2M0 -1v2M8 -1v2',
  bars: 'M0 2h8M0 6h8',
}

/** The patterns of the parts a drawing has, under ids of its own. */
export function Patterns({ id, marks }: { id: string; marks: readonly PartMark[] }) {
  const names = new Set(marks.map((mark) => partLooks[mark].pattern))
  return (
    <defs>
      {[...names].map(
        (name) =>
          name !== 'plain' && (
            <pattern key={name} id={`${id}-${name}`} width="8" height="8" patternUnits="userSpaceOnUse">
              <path
                d={drawings[name]}
                className="stroke-paper"
                strokeWidth={name === 'dots' ? 2 : 1}
                fill="none"
              />
            </pattern>
          ),
      )}
    </defs>
  )
}

/** A rectangle that stands for a part: its colour, its pattern over it, and an edge of its own where it is pale. */
export function PartRect(props: {
  mark: PartMark
  patterns: string
  x?: string | number
  width: string | number
  y?: number
  height: number
}) {
  const { mark, patterns, ...place } = props
  const look = partLooks[mark]
  const pale = mark === 'unknown' || mark === 'not_applicable'
  return (
    <>
      <rect {...place} className={`${look.fill} ${pale ? 'stroke-edge' : 'stroke-paper'}`} strokeWidth="2" />
      {look.pattern !== 'plain' && <rect {...place} fill={`url(#${patterns}-${look.pattern})`} />}
    </>
  )
}
