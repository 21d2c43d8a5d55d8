/** Who gets what: every page, route and server action of the build. What is not in here fails doors.spec.ts. */
import { type Role, roles } from '@/lib/vocabulary'

type Known = 'account' | 'line' | 'phone' | 'app' | 'person' | 'incident' | 'handed' | 'register'
/**
 * Whom a page opens for; whose id its address takes, where it takes one; what stands for a name in it. Everybody else
 * finds nothing there.
 */
type PageDoor = { for: readonly Role[]; of?: Known; as?: string }
const everyone = roles

/** Pages behind the sign-in: nobody is led to it. */
export const pages: Record<string, PageDoor> = {
  '/about': { for: everyone },
  '/accounts': { for: everyone },
  '/accounts/[id]': { for: everyone, of: 'account' },
  '/accounts/[id]/edit': { for: everyone, of: 'account' },
  '/accounts/complete': { for: everyone },
  '/accounts/new': { for: everyone },
  '/apps': { for: everyone },
  '/apps/[id]': { for: everyone, of: 'app' },
  '/apps/new': { for: everyone },
  '/aide': { for: everyone },
  '/audit': { for: ['auditor', 'security'] },
  '/exceptions': { for: ['security'] },
  '/exceptions/ask': { for: everyone },
  '/exceptions/own': { for: everyone },
  '/exports': { for: ['auditor'] },
  '/held': { for: everyone },
  '/incidents': { for: everyone },
  '/incidents/[id]': { for: everyone, of: 'incident' },
  '/incidents/[id]/edit': { for: everyone, of: 'incident' },
  '/incidents/inbox': { for: ['security'] },
  '/incidents/inbox/[id]': { for: ['security'], of: 'handed' },
  '/incidents/new': { for: everyone },
  '/lines': { for: everyone },
  '/lines/[id]': { for: everyone, of: 'line' },
  '/lines/[id]/edit': { for: everyone, of: 'line' },
  '/lines/new': { for: everyone },
  '/overview': { for: ['leadership', 'security'] },
  '/overview/recommendations': { for: ['leadership', 'security'] },
  '/overview/units': { for: ['leadership', 'security'] },
  '/passkeys': { for: everyone },
  '/passkeys/spare': { for: everyone },
  '/people': { for: ['security'] },
  '/people/[id]': { for: ['security'], of: 'person' },
  '/people/import': { for: ['security'] },
  '/people/new': { for: ['security', 'administrator'] },
  '/phones': { for: everyone },
  '/phones/[id]': { for: everyone, of: 'phone' },
  '/phones/new': { for: everyone },
  '/pieces': { for: everyone },
  '/pieces/[piece]': { for: everyone, as: '/pieces/passwords' },
  '/platforms': { for: ['auditor', 'security'] },
  '/platforms/[id]': { for: ['auditor', 'security'], of: 'register' },
  '/platforms/[id]/edit': { for: ['security'], of: 'register' },
  '/platforms/new': { for: ['security'] },
  '/provided': { for: ['security', 'administrator'] },
  '/recovery': { for: ['security', 'administrator'] },
  '/rulings': { for: ['security'] },
  '/rulings/[topic]': { for: ['security'], as: '/rulings/records' },
  '/sessions': { for: everyone },
  '/settings': { for: ['administrator'] },
  '/settings/roles': { for: ['administrator'] },
  '/settings/roles/waiting': { for: ['administrator'] },
  '/settings/services': { for: ['administrator'] },
  '/settings/services/import': { for: ['administrator'] },
  '/settings/units': { for: ['administrator'] },
  '/today': { for: everyone },
  '/who-looked': { for: everyone },
}

/** Where the bare address leads. */
export const firstPages: Record<Asker, string> = {
  staff: '/today',
  security: '/today',
  administrator: '/today',
  leadership: '/overview',
  auditor: '/exports',
  nobody: '/sign-in',
}
/** Pages for whoever comes; the sign-in page leads whoever is signed in to where they start. */
export const openPages = ['/join', '/recover', '/set-up', '/sign-in']
/** Next's own, which no address leads to. */
export const withoutAddress = ['/_not-found', '/_global-error']

export type Asker = Role | 'nobody'
/** What a route answers to a request that is well formed and proves nothing, by method; any other method gets 405. */
type RouteDoor = Partial<
  Record<'GET' | 'POST', { json?: unknown; form?: string; answers: Record<Asker, number> }>
>
const all = (status: number): Record<Asker, number> => signedIn(status, status)
const signedIn = (status: number, nobody: number): Record<Asker, number> => ({
  staff: status,
  security: status,
  leadership: status,
  auditor: status,
  administrator: status,
  nobody,
})

