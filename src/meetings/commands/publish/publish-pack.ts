import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { type BreachAnswer, breachField, type PublishInput } from '../../forms/publication.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findItem } from '../../queries/agenda.ts'
import { guardedMeeting, lockMeeting } from '../../queries/meeting.ts'
import { findContent } from '../../queries/paper-files.ts'
import { findChecks, findPaper, findPaperVersions, guardedPaper, lockPaper, type PaperRecord } from '../../queries/papers.ts'
import { findPublishCheck, type PublishCheck } from '../../queries/publish-check.ts'
import { clearProblems } from '../../rules/paper.ts'
import { inTheWay } from '../paper/check-paper.ts'
import { release } from './release.ts'

/** Publishes agenda and papers, or the papers that follow the pack as a supplement. Late notice needs a reason and an approver (G10). */
export async function publishMeeting(
  needs: CommandNeeds,
  doer: Doer,
  meetingId: string,
  input: PublishInput,
): Promise<Result<{ readonly publication: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    // A meeting that was not called is a draft, which nobody publishes: a problem to be told, not a refusal.
    await demand(tx, doer, guardedMeeting(meeting), meeting.sight === 'draft' ? 'change' : 'publish')
    if (meeting.version !== input.version) throw new Conflict('Somebody else changed this meeting.')
    const check = await findPublishCheck(tx, meeting, doer.now)
    const [first, ...more] = [...checkProblems(check), ...breachProblems(check, input)]
    if (first) return fail(first, ...more)
    await recordBreaches(tx, doer, meetingId, check, input)
    const publication = await release(needs, tx, doer, {
      meeting,
      kind: check.kind,
      tabled: check.tabled,
      reason: reasonOf(check, input),
      items: check.agenda.filter((item) => item.sight === 'draft' && !item.withdrawnAt),
      papers: await draftsOf(tx, check),
      notices: check.notices,
    })
    return succeed({ publication })
  })
}

/** Publishes a corrected paper as a new version with its reason; the old one stays reachable, marked superseded (M15). */
export async function publishCorrection(
  needs: CommandNeeds,
  doer: Doer,
  paperId: string,
): Promise<Result<{ readonly publication: string; readonly meeting: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    // The meeting first, as every other command locks: two that go the other way round would wait for one another.
    const meeting = await lockMeeting(tx, (await findPaper(tx, paperId)).meeting)
    const paper = await lockPaper(tx, paperId)
    await demand(tx, doer, guardedPaper(paper), 'read')
    await demand(tx, doer, guardedMeeting(meeting), 'publish')
    const draft = (await findPaperVersions(tx, paperId)).find(({ state }) => state === 'draft')
    if (!draft || paper.state !== 'published') return fail({ field: '', code: 'no-correction' })
    if (draft.reason === '') return fail({ field: 'reason', code: 'correction-reason-missing' })
    const item = await findItem(tx, meeting.id, paper.item)
    const content = await findContent(tx, draft, paper.category)
    const found = clearProblems(draft.fields, content, item.content?.commitsMoney ?? false, await findChecks(tx, [paperId]))
    const [first] = found
    if (first) return fail(inTheWay(first))
    const check = await findPublishCheck(tx, meeting, doer.now)
    const publication = await release(needs, tx, doer, {
      meeting,
      kind: 'correction',
      reason: draft.reason,
      items: [],
      papers: [{ paper, draft: draft.id }],
      notices: check.notices,
    })
    return succeed({ publication, meeting: meeting.id })
  })
}

function checkProblems(check: PublishCheck): readonly FieldProblem[] {
  return check.problems.map(({ code, number, names }) => ({ field: '', code, details: { number, names: names.join(', ') } }))
}

/** What the clerk said for one of the boards whose notice is late. */
function answerFor({ unanswered }: PublishCheck, board: string, input: PublishInput): BreachAnswer {
  return unanswered.length === 1 ? input : (input.ofBoards?.get(board) ?? {})
}

function breachProblems(check: PublishCheck, input: PublishInput): readonly FieldProblem[] {
  const isOnly = check.unanswered.length === 1
  return check.unanswered.flatMap((board) => {
    const answer = answerFor(check, board, input)
    const details = isOnly ? {} : { board: nameOf(check, board) }
    const missing = (part: keyof BreachAnswer, code: string): FieldProblem[] =>
      answer[part] ? [] : [{ field: breachField(part, board, isOnly), code, details }]
    return [...missing('breachReason', 'breach-reason-missing'), ...missing('breachApprover', 'breach-approver-missing')]
  })
}

const nameOf = ({ notices }: PublishCheck, board: string): string => notices.find(({ body }) => body.id === board)?.body.name ?? ''

/** The reason as it stands with what goes out: where boards have reasons of their own, each by its name. */
function reasonOf(check: PublishCheck, input: PublishInput): string {
  const said = check.unanswered.map((board) => ({ board, reason: answerFor(check, board, input).breachReason ?? '' }))
  const reasons = new Set(said.map(({ reason }) => reason))
  if (reasons.size <= 1) return [...reasons][0] ?? ''
  return said.map(({ board, reason }) => `${nameOf(check, board)}: ${reason}`).join('\n')
}

/** A reason and an approver for each board whose rule it is about: each has its own certificate (docs/decisions/0015). */
async function recordBreaches(tx: Writer, doer: Doer, meeting: string, check: PublishCheck, input: PublishInput): Promise<void> {
  if (check.unanswered.length === 0) return
  const breaches = check.unanswered.map((board) => {
    const { breachReason = '', breachApprover = '' } = answerFor(check, board, input)
    const answered = { meeting, rule_key: 'agendaOut', reason: breachReason, approver: breachApprover, at: doer.now, actor: doer.actor }
    return { id: newId(), of_body: board, ...answered }
  })
  await tx.insertInto('meetings.breach').values(breaches).execute()
}

async function draftsOf(tx: Writer, check: PublishCheck): Promise<readonly { readonly paper: PaperRecord; readonly draft: string }[]> {
  const out: { readonly paper: PaperRecord; readonly draft: string }[] = []
  for (const { id } of check.ready) {
    const paper = check.papers.find((one) => one.id === id)
    const draft = (await findPaperVersions(tx, id)).find(({ state }) => state === 'draft')
    if (paper && draft) out.push({ paper, draft: draft.id })
  }
  return out
}
