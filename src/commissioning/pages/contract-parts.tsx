import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { contractPaths, providerPaths } from '../contract-paths.ts'
import type { ContractKpi, KpiResult } from '../queries/contract-kpis.ts'
import type { ContractExtension, ContractLot } from '../queries/contract-parts.ts'
import type { Contract } from '../queries/contracts.ts'
import type { DutyLine } from '../rules/contract-duty.ts'
import { kpiColour } from '../rules/contract-kpi.ts'
import type { RenewalLine } from '../rules/renewal.ts'
import { dutyStateWords, kpiColourWords, lotStatusWords, providerPartWords, renewalStateWords } from '../words/contract.ts'

/** Who provides, as what, for which lot, from when. */
export function ProvidersTable({ contract, lots }: { readonly contract: Contract; readonly lots: readonly ContractLot[] }): JSX.Element {
  const names = new Map(contract.providers.map(({ id, name }) => [id, name]))
  const titles = new Map(lots.map(({ id, number, title }) => [id, `${number}. ${title}`]))
  if (contract.providers.length === 0) return <p class="govuk-body">Nobody provides it yet.</p>
  return (
    <DataTable
      caption="Who provides"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Provider' }, { heading: 'As' }, { heading: 'For' }, { heading: 'From' }]}
      rows={contract.providers.map(({ provider, name, part, under, lot, startsOn, endsOn }) => ({
        cells: [
          <a class="govuk-link" href={providerPaths.provider(provider)}>
            {name}
          </a>,
          under === undefined ? providerPartWords[part] : `${providerPartWords[part]} of ${names.get(under) ?? 'another'}`,
          lot === undefined ? 'The whole contract' : (titles.get(lot) ?? ''),
          endsOn === undefined ? dayInWords(startsOn) : `${dayInWords(startsOn)} to ${dayInWords(endsOn.subtract({ days: 1 }))}`,
        ],
      }))}
    />
  )
}

/** The lots, how each stands and how much room it has. */
export function LotsTable(props: {
  readonly contract: Contract
  readonly lots: readonly ContractLot[]
  readonly mayChange: boolean
}): JSX.Element {
  const { contract, lots, mayChange } = props
  const held = (lot: string) => contract.providers.filter((one) => one.lot === lot && one.part !== 'sub-contractor').length
  return (
    <DataTable
      caption="Lots"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Lot' }, { heading: 'How it stands' }, { heading: 'Providers' }]}
      rows={lots.map((lot) => ({
        cells: [
          mayChange ? (
            <a class="govuk-link" href={contractPaths.lot(contract.id, lot.id)}>
              {`${lot.number}. ${lot.title}`}
            </a>
          ) : (
            `${lot.number}. ${lot.title}`
          ),
          lotStatusWords[lot.status],
          lot.providerLimit === undefined ? String(held(lot.id)) : `${held(lot.id)} of at most ${lot.providerLimit}`,
        ],
      }))}
    />
  )
}

/** The options to extend it, and what became of each. */
export function OptionsTable(props: {
  readonly contract: Contract
  readonly options: readonly ContractExtension[]
  readonly mayChange: boolean
}): JSX.Element {
  const { contract, options, mayChange } = props
  return (
    <DataTable
      caption="Options to extend it"
      narrow="stack"
      columns={[{ heading: 'Option' }, { heading: 'Last day to take it' }, { heading: 'What became of it' }]}
      rows={options.map(({ id, position, months, takeBy, takenOn, declinedOn, decidedBy }) => ({
        cells: [
          `${position}. ${months} months`,
          takeBy === undefined ? 'As the calendar says' : dayInWords(takeBy),
          takenOn ? (
            `Taken ${dayInWords(takenOn)}${decidedBy === '' ? '' : `, ${decidedBy}`}`
          ) : declinedOn ? (
            `Let go ${dayInWords(declinedOn)}`
          ) : mayChange ? (
            <a class="govuk-link" href={contractPaths.option(contract.id, id)}>
              {`Open: say what became of option ${position}`}
            </a>
          ) : (
            'Open'
          ),
        ],
      }))}
    />
  )
}

/** What its regime asks for, with days. */
export function DutiesTable({ duties }: { readonly duties: readonly DutyLine[] }): JSX.Element {
  return (
    <DataTable
      caption="What its rules ask for"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Duty' }, { heading: 'How it stands' }, { heading: 'Day' }, { heading: 'Source' }]}
      rows={duties.map(({ asks, state, dueOn, doneOn, source }) => ({
        cells: [
          asks,
          <StatusPill meaning={dutyStateWords[state].meaning}>{dutyStateWords[state].word}</StatusPill>,
          doneOn ? dayInWords(doneOn) : dueOn ? `Until ${dayInWords(dueOn)}` : 'None yet',
          source,
        ],
      }))}
    />
  )
}

/** The steps of its renewal, worked back from its end. */
export function RenewalTable({ steps }: { readonly steps: readonly RenewalLine[] }): JSX.Element {
  return (
    <DataTable
      caption="Steps of its renewal"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Step' }, { heading: 'Due' }, { heading: 'How it stands' }]}
      rows={steps.map(({ name, dueOn, doneOn, state }) => ({
        cells: [
          name,
          dayInWords(dueOn),
          <>
            <StatusPill meaning={renewalStateWords[state].meaning}>{renewalStateWords[state].word}</StatusPill>
            {doneOn && ` ${dayInWords(doneOn)}`}
          </>,
        ],
      }))}
    />
  )
}

/** The indicators with the last figure that one may see, against the target. */
export function KpiTable(props: {
  readonly kpis: readonly ContractKpi[]
  readonly results: readonly KpiResult[]
  readonly measures: ReadonlyMap<string, string>
}): JSX.Element {
  return (
    <DataTable
      caption="What is measured"
      hideCaption
      narrow="stack"
      columns={[
        { heading: 'Indicator' },
        { heading: 'Target', numeric: true },
        { heading: 'Last figure', numeric: true },
        { heading: 'How it stands' },
      ]}
      rows={props.kpis.map((kpi) => {
        const last = props.results.filter((one) => one.kpi === kpi.id).at(-1)
        const { word, meaning } = kpiColourWords[kpiColour(last?.value ?? null, kpi)]
        const measure = kpi.measure === undefined ? undefined : props.measures.get(kpi.measure)
        return {
          cells: [
            <>
              {kpi.title}
              {measure && `. Shares its target with the measure “${measure}”`}
            </>,
            kpi.target === null ? 'None agreed' : `${kpi.better === 'higher' ? 'at least' : 'at most'} ${figure(kpi.target, kpi.unit)}`,
            last === undefined
              ? 'None reported'
              : `${last.value === null ? `Not measured: ${last.said}` : figure(last.value, kpi.unit)} (to ${dayInWords(last.endsOn.subtract({ days: 1 }))})`,
            <StatusPill meaning={meaning}>{last === undefined ? 'No figure' : word}</StatusPill>,
          ],
        }
      })}
    />
  )
}

const figure = (value: string, unit: string): string => (unit === '%' ? `${value}%` : [value, unit].filter(Boolean).join(' '))
