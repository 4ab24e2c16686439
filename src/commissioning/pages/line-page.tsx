import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { fundPaths, moneyPaths } from '../money-paths.ts'
import { servicePaths } from '../paths.ts'
import type { ContractMoney } from '../queries/contract-money.ts'
import type { BudgetLine } from '../queries/fund-money.ts'
import type { Fund, FundYear } from '../queries/funds.ts'
import type { Virement } from '../queries/virements.ts'
import type { LineColumns } from '../rules/line.ts'
import { yearInWords } from '../rules/year.ts'
import { methodWords } from '../words/money.ts'
import { overOrUnder, pounds, poundsOr } from '../words/pence.ts'
import { ContractMoneyTable } from './contract-money.tsx'
import { type BoardName, crumbsOf } from './crumbs.ts'
import { Waterfall, type WaterfallStep } from './waterfall.tsx'

/** One budget line; virements in the order of their days. */
export interface LinePageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly fund: Fund
  readonly year: FundYear
  readonly line: BudgetLine
  readonly columns: LineColumns
  readonly months: number
  readonly virements: readonly Virement[]
  /** What contracts have of it, as far as one may know. */
  readonly money: readonly ContractMoney[]
  readonly mayKeep: boolean
}

/** A budget line: its plan and what moved it, what is spent and foreseen (C5). */
export function LinePage(props: LinePageProps): JSX.Element {
  const { visit, board, fund, line, virements, mayKeep } = props
  return (
    <Page
      visit={visit}
      title={line.title}
      width="workspace"
      breadcrumbs={crumbsOf(
        board,
        { text: 'Funds', href: fundPaths.ofBoard(board.slug) },
        { text: fund.title, href: fundPaths.fund(fund.id, line.year) },
      )}
    >
      <PageHead
        title={line.title}
        caption={`Budget line of ${fund.title}, ${yearInWords(line.year)}`}
        actions={
          mayKeep ? (
            <>
              <a class="govuk-button govuk-button--secondary" href={moneyPaths.lineStep(line.id, 'entries')}>
                Enter a sum
              </a>{' '}
              <a class="govuk-button govuk-button--secondary" href={moneyPaths.lineStep(line.id, 'commitments')}>
                Commit money for a contract
              </a>{' '}
              <a class="govuk-button govuk-button--secondary" href={moneyPaths.lineStep(line.id, 'edit')}>
                Change this line
              </a>
            </>
          ) : undefined
        }
      />
      {boardNavigation(board.slug, 'commissioning')}
      <Card title="How it stands" id="stands" link={{ text: 'Its golden thread', href: threadAddress('money-line', line.id) }}>
        <LineFacts {...props} />
      </Card>
      {props.money.length > 0 && (
        <Card title="What contracts have of it" id="contracts" flush>
          <ContractMoneyTable money={props.money} by="contract" />
        </Card>
      )}
      <Card title="From the original plan to the revised one" id="moves" flush={virements.length > 0}>
        <Moves line={line} virements={virements} />
      </Card>
    </Page>
  )
}

function LineFacts({ line, columns, year, months }: LinePageProps): JSX.Element {
  return (
    <KeyFacts
      facts={[
        {
          label: 'Service',
          value:
            line.service === undefined || line.serviceTitle === '' ? (
              'None of its own'
            ) : (
              <a class="govuk-link" href={servicePaths.service(line.service)}>
                {line.serviceTitle}
              </a>
            ),
        },
        { label: 'Managed by', value: line.managedByName },
        { label: 'Code in the ledger', value: line.code === '' ? undefined : line.code },
        { label: 'Cost the year before', value: poundsOr(line.before) },
        { label: 'Original plan', value: poundsOr(columns.original) },
        { label: 'Revised plan', value: poundsOr(columns.revised) },
        { label: 'Committed', value: poundsOr(columns.commitment, 'Not recorded') },
        { label: 'Spent so far, with what is due', value: poundsOr(columns.spent, 'Not recorded') },
        { label: 'Foreseen at the year end', value: poundsOr(columns.forecast?.pence ?? null, 'Cannot be said') },
        { label: 'How it is foreseen', value: `${methodWords[year.method]}. ${months} of 12 months have ended.` },
        { label: 'Over or under', value: columns.variance === null ? 'Cannot be said' : overOrUnder(columns.variance) },
      ]}
    />
  )
}

/** The steps from the original plan to the revised one, in the order of their days. */
export function stepsOf(line: BudgetLine, virements: readonly Virement[]): readonly WaterfallStep[] {
  const moved = virements.map((one) => {
    const isIn = one.toLine === line.id
    const other = isIn ? `from ${one.fromTitle}` : `to ${one.toTitle}`
    return { label: `${dayInWords(one.onDay)}: ${other}`, pence: isIn ? one.pence : -one.pence, why: one.why }
  })
  return [{ label: 'Original plan', pence: line.original ?? 0n, why: '' }, ...moved]
}

function Moves({ line, virements }: Pick<LinePageProps, 'line' | 'virements'>): JSX.Element {
  if (virements.length === 0 || line.original === null) return <p class="govuk-body">No money was moved into or out of this line.</p>
  const steps = stepsOf(line, virements)
  let sum = 0n
  const rows = steps.map(({ label, pence, why }) => {
    sum += pence
    return { cells: [label, pence > 0n ? pounds(pence) : pounds(pence), pounds(sum), why] }
  })
  return (
    <>
      <Waterfall steps={steps} title={`${line.title}: from the original plan to the revised one`} />
      <DataTable
        caption="Every move of this line"
        columns={[
          { heading: 'Step' },
          { heading: 'Change', numeric: true },
          { heading: 'Plan after it', numeric: true },
          { heading: 'Why' },
        ]}
        rows={rows}
      />
    </>
  )
}
