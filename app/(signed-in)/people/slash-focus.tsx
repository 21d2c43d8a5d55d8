'use client'
import { useEffect } from 'react'
import { fieldId } from '@/app/ui/field'

/** The key / goes to a field, unless somebody is typing. */
export function SlashFocus({ name, scope }: { name: string; scope: string }) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      const { target } = event
      if (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]'))
        return
      event.preventDefault()
      document.getElementById(fieldId(name, scope))?.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [name, scope])
  return null
}
