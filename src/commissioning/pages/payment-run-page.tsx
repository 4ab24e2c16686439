import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { moneyPaths } from '../money-paths.ts'
import { packagePaths } from '../payment-paths.ts'
import type { PostedPart } from '../queries/contract-money.ts'
import type { CarePackage } from '../queries/packages.ts'
import type { PaymentLine, PaymentRun, RunStatement } from '../queries/payment-runs.ts'
import { totalOf } from '../rules/split.ts'
import { lineReason, runStanding, typedRate, weekWords } from '../words/payment.ts'
import { pounds } from '../words/pence.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'
import { monthOf } from './savings-page.tsx'

interface Common {
  readonly visit: Visit
  readonly board: BoardName
  readonly contract: { readonly id: string; readonly title: string }
  readonly run: PaymentRun
  /** Names of providers by id. */
  readonly names: ReadonlyMap<string, string>
}

const wayTo = ({ board, contract }: Common) =>
  crumbsOf(
    board,
    { text: 'Payment for packages', href: packagePaths.ofBoard(board.slug) },
    { text: contract.title, href: packagePaths.contract(contract.id) },
  )
/** A run of payment: what each provider is paid. */
export function PaymentRunPage(
  props: Common & {
    readonly statements: readonly RunStatement[]
    /** What each partner pays by it; empty for those who neither arrange nor pay. */
    readonly payers: readonly { readonly name: string; readonly packages: number; readonly pence: bigint }[]
    /** What it put into ledgers, as far as one may know. */
    readonly postings: readonly PostedPart[]
    readonly may: { readonly drop: boolean; readonly approve: boolean; readonly post: boolean; readonly takeBack: boolean }
    /** What working the run again comes to; undefined: one may not see what it was worked from. */
    readonly replayed: { readonly matches: boolean } | undefined
  },
): JSX.Element {
  const { visit, contract, run, statements, names, may, replayed } = props
  return (
    <Page visit={visit} title={`Run ${run.number}`} width="workspace" breadcrumbs={wayTo(props)}>
      <PageHead title={`Run ${run.number}`} caption={contract.title} lead={runStanding(run)} />
      {boardNavigation(props.board.slug, 'commissioning')}
      {(may.drop || may.approve || may.post || may.takeBack) && (
        <p class="govuk-body gt-actions">
          {may.approve && (
            <a class="govuk-link" href={packagePaths.runStep(run.id, 'approve')}>
              Approve this run
            </a>
          )}{' '}
          {may.drop && (
            <a class="govuk-link" href={packagePaths.runStep(run.id, 'drop')}>
              Take this run away
            </a>
          )}{' '}
          {may.post && (
            <a class="govuk-link" href={packagePaths.runStep(run.id, 'post')}>
              Put this run into the ledger
            </a>
          )}{' '}
          {may.takeBack && (
            <a class="govuk-link" href={packagePaths.runStep(run.id, 'take-back')}>
              Take this run back as a whole
            </a>
          )}
        </p>
      )}
      {replayed && (
        <p class="govuk-body">
          {replayed.matches
            ? 'Every line of it was worked again just now from its version, minutes and rate: all are the same to the penny.'
            : 'Worked again just now, some of its lines come to another sum. Do not approve it.'}
        </p>
      )}
      {statements.length === 0 ? (
        <p class="govuk-body">What each provider is paid is for those who pay, and for the provider itself.</p>
      ) : (
        <DataTable
          caption="What each provider is paid"
          narrow="stack"
          columns={[{ heading: 'Provider' }, { heading: 'Packages', numeric: true }, { heading: 'Sum', numeric: true }]}
          rows={[
            ...statements.map(({ provider, packages, pence }) => ({
              cells: [
                <a class="govuk-link" href={packagePaths.statement(run.id, provider)}>
                  {names.get(provider) ?? 'A provider'}
                </a>,
                String(packages),
                pounds(pence),
              ],
            })),
            ...(statements.length > 1
              ? [
                  {
                    cells: [
                      'Together',
                      String(statements.reduce((sum, { packages }) => sum + packages, 0)),
                      pounds(statements.reduce((sum, { pence }) => sum + pence, 0n)),
                    ],
                  },
                ]
              : []),
          ]}
        />
      )}
      <Payers {...props} />
      <Ledger {...props} />
    </Page>
  )
}

function Payers({ payers }: { readonly payers: readonly { readonly name: string; readonly packages: number; readonly pence: bigint }[] }) {
  if (payers.length === 0) return null
  return (
    <Card title="Who pays" id="payers" lead="A week in which care moved is split by days, to the penny." flush>
      <DataTable
        caption="What each partner pays"
        hideCaption
        narrow="stack"
        columns={[{ heading: 'Partner' }, { heading: 'Packages', numeric: true }, { heading: 'Sum', numeric: true }]}
        rows={payers.map(({ name, packages, pence }) => ({ cells: [name, String(packages), pounds(pence)] }))}
      />
    </Card>
  )
}

