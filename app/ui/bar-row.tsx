import { PartRect, Patterns } from './patterns'

const barMark = 1

/** A bar in a cell of a table: the part meant, the rest that is known, and at the end what is not known. */
export function BarRow(props: {
  /** The same in words: "38 of 120, and 12 not known". */
  told: string
  count: number
  /** All, the unknown included. */
  of: number
  unknown?: number
  /** The id that `BarPatterns` beside it was given. */
  patterns: string
}) {
  const share = (count: number) => `${props.of > 0 ? Math.round((1000 * count) / props.of) / 10 : 0}%`
  const { unknown = 0, patterns } = props
  return (
    <svg role="img" aria-label={props.told} width="100%" height="18" className="block min-w-40">
      <rect y="1" width="100%" height="16" className="fill-sunken stroke-edge" />
      {unknown > 0 && (
        <PartRect
          mark="unknown"
          patterns={patterns}
          x={share(props.of - unknown)}
          width={share(unknown)}
          y={1}
          height={16}
        />
      )}
      {props.count > 0 && (
        <PartRect mark={barMark} patterns={patterns} width={share(props.count)} y={1} height={16} />
      )}
    </svg>
  )
}

/** The patterns of the bars beneath it, once for all of them. */
export function BarPatterns({ id }: { id: string }) {
  return (
    <svg aria-hidden="true" width="0" height="0" className="absolute">
      <Patterns id={id} marks={[barMark]} />
    </svg>
  )
}
