/** Which accounts a made-up person has, by service of the catalogue; null stands for one that is named freely. */
import { serviceById } from '@/lib/services/catalogue'
import type { CatalogueService } from '@/lib/services/facts'
import type { Dice } from './dice'

const mailboxes = { google: 52, microsoft: 18, yahoo: 9, proton: 7, gmx: 5, fastmail: 3, zoho: 2 } as const
const secondMailboxes = { yahoo: 30, microsoft: 30, google: 20, tuta: 10, gmx: 10 } as const
const social = {
  facebook: 26,
  instagram: 24,
  linkedin: 24,
  x: 10,
  reddit: 6,
  bluesky: 4,
  mastodon: 2,
} as const
const banks = {
  chase: 16,
  'bank-of-america': 14,
  'wells-fargo': 10,
  citi: 8,
  'capital-one': 8,
  paypal: 20,
  wise: 6,
  usaa: 5,
  fidelity: 6,
  vanguard: 4,
  coinbase: 3,
} as const
const keepers = { '1password': 40, bitwarden: 40, dashlane: 10, keeper: 10 } as const
const work = { github: 40, slack: 20, zoom: 20, atlassian: 10, docusign: 10 } as const
const freely = 'freely'

/** Services in the order they are recorded: mailboxes first, for others recover by them. About 8 without the carriers'. */
export function servicesFor(dice: Dice, carrierIds: readonly string[]): (CatalogueService | null)[] {
  const ids = new Set<string>([dice.weighted(mailboxes)])
  const perhaps = (probability: number, id: () => string) => {
    if (dice.chance(probability)) ids.add(id())
  }
  perhaps(0.78, () => 'microsoft-365')
  perhaps(0.5, () => dice.weighted(secondMailboxes))
  perhaps(0.55, () => 'apple')
  for (const probability of [0.92, 0.75, 0.5]) perhaps(probability, () => dice.weighted(social))
  perhaps(0.72, () => 'whatsapp')
  perhaps(0.3, () => 'signal')
  perhaps(0.12, () => 'telegram')
  perhaps(0.35, () => 'dropbox')
  for (const probability of [0.95, 0.5, 0.2]) perhaps(probability, () => dice.weighted(banks))
  perhaps(0.28, () => dice.weighted(keepers))
  perhaps(0.22, () => 'login-gov')
  perhaps(0.5, () => dice.weighted(work))
  perhaps(0.75, () => 'amazon')
  perhaps(0.3, () => freely)
  for (const id of carrierIds) perhaps(0.75, () => id)
  return [...ids].map((id) => (id === freely ? null : serviceById(id)))
}
