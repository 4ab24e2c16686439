import { findStanding } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { readAs, type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AnswerInput, ModerationInput } from '../forms/audit.ts'
import type { AssuranceNeeds } from '../needs.ts'
import { demandOf } from '../permission.ts'
import { findRound, guardedAnswer, type Round, type RoundAgency } from '../queries/audits.ts'
import { demandOne } from './write-record.ts'

type Needs = Pick<AssuranceNeeds, 'db'>

/** One step for one agency of a round, in one transaction. @throws NotFound, Forbidden */
async function forAgency(
  needs: Needs,
  doer: Doer,
  {
    round,
    organisation,
    verb,
    act,
  }: { readonly round: string; readonly organisation: string; readonly verb: string; readonly act: string },
  work: (tx: Writer, found: Round, agency: RoundAgency, person: string) => Promise<Result<string, FieldProblem>>,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const found = await findRound(tx, round, doer.today)
    const agency = found.agencies.find((one) => one.organisation === organisation)
    if (!agency) throw new NotFound('No such agency in this round.')
    const standing = await findStanding(tx, doer)
    demandOf(standing, doer, guardedAnswer(found, agency), verb)
    const done = await work(tx, found, agency, standing.person?.id ?? '')
    if (done.ok)
      await appendAudit(tx, {
        actor: doer.actor,
        act: `audit-round.${act}`,
        subjectType: 'audit-round',
        subject: round,
        content: organisation,
      })
    return done
  })
}

/** Keeps what an agency says of itself, as often as it likes until it hands in. No score: not answered. */
export async function saveAnswers(
  needs: Needs,
  doer: Doer,
  round: string,
  organisation: string,
  answers: readonly AnswerInput[],
): Promise<Result<string, FieldProblem>> {
  return forAgency(needs, doer, { round, organisation, verb: 'answer', act: 'answered' }, async (tx, found) => {
    if (found.state !== 'open') return fail({ field: '', code: 'round-not-open' })
    for (const { standard, score, evidence, link } of answers) {
      const kept = { score: score ?? null, evidence, link, at: doer.now, actor: doer.actor }
      await tx
        .insertInto('assurance.audit_answer')
        .values({ round, organisation, standard, ...kept })
        .onConflict((conflict) => conflict.columns(['round', 'organisation', 'standard']).doUpdateSet(kept))
        .execute()
    }
    return succeed(round)
  })
}

/** Hands in what an agency says of itself; from then on it stays as it was. */
export async function handIn(
  needs: Needs,
  doer: Doer,
  round: string,
  organisation: string,
  version: number,
): Promise<Result<string, FieldProblem>> {
  return forAgency(needs, doer, { round, organisation, verb: 'answer', act: 'handed-in' }, async (tx, found, agency) => {
    if (found.state !== 'open') return fail({ field: '', code: 'round-not-open' })
    if (agency.submittedOn !== undefined) return fail({ field: '', code: 'handed-in-already' })
    demandOne(
      await tx
        .updateTable('assurance.audit_agency')
        .set({ submitted_on: doer.today, version: version + 1 })
        .where('round', '=', round)
        .where('organisation', '=', organisation)
        .where('version', '=', version)
        .executeTakeFirstOrThrow(),
    )
    return succeed(round)
  })
}

/** Keeps what a peer makes of an agency's answers; both scores stay side by side. */
export async function moderate(
  needs: Needs,
  doer: Doer,
  round: string,
  organisation: string,
  scores: readonly ModerationInput[],
): Promise<Result<string, FieldProblem>> {
  return forAgency(needs, doer, { round, organisation, verb: 'moderate', act: 'moderated' }, async (tx, found, agency, moderator) => {
    if (found.state !== 'moderation') return fail({ field: '', code: 'round-not-moderated' })
    for (const [index, { standard, score, reason }] of scores.entries()) {
      if (score === undefined) continue
      const self = agency.results.find((one) => one.standard === standard)?.self
      if (score !== self && reason === '') return fail({ field: `reason${index}`, code: 'moderation-reason' })
      const kept = { score, reason, moderator, at: doer.now }
      await tx
        .insertInto('assurance.audit_moderation')
        .values({ round, organisation, standard, ...kept })
        .onConflict((conflict) => conflict.columns(['round', 'organisation', 'standard']).doUpdateSet(kept))
        .execute()
    }
    return succeed(round)
  })
}

/** Says what an agency does about a standard that it does not fully meet. */
export async function progressAuditAction(
  needs: Needs,
  doer: Doer,
  round: string,
  action: string,
  input: {
    readonly text: string
    readonly lead: string
    readonly dueOn: Temporal.PlainDate
    readonly doneOn: Temporal.PlainDate | undefined
    readonly version: number
  },
): Promise<Result<string, FieldProblem>> {
  const organisation = await readAs(
    needs.db,
    doer,
    async (reader) => (await findRound(reader, round, doer.today)).actions.find(({ id }) => id === action)?.organisation,
  )
  if (organisation === undefined) throw new NotFound('No such action.')
  return forAgency(needs, doer, { round, organisation, verb: 'act', act: 'action-progressed' }, async (tx) => {
    const { text, lead, dueOn, doneOn, version } = input
    if (doneOn !== undefined && Temporal.PlainDate.compare(doneOn, doer.today) > 0) return fail({ field: 'doneOn', code: 'day-ahead' })
    demandOne(
      await tx
        .updateTable('assurance.audit_action')
        .set({ text, lead, due_on: dueOn, done_on: doneOn ?? null, version: version + 1 })
        .where('id', '=', action)
        .where('round', '=', round)
        .where('version', '=', version)
        .executeTakeFirstOrThrow(),
    )
    return succeed(round)
  })
}
