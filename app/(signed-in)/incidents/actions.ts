'use server'
import type { Route } from 'next'
import { action } from '@/app/action'
import type { CurrentIncident } from '@/lib/incidents/commands/checks'
import { type CurrentContact, stateContact } from '@/lib/incidents/commands/contact'
import { handIncident, takeBackIncident } from '@/lib/incidents/commands/hand'
import { type CurrentStanding, noteIncident, openIncident } from '@/lib/incidents/commands/handle'
import { recordIncident, reviseIncident } from '@/lib/incidents/commands/record'
import { removeIncident, restoreIncident } from '@/lib/incidents/commands/remove'
import { entryFrom, incidentField, standingFrom } from '@/lib/incidents/form'
import { incidentForm as asks, reportedToWords, stateWords } from '@/lib/words/incident-form'
import { ownLines, reportLines } from '@/lib/words/incident-sheet'
import { contactWords, handedPage } from '@/lib/words/incidents'

export const record = action({
  command: recordIncident,
  read: entryFrom,
  done: ({ id }) => ({ to: savedAt(id, 'recorded') }),
  fieldOf: incidentField,
})

export const revise = action({
  command: reviseIncident,
  read: (form) => ({ ...based(form), ...entryFrom(form) }),
  done: ({ id }) => ({ to: savedAt(id, 'revised') }),
  fieldOf: incidentField,
  standing: standsNow,
})

export const hand = action({
  command: handIncident,
  read: based,
  done: ({ id }) => ({ to: savedAt(id, 'handed') }),
  standing: standsNow,
})

export const takeBack = action({
  command: takeBackIncident,
  read: based,
  done: ({ id }) => ({ to: savedAt(id, 'taken_back') }),
  standing: standsNow,
})

export const remove = action({
  command: removeIncident,
  read: based,
  done: ({ id }) => ({ to: `/incidents?removed=${id}` as Route }),
  standing: standsNow,
})

export const restore = action({
  command: restoreIncident,
  read: based,
  done: ({ id }) => ({ to: savedAt(id, 'restored') }),
})

export const open = action({
  command: openIncident,
  read: (form) => ({ ref: form.get('ref') }),
  done: ({ ref }) => ({ to: `/incidents/inbox/${ref}` as Route }),
})

export const note = action({
  command: noteIncident,
  read: (form) => ({
    ref: form.get('ref'),
    version: form.get('version'),
    note: form.get('note') ?? '',
    ...standingFrom(form),
  }),
  done: () => ({ said: handedPage.note.saved }),
  fieldOf: incidentField,
  standing: (current) => {
    const { version, state, reportedTo } = current as CurrentStanding
    const told = reportedTo.map((to) => reportedToWords[to]).join(', ')
    return {
      version,
      now: [
        { label: asks.reportedTo.label, value: told },
        { label: handedPage.note.state, value: stateWords[state] },
      ],
    }
  },
})

export const sayContact = action({
  command: stateContact,
  read: (form) => ({
    version: form.get('version'),
    value: form.get('value') ?? '',
    who: form.get('who') ?? '',
  }),
  done: () => ({ said: contactWords.saved }),
  standing: (current) => {
    const { version, value, who } = current as CurrentContact
    return { version, now: [{ label: contactWords.question, value: who || contactWords[value] }] }
  },
})

function based(form: FormData) {
  return { id: form.get('id'), version: form.get('version') }
}

function savedAt(id: string, what: string) {
  return `/incidents/${id}?saved=${what}` as Route
}

function standsNow(current: unknown) {
  const { version, incident } = current as CurrentIncident
  const { sheet, reportedTo, reportedOn } = incident
  const lines = [...reportLines(sheet), ...ownLines({ sheet, reportedTo, reportedOn: reportedOn ?? '' })]
  return { version, now: lines.filter(({ value }) => value !== '') }
}
