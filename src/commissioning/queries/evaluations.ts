import { sql } from 'kysely'
import type { Guarded } from '#governance/public.ts'
import { findPeopleNames } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { bidPaths } from '../pipeline-paths.ts'
import type { CommissioningDuty } from '../rules/duty.ts'
import { type BidCriterion, type EvaluatorFacts, evaluatorState, type LowBidRule } from '../rules/evaluation.ts'
import type { BidCall } from './bids.ts'

/** Somebody who evaluates the bids of a call. */
export interface Evaluator extends EvaluatorFacts {
  readonly id: string
  readonly call: string
  readonly person: string
  readonly name: string
  readonly moderates: boolean
  readonly settledBecause: string
}

/** One score, an evaluator's own or the agreed one. */
export interface BidScore {
  readonly evaluator: string
  readonly bid: string
  readonly criterion: string
  readonly points: number
  readonly because: string
}

/** By what the bids of a call are judged, as it was said last; everybody reads it. */
export interface BidCriteria {
  /** 0: nobody has said. */
  readonly edition: number
  readonly saidAt: Temporal.Instant | undefined
  /** Why it was said anew; '' for the first. */
  readonly because: string
  readonly criteria: readonly BidCriterion[]
}

/** What points mean. */
export interface ScoreWord {
  readonly points: number
  readonly name: string
  readonly means: string
}

/** What the matrix knows of the evaluation of a call: those who may read the bids lead it. */
export const guardedEvaluation = ({ body }: Pick<BidCall, 'body'>, evaluators: readonly Evaluator[]): Guarded => ({
  record: 'bid-evaluation',
  state: 'any',
  ties: { body, leads: evaluators.filter((one) => readingStates.has(evaluatorState(one))).map(({ person }) => person) },
})
const readingStates: ReadonlySet<string> = new Set(['reads', 'handed-in'])

/** By what the bids of a call are judged. */
export async function findBidCriteria(reader: Reader, call: string): Promise<BidCriteria> {
  const [editions, rows] = await Promise.all([
    reader
      .selectFrom('commissioning.bid_criteria')
      .select(['edition', 'said_at as saidAt', 'because'])
      .where('call', '=', call)
      .orderBy('edition', 'desc')
      .execute(),
    reader.selectFrom('commissioning.bid_criterion').selectAll().where('call', '=', call).orderBy('position').execute(),
  ])
  const [last] = editions
  if (!last) return { edition: 0, saidAt: undefined, because: '', criteria: [] }
  const criteria = rows
    .filter(({ edition }) => edition === last.edition)
    .map(({ id, title, kind, weight }) => ({ id, title, kind: kind === 'price' ? ('price' as const) : ('quality' as const), weight }))
  return { ...last, criteria }
}

/** Who evaluates the bids of calls, as far as one may see it, in the order in which they were named. */
export async function findEvaluators(
  reader: Reader,
  by: { readonly call: string } | { readonly person: string },
): Promise<readonly Evaluator[]> {
  const rows = await reader
    .selectFrom('commissioning.bid_evaluator')
    .selectAll()
    .$if('call' in by, (query) => query.where('call', '=', 'call' in by ? by.call : ''))
    .$if('person' in by, (query) => query.where('person', '=', 'person' in by ? by.person : ''))
    .orderBy('id')
    .execute()
  const names = await findPeopleNames(
    reader,
    rows.map(({ person }) => person),
  )
  return rows.map((row) => ({
    ...{ id: row.id, call: row.call, person: row.person, name: names.get(row.person) ?? 'Somebody', moderates: row.moderates },
    ...{ declaredOn: row.declared_on ?? undefined, interest: row.interest, settledBecause: row.settled_because },
    ...{ settled: row.settled === 'reads' || row.settled === 'stands-down' ? row.settled : undefined },
    handedInAt: row.handed_in_at ?? undefined,
  }))
}

/** The scores of a call that one may read: one's own, and in a look those of all once one has handed in; and the agreed ones. */
export async function findScores(reader: Reader, call: string) {
  const of = (table: 'commissioning.bid_score' | 'commissioning.bid_agreed_score'): Promise<readonly BidScore[]> =>
    reader.selectFrom(table).select(['evaluator', 'bid', 'criterion', 'points', 'because']).where('call', '=', call).orderBy('id').execute()
  const [scores, agreed] = await Promise.all([of('commissioning.bid_score'), of('commissioning.bid_agreed_score')])
  return { scores, agreed }
}

/** What is recommended, and what the call was awarded to, as far as one may see it. A bid that is null: none of them. */
export async function findRecommended(reader: Reader, call: string) {
  const [recommended, awarded] = await Promise.all([
    reader
      .selectFrom('commissioning.bid_recommendation')
      .select(['bid', 'because', 'made_at as madeAt'])
      .where('call', '=', call)
      .executeTakeFirst(),
    reader
      .selectFrom('commissioning.bid_award')
      .select(['bid', 'because', 'closed_on as closedOn', 'closed_because as closedBecause'])
      .where('call', '=', call)
      .executeTakeFirst(),
  ])
  return { recommended, awarded }
}

/** What points mean on a day, the most first. */
export async function findScoreWords(reader: Reader, onDay: Temporal.PlainDate): Promise<readonly ScoreWord[]> {
  return reader
    .selectFrom('commissioning.score_word')
    .select(['points', 'name', 'means'])
    .where('starts_on', '<=', onDay)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', onDay)]))
    .orderBy('points', 'desc')
    .execute()
}

/** When a price is marked as abnormally low on a day; undefined: nobody has said. */
export async function findLowBidRule(reader: Reader, onDay: Temporal.PlainDate): Promise<LowBidRule | undefined> {
  return reader
    .selectFrom('commissioning.low_bid_rule')
    .select(['per_cent as perCent', 'others'])
    .where('starts_on', '<=', onDay)
    .orderBy('starts_on', 'desc')
    .executeTakeFirst()
}

/** What the evaluation of bids asks of somebody: to declare an interest, and once bids are opened to score them (C8). */
export async function findEvaluationDuties(reader: Reader, person: string): Promise<readonly CommissioningDuty[]> {
  const own = await findEvaluators(reader, { person })
  if (own.length === 0) return []
  const calls = await reader
    .selectFrom('commissioning.bid_call')
    .select(['id', 'title', 'body', 'opened_at as openedAt'])
    .where(
      among(
        'id',
        own.map(({ call }) => call),
      ),
    )
    .where('decided_on', 'is', null)
    .where('withdrawn_on', 'is', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('commissioning.bid_recommendation as r')
            .select(sql`1`.as('one'))
            .whereRef('r.call', '=', 'commissioning.bid_call.id'),
        ),
      ),
    )
    .orderBy('closes_at')
    .execute()
  return calls.flatMap(({ id, title, body, openedAt }) => {
    const one = own.find(({ call }) => call === id)
    const state = one && evaluatorState(one)
    if (state === 'to-declare')
      return [
        { text: `Say whether you have an interest before you evaluate bids: ${title}`, href: bidPaths.evaluation(id, 'interest'), body },
      ]
    if (state === 'reads' && openedAt)
      return [{ text: `Score the bids and hand your scores in: ${title}`, href: bidPaths.evaluation(id), body, dueOn: dayOf(openedAt) }]
    return []
  })
}
