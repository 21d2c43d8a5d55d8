import { KeptSelect, KeptText } from '@/app/ui/kept'
import { phoneForm as words } from '@/lib/words/phones'

export type Model = { id: string; name: string }

/** What a phone is called, and which model it is where the security team keeps a list. */
export function PhoneName(props: {
  models: readonly Model[]
  label?: string
  hardwareId?: string | null
  model?: string
}) {
  return (
    <>
      <KeptText name="label" {...words.label} value={props.label} maxLength={80} optional />
      {props.models.length > 0 && (
        <KeptSelect
          name="hardwareId"
          {...words.hardware}
          value={props.hardwareId ?? ''}
          options={props.models.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
      )}
      <KeptText name="model" {...words.named} value={props.model} maxLength={80} optional />
    </>
  )
}
