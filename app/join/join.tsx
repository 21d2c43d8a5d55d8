'use client'
import { registerBy } from '@/app/ui/ceremonies'
import { MakePasskey } from '@/app/ui/make-passkey'
import { OpenedLink } from '@/app/ui/opened-link'
import { Lead } from '@/app/ui/page-frame'
import { joinWords } from '@/lib/words/entry'

/** For whom the link is, the passkey, one use of it; then a spare is asked for. */
export function Join() {
  return (
    <OpenedLink kind="join" missing={<p>{joinWords.missing}</p>}>
      {({ secret, name }) => (
        <MakePasskey make={() => registerBy(secret)} done={() => window.location.assign('/passkeys/spare')}>
          {() => (
            <>
              <Lead>{joinWords.lead}</Lead>
              <div>
                <p className="font-semibold">{joinWords.greeting(name ?? '')}</p>
                <p>{joinWords.notYou}</p>
              </div>
            </>
          )}
        </MakePasskey>
      )}
    </OpenedLink>
  )
}
