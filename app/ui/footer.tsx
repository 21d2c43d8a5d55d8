import { shell } from '@/lib/words/shell'
import type { Theme } from './theme'
import { ThemeSwitch } from './theme-switch'

export function Footer({ theme }: { theme: Theme }) {
  return (
    <footer className="border-rule border-t print:hidden">
      <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-8 gap-y-2 px-4 py-4">
        <p className="max-w-measure text-soft">{shell.footer}</p>
        <ThemeSwitch current={theme} />
      </div>
    </footer>
  )
}
