import { ChainBox } from './chain-box'
import { acrossWidth, arrowOf, boxOf, type DrawnChain, leading, size } from './chain-layout'

const height = 68

export function ChainAcross({ id, className, title, told, hops }: DrawnChain) {
  const width = acrossWidth(hops)
  let x = 2
  const placed = hops.map((hop) => {
    const box = boxOf(hop)
    const at = x
    x += box.width + arrowOf(hop)
    return { hop, box, at }
  })
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-told`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={className}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-told`}>{told}</desc>
      {placed.map(({ hop, box, at }) => {
        const start = at + box.width
        const end = start + arrowOf(hop)
        return (
          <g key={at}>
            <ChainBox hop={hop} x={at} y={2} width={box.width} height={height - 4}>
              {box.lines.map((line, place) => (
                <text
                  key={line}
                  x={at + box.width / 2}
                  y={height / 2 + size / 3 + (place - (box.lines.length - 1) / 2) * leading}
                  textAnchor="middle"
                >
                  {line}
                </text>
              ))}
            </ChainBox>
            {hop.by !== null && (
              <>
                <path
                  d={`M${start + 4} ${height / 2}H${end - 10}`}
                  className="stroke-ink"
                  strokeWidth="1.5"
                />
                <path d={`M${end - 4} ${height / 2}l-9 -5v10z`} className="fill-ink" />
                <text
                  x={(start + end) / 2 - 3}
                  y={height / 2 - 8}
                  textAnchor="middle"
                  fontSize="14"
                  className="fill-soft"
                >
                  {hop.by}
                </text>
              </>
            )}
          </g>
        )
      })}
    </svg>
  )
}
