import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'

interface Moment {
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
}
interface Judged {
  readonly call: string
  readonly body: string
}

/** Writes by what the bids of a call are judged: four tenths for the price. Gives the criteria of quality. */
export async function writeCriteria(tx: Writer, { call, body }: Judged, now: Temporal.Instant): Promise<readonly [string, string]> {
  const [families, start] = [newId(), newId()]
  await tx.insertInto('commissioning.bid_criteria').values({ call, body, edition: 1, said_at: now }).execute()
  await tx
    .insertInto('commissioning.bid_criterion')
    .values([
      { id: families, call, edition: 1, position: 1, title: 'What families get', kind: 'quality', weight: 4000 },
      { id: start, call, edition: 1, position: 2, title: 'A start on time', kind: 'quality', weight: 2000 },
      { id: newId(), call, edition: 1, position: 3, title: 'Price', kind: 'price', weight: 4000 },
    ])
    .execute()
  return [families, start]
}

/** Names two who evaluate, before anything is declared. Gives their ids; the second writes the agreed scores. */
export async function writeEvaluators(
  tx: Writer,
  { call, body }: Judged,
  people: readonly [string, string],
  today: Temporal.PlainDate,
): Promise<readonly [string, string]> {
  const [first, second] = [newId(), newId()]
  await tx
    .insertInto('commissioning.bid_evaluator')
    .values([
      { id: first, call, body, person: people[0], named_on: today },
      { id: second, call, body, person: people[1], moderates: true, named_on: today },
    ])
    .execute()
  return [first, second]
}

/** Writes an evaluation of opened bids: one who has still to score, or all the way to what was recommended. */
export async function writeEvaluation(
  owner: Database,
  at: Moment,
  how: {
    readonly judged: Judged
    readonly people: readonly [string, string]
    readonly criteria: readonly [string, string]
    readonly bids: readonly [string, string]
    readonly isWhole: boolean
  },
): Promise<void> {
  const { judged, criteria, bids, isWhole } = how
  const { call } = judged
  await writeAs(owner, { ...at, actor: SYSTEM_ACTOR }, async (tx) => {
    const [first, second] = await writeEvaluators(tx, judged, how.people, at.today)
    await tx.updateTable('commissioning.bid_evaluator').set({ declared_on: at.today }).where('call', '=', call).execute()
    const done = isWhole ? [first, second] : [second]
    const rows = (evaluator: string, because: string) =>
      bids.flatMap((bid, place) =>
        criteria.map((criterion, index) => ({
          ...{ id: newId(), evaluator, call, bid, criterion, points: place === 0 ? 4 : 3 + index, because, written_at: at.now },
        })),
      )
    await tx
      .insertInto('commissioning.bid_score')
      .values(done.flatMap((evaluator) => rows(evaluator, 'Says with whom and from when, and names those who have done it before.')))
      .execute()
    await tx.updateTable('commissioning.bid_evaluator').set({ handed_in_at: at.now }).where('id', 'in', done).execute()
    if (!isWhole) return
    await tx.insertInto('commissioning.bid_agreed_score').values(rows(second, 'All came to the same.')).execute()
    await tx
      .insertInto('commissioning.bid_recommendation')
      .values({ call, evaluator: second, bid: bids[0], because: 'First by quality and by price.', made_at: at.now })
      .execute()
  })
}
