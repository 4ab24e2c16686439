import { sql } from 'kysely'
import { findOutcome, findPlan, findPriority } from '#plans/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { MeasuredKind, MeasuredRow } from '../rules/measured-row.ts'

/** A row of a plan that a measure measures, as its page names it. */
export interface MeasuredRowShown extends MeasuredRow {
  /** The link itself. */
  readonly link: string
  readonly title: string
  /** The plan of a priority or an outcome; '' for a plan. */
  readonly plan: string
  readonly href: string
  readonly startsOn: Temporal.PlainDate
  /** The first day on which it no longer measures it; null while that is open. */
  readonly endsOn: Temporal.PlainDate | null
}

/** A row of a plan by its kind and id, as far as one may see it. */
export async function findMeasuredRow(
  reader: Reader,
  { kind, id }: MeasuredRow,
): Promise<Pick<MeasuredRowShown, 'title' | 'plan' | 'href'> | undefined> {
  if (kind === 'plan') {
    const plan = await findPlan(reader, id)
    return plan && { title: plan.title, plan: '', href: plan.href }
  }
  const row = await (kind === 'priority' ? findPriority(reader, id) : findOutcome(reader, id))
  return row && { title: [row.reference, row.title].filter((one) => one !== '').join(' '), plan: row.planTitle, href: row.href }
}

/** What a measure measures on a day or will later, the first said first; rows that one may not see are left out. */
export async function findMeasuredRows(reader: Reader, measure: string, today: Temporal.PlainDate): Promise<readonly MeasuredRowShown[]> {
  const rows = await reader
    .selectFrom('performance.measure_link')
    .select(['id', 'plan', 'priority', 'outcome', 'starts_on', 'ends_on'])
    .where('measure', '=', measure)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', today)]))
    .orderBy('starts_on')
    .orderBy('id')
    .limit(100)
    .execute()
  const shown = await Promise.all(
    rows.map(async ({ id: link, plan, priority, outcome, starts_on: startsOn, ends_on: endsOn }) => {
      const kind: MeasuredKind = outcome !== null ? 'outcome' : priority !== null ? 'priority' : 'plan'
      const row = { kind, id: outcome ?? priority ?? plan ?? '' }
      const found = await findMeasuredRow(reader, row)
      return found && { ...row, ...found, link, startsOn, endsOn }
    }),
  )
  return shown.filter((one) => one !== undefined)
}

/** A measure of an outcome with what a plan asks of it. */
export interface WhatMeasures {
  readonly outcome: string
  readonly id: string
  readonly title: string
  readonly hasBaseline: boolean
  /** Whether its definition in force says which way is better. */
  readonly hasPolarity: boolean
}

/** What measures some outcomes today, and is kept, as far as the reader may see; for what plans say of themselves (P2). */
export async function findWhatMeasures(reader: Reader, outcomes: readonly string[]): Promise<readonly WhatMeasures[]> {
  const found = await findMeasuring(reader, outcomes)
  if (found.length === 0) return []
  const says = await reader
    .selectFrom('performance.measure_definition as d')
    .select(['d.measure', sql<boolean>`d.polarity <> 'none'`.as('hasPolarity')])
    .select(sql<boolean>`exists (select from performance.baseline b where b.measure = d.measure)`.as('hasBaseline'))
    .distinctOn('d.measure')
    .where(
      'd.measure',
      'in',
      found.map(({ id }) => id),
    )
    .where(sql<boolean>`d.starts_on <= platform.today()`)
    .orderBy('d.measure')
    .orderBy('d.starts_on', 'desc')
    .execute()
  const byMeasure = new Map(says.map((one) => [one.measure, one]))
  return found.map(({ row, id, title }) => ({
    ...{ outcome: row, id, title },
    ...{ hasBaseline: byMeasure.get(id)?.hasBaseline ?? false, hasPolarity: byMeasure.get(id)?.hasPolarity ?? false },
  }))
}

/** What measures some priorities and outcomes today, as far as the reader may see, by title; a measure that is no longer kept is left out. */
export async function findMeasuring(
  reader: Reader,
  rows: readonly string[],
): Promise<readonly { readonly row: string; readonly id: string; readonly title: string }[]> {
  if (rows.length === 0) return []
  const found = await reader
    .selectFrom('performance.measure_link as l')
    .innerJoin('performance.measure as m', 'm.id', 'l.measure')
    .innerJoin('performance.measure_definition as d', 'd.measure', 'm.id')
    .select(['m.id', 'd.title', sql<string>`coalesce(l.outcome, l.priority)`.as('row')])
    .distinctOn([sql`coalesce(l.outcome, l.priority)`, 'm.id'])
    .where((where) => where.or([where('l.outcome', 'in', rows), where('l.priority', 'in', rows)]))
    .where(sql<boolean>`l.starts_on <= platform.today() and (l.ends_on is null or platform.today() < l.ends_on)`)
    .where(sql<boolean>`(m.withdrawn_on is null or platform.today() < m.withdrawn_on) and d.starts_on <= platform.today()`)
    .orderBy(sql`coalesce(l.outcome, l.priority)`)
    .orderBy('m.id')
    .orderBy('d.starts_on', 'desc')
    .execute()
  return found.toSorted((one, other) => (one.title < other.title ? -1 : 1))
}
