import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Pager } from '#platform/web/components/pager.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths, recordPaths, topicPaths } from '../paths.ts'
import type { DecisionLine } from '../queries/overview.ts'
import type { TopicItem, TopicMatters, TopicPlanItem } from '../queries/topic-matters.ts'
import { isOffered, type Topic } from '../rules/topic.ts'
import { forceOfDecision } from '../words/ratification.ts'

/** Names and addresses of boards by id. */
export type BoardNames = ReadonlyMap<string, { readonly name: string; readonly slug: string }>

/** Every topic of the partnership. */
export function TopicsPage({
  visit,
  topics,
  mayKeep,
}: {
  readonly visit: Visit
  readonly topics: readonly Topic[]
  readonly mayKeep: boolean
}): JSX.Element {
  const lead = 'What the boards deal with. Each topic leads to the items and decisions of all boards.'
  return (
    <Page visit={visit} title="Topics" width="workspace" description={lead}>
      <PageHead
        title="Topics"
        lead={lead}
        actions={
          mayKeep && (
            <a class="govuk-button" href={topicPaths.newTopic}>
              Add a topic
            </a>
          )
        }
      />
      {topics.length === 0 ? (
        <EmptyState
          title="No topics yet"
          text="An administrator makes the list; clerks then say which items and decisions belong under a topic."
        />
      ) : (
        <ul class="gt-list">
          {topics.map((topic) => (
            <li>
              <a class="govuk-link" href={topicPaths.topic(topic.slug)}>
                {topic.name}
              </a>
              {topic.about !== '' && <p>{topic.about}</p>}
              <Ended topic={topic} today={visit.today} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}

function Ended({ topic, today }: { readonly topic: Topic; readonly today: Temporal.PlainDate }): JSX.Element | null {
  if (isOffered(topic, today)) return null
  const { startsOn, endsOn } = topic
  const ended = endsOn !== undefined && Temporal.PlainDate.compare(endsOn, today) <= 0
  return <StatusPill meaning="neutral">{ended ? `Ended on ${dayInWords(endsOn)}` : `From ${dayInWords(startsOn)}`}</StatusPill>
}

/** What a topic's page shows. */
export interface TopicPageProps {
  readonly visit: Visit
  readonly topic: Topic
  readonly matters: TopicMatters
  readonly boards: BoardNames
  readonly page: number
  readonly pages: number
  readonly mayKeep: boolean
}

/** One topic: what all boards have on their agendas about it, what they decided and what they mean to deal with. */
export function TopicPage(props: TopicPageProps): JSX.Element {
  const { visit, topic, matters, boards, page, pages, mayKeep } = props
  const lead = topic.about === '' ? `What all boards do about ${topic.name}.` : topic.about
  return (
    <Page
      visit={visit}
      title={topic.name}
      width="workspace"
      description={lead}
      breadcrumbs={[{ text: 'Topics', href: topicPaths.topics }]}
      alternates={[{ type: 'application/atom+xml', title: `What comes out about ${topic.name}`, href: topicPaths.feed(topic.slug) }]}
    >
      <PageHead
        title={topic.name}
        caption="Topic"
        lead={lead}
        status={<Ended topic={topic} today={visit.today} />}
        actions={
          mayKeep && (
            <a class="govuk-button govuk-button--secondary" href={topicPaths.changeTopic(topic.slug)}>
              Change this topic
            </a>
          )
        }
      />
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={topicPaths.feed(topic.slug)}>
            Feed of what comes out about it
          </a>
        </li>
        <li>
          <a class="govuk-link" href={topicPaths.follow(topic.slug)}>
            Mails about it, without an account
          </a>
        </li>
      </ul>
      <Card id="items" title="On agendas" lead="Items of all boards, the latest meeting first.">
        {matters.items.length === 0 ? (
          <EmptyState
            title="No item is published"
            text="Items appear here once an agenda is out and its clerk has given them this topic."
          />
        ) : (
          <ItemLines items={matters.items} boards={boards} />
        )}
        <Pager page={page} pages={pages} label="Items" hrefOf={(to) => `${topicPaths.topic(topic.slug)}?page=${to}`} />
      </Card>
      {matters.decisions.length > 0 && (
        <Card id="decisions" title="Decisions">
          <DecidedLines decisions={matters.decisions} boards={boards} />
        </Card>
      )}
      {matters.planned.length > 0 && (
        <Card id="planned" title="Planned">
          <PlannedLines planned={matters.planned} boards={boards} />
        </Card>
      )}
    </Page>
  )
}

function ItemLines({ items, boards }: { readonly items: readonly TopicItem[]; readonly boards: BoardNames }): JSX.Element {
  return (
    <ul class="gt-list">
      {items.map(({ id, meeting, body, heldOn, number, title, withdrawn }) => (
        <li>
          <a class="govuk-link" href={meetingPaths.item(meeting, id)}>
            {title}
          </a>
          <p>
            {boards.get(body)?.name ?? 'A board'}, <DateText day={heldOn} weekday={false} />, item {number}
          </p>
          {withdrawn && <StatusPill meaning="neutral">Withdrawn</StatusPill>}
        </li>
      ))}
    </ul>
  )
}

function DecidedLines({ decisions, boards }: { readonly decisions: readonly DecisionLine[]; readonly boards: BoardNames }): JSX.Element {
  return (
    <ul class="gt-list">
      {decisions.map((decision) => {
        const force = forceOfDecision(decision, decision.home)
        return (
          <li>
            <a class="govuk-link" href={recordPaths.decision(decision.id)}>
              {decision.text.length <= 140 ? decision.text : `${decision.text.slice(0, 140).replace(/\s+\S*$/, '')}…`}
            </a>
            <p>
              {decision.number && `Decision ${decision.number}, `}
              {boards.get(decision.body)?.name ?? 'A board'}, <DateText day={decision.decidedOn} weekday={false} />
            </p>
            {force && <StatusPill meaning={force.meaning}>{force.words}</StatusPill>}
          </li>
        )
      })}
    </ul>
  )
}

function PlannedLines({ planned, boards }: { readonly planned: readonly TopicPlanItem[]; readonly boards: BoardNames }): JSX.Element {
  return (
    <ul class="gt-list">
      {planned.map(({ id, body, title, heldOn }) => {
        const board = boards.get(body)
        return (
          <li>
            {board ? (
              <a class="govuk-link" href={meetingPaths.planItem(board.slug, id)}>
                {title}
              </a>
            ) : (
              title
            )}
            <p>
              {board?.name ?? 'A board'}, {heldOn ? <DateText day={heldOn} weekday={false} /> : 'for no meeting yet'}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
