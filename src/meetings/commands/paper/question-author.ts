import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { QuestionAnswer } from '../../forms/paper-question.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findMeeting } from '../../queries/meeting.ts'
import { findPaperQuestion, guardedQuestion, type PaperQuestion } from '../../queries/paper-questions.ts'
import { findPaper, guardedPaper, type PaperRecord } from '../../queries/papers.ts'
import { isAhead } from '../../rules/meeting.ts'
import { refusePublishing, takesQuestions } from '../../rules/paper-question.ts'

type Needs = Pick<CommandNeeds, 'db' | 'outbox'>

/** Asks the author of a paper something, in one's own name; the author is told by mail (M4). The same words a second time are one question. */
export async function askAuthor(
  needs: Needs,
  doer: Doer,
  paperId: string,
  { text }: { readonly text: string },
): Promise<Result<PaperRecord, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const paper = await findPaper(tx, paperId)
    const { person } = await demand(tx, doer, guardedPaper(paper), 'ask')
    const meeting = await findMeeting(tx, paper.meeting)
    if (!person || !takesQuestions(paper, meeting.state)) return fail({ field: '', code: 'questions-closed' })
    const id = newId()
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('meetings.paper_question')
      .values({
        ...{ id, paper: paper.id, item: paper.item, meeting: paper.meeting, body: paper.body, category: paper.category },
        ...{ person: person.id, name: person.name, text, asked_at: doer.now, actor: doer.actor },
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return succeed(paper)
    await needs.outbox.enqueue(tx, 'reminders', { question: id, news: 'asked' })
    await audit(tx, doer, id, 'asked', text)
    return succeed(paper)
  })
}

/** Answers, or changes the answer until the meeting begins: the author of the paper, or the clerk. Whoever asked is told by mail. */
export async function answerQuestion(
  needs: Needs,
  doer: Doer,
  id: string,
  input: QuestionAnswer,
): Promise<Result<PaperRecord, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const { question, paper, name } = await hold(tx, doer, id, 'answer', input.version)
    const meeting = await findMeeting(tx, question.meeting)
    if (!isAhead(meeting.state)) return fail({ field: '', code: 'questions-closed' })
    await tx
      .updateTable('meetings.paper_question')
      .set({ answer: input.answer, answered_by: name, answered_at: doer.now, version: question.version + 1 })
      .where('id', '=', id)
      .execute()
    await needs.outbox.enqueue(tx, 'reminders', { question: id, news: 'answered' })
    await audit(tx, doer, id, 'answered', input.answer)
    return succeed(paper)
  })
}

/** Shows question and answer to everybody, with a paper that everybody reads: the clerk's word. */
export async function publishQuestion(
  needs: Needs,
  doer: Doer,
  id: string,
  { version }: { readonly version: number },
): Promise<Result<PaperRecord, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const { question, paper } = await hold(tx, doer, id, 'publish', version)
    const no = refusePublishing(question, paper)
    if (no) return fail({ field: '', code: no })
    await tx
      .updateTable('meetings.paper_question')
      .set({ sight: 'public', version: version + 1 })
      .where('id', '=', id)
      .execute()
    await audit(tx, doer, id, 'published', String(version))
    return succeed(paper)
  })
}

interface Held {
  readonly question: PaperQuestion
  readonly paper: PaperRecord
  /** Of whoever does it. */
  readonly name: string
}

/** Locks a question for its change. @throws NotFound, Forbidden; Conflict where somebody else changed it first */
async function hold(tx: Writer, doer: Doer, id: string, verb: string, version: number): Promise<Held> {
  await tx.selectFrom('meetings.paper_question').select('id').where('id', '=', id).forNoKeyUpdate().execute()
  const question = await findPaperQuestion(tx, id)
  if (!question) throw new NotFound('No such question.')
  const paper = await findPaper(tx, question.paper)
  const { person } = await demand(tx, doer, guardedQuestion(question, paper.author), verb)
  if (question.version !== version) throw new Conflict('Somebody else has changed this.')
  return { question, paper, name: person?.name ?? '' }
}

async function audit(tx: Writer, doer: Doer, subject: string, act: string, content: string): Promise<void> {
  await appendAudit(tx, { actor: doer.actor, act: `paper-question.${act}`, subjectType: 'paper-question', subject, content })
}
