import { Button } from '@/app/ui/button'
import { Page } from '@/app/ui/page-frame'
import { Select } from '@/app/ui/text-input'
import type { Actor } from '@/lib/access/actor'
import { carrierChoices } from '@/lib/rulings/queries'
import { rulingForm } from '@/lib/words/ruling-form'
import { rulingPage as words } from '@/lib/words/rulings'

/** Which carrier, before anything can be said of its lines. A plain form: the address says the rest. */
export async function CarrierFirst({ actor }: { actor: Actor }) {
  return (
    <Page title={words.titles.employer_lines('')} lead={words.leads.employer_lines}>
      <form method="get" className="flex flex-col gap-6">
        <Select
          name="of"
          label={rulingForm.carrier}
          choose={rulingForm.choose}
          options={await carrierChoices(actor)}
        />
        <div>
          <Button type="submit" tone="main">
            {rulingForm.begin}
          </Button>
        </div>
      </form>
    </Page>
  )
}
