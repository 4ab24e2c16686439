import { type RawBuilder, sql } from 'kysely'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { dayOf } from '#platform/time/london.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { HoldInput, ReviewRecordInput } from '../forms/retention.ts'
import { demandTie, findTies } from '../queries/ties.ts'

type Needs = { readonly db: Database }
interface Made {
  readonly id: string | null
  readonly problem: string | null
  readonly digest?: string | null
}

/** One step of retention: the database asks every rule, and hands back what it made or why it made nothing; ids alone stand in the audit. */
async function step(
  { db }: Needs,
  doer: Doer,
  act: { readonly name: string; readonly verb: 'keep' | 'approve'; readonly subject: string; readonly field: string },
  call: RawBuilder<Made>,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'retention', act.verb)
    const made = (await call.execute(tx)).rows[0]
    if (!made?.id) return fail({ field: act.field, code: made?.problem ?? 'no-record' })
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: `family.${act.name}`, subjectType: 'family', subject: act.subject },
      content: made.digest ?? made.id,
    })
    return succeed({ id: made.id })
  })
}

/** Holds a record against every rule until somebody lifts the hold, with the reason (E12). */
export const holdRecord = (needs: Needs, doer: Doer, episode: string, { because }: HoldInput) =>
  step(
    needs,
    doer,
    { name: 'held', verb: 'keep', subject: episode, field: 'because' },
    sql<Made>`select * from casework.hold_record(${episode}::uuid, ${because})`,
  )

/** Lifts a hold, with the reason. */
export const liftHold = (needs: Needs, doer: Doer, episode: string, { because }: HoldInput) =>
  step(
    needs,
    doer,
    { name: 'hold-lifted', verb: 'keep', subject: episode, field: 'because' },
    sql<Made>`select * from casework.lift_hold(${episode}::uuid, ${because})`,
  )

/** Decides of a record that is due: to be destroyed once another person approves, or kept until a day, with the reason. */
export const reviewRecord = (needs: Needs, doer: Doer, episode: string, { verdict, keepUntil, because }: ReviewRecordInput) =>
  step(
    needs,
    doer,
    { name: 'retention-reviewed', verb: 'keep', subject: episode, field: verdict === 'keep' ? 'keepUntil' : 'verdict' },
    sql<Made>`select * from casework.review_record(${episode}::uuid, ${verdict}, ${keepUntil ?? null}::date, ${because}, ${doer.today}::date)`,
  )

/** Approves that a record is destroyed, as another person than who reviewed it. */
export const approveDestruction = (needs: Needs, doer: Doer, of: { readonly episode: string; readonly review: string }) =>
  step(
    needs,
    doer,
    { name: 'destruction-approved', verb: 'approve', subject: of.episode, field: '' },
    sql<Made>`select * from casework.approve_destruction(${of.review}::uuid)`,
  )

/** Destroys all content of a record in one transaction, and hands back its certificate; only what was reviewed and approved, is due, and is not held. */
export const destroyRecord = (needs: Needs, doer: Doer, of: { readonly episode: string; readonly review: string }) =>
  step(
    needs,
    doer,
    { name: 'destroyed', verb: 'keep', subject: of.episode, field: '' },
    sql<Made>`select * from casework.destroy_record(${of.review}::uuid, ${doer.today}::date)`,
  )

/** Destroys again what stands in the list of destructions and is here all the same, because a backup was brought back. Returns how many records it was. */
export async function destroyAgain({ db }: Needs, now: Temporal.Instant): Promise<number> {
  return writeAs(db, { actor: SYSTEM_ACTOR, now, today: dayOf(now) }, async (tx) => {
    const { rows } = await sql<{ n: number }>`select casework.destroy_again() as n`.execute(tx)
    return rows[0]?.n ?? 0
  })
}
