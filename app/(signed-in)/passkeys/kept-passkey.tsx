import { ActionForm } from '@/app/ui/action-form'
import { ConfirmedForm } from '@/app/ui/confirmed-form'
import { Disclosure } from '@/app/ui/disclosure'
import { KeptText, KeptVersion } from '@/app/ui/kept'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import type { OwnPasskey } from '@/lib/passkeys/queries'
import { dayOf, writtenDay } from '@/lib/words/dates'
import { passkeyWords as words } from '@/lib/words/passkeys'
import { remove, rename } from './actions'

/** One passkey: what is known of it, and how it is named or removed. */
export function KeptPasskey(props: {
  passkey: OwnPasskey
  /** Counted from the oldest: what a passkey without a name or maker is called. */
  place: number
  timeZone: string
  last: boolean
}) {
  const { passkey, timeZone } = props
  const day = (moment: Date) => writtenDay(dayOf(moment, timeZone))
  const name = passkey.name ?? passkey.maker ?? words.unnamed(props.place)
  const scope = `passkey-${passkey.id.slice(0, 12)}`
  return (
    <li className="flex flex-col gap-1 border-rule border-t pt-4">
      <h2>{name}</h2>
      <p>{words.about(words.kinds[passkey.kind], passkey.name ? passkey.maker : null)}</p>
      <p className="text-soft">
        {words.dates(day(passkey.createdAt), passkey.lastUsedAt ? day(passkey.lastUsedAt) : null)}
      </p>
      <Disclosure title={words.change(name)}>
        <ActionForm action={rename} scope={scope}>
          <Submission />
          <input type="hidden" name="id" value={passkey.id} />
          <KeptVersion version={passkey.version} />
          <KeptText
            name="name"
            scope={scope}
            label={words.rename}
            hint={words.renameHint}
            value={passkey.name ?? ''}
          />
          <div>
            <SubmitButton tone="plain">{words.renameButton}</SubmitButton>
          </div>
        </ActionForm>
        {props.last ? (
          <p>{words.lastOne}</p>
        ) : (
          <ConfirmedForm action={remove} purpose={`passkey.remove:${passkey.id}`} scope={`${scope}-remove`}>
            <Submission />
            <input type="hidden" name="id" value={passkey.id} />
            <p>{words.removeHint}</p>
            <div>
              <SubmitButton tone="danger">{words.remove(name)}</SubmitButton>
            </div>
          </ConfirmedForm>
        )}
      </Disclosure>
    </li>
  )
}
