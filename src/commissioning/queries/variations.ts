import { listOrganisations } from '#governance/public-data.ts'
import { findWithdrawnDecisions } from '#meetings/public-data.ts'
import type { Reader } from '#platform/database/session.ts'

/** What an agreed year took besides its plan. Pence: above 0, more is given. */
export interface Variation {
  readonly id: string
  readonly contribution: string
  readonly partner: string
  readonly partnerName: string
  readonly source: string
  readonly lineTitle: string
  readonly pence: bigint
  readonly onDay: Temporal.PlainDate
  /** First day on which the partner is no longer in the fund; undefined: it stays. */
  readonly leavesOn: Temporal.PlainDate | undefined
  readonly why: string
  readonly decision: string
  /** Whether that decision was withdrawn afterwards. */
  readonly isWithdrawn: boolean
}

/** The variations of a year, in their order. */
export async function findVariations(reader: Reader, fund: string, year: number): Promise<readonly Variation[]> {
  const found = await reader
    .selectFrom('commissioning.gift_variation as v')
    .innerJoin('commissioning.contribution as c', 'c.id', 'v.contribution')
    .innerJoin('commissioning.budget_line as l', 'l.id', 'v.line')
    .select([
      'v.id',
      'v.contribution',
      'c.partner',
      'c.source',
      'l.title as lineTitle',
      'v.pence',
      'v.on_day',
      'v.leaves_on',
      'v.why',
      'v.decision',
    ])
    .where('v.fund', '=', fund)
    .where('v.year', '=', year)
    .orderBy('v.on_day')
    .orderBy('v.id')
    .execute()
  if (found.length === 0) return []
  const nameOf = new Map((await listOrganisations(reader)).map(({ id, name }) => [id, name]))
  const withdrawn = await findWithdrawnDecisions(
    reader,
    found.map(({ decision }) => decision),
  )
  return found.map(({ on_day, leaves_on, ...row }) => ({
    ...row,
    isWithdrawn: withdrawn.has(row.decision),
    ...{ onDay: on_day, leavesOn: leaves_on ?? undefined, partnerName: nameOf.get(row.partner) ?? '' },
  }))
}
