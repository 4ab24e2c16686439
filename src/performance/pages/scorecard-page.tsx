import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { planPaths } from '#plans/paths.ts'
import { threadAddress } from '#platform/thread/part.ts'
import { HeatMap } from '#platform/web/charts/heat-map.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatisticTiles } from '#platform/web/components/statistic-tile.tsx'
import { InsetText } from '#platform/web/govuk/components.tsx'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { familyFigurePaths, measurePaths, scorecardPaths } from '../paths.ts'
import type { FrozenLine, FrozenScorecard } from '../queries/frozen.ts'
import type { PriorityScorecard } from '../queries/scorecard-view.ts'
import { countsWords } from '../words/scorecard.ts'
import { type ScorecardView, sentenceOf } from '../words/scorecard-view.ts'
import { FrozenCard, ReportsCard, type ReportsShown } from './reports-card.tsx'
import { ScorecardTable, WithdrawnCard } from './scorecard-table.tsx'

interface Board {
  readonly slug: string
  readonly name: string
}

function Frame(props: {
  /** The way up, where it is not the scorecard of the board. */
  readonly up?: readonly PageLink[] | undefined
  readonly visit: Visit
  readonly board: Board
  readonly view: ScorecardView
  readonly lead: string
  readonly here: 'live' | 'below'
  readonly actions?: Children
  readonly children?: Children
}): JSX.Element {
  const { visit, board, view, here } = props
  const up = props.up ?? (here === 'live' ? [] : [{ text: 'Scorecard', href: scorecardPaths.ofBoard(board.slug) }])
  return (
    <Page
      visit={visit}
      title={props.up ? view.title : `${view.title}: ${board.name}`}
      width="workspace"
      breadcrumbs={[{ text: 'Boards', href: '/boards' }, { text: board.name, href: `/boards/${board.slug}` }, ...up]}
      description={view.sentence}
    >
      <PageHead caption={board.name} title={view.title} lead={props.lead} actions={props.actions} />
      {boardNavigation(board.slug, 'measures')}
      {props.children}
    </Page>
  )
}

/** The scorecard of a board as it stands: counts, the measures by priority, their verdicts over time, and what was shown to meetings. */
export function ScorecardPage(props: {
  readonly visit: Visit
  readonly board: Board
  readonly view: ScorecardView
  readonly frozen: readonly FrozenLine[]
  readonly reports: ReportsShown
  readonly mayFreeze: boolean
}): JSX.Element {
  const { visit, board, view, frozen, reports, mayFreeze } = props
  const freeze = (
    <a class="govuk-button govuk-button--secondary" href={scorecardPaths.freeze(board.slug)}>
      Freeze it for a meeting
    </a>
  )
  return (
    <Frame visit={visit} board={board} view={view} lead={view.standing} here="live" actions={mayFreeze ? freeze : undefined}>
      <Body view={view} empty="Measures appear here as soon as a clerk publishes them." isLive />
      {view.groups.length > 0 && (
        <Files report={scorecardPaths.report(board.slug)} file={(kind) => scorecardPaths.reportFile(board.slug, kind)} />
      )}
      <Verdicts view={view} csv={scorecardPaths.reportFile(board.slug, 'csv')} />
      <WithdrawnCard view={view} />
      <FrozenCard frozen={frozen} />
      <ReportsCard reports={reports} schedule={mayFreeze ? scorecardPaths.schedule(board.slug) : undefined} />
      <p>
        <a class="govuk-link" href={measurePaths.ofBoard(board.slug)}>
          All measures of this board, with those no longer kept
        </a>
        {' · '}
        <a class="govuk-link" href={familyFigurePaths.page}>
          Figures of early help
        </a>
      </p>
    </Frame>
  )
}

/** The scorecard of a priority of a plan: the measures of it and of its outcomes, whichever board keeps them. */
export function PriorityScorecardPage(props: {
  readonly visit: Visit
  readonly scorecard: PriorityScorecard
  readonly frozen: readonly FrozenLine[]
  readonly reports: ReportsShown
  readonly mayFreeze: boolean
}): JSX.Element {
  const { visit, scorecard, frozen, reports, mayFreeze } = props
  const { view, body, priority } = scorecard
  const freeze = (
    <a class="govuk-button govuk-button--secondary" href={scorecardPaths.freezePriority(priority.id)}>
      Freeze it for a meeting
    </a>
  )
  const up = [
    { text: priority.planTitle, href: planPaths.plan(priority.plan) },
    { text: priority.title, href: priority.href },
  ]
  return (
    <Frame visit={visit} board={body} view={view} lead={view.standing} here="below" up={up} actions={mayFreeze ? freeze : undefined}>
      <Body view={view} empty="No measure is said to measure this priority or an outcome under it." />
      {view.groups.length > 0 && <Files file={(kind) => scorecardPaths.priorityFile(priority.id, kind)} />}
      <Verdicts view={view} csv={scorecardPaths.priorityFile(priority.id, 'csv')} />
      <WithdrawnCard view={view} />
      <FrozenCard frozen={frozen} />
      <ReportsCard reports={reports} schedule={mayFreeze ? scorecardPaths.schedulePriority(priority.id) : undefined} />
      <p>
        <a class="govuk-link" href={threadAddress('priority', priority.id)}>
          The golden thread of this priority
        </a>
      </p>
    </Frame>
  )
}

