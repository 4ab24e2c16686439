import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findItem } from '../../queries/agenda.ts'
import { countUnansweredQuestions } from '../../queries/key-questions.ts'
import { findMeeting } from '../../queries/meeting.ts'
import { findMeetingRules } from '../../queries/meeting-rules.ts'
import { findContent } from '../../queries/paper-files.ts'
import { findChecks, findPaperVersions, guardedPaper, lockPaper, type PaperRecord } from '../../queries/papers.ts'
import { type ClearProblem, checksInForce, clearProblems, type Discipline, type PaperState } from '../../rules/paper.ts'
import { budgetWords } from '../../words/paper.ts'

type Needs = Pick<CommandNeeds, 'db'>

async function inPaper(
  needs: Needs,
  doer: Doer,
  id: string,
  verb: string,
  act: string,
  work: (tx: Writer, paper: PaperRecord) => Promise<Result<string, FieldProblem>>,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const paper = await lockPaper(tx, id)
    await demand(tx, doer, guardedPaper(paper), verb)
    const done = await work(tx, paper)
    if (!done.ok) return done
    await appendAudit(tx, { actor: doer.actor, act: `paper.${act}`, subjectType: 'paper', subject: id, content: done.value })
    return succeed(null)
  })
}

async function become(tx: Writer, paper: PaperRecord, state: PaperState): Promise<void> {
  await tx
    .updateTable('meetings.paper')
    .set({ state, version: paper.version + 1 })
    .where('id', '=', paper.id)
    .execute()
}

/** Hands a paper in: the day counts against the deadline, the first time only (M5). */
export async function handIn(needs: Needs, doer: Doer, id: string): Promise<Result<null, FieldProblem>> {
  return inPaper(needs, doer, id, 'hand-in', 'handed-in', async (tx, paper) => {
    if (paper.submittedAt) return fail({ field: '', code: 'handed-in-already' })
    const draft = (await findPaperVersions(tx, id)).find(({ state }) => state === 'draft')
    const content = draft && (await findContent(tx, draft, paper.category))
    if (!content?.hasContent) return fail({ field: '', code: 'nothing-written' })
    if (content.unconfirmed > 0) return fail({ field: '', code: 'files-unconfirmed', details: { count: content.unconfirmed } })
    await tx
      .updateTable('meetings.paper')
      .set({ submitted_at: doer.now, version: paper.version + 1 })
      .where('id', '=', id)
      .execute()
    return succeed(doer.now.toString())
  })
}

/** Asks somebody to check a paper; advice that overrides stops it while it is returned. */
export async function askCheck(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly discipline: Discipline; readonly checker: string; readonly overrides: boolean },
): Promise<Result<null, FieldProblem>> {
  return inPaper(needs, doer, id, 'check', 'check-asked', async (tx, paper) => {
    if (paper.state !== 'draft' && paper.state !== 'in_checking') return fail({ field: '', code: 'not-writable' })
    await addWord(tx, doer, id, { ...input, verdict: 'asked', note: '' })
    if (paper.state === 'draft') await become(tx, paper, 'in_checking')
    return succeed(JSON.stringify(input))
  })
}

/** Records what a checker answered. */
export async function answerCheck(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly discipline: Discipline; readonly verdict: 'cleared' | 'returned' | 'withdrawn'; readonly note: string | undefined },
): Promise<Result<null, FieldProblem>> {
  return inPaper(needs, doer, id, 'check', 'check-answered', async (tx) => {
    const asked = checksInForce(await findChecks(tx, [id])).find(({ discipline }) => discipline === input.discipline)
    if (!asked) return fail({ field: 'discipline', code: 'check-not-asked' })
    if (input.verdict === 'returned' && !input.note) return fail({ field: 'note', code: 'return-note-missing' })
    if (input.verdict === 'withdrawn' && !input.note) return fail({ field: 'note', code: 'withdrawn-note-missing' })
    await addWord(tx, doer, id, { ...asked, verdict: input.verdict, note: input.note ?? '' })
    return succeed(JSON.stringify(input))
  })
}

