/** Where a code app may keep copies of its codes, and which of those accounts a phone number opens (G3.2, traps). Pure. */
import type { Category, CodeApp } from '@/lib/vocabulary'

/** Apps whose codes may stand in an account of the list. Of others nobody can tell from the list. */
export const codeAppsThatCopy = [
  'google_authenticator',
  'microsoft_authenticator',
  'in_password_manager',
] as const satisfies readonly CodeApp[]
export type CodeAppThatCopies = (typeof codeAppsThatCopy)[number]

type Listed = { id: string; name: string; serviceId: string | null; category: Category }
export type CodeAppCopies = { app: CodeAppThatCopies; accounts: { id: string; name: string }[] }

/**
 * Takes a person's accounts and which of them a phone number opens, directly or along a chain; gives the apps that may
 * keep codes in such an account, with those accounts. Whether they do is not known, and so not said.
 */
export function copiesOpenedByNumber(
  accounts: readonly Listed[],
  opens: (id: string) => boolean,
): CodeAppCopies[] {
  return codeAppsThatCopy.flatMap((app) => {
    const found = accounts.filter((account) => holds[app](account) && opens(account.id))
    return found.length === 0 ? [] : [{ app, accounts: found.map(({ id, name }) => ({ id, name })) }]
  })
}

/** The same without one account: what its own codes are kept in is another one. */
export const besides = (id: string, copies: readonly CodeAppCopies[]): CodeAppCopies[] =>
  copies.flatMap(({ app, accounts }) => {
    const others = accounts.filter((account) => account.id !== id)
    return others.length === 0 ? [] : [{ app, accounts: others }]
  })

const holds: Readonly<Record<CodeAppThatCopies, (account: Listed) => boolean>> = {
  google_authenticator: ({ serviceId }) => serviceId === 'google',
  microsoft_authenticator: ({ serviceId }) => serviceId === 'microsoft' || serviceId === 'apple',
  in_password_manager: ({ category }) => category === 'password_manager',
}
