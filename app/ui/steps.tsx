import type { ReactNode } from 'react'
import { piecePage } from '@/lib/words/piece-pages'

/**
 * How something is done, one thing after the other. `paths`: the settings pages it is done on; `source` says by which
 * version of the guidance.
 */
export function Steps(props: {
  steps: readonly string[]
  paths?: readonly (readonly string[])[]
  source?: ReactNode
}) {
  const { steps, paths = [], source } = props
  return (
    <div className="flex max-w-measure flex-col gap-4">
      {paths.length > 0 && (
        <div>
          {paths.map((path) => (
            <SettingsPath key={path.join()} path={path} />
          ))}
          <p className="mt-1 text-aside text-soft">{piecePage.pathsSource}</p>
        </div>
      )}
      <ol className="ml-6 flex list-decimal flex-col gap-4 marker:font-bold marker:text-accent">
        {steps.map((step) => (
          <li key={step} className="pl-2">
            {step}
          </li>
        ))}
      </ol>
      {source && <div className="text-soft">{source}</div>}
    </div>
  )
}

/** The exact names on the screen of the service, as they are to be found one inside the other. */
export function SettingsPath({ path }: { path: readonly string[] }) {
  return (
    <p className="mt-1 wrap-anywhere border-rule border-l-2 bg-sunken px-3 py-1 font-mono text-aside">
      {path.join(' › ')}
    </p>
  )
}