/** A scorecard as it was shown; whatever happens afterwards, this page says the same. */
export function FrozenPage({ visit, frozen }: { readonly visit: Visit; readonly frozen: FrozenScorecard }): JSX.Element {
  const { view, body, priority, meeting, item, note, edition, id } = frozen
  const to = meeting !== null && item !== null && (
    <a class="govuk-link" href={`/meetings/${meeting}/items/${item}`}>
      The item of the meeting
    </a>
  )
  const up = priority === null ? undefined : [{ text: 'Scorecard of the priority', href: scorecardPaths.ofPriority(priority) }]
  return (
    <Frame
      visit={visit}
      board={{ slug: body.slug, name: view.board }}
      view={view}
      lead={view.standing}
      here="below"
      up={up}
      actions={to || undefined}
    >
      {edition === 'public' && <p class="gt-quiet">This edition holds what anybody could see on that day.</p>}
      {note !== '' && <InsetText text={note} />}
      <Body view={view} empty="Nothing of it could be seen by anybody on that day." />
      {view.groups.length > 0 && <Files file={(kind) => scorecardPaths.frozenFile(id, kind)} />}
      <Verdicts view={view} csv={scorecardPaths.frozenFile(id, 'csv')} />
      <p>
        <a class="govuk-link" href={scorecardPaths.since(id)}>
          What has become of these measures since
        </a>
      </p>
    </Frame>
  )
}

function Body({ view, empty, isLive }: { readonly view: ScorecardView; readonly empty: string; readonly isLive?: boolean }): JSX.Element {
  if (view.groups.length === 0) return <EmptyState title="No measure is shown" text={empty} />
  const { green, amber, red, none } = view.counts
  const of = `of ${green + amber + red + none}`
  const tiles = [
    { label: 'On track', figure: String(green), of },
    { label: 'At risk', figure: String(amber), of },
    { label: 'Off track', figure: String(red), of },
    { label: 'Without a verdict', figure: String(none), of },
  ]
  return (
    <>
      <StatisticTiles tiles={tiles} />
      <ScorecardTable view={view} />
      {(view.groups.length > 1 || (isLive && view.groups.some(({ priority }) => priority !== null))) && (
        <ul class="gt-list">
          {view.groups.map(({ heading, counts, priority }) => (
            <li>
              {isLive && priority !== null ? (
                <a class="govuk-link" href={scorecardPaths.ofPriority(priority)}>
                  {heading}
                </a>
              ) : (
                heading
              )}
              <p>{sentenceOf(counts)}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Files({ file, report }: { readonly file: (kind: 'csv' | 'xlsx' | 'pdf') => string; readonly report?: string }): JSX.Element {
  return (
    <ul class="gt-list gt-no-print">
      {report !== undefined && (
        <li>
          <a class="govuk-link" href={report}>
            Report for a month, with charts and commentary
          </a>
        </li>
      )}
      {(['pdf', 'xlsx', 'csv'] as const).map((kind) => (
        <li>
          <a class="govuk-link" href={file(kind)} download="">
            {{ pdf: 'PDF', xlsx: 'Excel', csv: 'CSV' }[kind]}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Verdicts({ view, csv }: { readonly view: ScorecardView; readonly csv: string }): JSX.Element | null {
  const rows = view.groups.flatMap(({ rows: inGroup }) => inGroup)
  const most = Math.max(0, ...rows.map(({ history }) => history.length))
  const even = rows.filter(({ history }) => history.length > 1)
  if (even.length === 0) return null
  const none = { tick: '', letter: '', words: 'No figure', kind: 'none' } as const
  return (
    <Card id="verdicts" title="Status over time" lead="The last periods of each measure, the latest at the right.">
      <HeatMap
        words={{ id: 'heat', title: 'Status over time', sentence: `Now: ${countsWords(view.counts)}.`, csv }}
        rowHeading="Measure"
        columns={Array.from({ length: most }, (_, index) => (index === most - 1 ? 'Latest' : `${most - 1 - index} before`))}
        rows={even.map(({ title, measure, history }) => ({
          label: title,
          href: measurePaths.measure(measure),
          cells: [...Array.from({ length: most - history.length }, () => none), ...history],
        }))}
        legend={[
          { letter: 'G', words: 'On track', kind: 'green' },
          { letter: 'A', words: 'At risk', kind: 'amber' },
          { letter: 'R', words: 'Off track', kind: 'red' },
          { letter: 'c', words: 'Suppressed', kind: 'hidden' },
          { letter: '–', words: 'No verdict', kind: 'none' },
        ]}
      />
    </Card>
  )
}
