import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { InsetText } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { fundPaths, moneyPaths } from '../money-paths.ts'
import type { Fund } from '../queries/funds.ts'
import { billsOf, type YearStatement } from '../queries/settlements.ts'
import { yearInWords } from '../rules/year.ts'
import { overOrUnder, pounds } from '../words/pence.ts'
import { billWords, underspendSaid } from '../words/risk.ts'
import type { BoardName } from './crumbs.ts'
import { MoneyBars } from './money-bars.tsx'
import { riskCrumbs } from './money-risk-page.tsx'

/** What the page of a statement shows. */
export interface StatementPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly fund: Fund
  readonly statement: YearStatement
  readonly mayReopen: boolean
}

/** The year-end statement of a fund: frozen, one worked statement a partner, adding up to the penny (C6). */
export function StatementPage({ visit, board, fund, statement, mayReopen }: StatementPageProps): JSX.Element {
  const crumbs = [...riskCrumbs(board, fund), { text: 'Who bears what is over', href: fundPaths.step(fund.id, 'risk') }]
  const bills = billsOf(statement)
  const title = statement.reverses === undefined ? 'Year-end statement' : 'Statement taken back'
  return (
    <Page visit={visit} title={title} width="workspace" breadcrumbs={crumbs}>
      <PageHead title={title} caption={`${fund.title}, ${yearInWords(statement.year)}`} lead={statementSentence(statement)} />
      {boardNavigation(board.slug, 'commissioning')}
      <Standing statement={statement} />
      <p class="govuk-body gt-actions">
        <a class="govuk-link" href={moneyPaths.statement(statement.id, 'pdf')}>
          Statement as PDF
        </a>{' '}
        <a class="govuk-link" href={moneyPaths.statement(statement.id, 'csv')}>
          Statement as CSV
        </a>{' '}
        <a class="govuk-link" href={fundPaths.fund(fund.id, statement.year)}>
          The money of {yearInWords(statement.year)}
        </a>{' '}
        {mayReopen && (
          <a class="govuk-link" href={moneyPaths.reopen(statement.id)}>
            Take this statement back and open the year again
          </a>
        )}
      </p>
      <StatementFacts statement={statement} />
      {bills.length > 0 && (
        <Card title="What each partner bears" id="partners">
          <MoneyBars
            id="bills-chart"
            title="What each partner bears"
            bars={bills.map(({ partnerName, pence }) => ({ label: partnerName, said: billWords(pence), pence }))}
          />
          {bills.map(({ partnerName, parts, pence }) => (
            <Fold title={`Statement of ${partnerName}`} note={billWords(pence)} open={bills.length < 4}>
              <DataTable
                caption={`Statement of ${partnerName}, step by step`}
                hideCaption
                narrow="stack"
                columns={[
                  { heading: 'Step', namesNumber: true },
                  { heading: 'What happens' },
                  { heading: 'Clause' },
                  { heading: 'Its part', numeric: true },
                ]}
                rows={[
                  ...parts.map(({ step, pence: part }) => ({
                    cells: [String(step.position), step.words, `${step.clause}. ${step.authority}`, pounds(part)],
                  })),
                  { cells: ['All', `${partnerName} ${billWords(pence)}`, '', pounds(pence)] },
                ]}
              />
            </Fold>
          ))}
        </Card>
      )}
      <Card title="Step by step" id="steps" flush={statement.steps.length > 0}>
        <StatedSteps statement={statement} />
      </Card>
    </Page>
  )
}

/** What a statement says, in a sentence. */
export function statementSentence(statement: YearStatement): string {
  const bills = billsOf(statement)
  const all = bills.map(({ partnerName, pence }) => `${partnerName} ${billWords(pence)}`).join(', ')
  if (bills.length === 0)
    return statement.overspend === 0n
      ? 'The year ended on plan: nobody bears anything.'
      : `The year ended ${overOrUnder(statement.overspend)}.`
  return statement.reverses === undefined ? `The year ended ${overOrUnder(statement.overspend)}: ${all}.` : `Turned round: ${all}.`
}

function Standing({ statement }: { readonly statement: YearStatement }): JSX.Element {
  return (
    <>
      {statement.reverses !== undefined && (
        <div class="govuk-inset-text">
          It takes{' '}
          <a class="govuk-link" href={moneyPaths.settlement(statement.reverses)}>
            an earlier statement
          </a>{' '}
          back: {statement.why}
        </div>
      )}
      {statement.reversedBy !== undefined && (
        <div class="govuk-inset-text">
          This statement was taken back by{' '}
          <a class="govuk-link" href={moneyPaths.settlement(statement.reversedBy)}>
            another
          </a>
          . It no longer holds.
        </div>
      )}
      {underspendSaid[statement.underspend] !== '' && <InsetText text={underspendSaid[statement.underspend]} />}
    </>
  )
}

function StatementFacts({ statement }: { readonly statement: YearStatement }): JSX.Element {
  const { budget, spend, fenced, overspend } = statement
  return (
    <KeyFacts
      facts={[
        { label: 'Budget, as it was at the end', value: pounds(budget) },
        { label: 'Spent, with what was due', value: pounds(spend) },
        ...(fenced === 0n ? [] : [{ label: 'Ring-fenced and not shared', value: overOrUnder(fenced) }]),
        { label: 'Shared', value: overOrUnder(overspend) },
        {
          label: 'By which list',
          value: statement.ruleTitle === '' ? 'None: each bears its own lines, or nothing was over or under' : statement.ruleTitle,
        },
        ...(statement.decision === undefined
          ? []
          : [
              {
                label: 'Decision',
                value: (
                  <a class="govuk-link" href={`/decisions/${statement.decision}`}>
                    The decision that is named
                  </a>
                ),
              },
            ]),
        { label: 'Made on', value: dayInWords(statement.madeOn) },
      ]}
    />
  )
}

function StatedSteps({ statement }: { readonly statement: YearStatement }): JSX.Element {
  if (statement.steps.length === 0) return <p class="govuk-body">No step was needed.</p>
  return (
    <DataTable
      caption="Steps as they were taken"
      hideCaption
      narrow="stack"
      columns={[
        ...[{ heading: 'Step', namesNumber: true }, { heading: 'What happens' }, { heading: 'Clause' }, { heading: 'Authority' }],
        ...[
          { heading: 'Takes', numeric: true },
          { heading: 'Left', numeric: true },
        ],
      ]}
      rows={statement.steps.map(({ position, words, clause, authority, covered, left }) => ({
        cells: [String(position), words, clause, authority, pounds(covered), pounds(left)],
      }))}
    />
  )
}
