import { Anchor } from '@/app/ui/anchor'
import { Notice } from '@/app/ui/notice'
import type { PlatformOnPage } from '@/lib/platforms/queries'
import { age } from '@/lib/words/dates'
import { capital } from '@/lib/words/numbers'
import { registerSections, registerPage as words } from '@/lib/words/platforms'
import { Listed, LookedAt } from './listed'

/** One platform with everybody who can sign in to it. */
export function PlatformBox(props: { platform: PlatformOnPage; revises: boolean; today: string }) {
  const { platform, revises, today } = props
  return (
    <div className="flex max-w-measure flex-col gap-3 border border-rule bg-surface p-4">
      <h3 className="text-heading">
        <Anchor href={`/platforms/${platform.id}`} className="-my-2 inline-block py-2">
          {platform.name}
        </Anchor>
      </h3>
      {platform.textsOnly && (
        <Notice kind="note">
          <p>{words.textsOnly(platform.name)}</p>
        </Notice>
      )}
      <h4>{registerSections.account.title}</h4>
      <Listed kind="account" entries={platform.signIns} at={platform.id} revises={revises} today={today} />
      {platform.freshness && (
        <p className="text-soft">
          {capital(words.rests[platform.freshness](age(platform.lookedOn, today)))}.
        </p>
      )}
      {revises && <LookedAt shown={platform} say={words.confirmAll(platform.signIns.length)} />}
    </div>
  )
}
