import { ceremonyWords } from '@/lib/words/entry'
import { Notice } from './notice'

/** Said only where JavaScript is switched off: a passkey ceremony cannot do without. */
export function NeedsScript() {
  return (
    <noscript>
      <Notice kind="care">
        <p>{ceremonyWords.noScript}</p>
      </Notice>
    </noscript>
  )
}
