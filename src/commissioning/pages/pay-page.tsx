import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { packagePaths, paymentModelPaths } from '../payment-paths.ts'
import type { ContractMoney } from '../queries/contract-money.ts'
import type { CarePackage, PaymentMechanism } from '../queries/packages.ts'
import type { PaymentRun, RunSum } from '../queries/payment-runs.ts'
import { conditionsWords, termsWords } from '../words/payment.ts'
import { pounds } from '../words/pence.ts'
import { ContractMoneyTable } from './contract-money.tsx'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** The contracts of a board whose packages are paid by a mechanism. */
export function PaidContractsPage(props: {
  readonly visit: Visit
  readonly board: BoardName
  readonly contracts: readonly { readonly id: string; readonly title: string; readonly isPaid: boolean }[]
}): JSX.Element {
  const { visit, board, contracts } = props
  return (
    <Page visit={visit} title="Payment for packages" width="workspace" breadcrumbs={crumbsOf(board)}>
      <PageHead
        title="Payment for packages"
        caption={board.name}
        lead="How packages of care are paid under each contract. Packages are numbers; sums of few packages are hidden."
      />
      {boardNavigation(board.slug, 'commissioning')}
      {contracts.length === 0 ? (
        <EmptyState title="No contract" text="There is no contract whose payment you may see." />
      ) : (
        <DataTable
          caption="Contracts"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Contract' }, { heading: 'How it stands' }]}
          rows={contracts.map(({ id, title, isPaid }) => ({
            cells: [
              <a class="govuk-link" href={packagePaths.contract(id)}>
                {title}
              </a>,
              isPaid ? 'Paid by a mechanism' : 'Nothing is said yet',
            ],
          }))}
        />
      )}
    </Page>
  )
}

/** Payment under one contract. */
export interface PayPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly contract: { readonly id: string; readonly title: string }
  readonly mechanisms: readonly PaymentMechanism[]
  readonly packages: readonly CarePackage[]
  readonly runs: readonly PaymentRun[]
  readonly sums: readonly RunSum[]
  /** Committed, paid and left by budget line, as far as one may know. */
  readonly money: readonly ContractMoney[]
  readonly may: { readonly terms: boolean; readonly packages: boolean; readonly approve: boolean }
  /** Whether one sees runs with what each provider is paid. */
  readonly seesRuns: boolean
}

/** How the packages of a contract are paid, and what was paid (C10). */
export function PayPage(props: PayPageProps): JSX.Element {
  const { visit, board, contract, mechanisms, packages, may } = props
  const acts = [
    ...(may.terms ? ([['terms', mechanisms.length === 0 ? 'Say how packages are paid' : 'Write another version']] as const) : []),
    ...(may.packages && mechanisms.length > 0
      ? ([
          ['packages', 'Begin a package'],
          ['runs', 'Prepare a run of payment'],
          ['reviews', 'Amounts to be looked at'],
        ] as const)
      : []),
    ...(props.seesRuns && props.runs.some(({ approvedOn }) => approvedOn !== null)
      ? ([['statement', 'Statement of the contract']] as const)
      : []),
  ]
  return (
    <Page
      visit={visit}
      title="Payment for packages"
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: 'Payment for packages', href: packagePaths.ofBoard(board.slug) })}
    >
      <PageHead title="Payment for packages" caption={contract.title} />
      {boardNavigation(board.slug, 'commissioning')}
      {acts.length > 0 && (
        <p class="govuk-body gt-actions">
          {acts.map(([step, text]) => (
            <>
              <a class="govuk-link" href={packagePaths.step(contract.id, step)}>
                {text}
              </a>{' '}
            </>
          ))}
        </p>
      )}
      <Card title="How packages are paid" id="terms" flush={mechanisms.length > 0}>
        {mechanisms.length === 0 ? (
          <p class="govuk-body">Nothing is said yet.</p>
        ) : (
          mechanisms.map((one, place) => <Version one={one} open={place === 0 && props.runs.length === 0} />)
        )}
      </Card>
      <Runs {...props} />
      {props.money.length > 0 && (
        <Card title="Committed, paid and left" id="money" lead="As it stands in the ledger of each fund." flush>
          <ContractMoneyTable money={props.money} by="line" />
        </Card>
      )}
      {(packages.length > 0 || may.packages) && (
        <Card title="Packages" id="packages" flush={packages.length > 0} lead="You see them because you arrange or deliver them.">
          {packages.length === 0 ? <p class="govuk-body">None yet.</p> : <Packages packages={packages} />}
        </Card>
      )}
    </Page>
  )
}

function Version({ one, open }: { readonly one: PaymentMechanism; readonly open: boolean }): JSX.Element {
  return (
    <Fold title={`Version ${one.number}: ${one.title}`} note={`packages that begin from ${dayInWords(one.startsOn)}`} open={open}>
      <KeyFacts
        facts={[
          { label: 'What is paid', value: termsWords(one.terms) },
          { label: 'What counts as an outcome', value: one.outcome },
          { label: 'Confirmed by', value: one.evidence },
          ...conditionsWords(one.conditions).map(([label, value]) => ({ label, value })),
          ...(one.model === undefined
            ? []
            : [
                {
                  label: 'Chosen by',
                  value: (
                    <a class="govuk-link" href={paymentModelPaths.model(one.model)}>
                      A model of payment
                    </a>
                  ),
                },
              ]),
        ]}
      />
    </Fold>
  )
}

function Runs({ runs, sums, seesRuns }: PayPageProps): JSX.Element {
  const known = new Map(sums.map((sum) => [sum.run, sum]))
  if (runs.length === 0)
    return (
      <Card title="Runs of payment" id="runs">
        <p class="govuk-body">Nothing was paid yet.</p>
      </Card>
    )
  return (
    <Card title="Runs of payment" id="runs" flush>
      <DataTable
        caption="Runs of payment"
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Run' },
          { heading: 'For weeks that ended before' },
          { heading: 'How it stands' },
          { heading: 'Packages', numeric: true },
          { heading: 'Sum', numeric: true },
        ]}
        rows={runs.map(({ id, number, untilDay, approvedOn }) => {
          const sum = known.get(id)
          const hidden = approvedOn === null ? 'Once it is approved' : sum === undefined ? 'Not said here' : 'Hidden: too few packages'
          return {
            cells: [
              seesRuns ? (
                <a class="govuk-link" href={packagePaths.run(id)}>
                  {`Run ${number}`}
                </a>
              ) : (
                `Run ${number}`
              ),
              dayInWords(untilDay),
              approvedOn === null ? 'Waits for approval' : `Approved ${dayInWords(approvedOn)}`,
              sum?.packages === null || sum?.packages === undefined ? hidden : String(sum.packages),
              sum?.pence === null || sum?.pence === undefined ? hidden : pounds(sum.pence),
            ],
          }
        })}
      />
    </Card>
  )
}

function Packages({ packages }: { readonly packages: readonly CarePackage[] }): JSX.Element {
  return (
    <DataTable
      caption="Packages"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Number' }, { heading: 'Began' }, { heading: 'Ended' }, { heading: 'Minutes a week agreed', numeric: true }]}
      rows={packages.slice(0, 200).map(({ id, reference, startsOn, endsOn, agreedMinutes }) => ({
        cells: [
          <a class="govuk-link" href={packagePaths.package(id)}>
            {reference}
          </a>,
          dayInWords(startsOn),
          endsOn === null ? 'Goes on' : dayInWords(endsOn),
          String(agreedMinutes),
        ],
      }))}
    />
  )
}
