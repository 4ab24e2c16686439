import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { InsetText } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { fundPaths, moneyPaths } from '../money-paths.ts'
import type { Fund } from '../queries/funds.ts'
import type { RiskList } from '../queries/risk.ts'
import type { StatementLine } from '../queries/settlements.ts'
import { stepKinds } from '../rules/risk-list.ts'
import { yearInWords } from '../rules/year.ts'
import { overOrUnder } from '../words/pence.ts'
import { conditionWords, listedWords, stepKindWords, underspendWords } from '../words/risk.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

interface Props {
  readonly visit: Visit
  readonly board: BoardName
  readonly fund: Fund
  readonly nameOf: ReadonlyMap<string, string>
  readonly mayKeep: boolean
}

/** The way to what shares the risk of a fund. */
export const riskCrumbs = (board: BoardName, fund: Pick<Fund, 'id' | 'title'>) =>
  crumbsOf(board, { text: 'Funds', href: fundPaths.ofBoard(board.slug) }, { text: fund.title, href: fundPaths.fund(fund.id) })

/** How the risk of a fund is shared: its lists of steps by year, what can be tried, and its statements (C6). */
export function RiskPage(
  props: Props & { readonly lists: readonly RiskList[]; readonly statements: readonly StatementLine[]; readonly hasYears: boolean },
): JSX.Element {
  const { visit, board, fund, nameOf, mayKeep, lists, statements, hasYears } = props
  const none =
    fund.kind === 'aligned'
      ? 'No list of steps is recorded. The money is aligned: each partner bears its own lines.'
      : 'No list of steps is recorded.'
  return (
    <Page visit={visit} title="Who bears what is over" width="workspace" breadcrumbs={riskCrumbs(board, fund)}>
      <PageHead
        title="Who bears what is over"
        caption={fund.title}
        lead="What happens where a year spends more or less than was given: steps, taken in their order, each with its clause and its authority."
      />
      {boardNavigation(board.slug, 'commissioning')}
      <p class="govuk-body gt-actions">
        {hasYears && (
          <a class="govuk-link" href={fundPaths.step(fund.id, 'simulator')}>
            Try what a year end would cost each partner
          </a>
        )}{' '}
        {mayKeep && (
          <a class="govuk-link" href={fundPaths.step(fund.id, 'risk/new')}>
            Begin a list of steps
          </a>
        )}
      </p>
      {lists.length === 0 && <p class="govuk-body">{none}</p>}
      {lists.map((list) => (
        <Card
          title={`${list.title}, ${yearsWords(list)}`}
          id={`list-${list.id}`}
          link={mayKeep ? { text: 'Open', href: moneyPaths.rule(list.id) } : undefined}
        >
          <ListState list={list} />
          <StepsTable list={list} nameOf={nameOf} />
          <Underspend list={list} />
        </Card>
      ))}
      <Card title="Year-end statements" id="statements" flush={statements.length > 0}>
        <Statements statements={statements} />
      </Card>
    </Page>
  )
}

/** In which years a list holds. */
export function yearsWords({ firstYear, lastYear }: Pick<RiskList, 'firstYear' | 'lastYear'>): string {
  if (lastYear === undefined) return `from ${yearInWords(firstYear)}`
  return lastYear === firstYear ? yearInWords(firstYear) : `${yearInWords(firstYear)} to ${yearInWords(lastYear)}`
}

function ListState({ list }: { readonly list: RiskList }): JSX.Element {
  return (
    <p class="govuk-body">
      <StatusPill meaning={list.inForceOn === undefined ? 'draft' : 'good'}>
        {list.inForceOn === undefined ? 'Draft' : 'In force'}
      </StatusPill>{' '}
      {list.inForceOn === undefined ? 'No year is settled by it yet.' : `It stands since ${dayInWords(list.inForceOn)}.`}
    </p>
  )
}

function Underspend({ list }: { readonly list: RiskList }): JSX.Element {
  const clause = list.underspendClause === '' ? 'It is assumed to mirror an overspend' : list.underspendClause
  return <p class="govuk-body">{`Where a year is under: ${underspendWords[list.underspend].toLowerCase()}. ${clause}.`}</p>
}