export const routes: Record<string, RouteDoor> = {
  // Nothing to answer for: back to the page of aides.
  '/aide/answer': { POST: { form: 'id=', answers: all(303) } },
  '/api/auth/[...nextauth]': {
    GET: { answers: all(404) },
    POST: { form: 'csrfToken=x', answers: all(404) },
  },
  '/api/health': { GET: { answers: all(200) } },
  '/api/passkeys/confirm/finish': {
    POST: { json: { purpose: 'passkey.add', response: {} }, answers: all(400) },
  },
  '/api/passkeys/confirm/options': {
    POST: { json: { purpose: 'passkey.add' }, answers: signedIn(200, 400) },
  },
  '/api/passkeys/link': { POST: { json: { secret: 'x'.repeat(43) }, answers: all(400) } },
  '/api/passkeys/register/finish': { POST: { json: { response: {} }, answers: all(400) } },
  '/api/passkeys/register/options': { POST: { json: { secret: 'x'.repeat(43) }, answers: all(400) } },
  '/api/passkeys/sign-in/options': { POST: { json: {}, answers: all(200) } },
  '/api/passkeys/spare/finish': { POST: { json: { response: {} }, answers: all(400) } },
  '/api/passkeys/spare/options': { POST: { json: {}, answers: signedIn(200, 400) } },
  '/api/reports': { POST: { json: [], answers: all(204) } },
  '/api/theme': { POST: { form: 'theme=dark', answers: all(303) } },
  // Led back to confirm with a passkey first.
  '/held/[form]': { POST: { form: '', answers: signedIn(303, 404) } },
  // The auditor is led back to confirm with a passkey first.
  '/exports/[kind]': { POST: { form: 'day=', answers: { ...all(404), auditor: 303 } } },
  '/sign-out': { POST: { form: '', answers: all(303) } },
}

/** Whom a server action is for, by where it stands. Everybody else gets what a page gets that does not exist. */
export const actions: Record<string, readonly Role[]> = {
  '/accounts#record': everyone,
  '/accounts#revise': everyone,
  '/accounts#confirm': everyone,
  '/accounts#remove': everyone,
  '/accounts#restore': everyone,
  '/accounts#show': everyone,
  '/accounts#stateList': everyone,
  '/apps#add': everyone,
  '/apps#remove': everyone,
  '/apps#restore': everyone,
  '/apps#send': everyone,
  '/apps#takeBack': everyone,
  '/aide#ask': everyone,
  '/aide#grant': everyone,
  '/aide#end': everyone,
  '/aide#accept': everyone,
  '/aide#stop': everyone,
  '/aide#confirmAccountGiven': everyone,
  '/aide#confirmLineGiven': everyone,
  '/aide#confirmPieceGiven': everyone,
  '/aide#confirmListGiven': everyone,
  '/aide#confirmNoneGiven': everyone,
  '/audit#verify': ['auditor', 'security'],
  '/incidents#record': everyone,
  '/incidents#revise': everyone,
  '/incidents#hand': everyone,
  '/incidents#takeBack': everyone,
  '/incidents#remove': everyone,
  '/incidents#restore': everyone,
  '/incidents#open': ['security'],
  '/incidents#note': ['security'],
  '/incidents#sayContact': ['security'],
  '/exceptions#ask': everyone,
  '/exceptions#askFor': ['security'],
  '/exceptions#decide': ['security'],
  '/exceptions#end': ['security'],
  '/exceptions#withdraw': everyone,
  '/lines#record': everyone,
  '/lines#revise': everyone,
  '/lines#confirm': everyone,
  '/lines#pinIsSet': everyone,
  '/lines#remove': everyone,
  '/lines#restore': everyone,
  '/overview#take': ['security'],
  '/passkeys#rename': everyone,
  '/passkeys#remove': everyone,
  '/passkeys#newSheet': everyone,
  '/passkeys#stopRecovery': everyone,
  '/people#find': ['security'],
  '/people#revise': ['security'],
  '/people#makeLink': ['security', 'administrator'],
  '/people#deactivate': ['security', 'administrator'],
  '/people#reactivate': ['security', 'administrator'],
  '/people#endSessions': ['security', 'administrator'],
  '/people#erase': ['security'],
  '/people#open': ['security'],
  '/people/import#stage': ['security'],
  '/people/import#apply': ['security'],
  '/people/new#invite': ['security', 'administrator'],
  '/phones#add': everyone,
  '/phones#rename': everyone,
  '/phones#remove': everyone,
  '/phones#restore': everyone,
  '/pieces#state': everyone,
  '/pieces#confirm': everyone,
  '/pieces#look': everyone,
  '/pieces#none': everyone,
  '/platforms#record': ['security'],
  '/platforms#revise': ['security'],
  '/platforms#confirm': ['security'],
  '/platforms#remove': ['security'],
  '/platforms#restore': ['security'],
  '/provided#say': ['security', 'administrator'],
  '/provided#end': ['security', 'administrator'],
  '/recovery#ask': ['security', 'administrator'],
  '/recovery#approve': ['security', 'administrator'],
  '/recovery#withdraw': ['security', 'administrator'],
  '/rulings#state': ['security'],
  '/rulings#end': ['security'],
  '/sessions#end': everyone,
  '/sessions#endOthers': everyone,
  '/who-looked#stopRole': everyone,
  '/settings#saveSettings': ['administrator'],
  '/settings#add': ['administrator'],
  '/settings#rename': ['administrator'],
  '/settings#retire': ['administrator'],
  '/settings#find': ['administrator'],
  '/settings#grant': ['administrator'],
  '/settings#approveWaiting': ['administrator'],
  '/settings#stopWaiting': ['administrator'],
  '/settings#correct': ['administrator'],
  '/settings#withdraw': ['administrator'],
  '/settings/services/import#stage': ['administrator'],
  '/settings/services/import#apply': ['administrator'],
  '/settings/services/import#withdraw': ['administrator'],
  '/today#putItOff': everyone,
  '/today#takeItUp': everyone,
}

/** What an action has to be told for there to be anything it is about; without it, nothing is there for anybody. */
export const named: Readonly<Record<string, Record<string, string>>> = {
  '/rulings#state': { topic: 'records' },
}
