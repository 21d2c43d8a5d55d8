import { auditSheet } from '@/lib/exports/sheets/audit'
import type { Sheet } from '@/lib/exports/sheets/common'
import { accountSheet, lineSheet } from '@/lib/exports/sheets/inventory'
import { platformSheet } from '@/lib/exports/sheets/platforms'
import { verdictSheet } from '@/lib/exports/sheets/verdicts'
import type { ExportKind } from '@/lib/vocabulary'

export const sheets: Readonly<Record<ExportKind, Sheet>> = {
  verdicts: verdictSheet,
  accounts: accountSheet,
  lines: lineSheet,
  platforms: platformSheet,
  audit: auditSheet,
}
