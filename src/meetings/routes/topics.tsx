import { type Context, Hono } from 'hono'
import { findBodiesById, findStanding } from '#governance/public-data.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, type Gate, leadTo } from '#platform/web/endpoints.tsx'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import { chooseTopicsOfDecision, chooseTopicsOfItem, chooseTopicsOfPlanItem } from '../commands/topic/choose-topics.ts'
import { addTopic, changeTopic, guardedTopics } from '../commands/topic/keep-topic.ts'
import { parseChosenTopics, parseNewTopic, parseTopicChange } from '../forms/topic.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { type BoardNames, TopicPage, TopicsPage } from '../pages/topic-pages.tsx'
import { meetingPaths, recordPaths, topicPaths } from '../paths.ts'
import { allows, demandOf } from '../permission.ts'
import { titleOf } from '../queries/agenda.ts'
import type { Decision } from '../queries/decisions.ts'
import { findTopicMatters, type TopicMatters, topicPage } from '../queries/topic-matters.ts'
import { findTopic, findTopicsOfDecision, findTopicsOfItem, findTopicsOfPlanItem, listTopics } from '../queries/topics.ts'
import type { Topic } from '../rules/topic.ts'
import { decisionTitle } from '../words/decision.ts'
import { formAt } from './endpoint.tsx'
import { itemGate, planItemGate } from './gates.ts'
import { decisionAsked } from './record-gates.ts'
import { chosenShape, newTopicShape, topicChangeShape } from './topic-shapes.ts'

/** Topics over all boards, and which of them a matter belongs to (O2, O3). */
export function topicRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get(topicPaths.topics, async (c) => c.html(await readAs(needs.db, c.get('visit'), (reader) => listPage(reader, c.get('visit'))))) // anybody
  formAt(app, needs, topicPaths.newTopic, topicsGate, async ({ visit }) =>
    form(newTopicShape(visit.today), parseNewTopic, async (doer, input) => leadTo(await addTopic(needs, doer, input), topicPaths.topic)),
  ) // keep topic
  app.get('/topics/:topic', async (c) => c.html(await readAs(needs.db, c.get('visit'), (reader) => onePage(reader, c)))) // anybody, each matter by its sight
  formAt(app, needs, '/topics/:topic/change', topicGate, async ({ topic }) =>
    form(topicChangeShape(topic), parseTopicChange, async (doer, input) =>
      leadTo(await changeTopic(needs, doer, topic.slug, input), topicPaths.topic),
    ),
  ) // keep topic
  chosenRoutes(app, needs)
  return app
}

function chosenRoutes(app: Hono<AppEnv>, needs: MeetingsNeeds): void {
  formAt(app, needs, '/meetings/:id/items/:item/topics', itemGate('tag'), async ({ reader, visit, body, meeting, item }) => {
    const back = meetingPaths.item(meeting.id, item.id)
    const crumbs = [{ text: body.name, href: `/boards/${body.slug}` }]
    const title = `${item.number} ${titleOf(item)}`
    return form(
      chosenShape(await listTopics(reader), await findTopicsOfItem(reader, item.id), visit.today, { title, crumbs, back }),
      parseChosenTopics,
      async (doer, input) => leadTo(await chooseTopicsOfItem(needs, doer, meeting.id, item.id, input), () => back),
    )
  }) // tag agenda-item
  formAt(app, needs, '/boards/:slug/plan/:item/topics', planItemGate('tag'), async ({ reader, visit, body, planItem }) => {
    const back = meetingPaths.planItem(body.slug, planItem.id)
    const crumbs = [{ text: body.name, href: `/boards/${body.slug}` }]
    return form(
      chosenShape(await listTopics(reader), await findTopicsOfPlanItem(reader, planItem.id), visit.today, {
        title: planItem.title,
        crumbs,
        back,
      }),
      parseChosenTopics,
      async (doer, input) => leadTo(await chooseTopicsOfPlanItem(needs, doer, body.id, planItem.id, input), () => back),
    )
  }) // tag plan-item
  formAt(app, needs, '/decisions/:id/topics', decisionGate, async ({ reader, visit, decision }) => {
    const back = recordPaths.decision(decision.id)
    const title = decisionTitle(decision)
    return form(
      chosenShape(await listTopics(reader), await findTopicsOfDecision(reader, decision.id), visit.today, {
        title,
        crumbs: [{ text: title, href: back }],
        back,
        hint: 'Besides those of the item under which it was taken',
      }),
      parseChosenTopics,
      async (doer, input) => leadTo(await chooseTopicsOfDecision(needs, doer, decision.id, input), () => back),
    )
  }) // tag decision
}

const decisionGate: Gate<{ readonly reader: Reader; readonly visit: Visit; readonly decision: Decision }> = async (reader, c) => {
  const visit = c.get('visit')
  return { reader, visit, decision: await decisionAsked(reader, visit, c.req.param('id') ?? '', 'tag') }
}

const topicsGate: Gate<{ readonly visit: Visit }> = async (reader, c) => {
  const visit = c.get('visit')
  demandOf(await findStanding(reader, visit), visit, guardedTopics, 'keep')
  return { visit }
}

const topicGate: Gate<{ readonly topic: Topic }> = async (reader, c) => {
  await topicsGate(reader, c)
  return { topic: await topicOf(reader, c.req.param('topic') ?? '') }
}

async function topicOf(reader: Reader, slug: string): Promise<Topic> {
  const topic = await findTopic(reader, slug)
  if (!topic) throw new NotFound('No such topic.')
  return topic
}

async function listPage(reader: Reader, visit: Visit) {
  const mayKeep = allows(await findStanding(reader, visit), guardedTopics, 'keep')
  return <TopicsPage visit={visit} topics={await listTopics(reader)} mayKeep={mayKeep} />
}

async function onePage(reader: Reader, c: Context<AppEnv, '/topics/:topic'>) {
  const visit = c.get('visit')
  const topic = await topicOf(reader, c.req.param('topic'))
  const asked = /^[1-9][0-9]{0,4}$/.exec(c.req.query('page') ?? '1')
  const page = asked === null ? 1 : Number(asked[0])
  const matters = await findTopicMatters(reader, topic.id, page, visit.today)
  return (
    <TopicPage
      visit={visit}
      topic={topic}
      matters={matters}
      boards={await boardsOf(reader, matters, visit.today)}
      page={page}
      pages={Math.ceil(matters.total / topicPage)}
      mayKeep={allows(await findStanding(reader, visit), guardedTopics, 'keep')}
    />
  )
}

async function boardsOf(reader: Reader, { items, decisions, planned }: TopicMatters, today: Temporal.PlainDate): Promise<BoardNames> {
  const ids = new Set([...items, ...decisions, ...planned].map(({ body }) => body))
  const bodies = await findBodiesById(reader, [...ids], today)
  return new Map(bodies.map(({ id, name, slug }) => [id, { name, slug }]))
}
