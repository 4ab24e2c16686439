import { findMailingList, listPeopleWhoSignIn } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Reader, type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ThreadNeeds } from '../needs.ts'
import { demand, guardedAnswer, guardedGap } from '../permission.ts'
import { findAnswer, findAnswersOf, readGround } from '../queries/gaps.ts'
import { findNode } from '../queries/nodes.ts'
import { gapRule } from '../rules/gap-rules.ts'
import { lacks } from '../rules/gaps.ts'
import type { NodeRef, ThreadNode } from '../rules/node.ts'

/** A gap: what one rule finds wanting in one record. */
export interface Gap {
  readonly rule: string
  readonly of: NodeRef
}

/** What is answered to it. */
export interface NewAnswer {
  /** Who sees to it; whoever accepts it is the person who does so. */
  readonly person: string
  readonly until: Temporal.PlainDate
  readonly words: string
}

/** People that a gap of a board's record can be given to; for a record of no board, everybody who signs in. */
export async function findPeopleForGap(
  reader: Reader,
  body: string | undefined,
  day: Temporal.PlainDate,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (body === undefined) return (await listPeopleWhoSignIn(reader)).map(({ id, name }) => ({ id, name }))
  return (await findMailingList(reader, body, day)).map(({ person, name }) => ({ id: person, name }))
}

/**
 * Gives a gap to somebody to see to by a day. Problems: 'answer-person-unknown', 'answer-until-past', 'answer-until-far', 'answer-there', 'answer-no-gap'.
 * @throws NotFound, Forbidden
 */
export async function assignGap(
  needs: ThreadNeeds,
  doer: Doer,
  kinds: ReadonlySet<string>,
  gap: Gap,
  input: NewAnswer,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const node = await openGap(tx, doer, gap, 'assign')
    const people = await findPeopleForGap(tx, node.body, doer.today)
    if (!people.some(({ id }) => id === input.person)) return fail({ field: 'person', code: 'answer-person-unknown' })
    return keep(tx, doer, kinds, { ...gap, node }, 'assigned', input)
  })
}

/** Accepts a gap until a day, in one's own name; it is counted apart until then. Problems as for `assignGap`. @throws NotFound, Forbidden, Conflict */
export async function acceptGap(
  needs: ThreadNeeds,
  doer: Doer,
  kinds: ReadonlySet<string>,
  gap: Gap,
  input: Omit<NewAnswer, 'person'>,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const node = await openGap(tx, doer, gap, 'accept')
    const { person } = await demand(tx, doer, guardedGap(node.body), 'accept')
    if (person === undefined) throw new Conflict('A gap is accepted by a person.')
    return keep(tx, doer, kinds, { ...gap, node }, 'accepted', { ...input, person: person.id })
  })
}

/** Ends an answer: what was assigned is seen to or taken back, what was accepted is accepted no more. @throws NotFound, Forbidden, Conflict */
export async function endAnswer(needs: ThreadNeeds, doer: Doer, id: string): Promise<NodeRef> {
  return writeAs(needs.db, doer, async (tx) => {
    const answer = await findAnswer(tx, id)
    if (answer === undefined) throw new NotFound('No such answer.')
    await demand(tx, doer, guardedAnswer(answer), 'end')
    const ended = await tx
      .updateTable('thread.gap_answer')
      .set({ ended_on: doer.today, version: answer.version + 1 })
      .where('id', '=', id)
      .where('version', '=', answer.version)
      .where('ended_on', 'is', null)
      .executeTakeFirst()
    if (ended.numUpdatedRows !== 1n) throw new Conflict('Somebody else ended this answer.')
    await appendAudit(tx, { actor: doer.actor, act: 'gap.answer-ended', subjectType: 'gap-answer', subject: id, content: answer.answer })
    return { kind: answer.kind, id: answer.record }
  })
}

async function openGap(tx: Writer, doer: Doer, { rule, of }: Gap, verb: 'assign' | 'accept'): Promise<ThreadNode> {
  const node = gapRule(rule)?.of.includes(of.kind) ? await findNode(tx, of, doer.today) : undefined
  if (node === undefined) throw new NotFound('No such gap.')
  await demand(tx, doer, guardedGap(node.body), verb)
  return node
}

async function keep(
  tx: Writer,
  doer: Doer,
  kinds: ReadonlySet<string>,
  gap: Gap & { readonly node: ThreadNode },
  answer: 'assigned' | 'accepted',
  input: NewAnswer,
): Promise<Result<string, FieldProblem>> {
  const { node } = gap
  if (Temporal.PlainDate.compare(input.until, doer.today) <= 0) return fail({ field: 'until', code: 'answer-until-past' })
  if (Temporal.PlainDate.compare(input.until, doer.today.add({ years: 2 })) > 0) return fail({ field: 'until', code: 'answer-until-far' })
  const rule = gapRule(gap.rule)
  if (rule === undefined || !lacks(node, rule, await readGround(tx, doer.today, kinds))) return fail({ field: '', code: 'answer-no-gap' })
  const others = await findAnswersOf(tx, node)
  if (others.some((other) => other.rule === gap.rule && other.answer === answer)) return fail({ field: '', code: 'answer-there' })
  const id = newId()
  await tx
    .insertInto('thread.gap_answer')
    .values({
      id,
      rule: gap.rule,
      kind: node.kind,
      record: node.id,
      body: node.body ?? null,
      answer,
      person: input.person,
      starts_on: doer.today,
      until: input.until,
      words: input.words,
      made_by: doer.actor,
      made_at: doer.now,
    })
    .execute()
  const content = JSON.stringify([gap.rule, input])
  await appendAudit(tx, { actor: doer.actor, act: `gap.${answer}`, subjectType: 'gap-answer', subject: id, content })
  return succeed(id)
}
