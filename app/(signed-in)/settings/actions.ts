'use server'
import type { Route } from 'next'
import { after } from 'next/server'
import { action } from '@/app/action'
import { askForOffice } from '@/lib/organisation/administering'
import { reviseSettings } from '@/lib/organisation/commands/settings'
import { addUnit, renameUnit, retireUnit } from '@/lib/organisation/commands/units'
import { approveRole, stopRole } from '@/lib/roles/commands/decide'
import { grantRole } from '@/lib/roles/commands/grant'
import { correctService, withdrawCorrection } from '@/lib/services/commands/correct'
import { judgeAnew } from '@/lib/services/judging'
import { correctionWords, rolesWords, settingsWords, unitsWords } from '@/lib/words/settings'
import {
  correction,
  lastPart,
  roleStanding,
  settingsEdit,
  settingsStanding,
  unitEdit,
  unitStanding,
} from './forms'

export const saveSettings = action({
  command: reviseSettings,
  read: settingsEdit,
  done: () => ({ said: settingsWords.saved }),
  fieldOf: lastPart,
  standing: settingsStanding,
})

export const add = action({
  command: addUnit,
  read: (form) => ({ name: form.get('name') ?? '' }),
  done: () => ({ said: unitsWords.added }),
})

export const rename = action({
  command: renameUnit,
  read: (form) => ({ ...unitEdit(form), name: form.get('name') ?? '' }),
  done: () => ({ said: unitsWords.renamed }),
  standing: unitStanding,
})

export const retire = action({
  command: retireUnit,
  read: unitEdit,
  done: () => ({ said: unitsWords.retired }),
  standing: unitStanding,
})

export const find = action({
  command: askForOffice,
  read: (form) => ({ text: form.get('text') ?? '' }),
  done: (result) => ({ result }),
})

export const grant = action({
  command: grantRole,
  read: (form) => ({
    personId: form.get('personId'),
    role: form.get('role') ?? '',
    version: Number(form.get('version')),
  }),
  done: ({ waits }) =>
    waits ? { to: '/settings/roles/waiting?done=asked' as Route } : { said: rolesWords.grant.done },
  standing: roleStanding,
})

export const approveWaiting = action({
  command: approveRole,
  read: (form) => ({ id: form.get('id') }),
  done: () => ({ to: '/settings/roles/waiting?done=approved' as Route }),
})

export const stopWaiting = action({
  command: stopRole,
  read: (form) => ({ id: form.get('id') }),
  done: () => ({ to: '/settings/roles/waiting?done=stopped' as Route }),
})

export const correct = action({
  command: correctService,
  read: correction,
  done: () => {
    after(() => judgeAnew().then(() => {}))
    return { said: correctionWords.saved }
  },
})

export const withdraw = action({
  command: withdrawCorrection,
  read: (form) => ({ id: form.get('id') }),
  done: () => {
    after(() => judgeAnew().then(() => {}))
    return { said: correctionWords.withdrawn }
  },
})