async function addWord(
  tx: Writer,
  doer: Doer,
  paper: string,
  word: {
    readonly discipline: Discipline
    readonly checker: string
    readonly overrides: boolean
    readonly verdict: string
    readonly note: string
  },
): Promise<void> {
  const { discipline, checker, overrides, verdict, note } = word
  await tx
    .insertInto('meetings.paper_check')
    .values({ id: newId(), paper, discipline, checker, overrides, verdict, note, at: doer.now, actor: doer.actor })
    .execute()
}

const MONEY_LACKS = ['paper_names_line', 'paper_names_budget', 'paper_budget_confirmed', 'paper_line_sum']

/** Clears a paper for publication, once every check is answered and a paper that commits money says what it costs (C16). */
export async function clearPaper(needs: Needs, doer: Doer, id: string): Promise<Result<null, FieldProblem>> {
  try {
    return await clearIt(needs, doer, id)
  } catch (error) {
    // Which line or own budget pays is asked in the database (migrations 0461 and 0666).
    const constraint = (error as { readonly constraint?: unknown } | null)?.constraint
    if (typeof constraint === 'string' && MONEY_LACKS.includes(constraint))
      return fail({ field: '', code: constraint.replaceAll('_', '-') })
    throw error
  }
}

function clearIt(needs: Needs, doer: Doer, id: string): Promise<Result<null, FieldProblem>> {
  return inPaper(needs, doer, id, 'clear', 'cleared', async (tx, paper) => {
    const draft = (await findPaperVersions(tx, id)).find(({ state }) => state === 'draft')
    if (!draft || !['draft', 'in_checking'].includes(paper.state)) return fail({ field: '', code: 'not-writable' })
    const item = await findItem(tx, paper.meeting, paper.item)
    const content = await findContent(tx, draft, paper.category)
    const asked = { ...content, unanswered: await countUnansweredQuestions(tx, paper) }
    const [first, ...more] = clearProblems(draft.fields, asked, item.content?.commitsMoney ?? false, await findChecks(tx, [id])).map(
      inTheWay,
    )
    if (first) return fail(first, ...more)
    // Whoever clears a paper that was never handed in has it: that is when it was handed in.
    if (!paper.submittedAt) await tx.updateTable('meetings.paper').set({ submitted_at: doer.now }).where('id', '=', id).execute()
    await become(tx, paper, 'cleared')
    return succeed(String(draft.number))
  })
}

/** What is in the way of clearing a paper, for its page. */
export function inTheWay(problem: ClearProblem): FieldProblem {
  const { code } = problem
  if ('missing' in problem)
    return { field: '', code, details: { missing: problem.missing.map((name) => budgetWords[name].toLowerCase()).join(', ') } }
  if ('discipline' in problem) return { field: '', code, details: { discipline: problem.discipline } }
  return 'count' in problem ? { field: '', code, details: { count: problem.count } } : { field: '', code }
}

/** Gives a paper back to its author, with what is wanted. */
export async function returnPaper(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly note: string },
): Promise<Result<null, FieldProblem>> {
  return inPaper(needs, doer, id, 'clear', 'returned', async (tx, paper) => {
    if (paper.state !== 'cleared' && paper.state !== 'in_checking') return fail({ field: '', code: 'not-writable' })
    await become(tx, paper, 'draft')
    await addWord(tx, doer, id, { discipline: 'lead', checker: '', overrides: false, verdict: 'returned', note: input.note })
    return succeed(input.note)
  })
}

/** Records that somebody whom the terms name consents to a late paper (M5). */
export async function consentToLatePaper(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly consenter: string; readonly person: string; readonly reason: string },
): Promise<Result<null, FieldProblem>> {
  return inPaper(needs, doer, id, 'consent', 'late-consent', async (tx, paper) => {
    const meeting = await findMeeting(tx, paper.meeting)
    const { terms } = await findMeetingRules(tx, meeting.body, meeting.heldOn)
    if (!terms?.latePapers.value?.consentOf.includes(input.consenter)) return fail({ field: 'consenter', code: 'consenter-not-named' })
    const given = await tx
      .selectFrom('meetings.late_consent')
      .select('id')
      .where('paper', '=', id)
      .where('consenter', '=', input.consenter)
      .executeTakeFirst()
    if (given) return fail({ field: 'consenter', code: 'consent-given-already' })
    await tx
      .insertInto('meetings.late_consent')
      .values({ id: newId(), paper: id, ...input, at: doer.now, actor: doer.actor })
      .execute()
    return succeed(JSON.stringify(input))
  })
}
