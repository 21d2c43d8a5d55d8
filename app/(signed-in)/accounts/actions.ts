'use server'
import type { Route } from 'next'
import { action } from '@/app/action'
import { stateInventory } from '@/lib/accounts/commands/inventory'
import { recordAccount } from '@/lib/accounts/commands/record'
import { removeAccount, restoreAccount } from '@/lib/accounts/commands/remove'
import { confirmAccount, reviseAccount, setVisibility } from '@/lib/accounts/commands/revise'
import { fieldOf, readAccountForm } from '@/lib/accounts/form'
import { serviceById } from '@/lib/services/catalogue'
import { namedFirst } from '@/lib/vocabulary'
import { inventoryWords } from '@/lib/words/accounts'
import { standingOfAccount, standingOfInventory } from './standing'

const serviceIn = (form: FormData) => serviceById(String(form.get('serviceId') ?? ''))
const based = (form: FormData) => ({ id: form.get('id'), version: form.get('version') })
const to = (id: string, saved: string) => ({ to: `/accounts/${id}?saved=${saved}` as Route })

export const record = action({
  command: recordAccount,
  read: (form) => readAccountForm(form, serviceIn(form)),
  fieldOf,
  done: ({ id }) => to(id, 'recorded'),
})

export const revise = action({
  command: reviseAccount,
  read: (form) => {
    const { serviceId: _, ...said } = readAccountForm(form, serviceIn(form))
    return { ...said, ...based(form) }
  },
  fieldOf,
  standing: standingOfAccount,
  done: ({ id }) => to(id, 'revised'),
})

export const confirm = action({
  command: confirmAccount,
  read: based,
  done: ({ id }, form) => {
    const from = form.get('from')
    if (from === 'pieces') return { to: '/pieces' as Route }
    return from === 'list' ? { to: '/accounts' as Route } : to(id, 'confirmed')
  },
})

export const remove = action({
  command: removeAccount,
  read: based,
  done: ({ id }) => ({ to: `/accounts?removed=${id}` as Route }),
})

export const restore = action({
  command: restoreAccount,
  read: based,
  done: ({ id }) => to(id, 'restored'),
})

export const show = action({
  command: setVisibility,
  read: (form) => ({ ...based(form), visibility: form.get('visibility') }),
  done: ({ id }, form) => to(id, form.get('visibility') === 'shown_to_security' ? 'shown' : 'hidden'),
})

export const stateList = action({
  command: stateInventory,
  read: (form) => ({
    basedOn: form.get('basedOn') || null,
    none: form.getAll('none'),
    namedFirst: Object.fromEntries(
      namedFirst.flatMap((which) => {
        const answer = form.get(`namedFirst.${which}`)
        return answer ? [[which, answer]] : []
      }),
    ),
    leakReviewDone: form.get('leakReviewDone') !== null,
    complete: form.get('complete') !== null,
  }),
  standing: standingOfInventory,
  done: () => ({ said: inventoryWords.saved }),
})
