import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { packagePaths } from '../payment-paths.ts'
import type { PaymentLine, PaymentRun, RunStatement } from '../queries/payment-runs.ts'
import { reasonWords, typedRate } from '../words/payment.ts'
import { pounds } from '../words/pence.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

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
const standing = ({ untilDay, approvedOn }: PaymentRun): string =>
  `For weeks that ended before ${dayInWords(untilDay)}. ${approvedOn === null ? 'It waits for approval by somebody who neither made it nor entered anything in it.' : `Approved ${dayInWords(approvedOn)}; it stands.`}`

/** A run of payment: what each provider is paid. */
export function PaymentRunPage(
  props: Common & {
    readonly statements: readonly RunStatement[]
    readonly may: { readonly drop: boolean; readonly approve: boolean }
    /** What working the run again comes to; undefined: one may not see what it was worked from. */
    readonly replayed: { readonly matches: boolean } | undefined
  },
): JSX.Element {
  const { visit, contract, run, statements, names, may, replayed } = props
  return (
    <Page visit={visit} title={`Run ${run.number}`} width="workspace" breadcrumbs={wayTo(props)}>
      <PageHead title={`Run ${run.number}`} caption={contract.title} lead={standing(run)} />
      {(may.drop || may.approve) && (
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
    </Page>
  )
}

/** What one provider is paid by a run, line by line where one may see packages. */
export function StatementPage(
  props: Common & {
    readonly statement: RunStatement
    readonly lines: readonly PaymentLine[]
    /** Numbers of packages by id. */
    readonly references: ReadonlyMap<string, string>
  },
): JSX.Element {
  const { visit, contract, run, statement, lines, names, references } = props
  const name = names.get(statement.provider) ?? 'A provider'
  return (
    <Page
      visit={visit}
      title={`Statement for ${name}`}
      width="workspace"
      breadcrumbs={[...wayTo(props), { text: `Run ${run.number}`, href: packagePaths.run(run.id) }]}
    >
      <PageHead title={`Statement for ${name}`} caption={`${contract.title}, run ${run.number}`} lead={standing(run)} />
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
        <>
          <p class="govuk-body">
            <a class="govuk-link" href={packagePaths.statementCsv(run.id, statement.provider)} download="">
              Download the statement as CSV
            </a>
          </p>
          <DataTable
            caption={lines.length > 300 ? 'The first 300 lines; the file holds all' : 'Its lines'}
            narrow="scroll"
            columns={[
              { heading: 'Package' },
              { heading: 'Week', numeric: true },
              { heading: 'Why' },
              { heading: 'Minutes', numeric: true },
              { heading: 'Pounds an hour', numeric: true },
              { heading: 'Sum', numeric: true },
            ]}
            rows={lines.slice(0, 300).map((line) => ({
              cells: [
                references.get(line.package) ?? '',
                String(line.week),
                `${line.reverses === null ? '' : 'Reversed: '}${reasonWords[line.reason]}`,
                line.minutes === null ? 'Not by time' : String(line.minutes),
                line.rate === null ? 'Not by time' : typedRate(line.rate),
                pounds(line.pence),
              ],
            }))}
          />
        </>
      )}
    </Page>
  )
}
