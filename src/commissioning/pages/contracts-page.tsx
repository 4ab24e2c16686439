import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatisticTiles } from '#platform/web/components/statistic-tile.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { contractPaths, noticePaths, providerPaths, registerPaths } from '../contract-paths.ts'
import { foreseenPaths } from '../ocds-paths.ts'
import type { Contract } from '../queries/contracts.ts'
import { bindingStates } from '../rules/contract.ts'
import { contractStateWords } from '../words/contract.ts'
import { pounds } from '../words/pence.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** The contracts of a board. */
export interface ContractsPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly contracts: readonly Contract[]
  /** Those that buy no service that is recorded. */
  readonly withoutService: ReadonlySet<string>
  readonly mayAdd: boolean
  readonly mayBring: boolean
  readonly mayImport: boolean
}

/** The register of contracts (C9): who provides what, for how much, until when. */
export function ContractsPage({ visit, board, contracts, withoutService, mayAdd, mayBring, mayImport }: ContractsPageProps): JSX.Element {
  return (
    <Page visit={visit} title="Contracts" width="workspace" breadcrumbs={crumbsOf(board)}>
      <PageHead
        title="Contracts"
        caption={board.name}
        lead="Who provides what for the partners, for how much and until when."
        actions={
          mayAdd && (
            <a class="govuk-button" href={contractPaths.create(board.slug)}>
              Record a contract
            </a>
          )
        }
      />
      {boardNavigation(board.slug, 'commissioning')}
      {contracts.length > 0 && <Tiles contracts={contracts} withoutService={withoutService} today={visit.today} />}
      <Ways board={board} mayBring={mayBring} mayImport={mayImport} isEmpty={contracts.length === 0} />
      {contracts.length === 0 ? (
        <EmptyState
          title="No contracts to show"
          text="Contracts are recorded by the clerk of the board. Everybody sees those that the board has shown."
          action={mayAdd ? { text: 'Record a contract', href: contractPaths.create(board.slug) } : undefined}
        />
      ) : (
        <Register contracts={contracts} withoutService={withoutService} />
      )}
    </Page>
  )
}

/** What belongs to the register. Whoever begins with notices, or with a register of before, finds them while it is empty. */
function Ways({
  board,
  mayBring,
  mayImport,
  isEmpty,
}: Pick<ContractsPageProps, 'board' | 'mayBring' | 'mayImport'> & { readonly isEmpty: boolean }): JSX.Element {
  const link = (href: string, text: string) => (
    <>
      <a class="govuk-link" href={href}>
        {text}
      </a>{' '}
    </>
  )
  return (
    <p class="govuk-body gt-actions">
      {!isEmpty && link(contractPaths.calendar(board.slug), 'Calendar of renewals')}
      {link(providerPaths.ofBoard(board.slug), 'Providers')}
      {mayBring && link(noticePaths.ofBoard(board.slug), 'Notices of buying')}
      {mayBring && link(foreseenPaths.ofBoard(board.slug), 'What is foreseen, as open data')}
      {mayImport && link(registerPaths.ofBoard(board.slug), 'Bring a register')}
      {!isEmpty && (
        <a class="govuk-link" href={contractPaths.csv(board.slug)} download="">
          Download the register as CSV
        </a>
      )}
    </p>
  )
}

function Tiles({
  contracts,
  withoutService,
  today,
}: Pick<ContractsPageProps, 'contracts' | 'withoutService'> & { readonly today: Temporal.PlainDate }) {
  const live = contracts.filter(({ state }) => bindingStates.has(state))
  const ending = live.filter(({ runsUntil }) => runsUntil && Temporal.PlainDate.compare(runsUntil, today.add({ months: 12 })) <= 0)
  const known = live.filter(({ gross }) => gross !== null)
  return (
    <StatisticTiles
      tiles={[
        { label: 'In force', figure: String(live.length), of: `of ${contracts.length} recorded` },
        {
          label: 'Worth, with VAT',
          figure:
            known.length === 0
              ? 'Not known'
              : pounds(known.reduce((sum, { gross }) => sum + (gross ?? 0n), 0n))
                  .replace(/\.\d\d$/, '')
                  .replace(/,(\d)\d\d,\d{3}$/, '.$1m'),
          ...(known.length < live.length ? { context: `The value of ${live.length - known.length} is not known` } : {}),
        },
        { label: 'End within 12 months', figure: String(ending.length), of: 'of those in force' },
        {
          label: 'Without a service',
          figure: String(contracts.filter(({ id }) => withoutService.has(id)).length),
          context: 'Nobody can tell which need they serve',
        },
      ]}
    />
  )
}

function Register({ contracts, withoutService }: Pick<ContractsPageProps, 'contracts' | 'withoutService'>): JSX.Element {
  return (
    <DataTable
      caption="Contracts"
      hideCaption
      narrow="stack"
      columns={[
        { heading: 'Contract' },
        { heading: 'Provider' },
        { heading: 'With VAT', numeric: true },
        { heading: 'Ends' },
        { heading: 'How it stands' },
      ]}
      rows={contracts.map((contract) => ({
        cells: [
          <>
            <a class="govuk-link" href={contractPaths.contract(contract.id)}>
              {contract.title}
            </a>
            {withoutService.has(contract.id) && (
              <>
                {' '}
                <StatusPill meaning="warning">No service</StatusPill>
              </>
            )}
          </>,
          providersInWords(contract),
          contract.gross === null ? 'Not known' : pounds(contract.gross),
          endInWords(contract),
          <ContractStatePill contract={contract} />,
        ],
      }))}
    />
  )
}

/** Who provides, in few words: names without their sub-contractors, or how many. */
export function providersInWords({ providers }: Pick<Contract, 'providers'>): string {
  const names = [...new Set(providers.filter(({ part }) => part !== 'sub-contractor').map(({ name }) => name))]
  if (names.length === 0) return 'Nobody yet'
  return names.length <= 2 ? names.join(' and ') : `${names[0]} and ${names.length - 1} others`
}

/** The last day of a contract, with the extensions that were taken. */
export function endInWords({ runsUntil }: Pick<Contract, 'runsUntil'>): string {
  return runsUntil === undefined ? 'No end' : dayInWords(runsUntil.subtract({ days: 1 }))
}

/** How a contract stands. */
export function ContractStatePill({ contract }: { readonly contract: Pick<Contract, 'state'> }): JSX.Element {
  const { word, meaning } = contractStateWords[contract.state]
  return <StatusPill meaning={meaning}>{word}</StatusPill>
}
