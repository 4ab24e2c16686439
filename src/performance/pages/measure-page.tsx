import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { boardPath } from '#governance/paths.ts'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { DotStrip } from '#platform/web/charts/dot-strip.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { Columns } from '#platform/web/components/columns.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { InsetText } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { curvePaths, figurePaths, measurePaths, scorecardPaths } from '../paths.ts'
import type { MeasureView } from '../queries/measure-page.ts'
import { directionOf } from '../rules/direction.ts'
import { periodWords } from '../rules/period.ts'
import { areasChart } from '../words/areas-chart.ts'
import { figureWords, heldBackWords, statusNotes, targetWords } from '../words/figures.ts'
import { directionWords, verdictWords } from '../words/verdict.ts'
import { whyWords } from '../words/why.ts'
import { DirectionMark } from './direction.tsx'
import { type MeasureActs, MeasureActsCard } from './measure-acts.tsx'
import { type ChartChoice, MeasureChart } from './measure-chart.tsx'
import { DefinitionCard, ForecastCard, HistoryCards, PartsTable } from './measure-facts.tsx'
import { MeasuresCard } from './measures-card.tsx'
import { RolledCard } from './rolled-card.tsx'
import { WhyDetails } from './why.tsx'

/** One measure: its value now and why it has its colour, its run, what it means, and what was changed. */
export function MeasurePage(props: {
  readonly visit: Visit
  readonly view: MeasureView
  readonly choice: ChartChoice
  readonly acts: MeasureActs
  /** The measure beside published figures of other places. */
  readonly beside?: JSX.Element | undefined
  /** Where the record itself gives the figures: how. */
  readonly counted?: JSX.Element | undefined
  /** The programs that can give its figures; undefined for whoever has no say in that. */
  readonly programs?: JSX.Element | undefined
}): JSX.Element {
  const { visit, view, choice, acts, beside, counted, programs } = props
  const { body, measure, reading } = view
  const { title, meaning } = reading.definition
  return (
    <Page
      visit={visit}
      title={title}
      width="workspace"
      breadcrumbs={[
        { text: 'Boards', href: '/boards' },
        { text: body.name, href: boardPath(body.slug) },
        { text: 'Scorecard', href: scorecardPaths.ofBoard(body.slug) },
      ]}
      description={meaning || title}
    >
      <PageHead
        caption={measure.reference === '' ? 'Measure' : `Measure ${measure.reference}`}
        title={title}
        {...(meaning === '' ? {} : { lead: meaning })}
      />
      {boardNavigation(body.slug, 'measures')}
      {measure.sight !== 'public' && (
        <InsetText
          text={
            measure.sight === 'draft' ? 'A draft: only those who prepare it see this page.' : 'Not public: only the board sees this page.'
          }
        />
      )}
      {measure.withdrawnOn && (
        <InsetText text={`Withdrawn from ${dayInWords(measure.withdrawnOn)}: ${measure.withdrawnReason} Its figures stay.`} />
      )}
      {view.replacement && (
        <p class="govuk-body">
          In its place:{' '}
          <a class="govuk-link" href={measurePaths.measure(view.replacement.id)}>
            {view.replacement.title}
          </a>
        </p>
      )}
      <Columns
        main={<Main visit={visit} view={view} choice={choice} beside={beside} mayKeep={acts.keep} />}
        aside={<Aside view={view} acts={acts} counted={counted} programs={programs} />}
      />
    </Page>
  )
}

function Main(props: {
  readonly visit: Visit
  readonly view: MeasureView
  readonly choice: ChartChoice
  readonly beside: JSX.Element | undefined
  readonly mayKeep: boolean
}): JSX.Element {
  const { visit, view, choice, beside, mayKeep } = props
  const { reading, areas, body } = view
  const csv = figurePaths.areasCsv(view.measure.id)
  return (
    <>
      <Now view={view} />
      {view.heldBack.length > 0 && <InsetText text={heldBackWords(view.heldBack)} />}
      {reading.chart === 'none' ? (
        <EmptyState title="There is nothing to draw yet" text="A chart appears here with the first figure that is shown." />
      ) : (
        <Card id="run" title="The run of figures">
          <MeasureChart visit={visit} view={view} choice={choice} mayKeep={mayKeep} />
        </Card>
      )}
      {areas && (
        <Card id="compared" title="By area">
          <DotStrip {...areasChart(areas, reading.definition, body.shortName || body.name, csv)} />
        </Card>
      )}
      {beside}
      <RolledCard view={view} />
      <PartsTable view={view} />
      <HistoryCards view={view} />
      <DefinitionCard view={view} />
    </>
  )
}

function Now({ view }: { readonly view: MeasureView }): JSX.Element {
  const { reading, next, series } = view
  const { now, awaited } = reading
  if (now === null) return <EmptyState title="No figure has been given yet" text="It appears here when the first one is published." />
  const { rag, target, asked, definition } = now.judged
  const verdict = verdictWords(rag, target)
  const direction = directionWords(directionOf(reading))
  const note = now.observation === null ? '' : statusNotes[now.observation.status]
  const said = series.commentaries.findLast((one) => one.startsOn.equals(now.period.startsOn) && one.endsOn.equals(now.period.endsOn))
  return (
    <section class="gt-card gt-now" aria-labelledby="now">
      <h2 class="gt-card__title" id="now">
        {periodWords(now.period)}
      </h2>
      <p class="gt-now__figure">
        {figureWords(now)} {note !== '' && now.known.state === 'value' && <small>{note}</small>}
      </p>
      <p class="gt-now__line">
        <StatusPill meaning={verdict.meaning}>{verdict.word}</StatusPill> <span>Target: {targetWords(target, asked, definition)}</span>
      </p>
      <p class="gt-now__line">
        <DirectionMark direction={direction} />
      </p>
      <p>{direction.sentence}</p>
      {awaited && <p class="gt-quiet">The figure of {periodWords(awaited)} is not published yet.</p>}
      {(now.observation?.quality ?? '') !== '' && <p>About the data: {now.observation?.quality}</p>}
      {said && (
        <blockquote class="gt-now__said">
          <p class="gt-typed">{said.words}</p>
        </blockquote>
      )}
      <WhyDetails why={whyWords(now, next)} />
    </section>
  )
}

function Aside(props: {
  readonly view: MeasureView
  readonly acts: MeasureActs
  readonly counted: JSX.Element | undefined
  readonly programs: JSX.Element | undefined
}): JSX.Element {
  const { view, acts, counted, programs } = props
  const { measure } = view
  return (
    <>
      {counted}
      <MeasureActsCard view={view} acts={acts} />
      <MeasuresCard view={view} acts={acts} />
      {programs}
      <Card id="works" title="What is done about it">
        <ul class="gt-list">
          <li>
            <a class="govuk-link" href={curvePaths.curve(measure.id)}>
              Turning the curve
            </a>
            <p>What comes if nothing is done, the story behind it, who has a part, what works and what was agreed</p>
          </li>
          <li>
            <a class="govuk-link" href={threadAddress('measure', measure.id)}>
              Its golden thread
            </a>
            <p>Everything that follows from it, and what it follows from</p>
          </li>
        </ul>
      </Card>
      <ForecastCard view={view} />
    </>
  )
}
