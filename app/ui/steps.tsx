import type { ReactNode } from 'react'

export type Step = {
  text: string
  /** Where it stands in the settings of the service: Security, Two-step verification, Phone number. */
  path?: readonly string[]
}

type Doing = {
  steps: readonly Step[]
  /** The settings pages all of it is done on. */
  paths?: readonly (readonly string[])[]
  /** By which version of the guidance. */
  source?: ReactNode
}

/** How something is done, one thing after the other. */
export function Steps({ steps, paths = [], source }: Doing) {
  return (
    <div className="flex max-w-measure flex-col gap-4">
      <ol className="ml-6 flex list-decimal flex-col gap-4 marker:font-bold marker:text-accent">
        {steps.map((step) => (
          <li key={step.text} className="pl-2">
            {step.text}
            {step.path && <SettingsPath path={step.path} />}
          </li>
        ))}
      </ol>
      {paths.map((path) => (
        <SettingsPath key={path.join()} path={path} />
      ))}
      {source && <p className="text-soft">{source}</p>}
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
