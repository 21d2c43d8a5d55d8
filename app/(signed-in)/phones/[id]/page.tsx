import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { ActionForm } from '@/app/ui/action-form'
import { Disclosure } from '@/app/ui/disclosure'
import { KeptVersion } from '@/app/ui/kept'
import { Notice } from '@/app/ui/notice'
import { Page, Section } from '@/app/ui/page-frame'
import { Submission } from '@/app/ui/submission'
import { SubmitButton } from '@/app/ui/submit-button'
import { requireActor } from '@/lib/access/session'
import { readPhone } from '@/lib/phones/queries'
import { hardwareChoices } from '@/lib/rulings/queries'
import { guidanceWords } from '@/lib/words/guidance'
import { phonesPage, phonePage as words } from '@/lib/words/phones'
import { placeToAsk } from '../../exceptions/place'
import { PieceList } from '../../pieces/piece-row'
import { Judged } from '../../provided/judged'
import { remove, rename } from '../actions'
import { PhoneName } from '../phone-name'

export const metadata: Metadata = { title: phonesPage.one }

export default async function PhonePageOf({ params, searchParams }: PageProps<'/phones/[id]'>) {
  const actor = await requireActor('pieces:read:own')
  const [{ id }, { saved }] = await Promise.all([params, searchParams])
  const phone = await orNotFound(readPhone(actor, id))
  const models = await hardwareChoices(actor, phone)
  const { pieces } = phone
  const said = typeof saved === 'string' ? words.saved[saved] : undefined
  return (
    <Page
      title={phone.name}
      aside={phone.label === '' ? undefined : phonesPage.kind(phone.platform)}
      lead={words.lead(pieces.filter(({ open }) => open === null).length, pieces.length)}
    >
      {said && (
        <Notice kind="done">
          <p>{said}</p>
        </Notice>
      )}
      {phone.listedSince && (
        <Notice kind="note">
          <p>{words.listedSince}</p>
        </Notice>
      )}
      <Section title={words.pieces}>
        <PieceList pieces={pieces} today={phone.today} />
      </Section>
      <Section title={words.all}>
        <div className="flex flex-col gap-2">
          <Disclosure title={words.why}>
            <p className="text-soft">{guidanceWords.source(phone.guidanceVersion)}</p>
            <Judged
              actor={actor}
              judged={pieces.flatMap(({ verdicts }) => verdicts)}
              ask={placeToAsk(actor, id)}
            />
          </Disclosure>
          <Disclosure title={words.rename.title}>
            <ActionForm action={rename} scope="rename">
              <Based id={id} version={phone.version} />
              <PhoneName
                models={models}
                label={phone.label}
                hardwareId={phone.hardwareId}
                model={phone.model}
              />
              <div>
                <SubmitButton tone="plain">{words.rename.save}</SubmitButton>
              </div>
            </ActionForm>
          </Disclosure>
          <Disclosure title={words.remove}>
            <p>{words.removeSays}</p>
            <ActionForm action={remove} scope="remove" className="flex flex-col gap-2">
              <Based id={id} version={phone.version} />
              <div>
                <SubmitButton tone="danger">{words.remove}</SubmitButton>
              </div>
            </ActionForm>
          </Disclosure>
        </div>
      </Section>
    </Page>
  )
}

function Based({ id, version }: { id: string; version: number }) {
  return (
    <>
      <Submission />
      <input type="hidden" name="id" value={id} />
      <KeptVersion version={version} />
    </>
  )
}
