import type { Reader } from '#platform/database/session.ts'
import { isUuid } from '#platform/web/fields.ts'

/** A review of a plan as a round: everybody who leads something that is open is asked how it goes. */
export interface ReviewRound {
  readonly id: string
  readonly plan: string
  readonly body: string
  readonly number: number
  readonly openedOn: Temporal.PlainDate
  readonly dueOn: Temporal.PlainDate
  /** Null while it is open. */
  readonly closedOn: Temporal.PlainDate | null
  /** What the board is told of it. */
  readonly summary: string
  readonly version: number
}

/** Somebody who was asked about an action. */
export interface ReviewAsk {
  readonly id: string
  readonly action: string
  readonly person: string | null
  readonly name: string
  /** Null where no mail could be sent. */
  readonly mailedAt: Temporal.Instant | null
  readonly chasedAt: Temporal.Instant | null
  readonly answeredAt: Temporal.Instant | null
}

const rounds = (reader: Reader) =>
  reader
    .selectFrom('plans.review_round')
    .select(['id', 'plan', 'body', 'number', 'summary', 'version'])
    .select(['opened_on as openedOn', 'due_on as dueOn', 'closed_on as closedOn'])
    .orderBy('number', 'desc')

/** The rounds of a plan, the latest first. */
export async function findRounds(reader: Reader, plan: string): Promise<readonly ReviewRound[]> {
  return rounds(reader).where('plan', '=', plan).execute()
}

/** One round; undefined where there is none that one may see. */
export async function findRound(reader: Reader, id: string): Promise<ReviewRound | undefined> {
  return isUuid(id) ? rounds(reader).where('id', '=', id).executeTakeFirst() : undefined
}

/** Who was asked in a round, as far as one may see that. */
export async function findAsks(reader: Reader, round: string): Promise<readonly ReviewAsk[]> {
  return reader
    .selectFrom('plans.review_ask')
    .select(['id', 'action', 'person', 'name', 'mailed_at as mailedAt', 'chased_at as chasedAt', 'answered_at as answeredAt'])
    .where('round', '=', round)
    .orderBy('name')
    .orderBy('action')
    .execute()
}

/** What a person is asked in rounds that are open and has not answered, the earliest due first. */
export async function findOwnAsks(
  reader: Reader,
  person: string,
): Promise<
  readonly {
    readonly round: string
    readonly plan: string
    readonly body: string
    readonly title: string
    readonly dueOn: Temporal.PlainDate
    readonly actions: number
  }[]
> {
  const rows = await reader
    .selectFrom('plans.review_ask as a')
    .innerJoin('plans.review_round as r', 'r.id', 'a.round')
    .innerJoin('plans.plan_version as v', (join) => join.onRef('v.plan', '=', 'r.plan').on('v.shown', '=', true))
    .select((eb) => ['r.id as round', 'r.plan', 'r.body', 'v.title', 'r.due_on as dueOn', eb.fn.countAll<bigint>().as('actions')])
    .where('a.person', '=', person)
    .where('a.answered_at', 'is', null)
    .where('r.closed_on', 'is', null)
    .groupBy(['r.id', 'r.plan', 'r.body', 'v.title', 'r.due_on'])
    .orderBy('r.due_on')
    .execute()
  return rows.map((row) => ({ ...row, actions: Number(row.actions) }))
}
