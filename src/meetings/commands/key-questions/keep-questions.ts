import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findItem, guardedItem } from '../../queries/agenda.ts'
import { findKeyQuestions, findSetOfItem, listQuestionSets } from '../../queries/key-questions.ts'
import { guardedPaper, lockPaper } from '../../queries/papers.ts'

type Needs = Pick<CommandNeeds, 'db'>

/** Questions that a board asks from a day on of papers of a kind. */
export interface NewQuestionSet {
  readonly kind: string
  readonly title: string
  readonly startsOn: Temporal.PlainDate
  /** One or more, in their order. */
  readonly questions: readonly string[]
}

/** The key questions of a board as the access matrix names them. */
export const guardedQuestions = (body: string) => ({ record: 'key-questions', state: 'any', ties: { body } })

/** Records questions that a board asks of papers of a kind (S2). Problems: 'questions-of-kind' where some are asked at that time. */
export async function addQuestionSet(needs: Needs, doer: Doer, body: string, input: NewQuestionSet): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedQuestions(body), 'keep')
    const others = (await listQuestionSets(tx, body)).filter(({ kind }) => kind === input.kind)
    const isTaken = others.some(({ endsOn }) => endsOn === undefined || Temporal.PlainDate.compare(endsOn, input.startsOn) > 0)
    if (isTaken) return fail({ field: 'kind', code: 'questions-of-kind' })
    const id = newId()
    const { kind, title, startsOn, questions } = input
    await tx.insertInto('meetings.question_set').values({ id, body, kind, title, starts_on: startsOn }).execute()
    await tx
      .insertInto('meetings.key_question')
      .values(questions.map((words, index) => ({ id: newId(), question_set: id, position: index + 1, words })))
      .execute()
    await keepInAudit(tx, doer, 'asked', 'board', body, JSON.stringify(input))
    return succeed(id)
  })
}

/** Ends questions: they are asked of no further item, and stay where they were asked. Problems: 'questions-end-early'. @throws NotFound, Conflict */
export async function endQuestionSet(
  needs: Needs,
  doer: Doer,
  input: { readonly id: string; readonly body: string; readonly endsOn: Temporal.PlainDate; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedQuestions(input.body), 'keep')
    await tx.selectFrom('meetings.question_set').select('id').where('id', '=', input.id).forUpdate().execute()
    const set = (await listQuestionSets(tx, input.body)).find(({ id }) => id === input.id)
    if (!set) throw new NotFound('No such questions.')
    if (set.version !== input.version || set.endsOn) throw new Conflict('Somebody else ended these questions.')
    if (Temporal.PlainDate.compare(input.endsOn, set.startsOn) <= 0) return fail({ field: 'endsOn', code: 'questions-end-early' })
    await tx
      .updateTable('meetings.question_set')
      .set({ ends_on: input.endsOn, version: set.version + 1 })
      .where('id', '=', set.id)
      .execute()
    await keepInAudit(tx, doer, 'ended', 'board', input.body, set.id)
    return succeed(set.id)
  })
}

/** Says which questions are asked of an item; undefined: none. Problems: 'choice-unknown' for a set of another board or one that is over. */
export async function askOfItem(
  needs: Needs,
  doer: Doer,
  where: { readonly meeting: string; readonly item: string },
  set: string | undefined,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const item = await findItem(tx, where.meeting, where.item)
    await demand(tx, doer, guardedItem(item), 'change')
    const before = await findSetOfItem(tx, item.id)
    if (set === before) return succeed(null)
    const known = set === undefined ? undefined : (await listQuestionSets(tx, item.body)).find(({ id }) => id === set)
    const isOver = known?.endsOn && Temporal.PlainDate.compare(known.endsOn, doer.today) <= 0
    if (set !== undefined && (known === undefined || isOver)) return fail({ field: 'questionSet', code: 'choice-unknown' })
    if (known === undefined) await tx.deleteFrom('meetings.item_questions').where('item', '=', item.id).execute()
    else
      await tx
        .insertInto('meetings.item_questions')
        .values({ item: item.id, meeting: item.meeting, body: item.body, question_set: known.id })
        .onConflict((conflict) => conflict.column('item').doUpdateSet({ question_set: known.id }))
        .execute()
    await keepInAudit(tx, doer, 'attached', 'agenda-item', item.id, set ?? '')
    return succeed(null)
  })
}

/** Keeps what the author of a paper answers; '' takes an answer back. Problems: 'not-writable' for a paper that is cleared or out. */
export async function answerKeyQuestions(
  needs: Needs,
  doer: Doer,
  id: string,
  answers: ReadonlyMap<string, string>,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const paper = await lockPaper(tx, id)
    await demand(tx, doer, guardedPaper(paper), paper.sight === 'draft' ? 'write' : 'correct')
    if (paper.state !== 'draft' && paper.state !== 'in_checking') return fail({ field: '', code: 'not-writable' })
    for (const { id: question, answer } of (await findKeyQuestions(tx, [id])).get(id) ?? []) {
      const words = answers.get(question)
      if (words === undefined || words === answer) continue
      await keepAnswer(tx, doer, { paper: id, question }, words)
    }
    await keepInAudit(tx, doer, 'answered', 'paper', id, JSON.stringify([...answers]))
    return succeed(null)
  })
}

async function keepAnswer(tx: Writer, doer: Doer, of: { readonly paper: string; readonly question: string }, words: string): Promise<void> {
  if (words === '') {
    await tx.deleteFrom('meetings.key_answer').where('paper', '=', of.paper).where('question', '=', of.question).execute()
    return
  }
  const said = { words, answered_by: doer.actor, answered_at: doer.now }
  await tx
    .insertInto('meetings.key_answer')
    .values({ ...of, ...said })
    .onConflict((conflict) => conflict.columns(['paper', 'question']).doUpdateSet(said))
    .execute()
}

async function keepInAudit(tx: Writer, doer: Doer, act: string, subjectType: string, subject: string, content: string): Promise<void> {
  await appendAudit(tx, { actor: doer.actor, act: `key-questions.${act}`, subjectType, subject, content })
}
