import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { type Drift, type DriftFacts, type DriftRule, driftOf, type Pause } from '../rules/drift.ts'
import { type FamilyLine, listFamiliesOf } from './families.ts'
import { findNames } from './names.ts'

/** A family that drifts: what the list of families says of it, and why. */
export interface DriftLine {
  readonly family: FamilyLine
  readonly leadName: string
  /** Whether whoever looks keeps it; else it is of their locality. */
  readonly isOwn: boolean
  /** Whether a grant opens to them what the family says; else they are led to its overview. */
  readonly isRead: boolean
  readonly why: readonly Drift[]
}

interface FactRow {
  readonly episode: string
  readonly is_own: boolean
  readonly requested_on: Temporal.PlainDate
  readonly agreed_on: Temporal.PlainDate | null
  readonly closed_on: Temporal.PlainDate | null
  readonly has_lead: boolean
  readonly agreed_until: Temporal.PlainDate | null
  readonly reviews: number
  readonly children: number
  readonly silent_children: number
  readonly plan_agreed_on: Temporal.PlainDate | null
  readonly unasked_children: number
  readonly next_review_on: Temporal.PlainDate | null
  readonly closing_reason: string | null
  readonly unsettled_needs: number
  readonly has_closing_plan: boolean
  readonly late_answers: number
  readonly late_transitions: number
}

/** What the partnership decided of drift for a day, with the source. */
export async function findDriftRule(reader: Reader, day: Temporal.PlainDate) {
  const drift = await reader
    .selectFrom('casework.drift_rule')
    .select(['open_months as openMonths', 'reviews', 'closed_days as closedDays', 'source'])
    .where('starts_on', '<=', day)
    .orderBy('starts_on', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const plan = await reader
    .selectFrom('casework.plan_rule')
    .select('first_review_weeks as firstReviewWeeks')
    .where('starts_on', '<=', day)
    .orderBy('starts_on', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { ...drift, ...plan }
}

/** From when on something was and is drift, the latest first, with who set it. */
export async function listDriftRules(reader: Reader) {
  const rows = await reader
    .selectFrom('casework.drift_rule')
    .select(['id', 'open_months as openMonths', 'reviews', 'closed_days as closedDays', 'source', 'starts_on as startsOn'])
    .select(['set_by as setBy', 'set_on as setOn'])
    .orderBy('starts_on', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ setBy }) => setBy),
  )
  return rows.map((row) => ({ ...row, setBy: names.get(row.setBy ?? '') ?? '' }))
}

/** Why families drift that one keeps, or of one's locality, by episode; without those that do not. No content of a family is read for it. */
export async function findDrift(
  reader: Reader,
  today: Temporal.PlainDate,
  rule: DriftRule & { readonly closedDays: number },
): Promise<ReadonlyMap<string, { readonly isOwn: boolean; readonly why: readonly Drift[] }>> {
  const since = today.subtract({ days: rule.closedDays })
  const rows = await reader
    .selectFrom(sql<FactRow>`casework.drift_facts(${today.toString()}::date, ${since.toString()}::date)`.as('facts'))
    .selectAll()
    .execute()
  const pauses = Map.groupBy(
    await reader.selectFrom('casework.pause').select(['episode', 'starts_on as startsOn', 'ends_on as endsOn']).execute(),
    ({ episode }) => episode,
  )
  const pausesOf = ({ episode }: FactRow): readonly Pause[] =>
    (pauses.get(episode) ?? []).map(({ startsOn, endsOn }) => ({ startsOn, endsOn: endsOn ?? undefined }))
  return new Map(
    rows
      .map((row) => [row.episode, { isOwn: row.is_own, why: driftOf({ ...factsOf(row), pauses: pausesOf(row) }, rule, today) }] as const)
      .filter(([, { why }]) => why.length > 0),
  )
}

const factsOf = (row: FactRow): Omit<DriftFacts, 'pauses'> => ({
  ...{ requestedOn: row.requested_on, agreedOn: row.agreed_on ?? undefined, closedOn: row.closed_on ?? undefined },
  ...{ closureReason: row.closing_reason ?? undefined, hasLead: row.has_lead, agreedUntil: row.agreed_until ?? undefined },
  ...{ reviews: row.reviews, children: row.children, silentChildren: row.silent_children },
  ...{ planAgreedOn: row.plan_agreed_on ?? undefined, unaskedChildren: row.unasked_children },
  ...{ nextReviewOn: row.next_review_on ?? undefined, unsettledNeeds: row.unsettled_needs, hasClosingPlan: row.has_closing_plan },
  ...{ lateAnswers: row.late_answers, lateTransitions: row.late_transitions },
})

/** The drift list: the family with the most reasons first, then the oldest request. */
export async function listDrift(
  reader: Reader,
  today: Temporal.PlainDate,
  rule: DriftRule & { readonly closedDays: number },
): Promise<readonly DriftLine[]> {
  const found = await findDrift(reader, today, rule)
  const families = await listFamiliesOf(reader, [...found.keys()])
  const names = await findNames(
    reader,
    families.map(({ lead }) => lead?.person ?? null),
  )
  const { read } = await reader.selectNoFrom(sql<string[]>`casework.my_episodes()`.as('read')).executeTakeFirstOrThrow()
  return families
    .map((family) => {
      const { isOwn, why } = found.get(family.id) ?? { isOwn: false, why: [] }
      return { family, isOwn, isRead: read.includes(family.id), why, leadName: family.lead ? (names.get(family.lead.person) ?? '') : '' }
    })
    .sort((a, b) => b.why.length - a.why.length || Temporal.PlainDate.compare(a.family.requestedOn, b.family.requestedOn))
}
