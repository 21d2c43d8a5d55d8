import { DateText } from '@/app/ui/date-text'
import { Disclosure } from '@/app/ui/disclosure'
import type { AccountPage } from '@/lib/accounts/queries'
import { accountPage as words } from '@/lib/words/accounts'

/** What happened to the account: by whom, when, and what it did to how the account opens. */
export function History({ account, timeZone }: { account: AccountPage; timeZone: string }) {
  return (
    <Disclosure title={words.history}>
      <ol className="flex flex-col">
        {account.history.map(({ at, what, own, stood }) => (
          <li key={`${at.getTime()} ${what}`} className="border-rule border-b py-2">
            <p className="flex flex-wrap justify-between gap-x-6">
              <span>
                {words.events[what]}
                {own !== null && ` ${own ? words.by.you : words.by.other}`}
              </span>
              <span className="text-soft">
                <DateText value={at} timeZone={timeZone} />
              </span>
            </p>
            {stood && <p className="text-soft">{words.stood(stood.before, stood.after)}</p>}
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}
