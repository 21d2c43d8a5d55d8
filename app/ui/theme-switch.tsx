'use client'
import { type SubmitEvent, useState } from 'react'
import { theme as words } from '@/lib/words/shell'
import { type Theme, themeOf, themes } from './theme'

/**
 * Works as a plain form; with JavaScript the page changes in place, so that nothing typed on it is lost.
 * The server keeps the choice in a cookie either way.
 */
export function ThemeSwitch({ current }: { current: Theme }) {
  const [chosen, choose] = useState(current)
  const inPlace = (event: SubmitEvent<HTMLFormElement>) => {
    const button = event.nativeEvent.submitter
    if (!(button instanceof HTMLButtonElement)) return
    event.preventDefault()
    const theme = themeOf(button.value)
    choose(theme)
    document.documentElement.dataset.theme = theme
    // Should it fail, only the memory of the choice is lost: this page already shows it.
    fetch('/api/theme', { method: 'POST', body: new URLSearchParams({ theme }), redirect: 'manual' }).catch(
      () => {},
    )
  }
  return (
    <form method="post" action="/api/theme" onSubmit={inPlace}>
      <fieldset className="flex flex-wrap items-center">
        <legend className="float-left mr-2 text-soft">{words.label}</legend>
        {themes.map((theme) => (
          <button
            key={theme}
            type="submit"
            name="theme"
            value={theme}
            aria-pressed={theme === chosen}
            className="min-h-11 border-paper border-y-2 px-2 underline-offset-4 hover:underline aria-pressed:border-b-accent aria-pressed:font-semibold"
          >
            {words[theme]}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
