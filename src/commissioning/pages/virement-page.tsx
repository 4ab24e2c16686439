import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { fundPaths, moneyPaths } from '../money-paths.ts'
import type { Fund } from '../queries/funds.ts'
import type { Virement } from '../queries/virements.ts'
import { yearInWords } from '../rules/year.ts'
import { pounds } from '../words/pence.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'
import { Waterfall } from './waterfall.tsx'

/** One end of a move: a line, and its plan just before it. Pence; null: not known. */
export interface MovedLine {
  readonly id: string
  readonly title: string
  readonly year: number
  readonly before: bigint | null
}

/** One move of planned money. */
export interface VirementPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly fund: Fund
  readonly virement: Virement
  readonly from: MovedLine
  readonly to: MovedLine
}

/** A move of planned money: both lines before it, what moved, both after it, and by whose authority (C5). */
export function VirementPage({ visit, board, fund, virement, from, to }: VirementPageProps): JSX.Element {
  const { pence, onDay, why } = virement
  const title = `${pounds(pence)} moved`
  const ends = [
    { ...from, change: -pence, side: 'Out of' },
    { ...to, change: pence, side: 'Into' },
  ]
  return (
    <Page
      visit={visit}
      title={title}
      width="workspace"
      breadcrumbs={crumbsOf(
        board,
        { text: 'Funds', href: fundPaths.ofBoard(board.slug) },
        { text: fund.title, href: fundPaths.fund(fund.id, to.year) },
      )}
    >
      <PageHead
        title={title}
        caption={`${fund.title}, ${dayInWords(onDay)}`}
        lead={`From ${from.title} (${yearInWords(from.year)}) to ${to.title} (${yearInWords(to.year)}). The fund stays as large as it was.`}
      />
      {boardNavigation(board.slug, 'commissioning')}
      <Card title="By whose authority" id="authority">
        <KeyFacts
          facts={[
            { label: 'Why', value: why },
            { label: 'Authority', value: <Authority virement={virement} /> },
          ]}
        />
      </Card>
      {ends.map(({ side, title: name, before, change }, place) =>
        before === null ? (
          <p class="govuk-body">The plan of {name} is not known, so that it cannot be drawn.</p>
        ) : (
          <Card title={`${side} ${name}`} id={place === 0 ? 'out' : 'into'}>
            <Waterfall
              id={place === 0 ? 'waterfall-out' : 'waterfall-into'}
              title={`${side} ${name}: before the move, the move, after it`}
              end="After it"
              steps={[
                { label: 'Before it', pence: before, why: '' },
                { label: 'This move', pence: change, why },
              ]}
            />
          </Card>
        ),
      )}
      <Card title="The same in figures" id="figures" flush>
        <DataTable
          caption="Both lines before and after the move"
          hideCaption
          narrow="stack"
          columns={[
            { heading: 'Line' },
            { heading: 'Year' },
            ...['Before it', 'This move', 'After it'].map((heading) => ({ heading, numeric: true })),
          ]}
          rows={ends.map(({ id, title: name, year, before, change }) => ({
            cells: [
              <a class="govuk-link" href={moneyPaths.line(id)}>
                {name}
              </a>,
              yearInWords(year),
              before === null ? 'Not known' : pounds(before),
              `${change > 0n ? '+' : ''}${pounds(change)}`,
              before === null ? 'Not known' : pounds(before + change),
            ],
          }))}
        />
      </Card>
    </Page>
  )
}

function Authority({ virement }: Pick<VirementPageProps, 'virement'>): JSX.Element {
  const { decision, clause, isWithdrawn } = virement
  if (decision === undefined) return <>By the scheme of the fund, {clause}</>
  return (
    <>
      <a class="govuk-link" href={`/decisions/${decision}`}>
        A decision of the board
      </a>
      {isWithdrawn && (
        <p class="govuk-body">That decision was withdrawn afterwards. The move stands as it was made, until it is moved back.</p>
      )}
    </>
  )
}
