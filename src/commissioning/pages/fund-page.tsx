import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { threadAddress } from '#platform/thread/part.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { fundPaths, moneyPaths } from '../money-paths.ts'
import { agreementPaths } from '../paths.ts'
import type { findContractsOfFund } from '../queries/contract-money.ts'
import type { BudgetLine, GivenMoney, RingFence } from '../queries/fund-money.ts'
import type { Fund, FundYear } from '../queries/funds.ts'
import type { PaperMoney } from '../queries/paper-money.ts'
import type { RiskList } from '../queries/risk.ts'
import type { Variation } from '../queries/variations.ts'
import type { DatedLimit, Virement } from '../queries/virements.ts'
import type { LineColumns } from '../rules/line.ts'
import { yearInWords } from '../rules/year.ts'
import { sightWords } from '../words/commissioned-service.ts'
import { fundKindWords, yearStateWords } from '../words/money.ts'
import { ContractsPaid } from './contract-money.tsx'
import { type BoardName, crumbsOf } from './crumbs.ts'
import { MovesTable } from './fund-moves.tsx'
import { FencesAndScheme, GivenTable, LinesTable } from './fund-parts.tsx'
import { YearSummary } from './fund-summary.tsx'
import { PaperMoneyList } from './paper-money-card.tsx'
import { ScenarioLinks } from './scenario-links.tsx'

/** The money of one year. */
export interface YearMoneyView {
  readonly year: FundYear
  /** Months of it that have ended. */
  readonly months: number
  readonly contributions: readonly GivenMoney[]
  readonly lines: readonly { readonly line: BudgetLine; readonly columns: LineColumns }[]
  readonly virements: readonly Virement[]
  readonly variations: readonly Variation[]
  /** The contracts that its lines pay, as far as one may see them. */
  readonly contracts: Awaited<ReturnType<typeof findContractsOfFund>>
  /** What reports name out of its lines. */
  readonly promised: readonly PaperMoney[]
}

/** One fund; `money` undefined: no year of it is planned. */
export interface FundPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly fund: Fund
  readonly years: readonly FundYear[]
  readonly fences: readonly RingFence[]
  readonly limits: readonly DatedLimit[]
  /** What new duties would cost that name money of it, as far as one may see them. */
  readonly scenarios: readonly { readonly id: string; readonly title: string }[]
  readonly mayKeep: boolean
  /** Whether one may say who moves how much. */
  readonly mayScheme: boolean
  /** The list of steps of the year; undefined: none is in force. */
  readonly list: RiskList | undefined
  /** The statement with which the year was closed. */
  readonly statement: string | undefined
  /** Whether the year is over. */
  readonly isOver: boolean
  readonly money: YearMoneyView | undefined
}

/** A fund in a year: who gave, what it is for, spent, committed, foreseen by which method, over or under (C5). */
export function FundPage(props: FundPageProps): JSX.Element {
  const { visit, board, fund, mayKeep, money } = props
  return (
    <Page
      visit={visit}
      title={fund.title}
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: 'Funds', href: fundPaths.ofBoard(board.slug) })}
    >
      <PageHead
        title={fund.title}
        caption={money ? `Fund of ${board.name}, ${yearInWords(money.year.year)}` : `Fund of ${board.name}`}
        lead={fund.purpose}
        status={
          money ? (
            <StatusPill meaning={yearStateWords[money.year.state].meaning}>{yearStateWords[money.year.state].word}</StatusPill>
          ) : undefined
        }
      />
      {boardNavigation(board.slug, 'commissioning')}
      <YearLinks {...props} />
      {money ? (
        <>
          <YearSummary fund={fund} fences={props.fences} money={money} />
          <p class="govuk-body">
            <a class="govuk-link" href={fundPaths.flowOf(fund.id, money.year.year)}>
              Where this money goes
            </a>
          </p>
        </>
      ) : (
        <p class="govuk-body">No year of this fund is planned yet.</p>
      )}
      {mayKeep && <Acts {...props} />}
      {money && (
        <>
          <Card title="Who gives to it" id="given" flush={money.contributions.length > 0}>
            <Folded many={money.contributions.length} one="contribution" isOpen={money.year.state === 'planning'}>
              <GivenTable money={money} fences={props.fences} mayKeep={mayKeep} />
            </Folded>
          </Card>
          <Card title="What it is spent on" id="lines" flush={money.lines.length > 0}>
            <LinesTable money={money} fences={props.fences} />
          </Card>
          <Card
            title="Who bears what is over or under"
            id="risk"
            link={{ text: 'Steps and statements', href: fundPaths.step(fund.id, 'risk') }}
          >
            <RiskWords {...props} year={money.year.year} />
          </Card>
          <Card title="Money that was moved" id="moved" flush={money.virements.length + money.variations.length > 0}>
            <Folded many={money.virements.length + money.variations.length} one="move" isOpen={false}>
              <MovesTable virements={money.virements} variations={money.variations} />
            </Folded>
          </Card>
          {money.contracts.length > 0 && (
            <Card title="Contracts that are paid from it" id="contracts">
              <ContractsPaid contracts={money.contracts} />
            </Card>
          )}
          {money.promised.length > 0 && (
            <Card title="What reports to the board commit" id="promised" flush>
              <Folded many={money.promised.length} one="sum" isOpen={false}>
                <PaperMoneyList money={money.promised} />
              </Folded>
            </Card>
          )}
        </>
      )}
      <Card title="About this fund" id="about" link={{ text: 'Its golden thread', href: threadAddress('fund', fund.id) }}>
        <Fold title="Kind, agreement, who holds it">
          <AboutFund fund={fund} />
        </Fold>
        <p class="govuk-body gt-actions">
          <a class="govuk-link" href={fundPaths.step(fund.id, 'savings')}>
            Savings
          </a>{' '}
          <a class="govuk-link" href={fundPaths.step(fund.id, 'posts')}>
            Joint posts and secondments
          </a>
        </p>
        <ScenarioLinks scenarios={props.scenarios} />
        <Fold title="Money for one purpose only, and who may move how much">
          <FencesAndScheme fences={props.fences} limits={props.limits} />
        </Fold>
      </Card>
    </Page>
  )
}

