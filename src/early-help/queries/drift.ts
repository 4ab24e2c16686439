import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { type Drift, type DriftFacts, type Drifting, type DriftRule, driftOf, driftPage, type Pause } from '../rules/drift.ts'
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
): Promise<ReadonlyMap<string, Drifting>> {
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
      .map((row) => {
        const why = driftOf({ ...factsOf(row), pauses: pausesOf(row) }, rule, today)
        return [row.episode, { isOwn: row.is_own, requestedOn: row.requested_on, why }] as const
      })
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

/** One page of the drift list. */
export interface DriftPart {
  /** On the whole list, not on this page alone. */
  readonly families: number
  /** Of all families on the list. */
  readonly reasons: number
  /** From 1. */
  readonly page: number
  /** At least 1, also where no family drifts. */
  readonly pages: number
  /** How many families are on a full page. */
  readonly size: number
  readonly lines: readonly DriftLine[]
}

const linesOfPage = 50

/**
 * One page of the drift list: the families one keeps first, then those of the locality; of each the family with the most reasons first, then the oldest request.
 * @param asked - the page, from 1; beyond the last it is the last
 */
export async function listDrift(
  reader: Reader,
  today: Temporal.PlainDate,
  rule: DriftRule & { readonly closedDays: number },
  asked: number,
): Promise<DriftPart> {
  const found = await findDrift(reader, today, rule)
  const { page, pages, shown } = driftPage(
    [...found].map(([id, drifting]) => ({ id, ...drifting })),
    asked,
    linesOfPage,
  )
  const reasons = [...found.values()].reduce((sum, { why }) => sum + why.length, 0)
  return {
    ...{ families: found.size, reasons, page, pages, size: linesOfPage },
    lines: await linesOf(reader, shown),
  }
}

/** What is said of the families of one page, in the order they are given in. */
async function linesOf(reader: Reader, drifting: readonly (Drifting & { readonly id: string })[]): Promise<readonly DriftLine[]> {
  const ids = drifting.map(({ id }) => id)
  const families = new Map((await listFamiliesOf(reader, ids)).map((family) => [family.id, family]))
  const names = await findNames(
    reader,
    Array.from(families.values(), ({ lead }) => lead?.person ?? null),
  )
  const { read } = await reader.selectNoFrom(sql<string[]>`casework.my_episodes()`.as('read')).executeTakeFirstOrThrow()
  const opened = new Set(read)
  return drifting.flatMap(({ id, isOwn, why }) => {
    const family = families.get(id)
    return family
      ? [{ family, isOwn, isRead: opened.has(id), why, leadName: family.lead ? (names.get(family.lead.person) ?? '') : '' }]
      : []
  })
}
