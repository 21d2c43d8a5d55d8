import { ChainBox } from './chain-box'
import { type DrawnChain, leading, size } from './chain-layout'
import { broken } from './drawn-text'

const width = 320
const arrow = 44

export function ChainDown({ id, className, title, told, hops }: DrawnChain) {
  let y = 2
  const placed = hops.map((hop) => {
    const lines = broken(hop.name, size, width - 32, 2)
    const box = { at: y, height: lines.length * leading + 20, lines }
    y += box.height + (hop.by === null ? 0 : arrow)
    return { hop, ...box }
  })
  const height = y + 2
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-told`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={`max-w-full ${className}`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-told`}>{told}</desc>
      {placed.map(({ hop, at, height: tall, lines }) => (
        <g key={at}>
          <ChainBox hop={hop} x={2} y={at} width={width - 4} height={tall}>
            {lines.map((line, place) => (
              <text key={line} x={16} y={at + 10 + size + place * leading}>
                {line}
              </text>
            ))}
          </ChainBox>
          {hop.by !== null && (
            <>
              <path d={`M26 ${at + tall + 4}v${arrow - 14}`} className="stroke-ink" strokeWidth="1.5" />
              <path d={`M26 ${at + tall + arrow - 4}l-5 -9h10z`} className="fill-ink" />
              <text x={42} y={at + tall + arrow / 2 + 5} fontSize={14} className="fill-soft">
                {hop.by}
              </text>
            </>
          )}
        </g>
      ))}
    </svg>
  )
}
