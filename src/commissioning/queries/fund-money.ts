import { sql } from 'kysely'
import { listOrganisations } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { ContributionKind } from '../rules/contributions.ts'
import type { LineMoney } from '../rules/line.ts'

/** What one partner gives to a fund for a year from one source. Pence; null: not known. */
export interface GivenMoney {
  readonly id: string
  readonly fund: string
  readonly year: number
  readonly partner: string
  readonly partnerName: string
  readonly source: string
  readonly kind: ContributionKind
  /** As the year was agreed. */
  readonly planned: bigint | null
  /** By how much it varied since: above 0, more is given. */
  readonly varied: bigint
  /** What was paid in; null: no payment is recorded. */
  readonly actual: bigint | null
  readonly fence: string | null
  readonly instalments: readonly Instalment[]
  readonly version: number
}

/** A part of it. Pence. */
export interface Instalment {
  readonly position: number
  readonly dueOn: Temporal.PlainDate
  readonly pence: bigint
  readonly paidOn: Temporal.PlainDate | undefined
  readonly paid: bigint | null
}

/** A budget line with what is recorded of it. */
export interface BudgetLine extends LineMoney {
  readonly id: string
  readonly fund: string
  readonly year: number
  readonly title: string
  readonly code: string
  readonly service: string | undefined
  /** '' where it is for no service, or one may not see it. */
  readonly serviceTitle: string
  readonly managedBy: string
  readonly managedByName: string
  readonly before: bigint | null
  readonly fence: string | null
  readonly version: number
}

/** Money that may be spent on one purpose only. */
export interface RingFence {
  readonly id: string
  readonly title: string
  readonly source: string
}

/** What is given to a fund for a year, in the order of partners' names. */
export async function findContributions(reader: Reader, fund: string, year: number): Promise<readonly GivenMoney[]> {
  return given(
    reader,
    await reader
      .selectFrom('commissioning.contribution')
      .selectAll()
      .where('fund', '=', fund)
      .where('year', '=', year)
      .orderBy('id')
      .execute(),
  )
}

/** One contribution that one may see. @throws NotFound */
export async function findContribution(reader: Reader, id: string): Promise<GivenMoney> {
  const row = isUuid(id)
    ? await reader.selectFrom('commissioning.contribution').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined
  const [found] = row ? await given(reader, [row]) : []
  if (!found) throw new NotFound('No such contribution.')
  return found
}

interface GivenRow {
  readonly id: string
  readonly fund: string
  readonly year: number
  readonly partner: string
  readonly source: string
  readonly kind: string
  readonly planned: bigint | null
  readonly ring_fence: string | null
  readonly version: number
}

async function given(reader: Reader, rows: readonly GivenRow[]): Promise<readonly GivenMoney[]> {
  if (rows.length === 0) return []
  const [organisations, changes, parts] = await Promise.all([
    listOrganisations(reader),
    reader
      .selectFrom('commissioning.gift_variation')
      .select((eb) => ['contribution', eb.fn.sum<string>('pence').as('pence')])
      .where(
        among(
          'contribution',
          rows.map(({ id }) => id),
        ),
      )
      .groupBy('contribution')
      .execute(),
    reader
      .selectFrom('commissioning.instalment')
      .selectAll()
      .where(
        among(
          'contribution',
          rows.map(({ id }) => id),
        ),
      )
      .orderBy('position')
      .execute(),
  ])
  const nameOf = new Map(organisations.map(({ id, name }) => [id, name]))
  const variedBy = new Map(changes.map(({ contribution, pence }) => [contribution, BigInt(pence)]))
  const byContribution = Map.groupBy(parts, ({ contribution }) => contribution)
  const found = rows.map(({ ring_fence, kind, ...row }): GivenMoney => {
    const instalments = (byContribution.get(row.id) ?? []).map(({ position, due_on, pence, paid_on, paid }) => ({
      ...{ position, dueOn: due_on, pence, paidOn: paid_on ?? undefined, paid },
    }))
    const paid = instalments.flatMap((one) => (one.paid === null ? [] : [one.paid]))
    return {
      ...row,
      ...{ kind: kind as ContributionKind, partnerName: nameOf.get(row.partner) ?? '', fence: ring_fence, instalments },
      varied: variedBy.get(row.id) ?? 0n,
      actual: paid.length === 0 ? null : paid.reduce((sum, one) => sum + one, 0n),
    }
  })
  return found.toSorted((one, other) => one.partnerName.localeCompare(other.partnerName))
}