function Ledger({ run, postings, names }: Common & { readonly postings: readonly PostedPart[] }) {
  if (run.approvedOn === null || postings.length === 0) return null
  return (
    <Card
      title="In the ledger"
      id="ledger"
      lead={`Each sum stands in the month in which the care was given; the approval of ${run.approvedOn ? dayInWords(run.approvedOn) : ''} is kept with it. Where the books of that month are closed it stands in the month of the approval. Posted once: what turns out wrong is reversed by a later run.`}
      link={{ text: 'Its golden thread', href: threadAddress('payment-run', run.id) }}
      flush
    >
      <DataTable
        caption="What the run put into ledgers"
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Budget line' },
          { heading: 'Month' },
          { heading: 'Partner' },
          { heading: 'Provider' },
          { heading: 'Paid', numeric: true },
          { heading: 'Taken from what was committed', numeric: true },
        ]}
        rows={postings.map((one) => ({
          cells: [
            lineOf(one),
            one.year === null || one.period === null ? 'None' : monthOf(one.year, one.period),
            one.payerName,
            names.get(one.provider) ?? 'A provider',
            pounds(one.pence),
            pounds(one.released),
          ],
        }))}
      />
    </Card>
  )
}

function lineOf({ line, lineTitle, fundTitle, isPlaced }: PostedPart) {
  if (fundTitle === '') return 'In no ledger: no budget line is known'
  if (line === null || lineTitle === '') return `${fundTitle}: no line of this year is known, it waits to be placed`
  return (
    <>
      <a class="govuk-link" href={moneyPaths.line(line)}>
        {lineTitle}
      </a>
      {isPlaced ? '' : ': few packages, so whoever keeps the books places it'}
    </>
  )
}

/** What one provider is paid by a run, line by line where one may see packages. */
export function StatementPage(
  props: Common & {
    readonly statement: RunStatement
    readonly lines: readonly PaymentLine[]
    readonly packages: ReadonlyMap<string, Pick<CarePackage, 'reference' | 'startsOn'>>
  },
): JSX.Element {
  const { visit, contract, run, statement, lines, names, packages } = props
  const name = names.get(statement.provider) ?? 'A provider'
  return (
    <Page
      visit={visit}
      title={`Statement for ${name}`}
      width="workspace"
      breadcrumbs={[...wayTo(props), { text: `Run ${run.number}`, href: packagePaths.run(run.id) }]}
    >
      <PageHead title={`Statement for ${name}`} caption={`${contract.title}, run ${run.number}`} lead={runStanding(run)} />
      {boardNavigation(props.board.slug, 'commissioning')}
      <p class="govuk-body gt-actions">
        {(['pdf', 'csv'] as const).map((kind) => (
          <>
            <a class="govuk-link" href={packagePaths.statementFile(run.id, statement.provider, kind)} download="">
              {`Download as ${kind.toUpperCase()}`}
            </a>{' '}
          </>
        ))}
      </p>
      <KeyFacts
        facts={[
          { label: 'Sum', value: pounds(statement.pence) },
          { label: 'Packages', value: String(statement.packages) },
          { label: 'Rounding', value: 'A week of a package is rounded to the penny, half up; a rate never is.' },
        ]}
      />
      {lines.length === 0 ? (
        <p class="govuk-body">The packages behind it are for those who arrange or deliver them.</p>
      ) : (
        <PackageLines lines={lines} packages={packages} />
      )}
    </Page>
  )
}

/** The lines of each package, folded: its number and its sum stand outside. */
function PackageLines({
  lines,
  packages,
}: {
  readonly lines: readonly PaymentLine[]
  readonly packages: ReadonlyMap<string, Pick<CarePackage, 'reference' | 'startsOn'>>
}): JSX.Element {
  const shown = [...Map.groupBy(lines, (line) => line.package)].slice(0, 100)
  return (
    <Card
      title="Package by package"
      id="packages"
      lead={shown.length === 100 ? 'The first hundred packages; the files hold all.' : undefined}
      flush
    >
      {shown.map(([id, of]) => (
        <Fold
          title={packages.get(id)?.reference ?? 'A package'}
          note={pounds(totalOf(of.map(({ pence }) => pence)))}
          open={shown.length === 1}
        >
          <DataTable
            caption={`Lines of ${packages.get(id)?.reference ?? 'a package'}`}
            hideCaption
            narrow="stack"
            columns={[
              { heading: 'Week' },
              { heading: 'Why' },
              { heading: 'Minutes', numeric: true },
              { heading: 'Pounds an hour', numeric: true },
              { heading: 'Sum', numeric: true },
            ]}
            rows={of.map((line) => ({
              cells: [
                weekOf(line, packages),
                lineReason(line),
                line.minutes === null ? 'Not by time' : String(line.minutes),
                line.rate === null ? 'Not by time' : typedRate(line.rate),
                pounds(line.pence),
              ],
            }))}
          />
        </Fold>
      ))}
    </Card>
  )
}

function weekOf({ package: of, week }: PaymentLine, packages: ReadonlyMap<string, Pick<CarePackage, 'startsOn'>>): string {
  const known = packages.get(of)
  return known === undefined ? String(week) : weekWords(known.startsOn, week)
}
