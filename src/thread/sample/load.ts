import { newId } from '#platform/database/ids.ts'
import type { ActorId, Database } from '#platform/database/session.ts'

/** What the sample of the thread builds on. */
interface ThreadSampleGround {
  readonly clerk: ActorId
  /** The same clerk as the directory names them. */
  readonly author: string
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
}

/** A record by its kind and the beginning of its words. */
type Named = readonly [kind: string, words: string]

/** What people of Northbrook said serves what, with their reasons; the rest follows from the records. */
const links: readonly (readonly [from: Named, relation: string, to: Named, why: string])[] = [
  [
    ['decision', 'That the four actions each have one named lead'],
    'decides-on',
    ['plan', 'Northbrook children and young people’s plan'],
    'The board looked at the first year of the plan and asked for one lead for each late action.',
  ],
  [
    ['decision', 'That the progress be noted, and that the next report show figures by district'],
    'decides-on',
    ['priority', 'A healthy start'],
    'Waiting for help with mental health is what this priority was written for.',
  ],
  [
    ['decision', 'That the figures be noted, and that each agency tell the clerk'],
    'decides-on',
    ['priority', 'Safe at home and outside'],
    'Families who wait for a first meeting wait for help before something happens.',
  ],
  [
    ['decision', 'That the strategy behind the specification be approved'],
    'decides-on',
    ['priority', 'Learning without gaps'],
    'Children who cannot say what they mean fall behind in their first year.',
  ],
]

/** Links records of the sample where both of them are there, with the owner's connection. */
export async function loadThreadSample(owner: Database, { clerk, author, today, now }: ThreadSampleGround): Promise<void> {
  for (const [from, relation, to, why] of links) {
    const [one, other] = [await find(owner, from), await find(owner, to)]
    if (one === undefined || other === undefined) continue
    await owner
      .insertInto('thread.link')
      .values({
        id: newId(),
        from_kind: one.kind,
        from_id: one.id,
        relation,
        to_kind: other.kind,
        to_id: other.id,
        body: one.body_id,
        why,
        starts_on: today.subtract({ days: 40 }),
        said_by: author,
        made_by: clerk,
        made_at: now.subtract({ hours: 24 * 40 }),
      })
      .execute()
  }
}

/** The first record of a kind whose words begin so; undefined where there is none. */
function find(owner: Database, [kind, words]: Named) {
  return owner
    .selectFrom('thread.node')
    .select(['kind', 'id', 'body_id'])
    .where('kind', '=', kind)
    .where('label', 'like', `${words.replaceAll(/[\\%_]/g, '\\$&')}%`)
    .orderBy('id')
    .executeTakeFirst()
}
