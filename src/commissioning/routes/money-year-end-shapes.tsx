import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { closedYear } from '../commands/money-year-end.ts'
import { typedPence } from '../forms/pence.ts'
import { fundPaths, moneyPaths } from '../money-paths.ts'
import { BillsTable, sentenceOf, WorkedSteps } from '../pages/money-simulator-page.tsx'
import { findLedgerFiles, findUnplaced } from '../queries/ledger.ts'
import type { YearStatement } from '../queries/settlements.ts'
import { findYearEnd, type YearEnd } from '../queries/year-end.ts'
import { spanOfYear, yearInWords } from '../rules/year.ts'
import { overOrUnder, pounds, poundsOr } from '../words/pence.ts'
import { problemWords } from '../words/problems.ts'
import { underspendSaid } from '../words/risk.ts'
import type { AskedFund, AskedYear } from './fund-gates.ts'
import { fundCrumbs } from './fund-shapes.ts'
import { decisionField } from './money-risk-shapes.ts'

/** The form that closes a year: the statement as it would be, what stands against it, and what was referred. */
export async function settleShape(asked: AskedYear): Promise<FormShape & { readonly partners: readonly string[] }> {
  const { reader, visit, fund, year } = asked
  const [end, unplaced, files] = await Promise.all([
    findYearEnd(reader, fund, year, visit.today),
    findUnplaced(reader, fund.id, year.year),
    findLedgerFiles(reader, fund.id, year.year),
  ])
  const worked = closedYear(end)
  const codes = [
    ...(year.state === 'agreed' ? [] : ['year-not-agreed']),
    ...(Temporal.PlainDate.compare(visit.today, spanOfYear(year.year).until) < 0 ? ['year-not-over'] : []),
    ...(unplaced.length > 0 ? ['settlement-all-placed'] : []),
    ...('because' in worked ? [worked.because.code] : []),
  ]
  const partners = 'because' in worked ? [] : worked.partners
  const left = 'because' in worked ? 0n : worked.left
  const referred = end.list?.steps.find(({ kind }) => kind === 'refer')?.referTo ?? null
  return {
    partners,
    title: `Close ${yearInWords(year.year)}`,
    caption: fund.title,
    lead: `The year is settled by its list of steps. The statement is frozen, one worked statement for each partner.${waitingWords(files.filter(({ loadedAt }) => loadedAt === null).length)}`,
    breadcrumbs: fundCrumbs(asked),
    above: (
      <Preview
        codes={codes}
        worked={worked}
        end={end}
        carryTo={year.state === 'agreed' ? fundPaths.year(fund.id, year.year, 'virements') : undefined}
      />
    ),
    groups: [
      {
        fields: [{ kind: 'tick', name: 'complete', label: 'The ledger of this year is complete: everything that was due stands in it' }],
      },
      ...(left === 0n
        ? []
        : [
            {
              heading: `${pounds(left < 0n ? -left : left)} is shared by decision`,
              fields: [
                await decisionField(reader, referred?.id ?? fund.body, {
                  ...{ today: visit.today, year: year.year },
                  label: `By which decision${referred === null ? ' of the board' : ` of ${referred.name}`}?`,
                }),
                ...partners.map(
                  (partner): FieldSpec => ({
                    ...{ kind: 'short', name: `part-${partner}`, label: `What ${end.nameOf.get(partner) ?? ''} bears of it` },
                    hint: left < 0n ? 'In pounds, with a minus: it gets that much back' : 'In pounds',
                  }),
                ),
              ],
            },
          ]),
    ],
    submit: 'Close the year',
    first: {},
    version: year.version,
    closed: codes.length > 0,
    warning: 'A closed year takes no entry and no move. It is opened again only by taking the statement back.',
    cancel: fundPaths.fund(fund.id, year.year),
  }
}

/** That files were brought and not loaded, which a person looks at before the ledger is called complete. */
const waitingWords = (files: number): string =>
  files === 0
    ? ''
    : ` ${files === 1 ? 'One file of the ledger was' : `${files} files of the ledger were`} brought and never loaded: load or take away what belongs here first.`

interface PreviewProps {
  readonly codes: readonly string[]
  readonly worked: ReturnType<typeof closedYear>
  readonly end: YearEnd
  /** Where money is carried forward; undefined: the year takes no move. */
  readonly carryTo: string | undefined
}

