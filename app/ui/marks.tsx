/** The shapes that carry a meaning together with their word; drawn in the colour of the text around them. */
export type ShapeName = 'disc' | 'half' | 'three-quarters' | 'triangle' | 'cross' | 'ring' | 'dash'

export function Shape({ name, className = '' }: { name: ShapeName; className?: string }) {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      aria-hidden="true"
      className={`inline-block shrink-0 ${className}`}
      fill="currentColor"
    >
      <Drawn name={name} />
    </svg>
  )
}

/** The bare drawing in a field of 14 by 14, for use inside another SVG. */
export function Drawn({ name }: { name: ShapeName }) {
  const ring = <circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
  switch (name) {
    case 'disc':
      return <circle cx="7" cy="7" r="6" />
    case 'half':
      return (
        <>
          {ring}
          <path d="M7 1.75a5.25 5.25 0 0 0 0 10.5z" />
        </>
      )
    case 'three-quarters':
      return (
        <>
          {ring}
          <path d="M7 7V1.75A5.25 5.25 0 1 0 12.25 7z" />
        </>
      )
    case 'triangle':
      return <path d="M7 1l6.5 12h-13z" />
    case 'cross':
      return <path d="M3 1l4 4 4-4 2 2-4 4 4 4-2 2-4-4-4 4-2-2 4-4-4-4z" />
    case 'ring':
      return ring
    case 'dash':
      return <path d="M2 6h10v2H2z" />
  }
}
