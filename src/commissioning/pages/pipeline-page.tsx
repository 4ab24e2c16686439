import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { ChartFigure, ChartSvg } from '#platform/web/charts/figure.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import { escapeText, rawMarkup } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { pipelinePaths } from '../pipeline-paths.ts'
import type { BidCall } from '../queries/bids.ts'
import type { Pipeline, PipelineCase } from '../queries/pipelines.ts'
import { type CaseStatus, countByStatus, funnelOf, presentIn, slippageOf } from '../rules/pipeline.ts'
import { sightWords } from '../words/commissioned-service.ts'
import { caseStatusWords } from '../words/pipeline.ts'
import { CallsOf } from './bid-call-page.tsx'
import { type BoardName, crumbsOf } from './crumbs.ts'
import { KeeperLinks, StagesAndRounds, Waiting } from './pipeline-parts.tsx'

/** The pipelines of a board. */
export function PipelinesPage(props: {
  readonly visit: Visit
  readonly board: BoardName
  readonly mayAdd: boolean
  readonly pipelines: readonly {
    readonly id: string
    readonly title: string
    readonly summary: string
    readonly casesAre: string
    readonly cases: bigint | null
  }[]
}): JSX.Element {
  const { visit, board, pipelines, mayAdd } = props
  return (
    <Page visit={visit} title="Pipelines" width="workspace" breadcrumbs={crumbsOf(board)}>
      <PageHead
        title="Pipelines"
        caption={board.name}
        lead="What goes through stages: who is where, what waits, and when it is expected."
        actions={
          mayAdd && (
            <a class="govuk-button" href={pipelinePaths.create(board.slug)}>
              Begin a pipeline
            </a>
          )
        }
      />
      {boardNavigation(board.slug, 'commissioning')}
      {pipelines.length === 0 ? (
        <EmptyState title="No pipelines to show" text="None is recorded that you may see." />
      ) : (
        <DataTable
          caption="Pipelines"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Pipeline' }, { heading: 'What it is' }, { heading: 'In it' }]}
          rows={pipelines.map(({ id, title, summary, casesAre, cases }) => ({
            cells: [
              <a class="govuk-link" href={pipelinePaths.pipeline(id)}>
                {title}
              </a>,
              summary,
              `${cases ?? 0n} ${casesAre}`,
            ],
          }))}
        />
      )}
    </Page>
  )
}

/** A pipeline: how many stand how, how many came how far, and each of them with its indicative date (C8). */
export function PipelinePage({
  visit,
  board,
  pipeline,
  calls,
  mayChange,
}: {
  readonly visit: Visit
  readonly board: BoardName
  readonly pipeline: Pipeline
  readonly calls: readonly BidCall[]
  readonly mayChange: boolean
}): JSX.Element {
  const { title, summary, cases, casesAre } = pipeline
  const counts = countByStatus(cases.map(({ standing }) => standing))
  return (
    <Page
      visit={visit}
      title={title}
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: 'Pipelines', href: pipelinePaths.ofBoard(board.slug) })}
    >
      <PageHead
        title={title}
        caption={board.name}
        lead={summary}
        status={
          pipeline.sight === 'public' ? undefined : (
            <StatusPill meaning="draft">{`Seen by: ${sightWords[pipeline.sight].toLowerCase()}`}</StatusPill>
          )
        }
      />
      {boardNavigation(board.slug, 'commissioning')}
      {mayChange && <KeeperLinks pipeline={pipeline} />}
      <Waiting pipeline={pipeline} />
      {cases.length > 0 && (
        <>
          <Card title="How they stand" id="counts">
            <KeyFacts
              facts={[...counts]
                .filter(([, count]) => count > 0)
                .map(([status, count]) => ({ label: caseStatusWords[status].word, value: `${count} of ${cases.length}` }))}
            />
          </Card>
          <Funnel pipeline={pipeline} />
        </>
      )}
      <Card title={`The ${casesAre}`} id="cases" flush>
        {cases.length === 0 ? (
          <p class="govuk-body govuk-!-padding-4">None has come in yet.</p>
        ) : (
          [...counts].map(([status, count]) => count > 0 && <CasesOf pipeline={pipeline} status={status} />)
        )}
      </Card>
      {calls.length > 0 && (
        <Card title="Calls for sealed bids" id="bids" flush>
          <CallsOf calls={calls} now={visit.now} />
        </Card>
      )}
      <StagesAndRounds pipeline={pipeline} mayChange={mayChange} />
    </Page>
  )
}

