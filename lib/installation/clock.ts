/** What the server does by itself from time to time. Each thing asks the database whether it is due, so that of several
 *  processes one does it, and one that was stopped for a while does it when it is back. */
import { clearSpent } from '@/lib/access/spent'
import { turnReadiness } from '@/lib/incidents/readiness'
import { takeDueSnapshot } from '@/lib/overview/commands'
import { eraseDue } from '@/lib/people/commands/erase'
import { judgeRegisterAnew } from '@/lib/platforms/judging'
import { beginNewGuidance, judgeEverybody, turnVerdicts } from '@/lib/posture/store-turning'
import { giveDueRoles } from '@/lib/roles/due'
import { turnRulings } from '@/lib/rulings/judging'
import { judgeAnew } from '@/lib/services/judging'

const minutes = 10

/** Looks every ten minutes, and once at the start; what fails is tried again the next time. */
export function startClock(): void {
  const due = [
    clearSpent,
    turnVerdicts,
    judgeAnew,
    judgeEverybody,
    judgeRegisterAnew,
    turnReadiness,
    turnRulings,
    takeDueSnapshot,
    eraseDue,
    giveDueRoles,
  ]
  const look = () => Promise.all(due.map((act) => act().catch(note)))
  setInterval(look, minutes * 60_000).unref()
  void beginNewGuidance().catch(note).then(look)
}

function note(error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error
  console.error(JSON.stringify({ at: new Date().toISOString(), event: 'clock.failed', error: name }))
}