/** The ring-fences of a fund. */
export async function findRingFences(reader: Reader, fund: string): Promise<readonly RingFence[]> {
  return reader.selectFrom('commissioning.ring_fence').select(['id', 'title', 'source']).where('fund', '=', fund).orderBy('title').execute()
}

/** The lines of a fund in a year, by name, with what was moved, committed and spent. */
export async function findLines(reader: Reader, fund: string, year: number): Promise<readonly BudgetLine[]> {
  return lines(reader, sql`l.fund = ${fund} and l.year = ${year}`)
}

/** One line that one may see. @throws NotFound */
export async function findLine(reader: Reader, id: string): Promise<BudgetLine> {
  const [found] = isUuid(id) ? await lines(reader, sql`l.id = ${id}`) : []
  if (!found) throw new NotFound('No such budget line.')
  return found
}

/** The lines of several funds in a year: for the flow of a board's money. */
export async function findLinesOf(reader: Reader, funds: readonly string[], year: number): Promise<readonly BudgetLine[]> {
  return funds.length === 0 ? [] : lines(reader, sql`l.fund = any (${sql.val([...funds])}::uuid[]) and l.year = ${year}`)
}

/** The lines of a year that are for a service, of those that one may see. */
export async function findLinesOfService(reader: Reader, service: string, year: number): Promise<readonly BudgetLine[]> {
  return lines(reader, sql`l.service = ${service} and l.year = ${year}`)
}

/** Some lines by id, of those that one may see. */
export async function findLinesById(reader: Reader, ids: readonly string[]): Promise<readonly BudgetLine[]> {
  return ids.length === 0 ? [] : lines(reader, sql`l.id = any (${sql.val([...ids])}::uuid[])`)
}

interface LineRow {
  readonly id: string
  readonly fund: string
  readonly year: number
  readonly title: string
  readonly code: string
  readonly service: string | null
  readonly service_title: string | null
  readonly managed_by: string
  readonly original: bigint | null
  readonly before: bigint | null
  readonly ring_fence: string | null
  readonly profile: readonly number[]
  readonly version: number
  readonly moved: string
  readonly actual: string | null
  readonly commitment: string | null
  readonly accrual: string | null
}

async function lines(reader: Reader, where: ReturnType<typeof sql>): Promise<readonly BudgetLine[]> {
  const [rows, organisations] = await Promise.all([
    reader
      .selectFrom(
        sql<LineRow>`(
      with wanted as materialized (select l.* from commissioning.budget_line l where ${where}),
      sums as (select m.line, sum(m.pence) filter (where m.kind = 'actual') as actual, sum(m.pence) filter (where m.kind = 'commitment') as commitment,
        sum(m.pence) filter (where m.kind = 'accrual') as accrual from commissioning.line_month m where m.line in (select w.id from wanted w) group by m.line),
      moves as (select x.line, sum(x.pence) as moved from (
        select v.to_line as line, v.pence from commissioning.virement v where v.to_line in (select w.id from wanted w)
        union all select v.from_line, -v.pence from commissioning.virement v where v.from_line in (select w.id from wanted w)
        union all select v.line, v.pence from commissioning.gift_variation v where v.line in (select w.id from wanted w)) x group by x.line)
      select w.id, w.fund, w.year, w.title, w.code, w.service, s.title as service_title, w.managed_by, w.original, w.before, w.ring_fence, w.profile, w.version,
        coalesce(m.moved, 0)::text as moved, t.actual::text, t.commitment::text, t.accrual::text
      from wanted w left join sums t on t.line = w.id left join moves m on m.line = w.id left join commissioning.service s on s.id = w.service
      order by w.title, w.id)`.as('x'),
      )
      .selectAll()
      .execute(),
    listOrganisations(reader),
  ])
  const nameOf = new Map(organisations.map(({ id, name }) => [id, name]))
  const sum = (text: string | null): bigint | null => (text === null ? null : BigInt(text))
  return rows.map((row) => ({
    ...{ id: row.id, fund: row.fund, year: row.year, title: row.title, code: row.code, version: row.version },
    ...{ service: row.service ?? undefined, serviceTitle: row.service_title ?? '' },
    ...{ managedBy: row.managed_by, managedByName: nameOf.get(row.managed_by) ?? '', fence: row.ring_fence },
    ...{ original: row.original, before: row.before, moved: BigInt(row.moved), profile: row.profile.map((one) => BigInt(one)) },
    ...{ actual: sum(row.actual), commitment: sum(row.commitment), accrual: sum(row.accrual) },
  }))
}
