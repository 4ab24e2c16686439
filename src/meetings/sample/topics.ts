import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'

interface SampleTopic {
  readonly slug: string
  readonly name: string
  readonly about: string
  /** First day, and first day on which it is no longer offered. */
  readonly startsOn: string
  readonly endsOn?: string
  /** What titles under it speak of. */
  readonly words: RegExp
}

const topics: readonly SampleTopic[] = [
  {
    slug: 'early-help',
    name: 'Early help',
    about: 'Help for families before problems grow, family hubs, the team around the child.',
    startsOn: '2013-09-01',
    words: /early help|team around|famil|hub|parent/i,
  },
  {
    slug: 'money',
    name: 'Money and commissioning',
    about: 'Budgets, grants, what is bought together and from whom.',
    startsOn: '2013-09-01',
    words: /budget|money|grant|cost|commission|commercial|price|fund/i,
  },
  {
    slug: 'young-peoples-health',
    name: 'Young people’s health',
    about: 'Health visiting, mental health, maternity and school nursing.',
    startsOn: '2013-09-01',
    words: /health|maternity|midwi|nurs|breast|obes|mental/i,
  },
  {
    slug: 'voice-of-young-people',
    name: 'Voice of young people',
    about: 'What children and young people say, and what becomes of it.',
    startsOn: '2014-01-01',
    words: /voice|young people|told us|participation|youth/i,
  },
  {
    slug: 'childrens-trust-arrangements',
    name: 'Children’s trust arrangements',
    about: 'How the trust was set up, until the partnership took its place.',
    startsOn: '2010-01-01',
    endsOn: '2015-01-01',
    words: /\btrust\b|terms of reference|governance/i,
  },
]

/** The topics of the invented partnership, and the items, plans and decisions that their words point to. */
export async function addTopics(owner: Database): Promise<void> {
  const ids = new Map(topics.map(({ slug }) => [slug, newId()]))
  await owner
    .insertInto('meetings.topic')
    .values(
      topics.map(({ slug, name, about, startsOn, endsOn }) => ({
        id: ids.get(slug) ?? '',
        ...{ slug, name, about, starts_on: Temporal.PlainDate.from(startsOn) },
        ends_on: endsOn === undefined ? null : Temporal.PlainDate.from(endsOn),
      })),
    )
    .execute()
  const of = (title: string): string[] => topics.filter(({ words }) => words.test(title)).map(({ slug }) => ids.get(slug) ?? '')
  const items = await owner.selectFrom('meetings.item_content').select(['item', 'meeting', 'body', 'title']).execute()
  const ofItems = items.flatMap(({ title, ...item }) => of(title).map((topic) => ({ ...item, topic })))
  if (ofItems.length > 0) await owner.insertInto('meetings.item_topic').values(ofItems).execute()
  const planned = await owner.selectFrom('meetings.plan_item').select(['id', 'body', 'title']).execute()
  const ofPlans = planned.flatMap(({ id, body, title }) => of(title).map((topic) => ({ plan_item: id, body, topic })))
  if (ofPlans.length > 0) await owner.insertInto('meetings.plan_topic').values(ofPlans).execute()
  const decided = await owner.selectFrom('meetings.decision').select(['id', 'meeting', 'body', 'text']).where('item', 'is', null).execute()
  const ofDecisions = decided.flatMap(({ id, text, ...decision }) => of(text).map((topic) => ({ decision: id, ...decision, topic })))
  if (ofDecisions.length > 0) await owner.insertInto('meetings.decision_topic').values(ofDecisions).execute()
}
