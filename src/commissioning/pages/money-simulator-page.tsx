import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DrawnField, type FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { fundPaths } from '../money-paths.ts'
import type { Fund } from '../queries/funds.ts'
import { yearInWords } from '../rules/year.ts'
import type { WorkedYear } from '../rules/year-end.ts'
import { overOrUnder, pounds } from '../words/pence.ts'
import { billWords, conditionWords, settledWords, stepWords, underspendSaid } from '../words/risk.ts'
import type { BoardName } from './crumbs.ts'
import { MoneyBars } from './money-bars.tsx'
import { riskCrumbs } from './money-risk-page.tsx'

/** What the simulator shows. */
export interface SimulatorPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly fund: Fund
  readonly year: number
  readonly years: readonly number[]
  readonly fields: readonly FieldSpec[]
  readonly more: readonly FieldSpec[]
  readonly form: FormState
  /** A sentence where nothing can be settled. */
  readonly because: string | undefined
  readonly worked: WorkedYear | undefined
  readonly listTitle: string
  /** Lines of which nothing is foreseen, counted as on plan. */
  readonly onPlan: number
  readonly nameOf: ReadonlyMap<string, string>
}

/** Try what a year end would cost each partner, step by step; nothing is stored (C6). */
export function SimulatorPage(props: SimulatorPageProps): JSX.Element {
  const { visit, board, fund, year, fields, more, form, worked, because } = props
  const crumbs = [...riskCrumbs(board, fund), { text: 'Who bears what is over', href: fundPaths.step(fund.id, 'risk') }]
  return (
    <Page visit={visit} title="Try a year end" width="workspace" breadcrumbs={crumbs} problems={form.problems}>
      <PageHead
        title="Try a year end"
        caption={`${fund.title}, ${yearInWords(year)}`}
        lead="Say what would be over or under, and see each partner’s bill, step by step. Nothing that you try here is stored."
      />
      {boardNavigation(board.slug, 'commissioning')}
      <form method="get" action={fundPaths.step(fund.id, 'simulator')} novalidate>
        <input type="hidden" name="year" value={String(year)} />
        {fields.map((field) => (
          <DrawnField field={field} form={form} />
        ))}
        <details class="govuk-details" open={more.some(({ name }) => form.value(name) !== '')}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Or try single lines; the others stay as foreseen</span>
          </summary>
          <div class="govuk-details__text">
            {more.map((field) => (
              <DrawnField field={field} form={form} />
            ))}
          </div>
        </details>
        <Button text="Show each partner’s bill" />
      </form>
      {because !== undefined && <p class="govuk-body">{because}</p>}
      {worked && <Answer {...props} worked={worked} />}
    </Page>
  )
}

function Answer({ worked, nameOf, onPlan, listTitle }: SimulatorPageProps & { readonly worked: WorkedYear }): JSX.Element {
  const { overspend, fenced } = worked.outturn
  return (
    <Card title="Each partner’s bill" id="bills">
      <p class="govuk-body">
        <strong>{sentenceOf(worked, nameOf)}</strong>
      </p>
      <p class="govuk-body">
        {worked.isAligned
          ? 'The money is aligned: each partner keeps its own risk.'
          : `By ${listTitle === '' ? 'no list' : `“${listTitle}”`}.`}{' '}
        {underspendSaid[worked.underspend]}{' '}
        {fenced === 0n ? '' : `${pounds(-fenced)} of ring-fenced money would be left; it stays with its purpose and is not shared. `}
        {onPlan === 0
          ? ''
          : `${onPlan === 1 ? 'Of one line nothing is foreseen: it counts' : `Of ${onPlan} lines nothing is foreseen: they count`} as on plan.`}
      </p>
      <MoneyBars
        id="bills-chart"
        title="What each partner would bear"
        bars={worked.partners.map((partner, place) => ({
          ...{ label: nameOf.get(partner) ?? '', said: billWords(worked.shares[place] ?? 0n), pence: worked.shares[place] ?? 0n },
        }))}
      />
      <BillsTable worked={worked} nameOf={nameOf} />
      {overspend !== 0n && <WorkedSteps worked={worked} nameOf={nameOf} />}
    </Card>
  )
}

