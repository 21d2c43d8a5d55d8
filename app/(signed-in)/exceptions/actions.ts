'use server'
import type { Route } from 'next'
import { action } from '@/app/action'
import {
  askForException,
  askForSomebody,
  decideException,
  endException,
  withdrawException,
} from '@/lib/exceptions/commands'
import { exceptionWords as words } from '@/lib/words/exceptions'
import { basedOn, decision, exceptionStanding, wish } from './forms'

export const ask = action({
  command: askForException,
  read: wish,
  done: () => ({ to: '/exceptions/own?saved=asked' as Route }),
})

export const askFor = action({
  command: askForSomebody,
  read: (form) => ({ ...wish(form), personId: form.get('personId') }),
  done: () => ({ to: '/exceptions?saved=asked' as Route }),
})

export const decide = action({
  command: decideException,
  read: decision,
  done: ({ outcome }) => ({ to: `/exceptions?saved=${outcome}` as Route }),
  standing: exceptionStanding,
})

export const end = action({
  command: endException,
  read: (form) => ({ ...basedOn(form), personId: form.get('personId') }),
  done: () => ({ to: '/exceptions?show=accepted&saved=ended' as Route }),
  standing: exceptionStanding,
})

export const withdraw = action({
  command: withdrawException,
  read: basedOn,
  done: () => ({ said: words.own.withdrawn }),
  standing: exceptionStanding,
})
