import { ActionForm } from '@/app/ui/action-form'
import { KeptText } from '@/app/ui/kept'
import { SubmitButton } from '@/app/ui/submit-button'
import { listWords as words } from '@/lib/words/people'
import { find } from './actions'
import { FoundPeople } from './found-people'
import { SlashFocus } from './slash-focus'

/** A name is posted, never put into an address: it would stand in histories and logs. */
export function SearchForm({ today, interval }: { today: string; interval: number }) {
  return (
    <search>
      <ActionForm action={find} scope="find" className="flex flex-col gap-4">
        <div className="flex max-w-measure flex-wrap items-end gap-2">
          <div className="grow">
            <KeptText
              name="text"
              scope="find"
              label={words.search.label}
              hint={words.search.hint}
              type="search"
              maxLength={254}
              autoComplete="off"
              optional
            />
          </div>
          <SubmitButton tone="plain">{words.search.button}</SubmitButton>
        </div>
        <SlashFocus name="text" scope="find" />
        <FoundPeople today={today} interval={interval} />
      </ActionForm>
    </search>
  )
}
