import { sql } from 'kysely'
import type { RecordStep } from '#governance/public-data.ts'
import { findMeeting } from '#meetings/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ChallengeChange, ChallengeInput } from '../forms/challenge.ts'
import type { AssuranceNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { type Challenge, findChallenge, guardedChallenge } from '../queries/challenges.ts'
import { bringChallengeBack } from './bring-back.ts'
import { demandOne, takeStep } from './write-record.ts'

type Needs = Pick<AssuranceNeeds, 'db'>

/** Class of the locks under which a board's challenges are numbered. */
const NUMBERING = 7_305_127

const isLater = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) > 0

/** Enters a challenge in the log of a board, under its next number (P8). The members see it at once. */
export async function addChallenge(needs: Needs, doer: Doer, body: string, input: ChallengeInput): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'assurance-register', state: 'any', ties: { body } }, 'add')
    if (isLater(input.raisedOn, doer.today)) return fail({ field: 'raisedOn', code: 'day-ahead' })
    if (!(await isOwnMeeting(tx, body, input.meeting))) return fail({ field: 'meeting', code: 'choice-unknown' })
    await sql`select pg_advisory_xact_lock(${NUMBERING}, hashtext(${body}))`.execute(tx)
    const { last } = await tx
      .selectFrom('assurance.challenge')
      .select((row) => row.fn.max('number').as('last'))
      .where('body', '=', body)
      .executeTakeFirstOrThrow()
    const id = newId()
    await tx
      .insertInto('assurance.challenge')
      .values({
        ...{ id, body, number: (last ?? 0) + 1, raised_on: input.raisedOn, recorded_at: doer.now, ...columnsOf(input) },
        milestone_on: input.milestoneOn ?? null,
      })
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'challenge.added',
      subjectType: 'challenge',
      subject: id,
      content: JSON.stringify(input),
    })
    return succeed(id)
  })
}

async function isOwnMeeting(tx: Writer, body: string, meeting: string | undefined): Promise<boolean> {
  return meeting === undefined || (await findMeeting(tx, meeting)).body === body
}

const columnsOf = ({ title, text, raisedBy, meeting, addressee, addresseeOffice, owner }: Omit<ChallengeChange, 'version'>) => ({
  ...{ title, text, raised_by: raisedBy, meeting: meeting ?? null, addressee: addressee ?? null },
  ...{ addressee_office: addresseeOffice, owner: owner ?? null },
})

/** One step of a challenge. */
export const challengeStep = (id: string, doer: Doer, verb: string, act: string, version?: number): RecordStep<Challenge> => ({
  find: (tx) => findChallenge(tx, id, doer.today),
  guard: guardedChallenge,
  ...{ verb, act: `challenge.${act}`, version },
})

async function write(
  tx: Writer,
  { id, version }: Challenge,
  columns: Readonly<Record<string, unknown>>,
): Promise<Result<string, FieldProblem>> {
  demandOne(
    await tx
      .updateTable('assurance.challenge')
      .set({ ...columns, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirstOrThrow(),
  )
  return succeed(id)
}

/** Corrects a challenge while it is open. */
export async function changeChallenge(needs: Needs, doer: Doer, id: string, input: ChallengeChange): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, challengeStep(id, doer, 'change', 'changed', input.version), async (tx, found) => {
    if (found.closedOn !== undefined) return fail({ field: '', code: 'closed-already' })
    if (!(await isOwnMeeting(tx, found.body, input.meeting))) return fail({ field: 'meeting', code: 'choice-unknown' })
    return write(tx, found, columnsOf(input))
  })
}

/** Takes the response. It answers the challenge; it does not close it. */
export async function respondToChallenge(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly response: string; readonly respondedOn: Temporal.PlainDate; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, challengeStep(id, doer, 'respond', 'answered', input.version), async (tx, found) => {
    if (found.closedOn !== undefined) return fail({ field: '', code: 'closed-already' })
    if (isLater(input.respondedOn, doer.today)) return fail({ field: 'respondedOn', code: 'day-ahead' })
    if (isLater(found.raisedOn, input.respondedOn)) return fail({ field: 'respondedOn', code: 'before-raised' })
    return write(tx, found, { response: input.response, responded_on: input.respondedOn })
  })
}

/** Records what the challenge changed, and what shows that. */
export async function recordImpact(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly impact: string; readonly evidence: string; readonly impactOn: Temporal.PlainDate; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, challengeStep(id, doer, 'impact', 'impact-recorded', input.version), async (tx, found) => {
    if (found.closedOn !== undefined) return fail({ field: '', code: 'closed-already' })
    if (isLater(input.impactOn, doer.today)) return fail({ field: 'impactOn', code: 'day-ahead' })
    if (isLater(found.raisedOn, input.impactOn)) return fail({ field: 'impactOn', code: 'before-raised' })
    return write(tx, found, { impact: input.impact, impact_evidence: input.evidence, impact_on: input.impactOn })
  })
}

/** Says when an open challenge comes back to its board by itself. */
export async function setChallengeMilestone(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly milestoneOn: Temporal.PlainDate; readonly everyMonths: number; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, challengeStep(id, doer, 'milestone', 'milestone-set', input.version), async (tx, found) => {
    if (found.closedOn !== undefined) return fail({ field: '', code: 'closed-already' })
    if (isLater(doer.today, input.milestoneOn)) return fail({ field: 'milestoneOn', code: 'day-past' })
    const done = await write(tx, found, { milestone_on: input.milestoneOn, every_months: input.everyMonths })
    await bringChallengeBack(tx, doer, { ...found, reference: String(found.number), text: found.title, milestoneOn: input.milestoneOn })
    return done
  })
}

/** Closes a challenge at a meeting, only once its impact is shown (P8). */
export async function closeChallenge(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly closedOn: Temporal.PlainDate; readonly meeting: string | undefined; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, challengeStep(id, doer, 'close', 'closed', input.version), async (tx, found) => {
    if (found.closedOn !== undefined) return fail({ field: '', code: 'closed-already' })
    if (found.impactOn === undefined) return fail({ field: '', code: 'no-impact-yet' })
    if (isLater(input.closedOn, doer.today)) return fail({ field: 'closedOn', code: 'day-ahead' })
    if (isLater(found.raisedOn, input.closedOn)) return fail({ field: 'closedOn', code: 'before-raised' })
    if (!(await isOwnMeeting(tx, found.body, input.meeting))) return fail({ field: 'meeting', code: 'choice-unknown' })
    return write(tx, found, { closed_on: input.closedOn, closed_meeting: input.meeting ?? null, milestone_on: null })
  })
}

/** Shows a challenge to everybody: its letters stay with the board. */
export async function showChallenge(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, challengeStep(id, doer, 'show', 'shown', input.version), async (tx, found) =>
    found.sight === 'public' ? fail({ field: '', code: 'shown-already' }) : write(tx, found, { sight: 'public', taken_back_reason: '' }),
  )
}

/** Takes a challenge back from the public at once, with a reason. */
export async function takeBackChallenge(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly reason: string; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, challengeStep(id, doer, 'show', 'taken-back', input.version), async (tx, found) =>
    found.sight === 'public'
      ? write(tx, found, { sight: 'members', taken_back_reason: input.reason })
      : fail({ field: '', code: 'not-public' }),
  )
}
