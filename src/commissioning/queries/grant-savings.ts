import type { Reader } from '#platform/database/session.ts'

/** What a year of a grant is expected to save. Pence. */
export interface GrantSaving {
  readonly year: string
  readonly expected: bigint
  readonly because: string
  readonly saving: string | null
  /** '' where none is named, or one may not see it. */
  readonly measure: string
  /** Claimed with evidence; null where no saving is named, or one may not see it. */
  readonly delivered: bigint | null
}

/** What the years of a grant are expected to save, and what the savings that they became have delivered. */
export async function findGrantSavings(reader: Reader, agreement: string): Promise<readonly GrantSaving[]> {
  const rows = await reader
    .selectFrom('commissioning.grant_saving as g')
    .leftJoin('commissioning.saving as s', 's.id', 'g.saving')
    .leftJoin('commissioning.saving_claim as c', 'c.saving', 's.id')
    .select(({ fn }) => ['g.year', 'g.expected', 'g.because', 'g.saving', 's.measure', fn.sum<string | null>('c.pence').as('delivered')])
    .where('g.agreement', '=', agreement)
    .groupBy(['g.id', 'g.year', 'g.expected', 'g.because', 'g.saving', 's.id', 's.measure'])
    .execute()
  return rows.map(({ measure, delivered, ...row }) => ({
    ...{ ...row, expected: BigInt(row.expected), measure: measure ?? '' },
    delivered: measure === null ? null : BigInt(delivered ?? '0'),
  }))
}

/** Savings of the funds of a board that one may see, the latest year first; of one year of a grant, where it is named, those of the financial years that it touches. */
export async function findGrantSavingChoices(
  reader: Reader,
  body: string,
  year?: string,
): Promise<readonly { readonly id: string; readonly measure: string; readonly year: number }[]> {
  const rows = await reader
    .selectFrom('commissioning.saving')
    .select(['id', 'measure', 'year'])
    .where('body', '=', body)
    .orderBy('year', 'desc')
    .orderBy('measure')
    .limit(500)
    .execute()
  if (year === undefined) return rows
  const of = await reader.selectFrom('commissioning.grant_year').select(['starts_on', 'ends_on']).where('id', '=', year).executeTakeFirst()
  if (!of) return []
  const first = of.starts_on.month >= 4 ? of.starts_on.year : of.starts_on.year - 1
  const last = of.ends_on.subtract({ days: 1 })
  return rows.filter((row) => row.year >= first && row.year <= (last.month >= 4 ? last.year : last.year - 1))
}
