import { sql } from 'kysely'
import type { Guarded } from '#governance/public.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { NewTopicInput, TopicChangeInput } from '../../forms/topic.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findTopic } from '../../queries/topics.ts'
import { topicSlug } from '../../rules/topic.ts'

/** The list of topics as the access matrix names it. */
export const guardedTopics: Guarded = { record: 'topic', state: 'any', ties: {} }

/** Adds a topic to the partnership's list; its address is made of its name, and stays. @returns the part of its address */
export async function addTopic(needs: Pick<CommandNeeds, 'db'>, doer: Doer, input: NewTopicInput): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedTopics, 'keep')
    await lockList(tx)
    const slug = topicSlug(input.name)
    if (slug === undefined) return fail({ field: 'name', code: 'topic-without-letters' })
    if ((await isNameTaken(tx, input.name)) || (await findTopic(tx, slug))) return fail({ field: 'name', code: 'topic-known' })
    const id = newId()
    await tx
      .insertInto('meetings.topic')
      .values({ id, slug, name: input.name, about: input.about ?? '', starts_on: input.startsOn })
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'topic.added', subjectType: 'topic', subject: id, content: input.name })
    return succeed(slug)
  })
}

/** Changes the words of a topic, or ends it: what it was given to keeps it. */
export async function changeTopic(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  slug: string,
  input: TopicChangeInput,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedTopics, 'keep')
    await lockList(tx)
    const topic = await findTopic(tx, slug)
    if (!topic) throw new NotFound('No such topic.')
    if (topic.version !== input.version) throw new Conflict('Somebody else changed this topic.')
    if (await isNameTaken(tx, input.name, topic.id)) return fail({ field: 'name', code: 'topic-known' })
    if (input.endsOn && Temporal.PlainDate.compare(input.endsOn, topic.startsOn) <= 0)
      return fail({ field: 'endsOn', code: 'topic-ends-before' })
    await tx
      .updateTable('meetings.topic')
      .set({ name: input.name, about: input.about ?? '', ends_on: input.endsOn ?? null, version: topic.version + 1 })
      .where('id', '=', topic.id)
      .execute()
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'topic.changed', subjectType: 'topic', subject: topic.id },
      content: JSON.stringify(input),
    })
    return succeed(slug)
  })
}

/** Two who add the same topic at the same moment wait for each other. */
async function lockList(tx: Writer): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('meetings.topic'))`.execute(tx)
}

async function isNameTaken(tx: Writer, name: string, by?: string): Promise<boolean> {
  const same = await tx.selectFrom('meetings.topic').select('id').where(sql<boolean>`lower(name) = lower(${name})`).execute()
  return same.some(({ id }) => id !== by)
}