/** The steps of a list, in words. */
export function StepsTable({ list, nameOf }: { readonly list: RiskList; readonly nameOf: ReadonlyMap<string, string> }): JSX.Element {
  if (list.steps.length === 0) return <p class="govuk-body">It has no step yet.</p>
  return (
    <DataTable
      caption={`Steps of ${list.title}`}
      hideCaption
      narrow="stack"
      columns={[
        { heading: 'Step', namesNumber: true },
        { heading: 'When' },
        { heading: 'What happens' },
        { heading: 'Clause' },
        { heading: 'By whose authority' },
      ]}
      rows={list.steps.map((step, place) => ({
        cells: [String(place + 1), conditionWords(step.above, place), listedWords(step, nameOf), step.clause, step.authority],
      }))}
    />
  )
}

function Statements({ statements }: { readonly statements: readonly StatementLine[] }): JSX.Element {
  if (statements.length === 0) return <p class="govuk-body">No year of this fund is closed.</p>
  const standing = ({ reverses, reversedBy }: StatementLine): string =>
    reverses !== undefined ? 'Takes another back' : reversedBy === undefined ? 'Stands' : 'Was taken back'
  return (
    <DataTable
      caption="Year-end statements"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Year' }, { heading: 'Shared' }, { heading: 'Made on' }, { heading: 'How it stands' }]}
      rows={statements.map((one) => ({
        cells: [
          <a class="govuk-link" href={moneyPaths.settlement(one.id)}>
            {yearInWords(one.year)}
          </a>,
          one.reverses === undefined ? overOrUnder(one.overspend) : overOrUnder(-one.overspend),
          dayInWords(one.madeOn),
          standing(one),
        ],
      }))}
    />
  )
}

/** One list: its steps, and for those who keep the books what can be done with it. */
export function RiskListPage(props: Props & { readonly list: RiskList; readonly hasPartners: boolean }): JSX.Element {
  const { visit, board, fund, nameOf, mayKeep, list, hasPartners } = props
  const crumbs = [...riskCrumbs(board, fund), { text: 'Who bears what is over', href: fundPaths.step(fund.id, 'risk') }]
  const isDraft = list.inForceOn === undefined
  return (
    <Page visit={visit} title={list.title} width="workspace" breadcrumbs={crumbs}>
      <PageHead title={list.title} caption={`${fund.title}, ${yearsWords(list)}`} />
      {boardNavigation(board.slug, 'commissioning')}
      <ListState list={list} />
      <StepsTable list={list} nameOf={nameOf} />
      <Underspend list={list} />
      {mayKeep && isDraft && !hasPartners && (
        <InsetText
          text={`Nobody is recorded as giving in ${yearInWords(list.firstYear)}. Record contributions first, so that steps can name partners.`}
        />
      )}
      {mayKeep && isDraft && hasPartners && <DraftActs visit={visit} list={list} />}
      {mayKeep && isDraft && (
        <p class="govuk-body">
          <a class="govuk-link" href={moneyPaths.ruleStep(list.id, 'drop')}>
            Take this draft away
          </a>
        </p>
      )}
      {mayKeep && !isDraft && (
        <p class="govuk-body">
          <a class="govuk-link" href={moneyPaths.ruleStep(list.id, 'end')}>
            Say with which year it ends
          </a>
        </p>
      )}
    </Page>
  )
}

function DraftActs({ visit, list }: { readonly visit: Visit; readonly list: RiskList }): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m">{list.steps.length === 0 ? 'Add the first step' : `Add step ${list.steps.length + 1}`}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {stepKinds
          .toSorted((one, other) => Object.keys(stepKindWords).indexOf(one) - Object.keys(stepKindWords).indexOf(other))
          .map((kind) => (
            <li>
              <a class="govuk-link" href={`${moneyPaths.ruleStep(list.id, 'steps')}?kind=${kind}`}>
                {stepKindWords[kind]}
              </a>
            </li>
          ))}
      </ul>
      {list.steps.length > 0 && (
        <>
          <PostButton visit={visit} action={moneyPaths.ruleStep(list.id, 'drop-step')} text={`Take step ${list.steps.length} away`} />
          <p class="govuk-body">
            <a class="govuk-button" href={moneyPaths.ruleStep(list.id, 'force')}>
              Put it in force
            </a>
          </p>
        </>
      )}
    </>
  )
}