function CasesOf({ pipeline, status }: { readonly pipeline: Pipeline; readonly status: CaseStatus }): JSX.Element {
  const own = pipeline.cases.filter(({ standing }) => standing.status === status)
  const titles = new Map(pipeline.stages.map(({ id, title }) => [id, title]))
  return (
    <Fold title={caseStatusWords[status].word} note={String(own.length)} open={own.length <= 5}>
      <DataTable
        caption={caseStatusWords[status].word}
        hideCaption
        narrow="stack"
        columns={[
          ...[{ heading: 'Which' }, { heading: 'Stage' }, { heading: 'Since' }],
          ...(status === 'in-stage' ? [{ heading: 'Leave it by' }] : []),
          { heading: 'Indicative date' },
        ]}
        rows={own.map((one) => ({
          cells: [
            <a class="govuk-link" href={pipelinePaths.caseOf(one.id)}>
              {one.title}
            </a>,
            titles.get(one.standing.stage ?? '') ?? 'None',
            one.standing.since
              ? `${dayInWords(one.standing.since)}${one.standing.until ? `, until ${dayInWords(one.standing.until)}` : ''}`
              : 'Not begun',
            ...(status === 'in-stage' ? [one.dueOn ? dayInWords(one.dueOn) : 'No deadline'] : []),
            indicative(one),
          ],
        }))}
      />
    </Fold>
  )
}

/** The indicative date of a case, and by how much it has slipped. */
export function indicative({ dates }: Pick<PipelineCase, 'dates'>): string {
  const last = dates.at(-1)
  if (!last) return 'None said'
  const slipped = slippageOf(dates) ?? 0
  const moved = slipped === 0 ? '' : slipped > 0 ? `, ${slipped} days later than first said` : `, ${-slipped} days earlier than first said`
  return `${dayInWords(last.expectedOn)} (indicative${moved})`
}

// As wide as a phone: on a wider page the drawing stays small.
const WIDTH = 300
const ROW = 44

function Funnel({ pipeline }: { readonly pipeline: Pipeline }): JSX.Element {
  const { id, title, stages, cases, casesAre } = pipeline
  const reached = funnelOf(
    stages.map((stage) => stage.id),
    cases.map(({ events }) => events),
  )
  const present = presentIn(
    stages.map((stage) => stage.id),
    cases.map(({ standing }) => standing),
  )
  const most = Math.max(1, ...reached)
  const rows = stages.map((stage, place) => [stage.title, String(reached[place] ?? 0), String(present[place] ?? 0)])
  const first = reached[0] ?? 0
  const last = reached.at(-1) ?? 0
  const words = {
    ...{ id: 'funnel', title: `How many ${casesAre} reached each stage: ${title}` },
    sentence: `${first} of ${cases.length} ${casesAre} began, and ${last} reached the last stage.`,
    table: { columns: [{ heading: 'Stage' }, { heading: 'Reached it', numeric: true }, { heading: 'There now', numeric: true }], rows },
    csv: pipelinePaths.csv(id),
  }
  const bars = rows.map(([name = '', count = '0'], place) => {
    const width = Math.max(2, Math.round((Number(count) / most) * 292))
    const y = place * ROW + 20
    return `<text x="4" y="${y - 5}" class="gt-chart__label">${escapeText(`${name}: ${count}`)}</text><rect class="gt-chart__bar" x="4" y="${y}" width="${width}" height="16"/>`
  })
  return (
    <Card title="How far they came" id="how-far">
      <ChartFigure words={words}>
        <ChartSvg
          words={words}
          room={{ width: WIDTH, height: rows.length * ROW + 8 }}
          small
          description={rows.map(([name, count]) => `${name}: ${count}`).join('; ')}
        >
          {rawMarkup(bars.join(''))}
        </ChartSvg>
      </ChartFigure>
    </Card>
  )
}

/** How a case stands, in one word. */
export function CasePill({ status }: { readonly status: CaseStatus }): JSX.Element {
  return <StatusPill meaning={caseStatusWords[status].meaning}>{caseStatusWords[status].word}</StatusPill>
}
