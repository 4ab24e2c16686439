import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { AnswerInput, RuleInput, SettleInput } from '../../forms/submission.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findAction } from '../../queries/actions.ts'
import { findItem } from '../../queries/agenda.ts'
import { findDecision } from '../../queries/decisions.ts'
import { lockMeeting, type Meeting } from '../../queries/meeting.ts'
import { findStandingItem } from '../../queries/standing-items.ts'
import { findSubmission, findSubmissionRules, findSubmitter, guardedSubmission, type Submission } from '../../queries/submissions.ts'
import { openerOf } from '../../rules/submission.ts'
import { answerNews, writeToSubmitter } from './write-to-submitter.ts'

type Needs = CommandNeeds

/** Locks the meeting and reads what was brought to it. @throws NotFound, Forbidden; Conflict where somebody else changed it first */
async function hold(
  tx: Writer,
  doer: Doer,
  id: string,
  verb: string,
  version: number,
): Promise<{ submission: Submission; meeting: Meeting }> {
  const found = await findSubmission(tx, id)
  if (!found) throw new NotFound('No such question.')
  await demand(tx, doer, guardedSubmission(found), verb)
  const meeting = await lockMeeting(tx, found.meeting)
  const submission = await findSubmission(tx, id)
  if (!submission || submission.version !== version) throw new Conflict('Somebody else has changed this.')
  return { submission, meeting }
}

/** Accepts or refuses what was brought. What is accepted stands under its item, by name or with the name withheld (M13). */
export async function settleSubmission(needs: Needs, doer: Doer, id: string, input: SettleInput): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const { submission, meeting } = await hold(tx, doer, id, 'settle', input.version)
    if (submission.state === 'withdrawn') return fail({ field: '', code: 'submission-settled' })
    const accepted = input.verdict === 'accept'
    const place = accepted
      ? await placeOf(tx, submission, meeting, input.item)
      : { item: null, category: submission.category, sight: 'draft' }
    const name = (await findSubmitter(tx, id))?.name ?? ''
    await tx
      .updateTable('meetings.submission')
      .set({
        ...place,
        state: accepted ? 'accepted' : 'refused',
        reason: input.reason ?? '',
        shown_name: accepted && !submission.withheld ? (input.shownName ?? name) : '',
        settled_at: doer.now,
        version: submission.version + 1,
      })
      .where('id', '=', id)
      .execute()
    const [state, reason] = accepted ? (['accepted', ''] as const) : (['refused', input.reason ?? ''] as const)
    if (state !== submission.state || (!accepted && reason !== submission.reason))
      await writeToSubmitter(
        needs,
        tx,
        id,
        meeting,
        accepted ? { news: 'accepted', withheld: submission.withheld } : { news: 'refused', reason },
      )
    await audit(tx, doer, id, `submission.${accepted ? 'accepted' : 'refused'}`, JSON.stringify({ ...input, shownName: undefined }))
    return succeed(submission.meeting)
  })
}

/** The item under which it stands: the one chosen, else the agenda's own for its kind. What stands in Part 2 is not public. */
async function placeOf(tx: Writer, { kind, meeting }: Submission, { sight }: Meeting, chosen: string | undefined) {
  const opener = openerOf(kind)
  const id = chosen ?? (opener && (await findStandingItem(tx, meeting, opener)))
  const item = id === undefined ? undefined : await findItem(tx, meeting, id)
  const category = item?.category ?? 'public'
  return { item: item?.id ?? null, category, sight: category === 'public' && sight === 'public' ? 'public' : 'members' }
}

/** Keeps the answer, a supplementary question with its own, and what came of it. */
export async function answerSubmission(needs: Needs, doer: Doer, id: string, input: AnswerInput): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const { submission, meeting } = await hold(tx, doer, id, 'answer', input.version)
    if (submission.state !== 'accepted') return fail({ field: '', code: 'submission-not-accepted' })
    const decision = input.decision === undefined ? undefined : await findDecision(tx, input.decision)
    const action = input.action === undefined ? undefined : await findAction(tx, input.action)
    if (input.decision !== undefined && decision?.meeting !== submission.meeting) return fail({ field: 'decision', code: 'choice-unknown' })
    if (input.action !== undefined && action?.meeting !== submission.meeting) return fail({ field: 'action', code: 'choice-unknown' })
    await tx
      .updateTable('meetings.submission')
      .set({
        answer_kind: input.answerKind,
        answer: input.answer ?? '',
        answered_by: input.answeredBy ?? '',
        answer_due: input.answerDue ?? null,
        supplementary: input.supplementary ?? '',
        supplementary_answer: input.supplementaryAnswer ?? '',
        decision: decision?.id ?? null,
        action: action?.id ?? null,
        version: submission.version + 1,
      })
      .where('id', '=', id)
      .execute()
    const news = answerNews(submission, await findSubmission(tx, id))
    if (news) await writeToSubmitter(needs, tx, id, meeting, news)
    await audit(tx, doer, id, 'submission.answered', JSON.stringify(input))
    return succeed(submission.meeting)
  })
}

/** Takes something back, with the reason: it is no longer on the agenda and not in the minutes. */
export async function withdrawSubmission(
  needs: Needs,
  doer: Doer,
  id: string,
  { reason, version }: { readonly reason: string; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const { submission, meeting } = await hold(tx, doer, id, 'settle', version)
    await tx
      .updateTable('meetings.submission')
      .set({ state: 'withdrawn', sight: 'draft', reason, version: version + 1 })
      .where('id', '=', id)
      .execute()
    if (submission.state === 'accepted') await writeToSubmitter(needs, tx, id, meeting, { news: 'withdrawn', reason })
    await audit(tx, doer, id, 'submission.withdrawn', reason)
    return succeed(submission.meeting)
  })
}

async function audit(tx: Writer, doer: Doer, subject: string, act: string, content: string): Promise<void> {
  await appendAudit(tx, { actor: doer.actor, act, subjectType: 'submission', subject, content })
}

/** Keeps a body's rule on one kind from a day on; the rule before it ends there, and stays for the meetings of its time. */
export async function keepSubmissionRule(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  body: string,
  input: RuleInput,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'submission-rule', state: 'any', ties: { body } }, 'keep')
    const earlier = (await findSubmissionRules(tx, body)).filter(({ kind }) => kind === input.kind)
    if (earlier.some(({ startsOn }) => Temporal.PlainDate.compare(startsOn, input.startsOn) >= 0))
      return fail({ field: 'startsOn', code: 'rule-overlaps' })
    await tx
      .updateTable('meetings.submission_rule')
      .set((row) => ({ ends_on: input.startsOn, version: row('version', '+', 1) }))
      .where('body', '=', body)
      .where('kind', '=', input.kind)
      .where('ends_on', 'is', null)
      .execute()
    const id = newId()
    await tx
      .insertInto('meetings.submission_rule')
      .values({
        id,
        body,
        kind: input.kind,
        taken: input.taken === 'yes',
        mode: input.mode ?? null,
        days: input.days ?? null,
        cut_off: input.cutOff?.toString({ smallestUnit: 'minute' }) ?? null,
        most_words: input.mostWords ?? null,
        signatures_to_answer: input.signaturesToAnswer ?? null,
        signatures_to_debate: input.signaturesToDebate ?? null,
        source: input.source,
        starts_on: input.startsOn,
        made_by: doer.actor,
      })
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'submission-rule.kept',
      subjectType: 'body',
      subject: body,
      content: JSON.stringify(input),
    })
    return succeed(id)
  })
}
