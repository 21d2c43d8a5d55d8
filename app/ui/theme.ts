/** Light, dark, or as the system has it. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
/** Holds nothing but one of the words above. */
export const themeCookie = 'muster-theme'

/** @returns the theme a cookie or a form names; `system` for anything else. */
export const themeOf = (value: unknown): Theme => themes.find((theme) => theme === value) ?? 'system'
