import type { Reader } from '#platform/database/session.ts'
import type { VatTreatment } from '../rules/contract.ts'
import type { DutyKey, RegimeDuty } from '../rules/contract-duty.ts'
import type { RenewalRule } from '../rules/renewal.ts'

/** A law or practice under which contracts are bought. */
export interface RegimeName {
  readonly code: string
  readonly name: string
  readonly source: string
}

/** The regimes that can be chosen, in their order: those of the day, and the earlier ones for contracts that still run. */
export function listRegimes(reader: Reader): Promise<readonly RegimeName[]> {
  return reader.selectFrom('commissioning.regime').select(['code', 'name', 'source']).orderBy('position').execute()
}

/** What a regime asks for by the rules in force on a day. */
export async function findRegimeDuties(reader: Reader, regime: string, onDay: Temporal.PlainDate): Promise<readonly RegimeDuty[]> {
  const rows = await reader
    .selectFrom('commissioning.regime_duty')
    .select(['key', 'asks', 'processes', 'above', 'amount', 'counts', 'source'])
    .where('regime', '=', regime)
    .where('starts_on', '<=', onDay)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', onDay)]))
    .orderBy('key')
    .execute()
  const order: readonly string[] = [
    'decision-record',
    'award-notice',
    'standstill',
    'details-notice',
    'kpis',
    'assessment',
    'end-assessment',
  ]
  return rows
    .map((row) => ({ ...row, key: row.key as DutyKey, counts: row.counts as RegimeDuty['counts'] }))
    .toSorted((one, other) => order.indexOf(one.key) - order.indexOf(other.key))
}

/** How long before the end of a contract the steps of its renewal are due, by the rules of a day. */
export function findRenewalRules(reader: Reader, onDay: Temporal.PlainDate): Promise<readonly RenewalRule[]> {
  return reader
    .selectFrom('commissioning.renewal_step')
    .select(['key', 'name', 'months', 'source'])
    .where('starts_on', '<=', onDay)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', onDay)]))
    .orderBy('months', 'desc')
    .orderBy('key')
    .execute()
}

/** The words by which performance is assessed on a day, in their order. */
export function listRatingWords(
  reader: Reader,
  onDay: Temporal.PlainDate,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  return reader
    .selectFrom('commissioning.rating_word')
    .select(['code', 'name'])
    .where('starts_on', '<=', onDay)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', onDay)]))
    .orderBy('position')
    .execute()
}

/** The rate of VAT of a day in hundredths of a per cent, the highest where it is mixed; undefined where the treatment has none. */
export async function findVatRate(reader: Reader, treatment: VatTreatment, onDay: Temporal.PlainDate): Promise<number | undefined> {
  const row = await reader
    .selectFrom('commissioning.vat_rate')
    .select('basis_points as rate')
    .$if(treatment !== 'mixed', (asked) => asked.where('treatment', '=', treatment))
    .where('starts_on', '<=', onDay)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', onDay)]))
    .orderBy('basis_points', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.rate
}
