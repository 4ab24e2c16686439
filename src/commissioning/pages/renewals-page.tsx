import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { ChartSvg } from '#platform/web/charts/figure.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import { escapeText, rawMarkup } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { contractPaths } from '../contract-paths.ts'
import type { Contract } from '../queries/contracts.ts'
import type { RenewalLine } from '../rules/renewal.ts'
import { renewalStateWords } from '../words/contract.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** A contract on the calendar, with the months of options that are still open. */
export interface CalendarContract {
  readonly contract: Contract
  readonly openMonths: number
  readonly steps: readonly RenewalLine[]
}

/** The calendar of renewals of a board. */
export interface RenewalsPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly contracts: readonly CalendarContract[]
}

const WIDTH = 720
const ROW = 40
const [LEFT, RIGHT] = [12, 708]

/** When contracts end, and what must be done before (C9): a picture, and the same as a table. */
export function RenewalsPage({ visit, board, contracts }: RenewalsPageProps): JSX.Element {
  const ending = contracts.filter(({ contract }) => contract.runsUntil !== undefined)
  const steps = ending
    .flatMap(({ contract, steps: of }) => of.map((step) => ({ contract, step })))
    .filter(({ step }) => step.state === 'past' || step.state === 'soon')
    .toSorted((one, other) => Temporal.PlainDate.compare(one.step.dueOn, other.step.dueOn))
  const past = steps.filter(({ step }) => step.state === 'past').length
  return (
    <Page
      visit={visit}
      title="Calendar of renewals"
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: 'Contracts', href: contractPaths.ofBoard(board.slug) })}
    >
      <PageHead
        title="Calendar of renewals"
        caption={board.name}
        lead="When contracts end, and what must be done before: counted back from their last day."
      />
      {boardNavigation(board.slug, 'commissioning')}
      {ending.length === 0 ? (
        <EmptyState title="Nothing ends" text="No contract that you may see has an end." />
      ) : (
        <>
          <p class="govuk-body">
            {`${ending.length === 1 ? 'One contract has' : `${ending.length} contracts have`} an end. ${past === 0 ? 'No step of a renewal is late.' : past === 1 ? 'One step of a renewal is late.' : `${past} steps of renewals are late.`} ${steps.length - past === 1 ? 'One is' : `${steps.length - past} are`} due within three months.`}
          </p>
          <Bars contracts={ending} today={visit.today} />
          <div class="gt-space-above" />
          <Card title="Late, or within three months" id="due" flush={steps.length > 0}>
            {steps.length === 0 ? <p class="govuk-body">Nothing.</p> : <Steps steps={steps.slice(0, 30)} />}
          </Card>
          <Card title="When contracts end" id="ends" flush>
            <Ends contracts={ending} />
          </Card>
        </>
      )}
    </Page>
  )
}

function Steps({ steps }: { readonly steps: readonly { readonly contract: Contract; readonly step: RenewalLine }[] }): JSX.Element {
  return (
    <DataTable
      caption="Steps of renewals"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Contract' }, { heading: 'Step' }, { heading: 'Due' }, { heading: 'How it stands' }]}
      rows={steps.map(({ contract, step }) => ({
        cells: [
          <a class="govuk-link" href={contractPaths.contract(contract.id)}>
            {contract.title}
          </a>,
          step.name,
          dayInWords(step.dueOn),
          <StatusPill meaning={renewalStateWords[step.state].meaning}>{renewalStateWords[step.state].word}</StatusPill>,
        ],
      }))}
    />
  )
}

function Ends({ contracts }: { readonly contracts: readonly CalendarContract[] }): JSX.Element {
  return (
    <DataTable
      caption="When contracts end"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Contract' }, { heading: 'From' }, { heading: 'Last day' }, { heading: 'Options still open' }]}
      rows={contracts.map(({ contract, openMonths }) => ({
        cells: [
          <a class="govuk-link" href={contractPaths.contract(contract.id)}>
            {contract.title}
          </a>,
          dayInWords(contract.startsOn),
          contract.runsUntil ? dayInWords(contract.runsUntil.subtract({ days: 1 })) : 'No end',
          openMonths === 0 ? 'None' : `${openMonths} months`,
        ],
      }))}
    />
  )
}

/** One bar a contract: full for its term, dashed for options that are open; a line for today. */
function Bars({ contracts, today }: { readonly contracts: readonly CalendarContract[]; readonly today: Temporal.PlainDate }): JSX.Element {
  const from = today.subtract({ months: 12 })
  const until = today.add({ months: 48 })
  const whole = from.until(until).total({ unit: 'days', relativeTo: from })
  const x = (day: Temporal.PlainDate): number => {
    const days = from.until(day).total({ unit: 'days', relativeTo: from })
    return Math.round((LEFT + (Math.min(Math.max(days, 0), whole) / whole) * (RIGHT - LEFT)) * 10) / 10
  }
  const years = [0, 1, 2, 3, 4]
    .map((count) => new Temporal.PlainDate(from.year + 1 + count, 1, 1))
    .filter((day) => Temporal.PlainDate.compare(day, until) < 0)
  const height = contracts.length * ROW + 40
  const grid = years.map(
    (day) =>
      `<line x1="${x(day)}" x2="${x(day)}" y1="20" y2="${height}" stroke="currentColor" stroke-opacity="0.25"/><text x="${x(day) + 3}" y="14" class="gt-chart__label">${day.year}</text>`,
  )
  const bars = contracts.map(({ contract, openMonths }, place) => {
    const y = place * ROW + 46
    const end = contract.runsUntil ?? until
    const open =
      openMonths > 0
        ? `<rect class="gt-chart__bar" x="${x(end)}" y="${y}" width="${Math.max(2, x(end.add({ months: openMonths })) - x(end))}" height="12" fill-opacity="0.2" stroke="currentColor" stroke-dasharray="4 3"/>`
        : ''
    return `<rect class="gt-chart__bar" x="${x(contract.startsOn)}" y="${y}" width="${Math.max(2, x(end) - x(contract.startsOn))}" height="12"/>${open}`
  })
  const names = contracts.map(
    ({ contract }, place) =>
      `<text x="${LEFT}" y="${place * ROW + 41}" class="gt-chart__label gt-chart__label--over">${escapeText(contract.title.slice(0, 80))}</text>`,
  )
  const now = `<line x1="${x(today)}" x2="${x(today)}" y1="20" y2="${height}" stroke="currentColor" stroke-width="2"/><text x="${x(today) + 3}" y="30" class="gt-chart__label">Today</text>`
  const words = { id: 'renewals', title: 'Terms of contracts', sentence: '', csv: '', table: { columns: [], rows: [] } }
  return (
    <ChartSvg
      words={words}
      room={{ width: WIDTH, height }}
      description={contracts
        .map(
          ({ contract }) => `${contract.title} ends ${contract.runsUntil ? dayInWords(contract.runsUntil.subtract({ days: 1 })) : 'never'}`,
        )
        .join('; ')}
    >
      {rawMarkup(grid.join('') + bars.join('') + now + names.join(''))}
    </ChartSvg>
  )
}
