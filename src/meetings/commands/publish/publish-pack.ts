import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { PublishInput } from '../../forms/publication.ts'
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
    await recordBreaches(tx, doer, meetingId, check.unanswered, input)
    const publication = await release(needs, tx, doer, {
      meeting,
      kind: check.kind,
      tabled: check.tabled,
      reason: input.breachReason ?? '',
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

function breachProblems(check: PublishCheck, input: PublishInput): readonly FieldProblem[] {
  if (check.unanswered.length === 0) return []
  const problems: FieldProblem[] = []
  if (!input.breachReason) problems.push({ field: 'breachReason', code: 'breach-reason-missing' })
  if (!input.breachApprover) problems.push({ field: 'breachApprover', code: 'breach-approver-missing' })
  return problems
}

/** One reason and one approver, kept for each board whose rule it is about: each has its own certificate (docs/decisions/0015). */
async function recordBreaches(tx: Writer, doer: Doer, meeting: string, boards: readonly string[], input: PublishInput): Promise<void> {
  if (boards.length === 0) return
  const { breachReason = '', breachApprover = '' } = input
  const answered = { meeting, rule_key: 'agendaOut', reason: breachReason, approver: breachApprover, at: doer.now, actor: doer.actor }
  await tx
    .insertInto('meetings.breach')
    .values(boards.map((board) => ({ id: newId(), of_body: board, ...answered })))
    .execute()
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
