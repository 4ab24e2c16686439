import { csvOf } from '#platform/csv.ts'
import type { DocumentInput } from '#platform/documents/pdf/pack-input.ts'
import { type Block, type Paper, run } from '#platform/paper/tree.ts'
import { dayInWords } from '#platform/time/words.ts'
import { typedPence } from './forms/pence.ts'
import type { ContractMoney } from './queries/contract-money.ts'
import type { CarePackage, Delivery, PackageOutcome } from './queries/packages.ts'
import type { PackageReview } from './queries/pay-facts.ts'
import type { ContractStatement, PaymentLine, PaymentRun, RunStatement } from './queries/payment-runs.ts'
import { totalOf } from './rules/split.ts'
import { yearInWords } from './rules/year.ts'
import { lineReason, outcomeStanding, reviewWords, runStanding, typedRate, weekWords } from './words/payment.ts'
import { pounds, poundsOr } from './words/pence.ts'

/** Whose statement it is, for its head. */
export interface StatementNames {
  readonly contract: string
  readonly board: string
  readonly partnership: string
}

/** A package as a statement names it. */
export type NamedPackage = Pick<CarePackage, 'id' | 'reference' | 'startsOn'>

const rounding = 'A week of a package is rounded to the penny, half up; a rate never is.'
const tree = (blocks: readonly Block[]): Paper => ({ version: 1, blocks })
const paragraph = (text: string): Block => ({ type: 'paragraph', content: [run(text)] })

function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[], sums: number): Block {
  const cells = (values: readonly string[]) => values.map((value) => [run(value)])
  return {
    ...{ type: 'table', headerColumn: true, caption: [run(caption)] },
    align: head.map((_, place) => (place >= head.length - sums ? 'end' : 'start')),
    rows: [cells(head), ...rows.map(cells)],
  }
}

const headOf = ({ board, partnership }: StatementNames, title: string, date: string) => ({
  ...{ partnership: partnership === board ? '' : partnership, board, title, date, place: '', contact: '', label: '' },
  ...{ noticeLines: [], lists: [] },
})

/** What one provider is paid by a run, as a document to be set: sums by package, then every line where one may see packages. */
export function runStatementDocument(
  of: {
    readonly run: PaymentRun
    readonly statement: RunStatement
    readonly provider: string
    readonly lines: readonly PaymentLine[]
    readonly packages: readonly NamedPackage[]
  },
  names: StatementNames,
): DocumentInput {
  const { run: paid, statement, provider, lines, packages } = of
  const known = packages.filter(({ id }) => lines.some((line) => line.package === id))
  const sumOf = (id: string): bigint => totalOf(lines.filter((line) => line.package === id).map(({ pence }) => pence))
  return {
    ...headOf(names, `Payment statement for ${provider}: run ${paid.number}`, `For weeks that ended before ${dayInWords(paid.untilDay)}`),
    facts: [
      ['Contract', names.contract],
      ['Sum', pounds(statement.pence)],
      ['Packages', String(statement.packages)],
      ['Standing', runStanding(paid)],
      ['Rounding', rounding],
    ],
    sections:
      lines.length === 0
        ? [{ number: '', title: 'Packages', tree: tree([paragraph('The packages behind it are for those who arrange or deliver them.')]) }]
        : [
            {
              ...{ number: '', title: 'By package' },
              tree: tree([
                table(
                  'Sums by package',
                  ['Package', 'Sum'],
                  [...known.map(({ id, reference }) => [reference, pounds(sumOf(id))]), ['All', pounds(statement.pence)]],
                  1,
                ),
              ]),
            },
            {
              ...{ number: '', title: 'Line by line' },
              tree: tree(
                known.map(({ id, reference, startsOn }) =>
                  table(
                    `Package ${reference}`,
                    ['Week', 'Why', 'Minutes', 'An hour', 'Sum'],
                    lines.filter((line) => line.package === id).map((line) => lineCells(line, startsOn)),
                    3,
                  ),
                ),
              ),
            },
          ],
  }
}

const lineCells = (line: PaymentLine, startsOn: Temporal.PlainDate): readonly string[] => [
  ...[weekWords(startsOn, line.week), lineReason(line), line.minutes === null ? 'Not by time' : String(line.minutes)],
  ...[line.rate === null ? 'Not by time' : typedRate(line.rate, '£'), pounds(line.pence)],
]

/** The same as CSV: a row a line, where one may see packages; else the sum alone. */
export function runStatementCsv(statement: RunStatement, lines: readonly PaymentLine[], packages: readonly NamedPackage[]): string {
  const heads = ['Package', 'Week', 'Why', 'Reversed', 'Minutes', 'Pounds an hour', 'Pounds', 'Week begins']
  const known = new Map(packages.map((one) => [one.id, one]))
  if (lines.length === 0)
    return csvOf([
      ['Packages', 'Pounds'],
      [String(statement.packages), typedPence(statement.pence)],
    ])
  return csvOf([heads, ...lines.map((line) => csvLine(line, known.get(line.package)))])
}

const csvLine = (line: PaymentLine, of: NamedPackage | undefined): readonly string[] => [
  ...[of?.reference ?? '', String(line.week), lineReason({ ...line, reverses: null }), line.reverses === null ? '' : 'reversed'],
  ...[line.minutes === null ? '' : String(line.minutes), line.rate === null ? '' : typedRate(line.rate), typedPence(line.pence)],
  of?.startsOn.add({ weeks: line.week - 1 }).toString() ?? '',
]

