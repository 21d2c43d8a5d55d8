import { useId } from 'react'
import { type PartMark, PartRect, Patterns } from './patterns'

/** A bar in a cell of a table: the part meant, the rest that is known, and at the end what is not known. */
export function BarRow(props: {
  /** The same in words: "38 of 120, and 12 not known". */
  told: string
  mark?: Exclude<PartMark, 'unknown'>
  count: number
  /** All, the unknown included. */
  of: number
  unknown?: number
}) {
  const id = useId()
  const share = (count: number) => `${props.of > 0 ? (100 * count) / props.of : 0}%`
  const { unknown = 0, mark = 1 } = props
  return (
    <svg role="img" aria-labelledby={`${id}-told`} width="100%" height="18" className="min-w-24 align-middle">
      <title id={`${id}-told`}>{props.told}</title>
      <Patterns id={id} />
      <rect x="0" y="1" width="100%" height="16" className="fill-sunken stroke-edge" strokeWidth="1" />
      {unknown > 0 && (
        <PartRect
          mark="unknown"
          patterns={id}
          x={share(props.of - unknown)}
          width={share(unknown)}
          y={1}
          height={16}
        />
      )}
      {props.count > 0 && (
        <PartRect mark={mark} patterns={id} x="0" width={share(props.count)} y={1} height={16} />
      )}
    </svg>
  )
}
