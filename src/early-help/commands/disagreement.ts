import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import type { Database, Writer } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { SettleInput, StandEndInput, StandInput } from '../forms/disagreement.ts'
import { findStands, type StandRecord } from '../queries/disagreements.ts'
import { findAgreements } from '../queries/record.ts'
import { lookAt } from './look.ts'
import { demandSeen } from './plan-look.ts'

type Needs = { readonly db: Database }
type Of = { readonly episode: string; readonly stand: string }

/** Records that somebody else with parental responsibility disagrees; what they leave out is read by nobody from this moment (E3, handbook 3.1). */
export async function recordStand(needs: Needs, doer: Doer, episode: string, input: StandInput): Promise<Result<void, FieldProblem>> {
  return lookAt<Result<void, FieldProblem>>(needs.db, doer, episode, 'disagree', async ({ tx, family, ties }) => {
    if (family.closedOn) return fail({ field: '', code: 'closed-already' })
    if (Temporal.PlainDate.compare(input.saidOn, doer.today) > 0) return fail({ field: 'saidOn', code: 'in-the-future' })
    const given = (await findAgreements(tx, episode, doer.today)).filter((one) => one.isGiven && !one.withdrawnAt)
    if (given.length === 0) return fail({ field: '', code: 'nothing-to-dispute-yet' })
    const isSame = (name: string): boolean => name.toLowerCase() === input.saidBy.toLowerCase()
    if (given.every(({ givenBy }) => isSame(givenBy))) return fail({ field: 'saidBy', code: 'gave-it-themselves' })
    if ((await findStands(tx, episode)).some(({ saidBy, standing }) => isSame(saidBy) && ['waits', 'narrower'].includes(standing)))
      return fail({ field: 'saidBy', code: 'stands-already' })
    const id = newId()
    const { saidBy, entitledHow, stance, agencies, classes, words, saidOn, evidence } = input
    await tx
      .insertInto('casework.agreement_stand')
      .values({
        ...{ id, episode, said_by: saidBy, entitled_how: entitledHow, stance, organisations: [...agencies], classes: [...classes] },
        ...{ words, said_on: saidOn, evidence, recorded_by: ties.person, recorded_at: doer.now },
      })
      .execute()
    await note(tx, doer, episode, 'family.disagreed', id)
    return succeed(undefined)
  })
}

/** Settles a disagreement with reasons: the narrower scope stays, or the agreement of the one is enough and what it opened is open again. */
export async function settleStand(needs: Needs, doer: Doer, of: Of, input: SettleInput): Promise<Result<void, FieldProblem>> {
  return lookAt<Result<void, FieldProblem>>(needs.db, doer, of.episode, 'settle-disagreement', async ({ tx, family, ties }) => {
    const found = await findStand(tx, of)
    if (found?.standing !== 'waits') return fail({ field: '', code: 'nothing-to-settle' })
    if (found.recordedBy === ties.person || family.lead?.person === ties.person) return fail({ field: '', code: 'not-ones-own' })
    const query = tx.updateTable('casework.agreement_stand').set({
      ...{ verdict: input.verdict, because: input.because, told_how: input.toldHow, settled_by: ties.person, settled_at: doer.now },
      version: input.version + 1,
    })
    demandSeen(await query.where('id', '=', found.id).where('version', '=', input.version).executeTakeFirst())
    if (input.verdict === 'as-agreed') await reopen(tx, found.id)
    await note(tx, doer, of.episode, 'family.disagreement-settled', found.id)
    return succeed(undefined)
  })
}

/** Records that they agree now: it narrows nothing any more, and what it had ended is open again as far as an agreement covers it. */
export async function endStand(needs: Needs, doer: Doer, of: Of, input: StandEndInput): Promise<Result<void, FieldProblem>> {
  return lookAt<Result<void, FieldProblem>>(needs.db, doer, of.episode, 'disagree', async ({ tx, ties }) => {
    const found = await findStand(tx, of)
    if (!found || !['waits', 'narrower'].includes(found.standing)) return fail({ field: '', code: 'nothing-to-settle' })
    const query = tx
      .updateTable('casework.agreement_stand')
      .set({ ended_at: doer.now, ended_how: input.endedHow, ended_by: ties.person, version: input.version + 1 })
    demandSeen(await query.where('id', '=', found.id).where('version', '=', input.version).executeTakeFirst())
    await reopen(tx, found.id)
    await note(tx, doer, of.episode, 'family.disagreement-ended', found.id)
    return succeed(undefined)
  })
}

const findStand = async (tx: Writer, of: Of): Promise<StandRecord | undefined> =>
  (await findStands(tx, of.episode)).find(({ id }) => id === of.stand)

const reopen = (tx: Writer, stand: string) => tx.selectNoFrom(sql<number>`casework.reopen_after(${stand}::uuid)`.as('n')).execute()

const note = (tx: Writer, doer: Doer, subject: string, act: string, content: string) =>
  appendAudit(tx, { actor: doer.actor, act, subjectType: 'family', subject, content })
