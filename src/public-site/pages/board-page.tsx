import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { meetingPaths, officerPaths, recordPaths } from '#meetings/paths.ts'
import { AttentionStrip } from '#platform/web/components/attention-strip.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { Columns } from '#platform/web/components/columns.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { StatisticTiles } from '#platform/web/components/statistic-tile.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { publicPaths } from '../paths.ts'
import type { BoardView } from '../queries/board.ts'
import { boardTiles } from '../words/board-figures.ts'
import { boardNews } from '../words/board-news.ts'
import { AboutBoard, ConsultationsCard, NextMeetingCard, OverdueCard } from './board-aside.tsx'
import { DecisionLines, MeetingLines, PublicationLines } from './lines.tsx'
import { ScorecardCard } from './scorecard-card.tsx'
import { ThreadCard } from './thread-card.tsx'

/** How many things to do stand open at the top; the rest folds. */
const MOST_TO_DO = 5

/** The home page of one board: what to do, the few figures, how it stands, what it decided, and how to follow it. */
export function BoardPage({ visit, view }: { readonly visit: Visit; readonly view: BoardView }): JSX.Element {
  const { board } = view
  const tiles = boardTiles(view, visit.today)
  return (
    <Page
      visit={visit}
      title={board.name}
      width="workspace"
      breadcrumbs={[{ text: 'Boards', href: '/boards' }]}
      description={board.purpose ?? `Meetings, papers and decisions of ${board.name}.`}
      alternates={[
        { type: 'application/atom+xml', title: `What ${board.name} publishes`, href: publicPaths.feed(board.slug) },
        { type: 'text/calendar', title: `Meetings of ${board.name}`, href: publicPaths.calendar(board.slug) },
      ]}
    >
      <PageHead caption={board.kindLabel} title={board.name} {...(board.purpose ? { lead: board.purpose } : {})} />
      {boardNavigation(board.slug, 'overview')}
      {view.toDo.length > 0 ? (
        <AttentionStrip title="To do for this board" items={view.toDo} most={MOST_TO_DO} />
      ) : (
        <NewsStrip visit={visit} view={view} />
      )}
      {tiles.length > 0 && <StatisticTiles tiles={tiles} />}
      <Columns asideFirst main={<Standing view={view} />} aside={<Soon visit={visit} view={view} />} />
      <Columns main={<Record view={view} />} aside={<AboutBoard view={view} />} />
    </Page>
  )
}

/** For whoever has nothing to do here: what is coming, and what was decided. */
function NewsStrip({ visit, view }: { readonly visit: Visit; readonly view: BoardView }): JSX.Element | null {
  const news = boardNews(view, visit.today)
  if (news.length === 0) return null
  return (
    <section class="gt-attention" aria-labelledby="news">
      <h2 class="gt-attention__title" id="news">
        Coming and decided
      </h2>
      <ul class="gt-news">
        {news.map(({ when, text, href }) => (
          <li>
            <span class="gt-news__when">{when}</span>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Standing({ view }: { readonly view: BoardView }): JSX.Element {
  const { board } = view
  return (
    <>
      {view.scorecard && <ScorecardCard slug={board.slug} view={view.scorecard} />}
      {view.thread && <ThreadCard slug={board.slug} view={view.thread} />}
      <Card id="decisions" title="Decisions" link={{ text: 'All decisions', href: recordPaths.boardDecisions(board.slug) }}>
        {view.decisions.length > 0 ? (
          <DecisionLines decisions={view.decisions} />
        ) : (
          <EmptyState title="No decision is published yet" text="Decisions appear here with the minutes they stand in." />
        )}
      </Card>
    </>
  )
}

/** What is near: the next meeting, what is late, what is asked of people. */
function Soon({ visit, view }: { readonly visit: Visit; readonly view: BoardView }): JSX.Element {
  return (
    <>
      <NextMeetingCard visit={visit} view={view} />
      <OverdueCard view={view} />
      <ConsultationsCard visit={visit} view={view} />
    </>
  )
}

/** What came out and when it met: read now and then, so it folds. Each part says what its latest is. */
function Record({ view }: { readonly view: BoardView }): JSX.Element {
  const { board, coming, publications, past, officers } = view
  const [latest, officer, later, held] = [publications[0], officers[0], coming[1], past[0]]
  return (
    <Card
      id="record"
      title="What came out, and when it meets"
      link={{ text: 'All meetings', href: meetingPaths.meetings(board.slug) }}
      flush
    >
      {latest === undefined && (
        <EmptyState title="Nothing is published yet" text="Packs and minutes of this board appear here when they come out." />
      )}
      {latest && (
        <Fold title="Published" note={<Latest words="last" day={latest.publishedOn} />}>
          <PublicationLines publications={publications} />
        </Fold>
      )}
      {officer && (
        <Fold title="Decided by officers" note={<Latest words="last" day={officer.decidedOn} />}>
          <OfficerLines view={view} />
        </Fold>
      )}
      {later && (
        <Fold title="Later meetings" note={<Latest words="from" day={later.heldOn} />}>
          <MeetingLines meetings={coming.slice(1)} />
        </Fold>
      )}
      {held && (
        <Fold title="Meetings held" note={<Latest words="last" day={held.heldOn} />}>
          <MeetingLines meetings={past} />
        </Fold>
      )}
    </Card>
  )
}

function Latest({ words, day }: { readonly words: string; readonly day: Temporal.PlainDate }): JSX.Element {
  return (
    <span class="gt-quiet">
      {words} <DateText day={day} weekday={false} />
    </span>
  )
}

function OfficerLines({ view }: { readonly view: BoardView }): JSX.Element {
  return (
    <ul class="gt-list">
      {view.officers.map((one) => (
        <li>
          <a class="govuk-link" href={officerPaths.decision(one.id)}>
            {one.number}: {one.title}
          </a>
          <p>
            {one.officer}, <DateText day={one.decidedOn} weekday={false} />
          </p>
        </li>
      ))}
      <li>
        <a class="govuk-link" href={officerPaths.list(view.board.slug)}>
          All decisions by officers
        </a>
      </li>
    </ul>
  )
}