/** The statement as it would be, and what stands against it. */
function Preview({ codes, worked, end, carryTo }: PreviewProps): JSX.Element {
  const silent = end.lines.filter(({ columns }) => columns.spent === null).map(({ line }) => line.title)
  const under = end.lines.filter(({ columns }) => columns.revised !== null && (columns.spent ?? 0n) < columns.revised)
  return (
    <>
      {codes.length > 0 && (
        <>
          <p class="govuk-body">Before this year can be closed:</p>
          <ul class="govuk-list govuk-list--bullet">
            {codes.map((code) => (
              <li>{problemWords({ field: '', code })}</li>
            ))}
          </ul>
        </>
      )}
      {!('because' in worked) && (
        <>
          <p class="govuk-body">
            <strong>{sentenceOf(worked, end.nameOf)}</strong> {underspendSaid[worked.underspend]}
          </p>
          {worked.outturn.fenced !== 0n && (
            <p class="govuk-body">{`Ring-fenced money is ${overOrUnder(worked.outturn.fenced)}. It stays with its purpose: carry it forward.`}</p>
          )}
          <BillsTable worked={worked} nameOf={end.nameOf} />
          <WorkedSteps worked={worked} nameOf={end.nameOf} />
        </>
      )}
      {silent.length > 0 && (
        <p class="govuk-body">{`Nothing is recorded as spent on: ${silent.join(', ')}. When you close the year, that is nothing spent.`}</p>
      )}
      {under.length > 0 && carryTo !== undefined && <Under lines={under} carryTo={carryTo} />}
    </>
  )
}

/** What is left on lines, each with the way to the form that carries it forward, filled in. */
function Under({ lines, carryTo }: { readonly lines: YearEnd['lines']; readonly carryTo: string }): JSX.Element {
  return (
    <>
      <p class="govuk-body">
        {`${lines.length === 1 ? 'One line is' : `${lines.length} lines are`} under. What is to be spent next year is carried forward by a move into the next year, with authority, before the year is closed:`}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {lines.map(({ line, columns }) => {
          const left = (columns.revised ?? 0n) - (columns.spent ?? 0n)
          return (
            <li>
              <a class="govuk-link" href={`${carryTo}?${new URLSearchParams({ line: line.id, pence: String(left) })}`}>
                {`Carry forward ${pounds(left)} of ${line.title}`}
              </a>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** The form that takes a statement back. */
export async function reopenShape(asked: AskedFund & { readonly statement: YearStatement }): Promise<FormShape> {
  const { reader, visit, fund, statement } = asked
  const isStanding = statement.reverses === undefined && statement.reversedBy === undefined
  return {
    title: 'Take this statement back',
    caption: `${fund.title}, ${yearInWords(statement.year)}`,
    lead: isStanding
      ? 'A second statement turns every sign of this one. Both stay on record, and the year is open again.'
      : 'This statement does not stand any more, so that there is nothing to take back.',
    breadcrumbs: fundCrumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'why', label: 'What was wrong?' },
          await decisionField(reader, fund.body, { today: visit.today, year: statement.year }),
        ],
      },
    ],
    submit: 'Take it back',
    look: 'warning',
    first: {},
    closed: !isStanding,
    warning: `${poundsOr(statement.overspend < 0n ? -statement.overspend : statement.overspend)} that was settled is open again.`,
    cancel: moneyPaths.settlement(statement.id),
  }
}

/** The fields of the simulator: the whole fund, or four lines. */
export function trialFields(lines: readonly { readonly id: string; readonly title: string; readonly variance: bigint | null }[]): {
  readonly fields: readonly FieldSpec[]
  readonly more: readonly FieldSpec[]
} {
  const options = lines.map(({ id, title, variance }) => ({
    value: id,
    text: `${title}: ${variance === null ? 'nothing foreseen' : `foreseen ${overOrUnder(variance)}`}`,
  }))
  return {
    fields: [
      {
        ...{ kind: 'short', name: 'whole', label: 'How much is the whole fund over or under?' },
        hint: 'In pounds: 1,000 is over, -1,000 is under. Leave empty for what is foreseen',
      },
    ],
    more: [1, 2, 3, 4].flatMap((place): FieldSpec[] => [
      { kind: 'select', name: `line${place}`, label: `Line ${place}`, none: 'No line', options },
      {
        kind: 'short',
        name: `sum${place}`,
        label: 'Over or under',
        hint: `In pounds, such as ${typedPence(100_000n)} or ${typedPence(-100_000n)}`,
      },
    ]),
  }
}
