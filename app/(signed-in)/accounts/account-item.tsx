import { ActionForm } from '@/app/ui/action-form'
import { Anchor } from '@/app/ui/anchor'
import { LabelTag, LevelMark, Status } from '@/app/ui/status'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { AccountInList } from '@/lib/accounts/reading'
import { isOpenToSecurity } from '@/lib/accounts/rules'
import { accountsPage as words } from '@/lib/words/accounts'
import { answeredForWords } from '@/lib/words/aide'
import { age } from '@/lib/words/dates'
import { itemWords, labelWords } from '@/lib/words/guidance'
import { capital } from '@/lib/words/numbers'
import { chainSentence, techniqueWords } from '@/lib/words/ways-in'
import { confirm } from './actions'

/** One account in the list: how it opens, why, what is still to ask, and how old the answers are. */
export function AccountItem({ account, today }: { account: AccountInList; today: string }) {
  const { weakest, freshness } = account
  const toAsk = account.unanswered + account.notSure
  return (
    <li className="flex flex-col gap-1 border-rule border-b py-4 first:pt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="text-heading">
          <Anchor href={`/accounts/${account.id}`} className="-my-2 inline-block py-2">
            {account.name}
          </Anchor>
          {account.service && <span className="ml-3 font-normal text-body text-soft">{account.service}</span>}
        </h3>
        <LevelMark level={account.level} atBest={account.atBest} />
      </div>
      {weakest && (
        <p className="max-w-measure">
          {weakest.chain.length > 1
            ? chainSentence(weakest.chain)
            : `${capital(techniqueWords[weakest.technique])}.`}
        </p>
      )}
      <p className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        {account.totals.map(({ item, verdict, labels }) => (
          <span key={item} className="inline-flex flex-wrap items-baseline gap-x-2">
            <span className="text-soft">{itemWords[item].short}:</span>
            <Status verdict={verdict} />
            {labels.slice(0, 2).map((label) => (
              <LabelTag key={label}>{labelWords[label].tag}</LabelTag>
            ))}
          </span>
        ))}
      </p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1 text-soft">
        {account.toConfirm && <LabelTag>{answeredForWords.tag}</LabelTag>}
        {toAsk > 0 && <span>{words.toAsk(toAsk)}</span>}
        <span>{words[freshness](age(account.confirmedOn, today))}</span>
        {!isOpenToSecurity(account.heldAs, account.visibility) && <span>{words.countedOnly}</span>}
        {freshness !== 'current' && <ConfirmAgain account={account} />}
      </div>
    </li>
  )
}

function ConfirmAgain({ account }: { account: AccountInList }) {
  return (
    <ActionForm action={confirm} scope={account.id} className="flex flex-col gap-2">
      <Submission />
      <input type="hidden" name="id" value={account.id} />
      <input type="hidden" name="version" value={account.version} />
      <input type="hidden" name="from" value="list" />
      <SubmitButton tone="plain" aria-label={words.confirmName(account.name)}>
        {words.confirm}
      </SubmitButton>
    </ActionForm>
  )
}
