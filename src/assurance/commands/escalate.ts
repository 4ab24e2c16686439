import { isWorkingDay } from '#governance/public.ts'
import { findBodyById, findCalendar } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { sendLater } from '#platform/mail/mail.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { LadderInput, SendingInput } from '../forms/challenge.ts'
import type { AssuranceNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { type Challenge, type ChallengeStep, findLadder } from '../queries/challenges.ts'
import { answerDue, fillLetter, type LadderStep, nextStep } from '../rules/challenge.ts'
import { challengeStep } from './challenge.ts'
import { demandOne, takeStep } from './write-record.ts'

type Needs = Pick<AssuranceNeeds, 'db' | 'outbox'>

/** The last day for an answer to a letter that goes out on a day, by the board's own working days; undefined where its calendar does not reach. */
export async function answerDueFor(
  tx: Writer,
  body: string,
  sentOn: Temporal.PlainDate,
  step: LadderStep,
): Promise<Temporal.PlainDate | undefined> {
  const record = await findBodyById(tx, body, sentOn)
  const calendar = await findCalendar(tx, record?.settings?.holidayDivision ?? 'england-and-wales')
  return answerDue(sentOn, step, (day) => isWorkingDay(calendar, day))
}

/** Takes the next step of the ladder: drafts its letter from the words of the ladder, for somebody to read, change and send (P8). */
export async function escalate(
  needs: Pick<AssuranceNeeds, 'db'>,
  doer: Doer,
  id: string,
  version: number,
): Promise<Result<number, FieldProblem>> {
  return takeStep(needs.db, doer, challengeStep(id, doer, 'escalate', 'escalated', version), async (tx, found) => {
    const last = found.steps.at(-1)
    if (last !== undefined && last.sentOn === undefined) return fail({ field: '', code: 'letter-unsent-before' })
    const { steps } = await findLadder(tx, found.body, doer.today)
    const next = nextStep(steps, found, doer.today)
    if (next === undefined) return fail({ field: '', code: found.closedOn === undefined ? 'no-step-left' : 'closed-already' })
    if (!next.mayTake) return fail({ field: '', code: 'step-not-due' })
    const due = await answerDueFor(tx, found.body, doer.today, next.step)
    if (due === undefined) return fail({ field: '', code: 'calendar-not-known' })
    const step = newId()
    const { position, who, toWhom, copiedTo } = next.step
    await tx
      .insertInto('assurance.challenge_step')
      .values({ id: step, challenge: id, rule: next.step.id, position, who, to_whom: toWhom, copied_to: copiedTo })
      .execute()
    const text = fillLetter(next.step.letter, {
      ...{ number: found.number, title: found.title, raised: dayInWords(found.raisedOn), to: toWhom, answerBy: dayInWords(due) },
    })
    await tx.insertInto('assurance.challenge_letter').values({ step, text, drafted_at: doer.now, drafted_by: doer.actor }).execute()
    return succeed(position)
  })
}

function stepAt({ steps }: Challenge, position: number): ChallengeStep {
  const step = steps.find((one) => one.position === position)
  if (!step?.letter) throw new NotFound('No such letter.')
  return step
}

async function writeStep(tx: Writer, step: ChallengeStep, version: number, columns: Readonly<Record<string, unknown>>): Promise<void> {
  demandOne(
    await tx
      .updateTable('assurance.challenge_step')
      .set({ ...columns, version: version + 1 })
      .where('id', '=', step.id)
      .where('version', '=', version)
      .executeTakeFirstOrThrow(),
  )
}

/** Changes the words of a letter that has not gone out. */
export async function writeLetter(
  needs: Pick<AssuranceNeeds, 'db'>,
  doer: Doer,
  id: string,
  position: number,
  input: { readonly text: string; readonly version: number },
): Promise<Result<number, FieldProblem>> {
  return takeStep(needs.db, doer, challengeStep(id, doer, 'escalate', 'letter-written'), async (tx, found) => {
    const step = stepAt(found, position)
    if (step.sentOn !== undefined) return fail({ field: '', code: 'letter-sent-already' })
    await writeStep(tx, step, input.version, {})
    await tx.updateTable('assurance.challenge_letter').set({ text: input.text }).where('step', '=', step.id).execute()
    return succeed(position)
  })
}

/**
 * Keeps that a letter went out: to whom, how and when; from that day its answer is waited for. Where it goes by e-mail the house sends it with the letter as
 * PDF, and only if all of this is kept.
 */
export async function sendLetter(
  needs: Needs,
  doer: Doer,
  id: string,
  position: number,
  input: SendingInput,
  pdf: Uint8Array | undefined,
): Promise<Result<number, FieldProblem>> {
  return takeStep(needs.db, doer, challengeStep(id, doer, 'escalate', 'letter-sent'), async (tx, found) => {
    const step = stepAt(found, position)
    if (step.sentOn !== undefined) return fail({ field: '', code: 'letter-sent-already' })
    const { sentTo, sentHow, sentOn, email, version } = input
    if (Temporal.PlainDate.compare(sentOn, doer.today) > 0) return fail({ field: 'sentOn', code: 'day-ahead' })
    if (Temporal.PlainDate.compare(sentOn, found.raisedOn) < 0) return fail({ field: 'sentOn', code: 'before-raised' })
    const rule = (await findLadder(tx, found.body, doer.today)).steps.find((one) => one.position === position)
    const due = rule && (await answerDueFor(tx, found.body, sentOn, rule))
    if (due === undefined) return fail({ field: 'sentOn', code: 'calendar-not-known' })
    await writeStep(tx, step, version, { sent_on: sentOn, answer_due_on: due })
    await tx
      .updateTable('assurance.challenge_letter')
      .set({ sent_to: email === undefined ? sentTo : `${sentTo}, ${email}`, sent_how: sentHow, sent_by: doer.actor, sent_at: doer.now })
      .where('step', '=', step.id)
      .execute()
    if (email !== undefined && step.letter) {
      await sendLater(needs.outbox, tx, {
        ...{ to: email, subject: `Letter from ${found.bodyName}`, text: step.letter.text, about: { type: 'challenge', id } },
        ...(pdf ? { attachments: [{ filename: 'letter.pdf', contentType: 'application/pdf', content: pdf }] } : {}),
      })
    }
    return succeed(position)
  })
}

/** Keeps the answer to a letter. Whether it settles the challenge is for the board: it stays open until an impact is shown. */
export async function answerLetter(
  needs: Pick<AssuranceNeeds, 'db'>,
  doer: Doer,
  id: string,
  position: number,
  input: { readonly answer: string | undefined; readonly answeredOn: Temporal.PlainDate; readonly version: number },
): Promise<Result<number, FieldProblem>> {
  return takeStep(needs.db, doer, challengeStep(id, doer, 'escalate', 'letter-answered'), async (tx, found) => {
    const step = stepAt(found, position)
    if (step.sentOn === undefined) return fail({ field: '', code: 'letter-not-sent' })
    if (Temporal.PlainDate.compare(input.answeredOn, step.sentOn) < 0) return fail({ field: 'answeredOn', code: 'answered-before-sent' })
    if (Temporal.PlainDate.compare(input.answeredOn, doer.today) > 0) return fail({ field: 'answeredOn', code: 'day-ahead' })
    if (step.answeredOn !== undefined) return fail({ field: '', code: 'closed-already' })
    await writeStep(tx, step, input.version, { answered_on: input.answeredOn })
    await tx
      .updateTable('assurance.challenge_letter')
      .set({ answer: input.answer ?? 'Answered' })
      .where('step', '=', step.id)
      .execute()
    return succeed(position)
  })
}

/** Gives a board its own ladder from today on; the one before ends. Letters that went out keep the step they were sent by. */
export async function setLadder(
  needs: Pick<AssuranceNeeds, 'db'>,
  doer: Doer,
  body: string,
  steps: LadderInput,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'assurance-register', state: 'any', ties: { body } }, 'add')
    const begun = await tx
      .selectFrom('assurance.ladder_step')
      .select('id')
      .where('body', '=', body)
      .where('starts_on', '>=', doer.today)
      .executeTakeFirst()
    if (begun) return fail({ field: '', code: 'ladder-begun-today' })
    await tx
      .updateTable('assurance.ladder_step')
      .set({ ends_on: doer.today })
      .where('body', '=', body)
      .where('ends_on', 'is', null)
      .execute()
    await tx
      .insertInto('assurance.ladder_step')
      .values(
        steps.map(({ who, toWhom, copiedTo, waitDays, dayMode, letter }, index) => ({
          ...{
            id: newId(),
            body,
            position: index + 1,
            who,
            to_whom: toWhom,
            copied_to: copiedTo ?? '',
            wait_days: waitDays,
            day_mode: dayMode,
          },
          ...{ letter, source: 'Set by the clerk of the board', starts_on: doer.today },
        })),
      )
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'ladder.set', subjectType: 'body', subject: body, content: JSON.stringify(steps) })
    return succeed(body)
  })
}
