import { appendAudit } from '#platform/database/audit.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { ChosenTopics } from '../../forms/topic.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findItem, guardedItem } from '../../queries/agenda.ts'
import { findDecision, guardedDecision } from '../../queries/decisions.ts'
import { findPlanItem, guardedPlanItem } from '../../queries/plan.ts'
import { findTopicsOfDecision, findTopicsOfItem, findTopicsOfPlanItem, listTopics } from '../../queries/topics.ts'
import { differenceOf, offeredTopics, type Topic } from '../../rules/topic.ts'

type Needs = Pick<CommandNeeds, 'db'>
type Chosen = Promise<Result<null, FieldProblem>>

/** Says which topics an item of an agenda belongs to, whatever else of it is published already: a topic is for finding it. */
export async function chooseTopicsOfItem(needs: Needs, doer: Doer, meeting: string, id: string, input: ChosenTopics): Chosen {
  return writeAs(needs.db, doer, async (tx) => {
    const item = await findItem(tx, meeting, id)
    await demand(tx, doer, guardedItem(item), 'tag')
    return choose(tx, doer, input, { type: 'agenda-item', id, before: await findTopicsOfItem(tx, id) }, async (added, gone) => {
      const rows = added.map((topic) => ({ item: id, topic, meeting, body: item.body }))
      if (rows.length > 0)
        await tx
          .insertInto('meetings.item_topic')
          .values(rows)
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      if (gone.length > 0) await tx.deleteFrom('meetings.item_topic').where('item', '=', id).where('topic', 'in', gone).execute()
    })
  })
}

/** The same for an item of the forward plan, which hands its topics on when it is placed on an agenda. */
export async function chooseTopicsOfPlanItem(needs: Needs, doer: Doer, body: string, id: string, input: ChosenTopics): Chosen {
  return writeAs(needs.db, doer, async (tx) => {
    const item = await findPlanItem(tx, body, id)
    await demand(tx, doer, guardedPlanItem(item), 'tag')
    return choose(tx, doer, input, { type: 'plan-item', id, before: await findTopicsOfPlanItem(tx, id) }, async (added, gone) => {
      const rows = added.map((topic) => ({ plan_item: id, topic, body }))
      if (rows.length > 0)
        await tx
          .insertInto('meetings.plan_topic')
          .values(rows)
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      if (gone.length > 0) await tx.deleteFrom('meetings.plan_topic').where('plan_item', '=', id).where('topic', 'in', gone).execute()
    })
  })
}

/** The same for a decision, besides the topics of its item. */
export async function chooseTopicsOfDecision(needs: Needs, doer: Doer, id: string, input: ChosenTopics): Chosen {
  return writeAs(needs.db, doer, async (tx) => {
    const decision = await findDecision(tx, id)
    if (!decision) throw new NotFound('No such decision.')
    await demand(tx, doer, guardedDecision(decision), 'tag')
    const { meeting, body } = decision
    return choose(tx, doer, input, { type: 'decision', id, before: await findTopicsOfDecision(tx, id) }, async (added, gone) => {
      const rows = added.map((topic) => ({ decision: id, topic, meeting, body }))
      if (rows.length > 0)
        await tx
          .insertInto('meetings.decision_topic')
          .values(rows)
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      if (gone.length > 0) await tx.deleteFrom('meetings.decision_topic').where('decision', '=', id).where('topic', 'in', gone).execute()
    })
  })
}

async function choose(
  tx: Writer,
  doer: Doer,
  { topics }: ChosenTopics,
  matter: { readonly type: string; readonly id: string; readonly before: readonly Topic[] },
  write: (added: string[], gone: string[]) => Promise<void>,
): Chosen {
  const before = matter.before.map(({ id }) => id)
  const offered = new Set(offeredTopics(await listTopics(tx), before, doer.today).map(({ id }) => id))
  if (topics.some((topic) => !offered.has(topic))) return fail({ field: 'topics', code: 'choice-unknown' })
  const { added, gone } = differenceOf(before, topics)
  if (added.length + gone.length === 0) return succeed(null)
  await write(added, gone)
  const content = JSON.stringify({ added, gone })
  await appendAudit(tx, { actor: doer.actor, act: 'topics.chosen', subjectType: matter.type, subject: matter.id, content })
  return succeed(null)
}

/** What an item of the plan is about, its item on the agenda is about. */
export async function handTopicsOn(
  tx: Writer,
  planItem: string,
  item: { readonly id: string; readonly meeting: string; readonly body: string },
): Promise<void> {
  const topics = await findTopicsOfPlanItem(tx, planItem)
  if (topics.length === 0) return
  const rows = topics.map(({ id: topic }) => ({ item: item.id, topic, meeting: item.meeting, body: item.body }))
  await tx.insertInto('meetings.item_topic').values(rows).execute()
}

/** Keeps what some publications were about, before their items are hidden with them; whoever follows a topic is told of the withdrawal. */
export async function keepTopicsOf(
  tx: Writer,
  publications: readonly { readonly id: string; readonly kind: string; readonly meeting: string }[],
): Promise<void> {
  for (const { id, kind, meeting } of publications) {
    let topics = tx
      .selectFrom('meetings.item_topic as t')
      .innerJoin('meetings.agenda_item as i', 'i.id', 't.item')
      .select('t.topic')
      .distinct()
      .where('t.meeting', '=', meeting)
      // Only what everybody knew of the publication: topics of Part 2 are part of its content.
      .where('i.sight', '=', 'public')
      .where('i.category', '=', 'public')
    if (kind !== 'pack' && kind !== 'minutes')
      topics = topics.where('t.item', 'in', (from) =>
        from.selectFrom('meetings.published_paper').select('item').where('publication', '=', id),
      )
    const rows = (await topics.execute()).map(({ topic }) => ({ publication: id, topic }))
    if (rows.length > 0)
      await tx
        .insertInto('meetings.publication_topic')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
  }
}
