import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyFigurePaths, measurePaths, nationalPaths, returnPaths, scorecardPaths } from '../paths.ts'
import type { MeasureLine } from '../queries/measure-lines.ts'
import { knownOf } from '../rules/measure.ts'
import { periodWords } from '../rules/period.ts'
import { figureWords } from '../words/figures.ts'
import { sightWords } from '../words/measure.ts'
import { verdictWords } from '../words/verdict.ts'

interface Props {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly lines: readonly MeasureLine[]
  readonly mayKeep: boolean
  readonly seesReturns: boolean
}

/** The measures of a board: what each is, its latest figure, its target, how it stands. */
export function MeasuresPage({ visit, board, lines, mayKeep, seesReturns }: Props): JSX.Element {
  const crumbs = [
    { text: 'Boards', href: '/boards' },
    { text: board.name, href: `/boards/${board.slug}` },
  ]
  const withdrawn = ({ measure }: MeasureLine) =>
    measure.withdrawnOn !== null && Temporal.PlainDate.compare(measure.withdrawnOn, visit.today) <= 0
  const [kept, gone] = [lines.filter((line) => !withdrawn(line)), lines.filter(withdrawn)]
  return (
    <Page
      visit={visit}
      title={`Measures: ${board.name}`}
      breadcrumbs={crumbs}
      width="workspace"
      description="What this board measures, and how it stands."
    >
      <PageHead
        title="Measures"
        caption={board.name}
        lead="What is measured, the latest figure of each, and how it stands against its target."
        actions={
          mayKeep ? (
            <a class="govuk-button" href={measurePaths.new(board.slug)}>
              Add a measure
            </a>
          ) : undefined
        }
      />
      {boardNavigation(board.slug, 'measures')}
      <Ways board={board} lines={lines} mayKeep={mayKeep} seesReturns={seesReturns} />
      {kept.length === 0 ? (
        <EmptyState
          title="No measure is published"
          text={
            mayKeep ? 'Add what shows whether the board’s outcomes are reached.' : 'Measures appear here as soon as a clerk publishes them.'
          }
        />
      ) : (
        <MeasureTable lines={kept} caption="Measures of this board" />
      )}
      {gone.length > 0 && (
        <Card title="No longer kept" id="withdrawn">
          <ul class="govuk-list">
            {gone.map(({ measure, definition }) => (
              <li>
                <a class="govuk-link" href={measurePaths.measure(measure.id)}>
                  {definition.title}
                </a>
                : {measure.withdrawnReason}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  )
}

function Ways({ board, lines, mayKeep, seesReturns }: Pick<Props, 'board' | 'lines' | 'mayKeep' | 'seesReturns'>): JSX.Element {
  const ways = [
    ...(lines.length > 0 ? [{ text: 'Scorecard', href: scorecardPaths.ofBoard(board.slug) }] : []),
    ...(seesReturns ? [{ text: 'Returns: who owes which figures', href: returnPaths.ofBoard(board.slug) }] : []),
    { text: 'Places of the country', href: nationalPaths.all },
    { text: 'Figures of early help', href: familyFigurePaths.page },
    ...(mayKeep ? [{ text: 'Add a measure that the record counts', href: measurePaths.newCounted(board.slug) }] : []),
    ...(mayKeep ? [{ text: 'Bring figures as a file', href: returnPaths.upload(board.slug) }] : []),
  ]
  return (
    <p class="govuk-body">
      {ways.map(({ text, href }, index) => (
        <>
          {index > 0 && ' · '}
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </>
      ))}
    </p>
  )
}

function MeasureTable({ lines, caption }: { readonly lines: readonly MeasureLine[]; readonly caption: string }): JSX.Element {
  return (
    <DataTable
      caption={caption}
      hideCaption
      narrow="stack"
      columns={[
        { heading: 'Measure' },
        { heading: 'Latest figure', numeric: true },
        { heading: 'Period' },
        { heading: 'Target' },
        { heading: 'How it stands' },
      ]}
      rows={lines.map((line) => ({ cells: cellsOf(line) }))}
    />
  )
}

function cellsOf({ measure, definition, latest, target }: MeasureLine) {
  const known = latest && knownOf(latest.observation)
  const figure = latest && known ? figureWords({ known, ...latest }) : 'Nothing recorded'
  const verdict = latest ? verdictWords(latest.judged.rag, latest.judged.target) : undefined
  return [
    <>
      {measure.reference !== '' && `${measure.reference} `}
      <a class="govuk-link" href={measurePaths.measure(measure.id)}>
        {definition.title}
      </a>
      {measure.sight !== 'public' && (
        <>
          <br />
          <span class="govuk-hint">Seen by: {sightWords[measure.sight]}</span>
        </>
      )}
    </>,
    figure,
    latest ? periodWords(latest.observation.period) : '',
    target === null ? 'None set' : target.words,
    verdict ? <StatusPill meaning={verdict.meaning}>{verdict.word}</StatusPill> : '',
  ]
}
