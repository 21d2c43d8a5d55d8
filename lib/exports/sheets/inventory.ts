/** The accounts and the phone lines as they were stated: closed words, by reference, with the text they were asked under. */
import { sql } from 'drizzle-orm'
import {
  answeredBy,
  type Column,
  column,
  countedAt,
  day,
  type Frame,
  frameColumns,
  lineOf,
  methodsIn,
  personColumns,
  type SqlSheet,
  serviceColumns,
  textColumns,
  thereAt,
  typed,
} from '@/lib/exports/sheets/common'
import { paragraphsAbout } from '@/lib/words/guidance'

const accountFact = (name: string, fact: string) => column(name, sql`s.facts->>${sql.raw(`'${fact}'`)}`)
const lineFact = (name: string, fact: string) => column(name, sql`l.facts->>${sql.raw(`'${fact}'`)}`)
const listOf = (fact: string) =>
  sql`(select string_agg(x, ' ' order by x) from jsonb_array_elements_text(s.facts->${sql.raw(`'${fact}'`)}) x)`

const accountColumns = (frame: Frame): Column[] => [
  ...frameColumns(frame),
  ...textColumns(sql`s.guidance_version`),
  column('guidance_paragraph', sql`${paragraphsAbout.account}::text`),
  ...personColumns,
  column('account_id', sql`a.id`),
  ...serviceColumns(frame),
  accountFact('category', 'category'),
  accountFact('held_as', 'heldAs'),
  column('visibility', sql`case when s.facts->>'heldAs' = 'personal' then a.visibility end`),
  accountFact('account_value', 'value'),
  column('value_reasons', listOf('valueReasons')),
  accountFact('signs_in_by', 'signsInBy'),
  accountFact('through_account_id', 'throughAccountId'),
  column('methods_on', methodsIn('on')),
  column('methods_not_sure', methodsIn('not_sure')),
  column('methods_unanswered', methodsIn('unanswered')),
  accountFact('code_app', 'codeApp'),
  accountFact('password_still_works', 'passwordStillWorks'),
  accountFact('sms_second_factor', 'smsSecondFactor'),
  accountFact('sms_second_factor_removable', 'smsSecondFactorRemovable'),
  accountFact('sms_recovery', 'smsRecovery'),
  accountFact('sms_forced_basis', 'smsForcedBasis'),
  accountFact('sms_forced_on', 'smsForcedOn'),
  accountFact('phone_line', 'phoneLine'),
  accountFact('mailbox_recovery', 'mailboxRecovery'),
  column('recovery_mailboxes', listOf('recoveryMailboxes')),
  accountFact('keys_or_passkeys', 'keysOrPasskeys'),
  accountFact('spare_kept_apart', 'spareKeptApart'),
  accountFact('fido_offered', 'fidoOffered'),
  accountFact('advanced_protection', 'advancedProtection'),
  column('level', sql`t.level`),
  column('level_at_best', sql`t.at_best`),
  column('ways_in', sql`t.ways_in`),
  column('confidence', sql`s.source`),
  column('confirmed_on', sql`s.confirmed_on`),
  column('entered_on', day(sql`s.entered_at`)),
  column('answered_by_kind', answeredBy('s')),
]

export const accountSheet: SqlSheet = {
  kind: 'accounts',
  keyed: 'person',
  columns: accountColumns,
  chunk: (frame, { from, to }) => sql`
    select coalesce(string_agg(line, '' order by person_id, account_id), '') as chunk, count(*)::int as rows from (
      select s.person_id, s.account_id, ${lineOf(accountColumns(frame))} as line
      from account_statements s
      join accounts a on a.person_id = s.person_id and a.id = s.account_id
        and (a.removed_at is null or a.removed_at > ${frame.asOf.toISOString()}::timestamptz)
      join people p on p.id = s.person_id and ${thereAt(frame.asOf)}
      left join units u on u.id = p.unit_id
      left join standings t on t.person_id = s.person_id and t.scope_id = s.account_id and ${countedAt('t', frame.asOf)}
      where s.person_id > ${from}::uuid and s.person_id <= ${to}::uuid and ${countedAt('s', frame.asOf)}
    ) lines`,
}

const lineColumns = (frame: Frame): Column[] => [
  ...frameColumns(frame),
  ...textColumns(sql`l.guidance_version`),
  column('guidance_paragraph', sql`${paragraphsAbout.line}::text`),
  ...personColumns,
  column('line_id', sql`l.line_id`),
  column('carrier_id', sql`coalesce(l.facts->>'carrierId', 'own')`),
  typed('carrier_name', sql`${JSON.stringify(frame.serviceNames)}::jsonb->>(l.facts->>'carrierId')`),
  lineFact('kind', 'kind'),
  lineFact('account_holder', 'accountHolder'),
  lineFact('used_for', 'usedFor'),
  lineFact('receives_codes', 'receivesCodes'),
  lineFact('line_pin', 'accountPin'),
  lineFact('pin_is', 'pinIs'),
  lineFact('pin_own_choice', 'pinOwnChoice'),
  lineFact('pin_set_on', 'pinSetOn'),
  lineFact('line_port_lock', 'portOutLock'),
  lineFact('line_sim_lock', 'simChangeLock'),
  lineFact('has_online_account', 'hasOnlineAccount'),
  lineFact('carrier_account_id', 'carrierAccountId'),
  lineFact('carrier_password_changed', 'carrierPasswordChanged'),
  lineFact('carrier_password_changed_on', 'carrierPasswordChangedOn'),
  lineFact('changed_with_manager', 'changedWithManager'),
  column('accounts_that_fall', sql`jsonb_array_length(t.standing->'falls')`),
  column('ways_in', sql`t.ways_in`),
  column('confidence', sql`l.source`),
  column('confirmed_on', sql`l.confirmed_on`),
  column('entered_on', day(sql`l.entered_at`)),
  column('answered_by_kind', answeredBy('l')),
]

export const lineSheet: SqlSheet = {
  kind: 'lines',
  keyed: 'person',
  columns: lineColumns,
  chunk: (frame, { from, to }) => sql`
    select coalesce(string_agg(line, '' order by person_id, line_id), '') as chunk, count(*)::int as rows from (
      select l.person_id, l.line_id, ${lineOf(lineColumns(frame))} as line
      from line_statements l
      join lines n on n.person_id = l.person_id and n.id = l.line_id
        and (n.removed_at is null or n.removed_at > ${frame.asOf.toISOString()}::timestamptz)
      join people p on p.id = l.person_id and ${thereAt(frame.asOf)}
      left join units u on u.id = p.unit_id
      left join standings t on t.person_id = l.person_id and t.scope_id = l.line_id and ${countedAt('t', frame.asOf)}
      where l.person_id > ${from}::uuid and l.person_id <= ${to}::uuid and ${countedAt('l', frame.asOf)}
    ) lines`,
}