/** A long table that opens with one press; what is empty says so without one. */
function Folded(props: {
  readonly many: number
  readonly one: string
  readonly isOpen: boolean
  readonly children: Children
}): JSX.Element {
  const { many, one, isOpen, children } = props
  if (many === 0) return <>{children}</>
  return (
    <Fold title={many === 1 ? `One ${one}` : `${many} ${one}s`} open={isOpen}>
      {children}
    </Fold>
  )
}

function AboutFund({ fund }: { readonly fund: Fund }): JSX.Element {
  return (
    <KeyFacts
      facts={[
        { label: 'Kind', value: fundKindWords[fund.kind] },
        {
          label: 'Agreement',
          value:
            fund.agreement === undefined || fund.agreementTitle === '' ? undefined : (
              <a class="govuk-link" href={agreementPaths.agreement(fund.agreement)}>
                {fund.agreementTitle}
              </a>
            ),
        },
        { label: 'Held by', value: fund.hostName },
        { label: 'Pool manager', value: fund.managerName === '' ? 'None named' : fund.managerName },
        ...(fund.sight === 'public' ? [] : [{ label: 'Who may see it', value: sightWords[fund.sight] }]),
      ]}
    />
  )
}

/** By which list the year is settled, and where that can be tried. */
function RiskWords({ fund, list, statement, year }: FundPageProps & { readonly year: number }): JSX.Element {
  const none =
    fund.kind === 'aligned' ? 'The money is aligned: each partner bears its own lines.' : 'No list of steps is in force for this year.'
  return (
    <p class="govuk-body">
      {list === undefined
        ? none
        : `The year is settled by “${list.title}”, in ${list.steps.length === 1 ? 'one step' : `${list.steps.length} steps`}.`}{' '}
      {statement === undefined ? (
        <a class="govuk-link" href={`${fundPaths.step(fund.id, 'simulator')}?year=${year}`}>
          Try what it would cost each partner
        </a>
      ) : (
        <a class="govuk-link" href={moneyPaths.settlement(statement)}>
          Year-end statement
        </a>
      )}
    </p>
  )
}

function YearLinks({ fund, years, money }: FundPageProps): JSX.Element {
  const others = years.filter(({ year }) => year !== money?.year.year)
  return (
    <>
      {others.length > 0 && (
        <p class="govuk-body">
          Other years:{' '}
          {others.map(({ year }) => (
            <>
              <a class="govuk-link" href={fundPaths.fund(fund.id, year)}>
                {yearInWords(year)}
              </a>{' '}
            </>
          ))}
        </p>
      )}
    </>
  )
}

function Acts({ fund, money, mayScheme, isOver }: FundPageProps): JSX.Element {
  const inYear =
    money === undefined
      ? []
      : money.year.state === 'planning'
        ? ([
            ['contributions', 'Add a contribution'],
            ['lines', 'Add a budget line'],
            ['edit', 'Minimum and forecast'],
            ['agree', 'Agree the money of this year'],
            ['ledger', 'Ledger: bring a file, place entries'],
          ] as const)
        : money.year.state === 'closed'
          ? []
          : ([
              ...(isOver ? ([['settle', 'Close this year']] as const) : []),
              ['virements', 'Move money'],
              ['variations', 'Vary what a partner gives'],
              ['ledger', 'Ledger: bring a file, place entries'],
              ['lines', 'Add a budget line'],
              ['edit', 'Minimum and forecast'],
            ] as const)
  const steps = [
    ['years', 'Plan a year'],
    ['ring-fences', 'Add a ring-fence'],
    ...(mayScheme ? ([['limits', 'Say who may move how much']] as const) : []),
    ['edit', 'Change this fund'],
    ...(fund.sight === 'public' ? [] : ([['show', 'Show this fund']] as const)),
  ] as const
  return (
    <p class="govuk-body gt-actions">
      {money &&
        inYear.map(([step, text]) => (
          <>
            <a class="govuk-link" href={fundPaths.year(fund.id, money.year.year, step)}>
              {text}
            </a>{' '}
          </>
        ))}
      {steps.map(([step, text]) => (
        <>
          <a class="govuk-link" href={fundPaths.step(fund.id, step)}>
            {text}
          </a>{' '}
        </>
      ))}
    </p>
  )
}
