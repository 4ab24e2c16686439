import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import type { PaidRate } from '../rules/rate-comparison.ts'
import { findRates, findRelations } from './provider-relations.ts'

/** A rate of today with the names of who pays and who is paid. */
export interface BoardRate extends PaidRate {
  readonly name: string
}

/** From how many rates on it is told how far they lie apart, by the rule of a day; without one nothing is told. */
export async function findFewestRates(reader: Reader, today: Temporal.PlainDate): Promise<number> {
  const rule = await reader
    .selectFrom('commissioning.rate_rule')
    .select('fewest')
    .where('starts_on', '<=', today)
    .orderBy('starts_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return rule?.fewest ?? Number.MAX_SAFE_INTEGER
}

/** What the commissioners of a board pay today, by provider, and what the matrix knows of who compares it: its clerk and those commissioners' officers. */
export async function findBoardRates(
  reader: Reader,
  body: string,
  today: Temporal.PlainDate,
): Promise<{ readonly guarded: Guarded; readonly rates: readonly BoardRate[] }> {
  const relations = await findRelations(reader, { body }, today)
  const known = new Map(relations.map((relation) => [relation.id, relation]))
  const rates = (await findRates(reader, [...known.keys()])).flatMap((rate) => {
    const relation = known.get(rate.relation)
    const holds =
      Temporal.PlainDate.compare(rate.startsOn, today) <= 0 && (!rate.endsOn || Temporal.PlainDate.compare(today, rate.endsOn) < 0)
    if (!relation || !holds) return []
    return [
      {
        ...{ provider: relation.provider, name: relation.providerName, commissioner: relation.commissionerName },
        ...{ unit: rate.unit, needBand: rate.needBand, area: rate.areaName, vat: rate.vat, pence: rate.pence },
      },
    ]
  })
  return {
    guarded: {
      record: 'provider-relation',
      state: 'any',
      ties: { body, leads: [...new Set(relations.flatMap(({ commissioners }) => commissioners))] },
    },
    rates: rates.toSorted((one, other) => one.name.localeCompare(other.name)),
  }
}
