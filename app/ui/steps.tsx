import type { ReactNode } from 'react'

export type Step = {
  text: string
  /** Where it stands in the settings of the service: Security, Two-step verification, Phone number. */
  path?: readonly string[]
}

/** How something is done, one thing after the other; `source` says by which version of the guidance. */
export function Steps({ steps, source }: { steps: readonly Step[]; source?: ReactNode }) {
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