/** What a settlement comes to, in a sentence. */
export function sentenceOf(worked: WorkedYear, nameOf: ReadonlyMap<string, string>): string {
  const { overspend } = worked.outturn
  if (overspend === 0n && worked.shares.every((share) => share === 0n)) return 'The year ends on plan: nobody bears anything.'
  const bills = worked.partners.map((partner, place) => `${nameOf.get(partner) ?? ''} ${billWords(worked.shares[place] ?? 0n)}`).join(', ')
  const elsewhere = worked.fromElsewhere === 0n ? '' : ` ${pounds(worked.fromElsewhere)} comes from lines or the risk pool.`
  const rest =
    worked.left === 0n
      ? ''
      : ` ${pounds(worked.left < 0n ? -worked.left : worked.left)} waits for a decision${worked.referredTo === null ? ' of the board: the list ends before it' : ` of ${worked.referredTo}`}.`
  return `The year ends ${overOrUnder(overspend)}: ${bills}.${elsewhere}${rest}`
}

/** The bill of each partner, with its foot. */
export function BillsTable({ worked, nameOf }: { readonly worked: WorkedYear; readonly nameOf: ReadonlyMap<string, string> }): JSX.Element {
  const sum = worked.shares.reduce((total, share) => total + share, 0n)
  const rows = worked.partners.map((partner, place) => [nameOf.get(partner) ?? '', pounds(worked.shares[place] ?? 0n)])
  const elsewhere = worked.fromElsewhere === 0n ? [] : [['From lines and the risk pool', pounds(worked.fromElsewhere)]]
  const rest = worked.left === 0n ? [] : [['Waits for a decision', pounds(worked.left)]]
  return (
    <DataTable
      caption="Bills, adding up to what is over or under"
      columns={[{ heading: 'Who' }, { heading: 'Bears', numeric: true }]}
      rows={[...rows, ...elsewhere, ...rest, ['Together', pounds(sum + worked.fromElsewhere + worked.left)]].map((cells) => ({ cells }))}
    />
  )
}

/** Every step in words with its clause, its authority, and each partner’s part. */
export function WorkedSteps({
  worked,
  nameOf,
}: {
  readonly worked: WorkedYear
  readonly nameOf: ReadonlyMap<string, string>
}): JSX.Element {
  const reached = worked.steps.length
  return (
    <DataTable
      caption="Step by step"
      narrow="stack"
      columns={[
        ...[{ heading: 'Step', namesNumber: true }, { heading: 'When' }, { heading: 'What happens' }, { heading: 'Clause and authority' }],
        ...[
          { heading: 'Takes', numeric: true },
          { heading: 'Left', numeric: true },
        ],
        { heading: 'Who bears it' },
      ]}
      rows={[
        ...worked.steps.map((settled, place) => ({
          cells: [
            ...[String(place + 1), conditionWords(settled.step.above, place), stepWords(settled.step, worked.partners, nameOf)],
            ...[`${settled.step.clause}. ${settled.step.authority}`, settledWords(settled), pounds(settled.left)],
            <PartsOf shares={settled.shares} worked={worked} nameOf={nameOf} />,
          ],
        })),
        ...worked.rule.slice(reached).map((step, more) => ({
          cells: [
            ...[String(reached + more + 1), conditionWords(step.above, reached + more), stepWords(step, worked.partners, nameOf)],
            ...[`${step.clause}. ${step.authority}`, 'Not reached', pounds(worked.left)],
            'Nobody',
          ],
        })),
      ]}
    />
  )
}

/** The part of each partner in a step, those who bear something. */
function PartsOf(props: {
  readonly shares: readonly bigint[]
  readonly worked: WorkedYear
  readonly nameOf: ReadonlyMap<string, string>
}): JSX.Element {
  const { shares, worked, nameOf } = props
  const parts = shares.flatMap((share, place) =>
    share === 0n ? [] : [`${nameOf.get(worked.partners[place] ?? '') ?? ''} ${pounds(share)}`],
  )
  return (
    <>
      {parts.length === 0
        ? 'Nobody'
        : parts.map((part, place) => (
            <>
              {place > 0 && <br />}
              {part}
            </>
          ))}
    </>
  )
}