/** What was paid under a contract, as a document to be set: every approved run by provider, and what is committed, paid and left. */
export function contractStatementDocument(
  rows: readonly ContractStatement[],
  money: readonly ContractMoney[],
  providers: ReadonlyMap<string, string>,
  names: StatementNames & { readonly today: Temporal.PlainDate },
): DocumentInput {
  return {
    ...headOf(names, `Payment statement: ${names.contract}`, `As it stands on ${dayInWords(names.today)}`),
    facts: [
      ['Paid by approved runs', pounds(totalOf(rows.map(({ pence }) => pence)))],
      ['Runs', String(new Set(rows.map(({ number }) => number)).size)],
      ['Rounding', rounding],
    ],
    sections: [
      {
        ...{ number: '', title: 'Run by run' },
        tree: tree([
          rows.length === 0
            ? paragraph('Nothing was paid yet that you may know of.')
            : table('Approved runs', contractHeads, contractCells(rows, providers), 2),
        ]),
      },
      ...(money.length === 0
        ? []
        : [
            {
              ...{ number: '', title: 'In the ledger' },
              tree: tree([
                table(
                  'Committed, paid and left',
                  ['Budget line', 'Fund and year', 'Committed', 'Paid', 'Left'],
                  money.map((one) => [
                    ...[one.lineTitle, `${one.fundTitle}, ${yearInWords(one.year)}`, poundsOr(one.committed, 'Not committed')],
                    ...[pounds(one.paid), poundsOr(one.left, 'Not committed')],
                  ]),
                  3,
                ),
              ]),
            },
          ]),
    ],
  }
}

const contractHeads = ['Run', 'For weeks that ended before', 'Approved', 'Provider', 'Packages', 'Sum']
const contractCells = (rows: readonly ContractStatement[], providers: ReadonlyMap<string, string>): readonly (readonly string[])[] => [
  ...rows.map((row) => [
    ...[row.takesBack === null ? String(row.number) : `${row.number}, takes run ${row.takesBack} back`, dayInWords(row.untilDay)],
    ...[dayInWords(row.approvedOn), providers.get(row.provider) ?? 'A provider', String(row.packages), pounds(row.pence)],
  ]),
  ['All', '', '', '', '', pounds(totalOf(rows.map(({ pence }) => pence)))],
]

/** The same as CSV. */
export function contractStatementCsv(rows: readonly ContractStatement[], providers: ReadonlyMap<string, string>): string {
  return csvOf([
    ['Run', 'Takes back run', 'Until day', 'Approved', 'Provider', 'Packages', 'Pounds'],
    ...rows.map((row) => [
      ...[String(row.number), row.takesBack === null ? '' : String(row.takesBack), row.untilDay.toString(), row.approvedOn.toString()],
      ...[providers.get(row.provider) ?? '', String(row.packages), typedPence(row.pence)],
    ]),
  ])
}

/** Everything that a statement of a package rests on. */
export interface PackageParts {
  readonly carePackage: CarePackage
  readonly provider: string
  readonly deliveries: readonly Delivery[]
  readonly outcomes: readonly PackageOutcome[]
  readonly reviews: readonly PackageReview[]
  /** Of approved runs. */
  readonly lines: readonly PaymentLine[]
}

/** What was paid for a package, as a document to be set: week by week, with its outcomes and what was looked at. No person is named. */
export function packageStatementDocument(
  parts: PackageParts,
  names: StatementNames & { readonly today: Temporal.PlainDate },
): DocumentInput {
  const { carePackage, provider, outcomes, reviews, lines } = parts
  const { reference, startsOn, endsOn, agreedMinutes } = carePackage
  const section = (title: string, blocks: readonly Block[]) => ({ number: '', title, tree: tree(blocks) })
  return {
    ...headOf(names, `Payment statement: package ${reference}`, `As it stands on ${dayInWords(names.today)}`),
    facts: [
      ['Contract', names.contract],
      ['Provider', provider],
      ['Days', `${dayInWords(startsOn)} to ${endsOn === null ? 'now' : dayInWords(endsOn.subtract({ days: 1 }))}`],
      ['Minutes a week agreed', String(agreedMinutes)],
      ['Paid so far', pounds(totalOf(lines.map(({ pence }) => pence)))],
      ['Rounding', rounding],
    ],
    sections: [
      section('Week by week', [
        lines.length === 0
          ? paragraph('Nothing was paid yet.')
          : table(
              'Weeks as they were paid',
              ['Week', 'Why', 'Minutes', 'An hour', 'Sum'],
              lines.map((line) => lineCells(line, startsOn)),
              3,
            ),
      ]),
      ...(outcomes.length === 0
        ? []
        : [section('Outcomes', [table('Outcomes', ['Week', 'How it stands', 'Evidence'], outcomes.map(outcomeCells(startsOn)), 0)])]),
      ...(reviews.length === 0
        ? []
        : [
            section('Amounts that were looked at', [
              table(
                'Amounts',
                ['Week', 'What was found', 'Why'],
                reviews.map((one) => [weekWords(startsOn, one.week), reviewWords(one), one.because]),
                0,
              ),
            ]),
          ]),
    ],
  }
}

const outcomeCells =
  (startsOn: Temporal.PlainDate) =>
  (one: PackageOutcome): readonly string[] => [
    weekWords(startsOn, one.week),
    outcomeStanding(one),
    one.evidence === '' ? 'None yet' : one.evidence,
  ]

/** The same as CSV: a row a line. */
export const packageStatementCsv = ({ carePackage, lines }: PackageParts): string =>
  csvOf([
    ['Package', 'Week', 'Why', 'Reversed', 'Minutes', 'Pounds an hour', 'Pounds', 'Week begins'],
    ...lines.map((line) => csvLine(line, carePackage)),
  ])
