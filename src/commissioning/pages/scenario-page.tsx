import type { JSX } from 'hono/jsx/jsx-runtime'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { ledPaths } from '../framework-paths.ts'
import { fundPaths } from '../money-paths.ts'
import { servicePaths, strategyPaths } from '../paths.ts'
import type { LedRecord } from '../queries/led-records.ts'
import type { SaidAssumption, Scenario, ScenarioFunding } from '../queries/scenarios.ts'
import { latestAssumptions, type ScenarioYear, scenarioOptions, scenarioSums, scenarioYears } from '../rules/scenario.ts'
import { yearInWords } from '../rules/year.ts'
import { pounds, poundsOr } from '../words/pence.ts'
import { optionWords, percentInWords, scenarioSentence } from '../words/scenario.ts'
import type { BoardName } from './crumbs.ts'
import { LedPage } from './led-page.tsx'
import { ScenarioPicture } from './scenario-picture.tsx'

/** What a new duty would cost, with all that belongs to it. */
export interface ScenarioPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly record: LedRecord
  readonly scenario: Scenario
  readonly assumptions: readonly SaidAssumption[]
  readonly funding: readonly ScenarioFunding[]
  /** Undefined: none is named, or one may not see it. */
  readonly serviceTitle: string | undefined
  readonly strategyTitle: string | undefined
  readonly may: ReadonlySet<'change' | 'show'>
}

/** What a new duty would cost: low, central and high side by side, the money that is named, what has no funding, and what all of it rests on (C5). */
export function ScenarioPage(props: ScenarioPageProps): JSX.Element {
  const { visit, board, record, scenario, assumptions, funding, may } = props
  const acts = [
    ['edit', 'Change what it is about'],
    ['years', 'Say what a year would cost'],
    ...(assumptions.length === 0 ? [] : [['funding', 'Name money for it'] as const]),
  ] as const
  const counting = latestAssumptions(assumptions)
  const years = scenarioYears(counting, funding)
  return (
    <LedPage visit={visit} board={board} record={record} lead={scenario.duty} may={may} acts={acts}>
      <div class="govuk-inset-text">These are assumptions. Nothing here is part of a budget, a plan of a fund or a ledger.</div>
      <Card title="What it would cost" id="costs">
        <p class="govuk-body">{scenarioSentence(years)}</p>
        {years.length > 0 && (
          <>
            <ScenarioPicture years={years} id="costs-picture" title={`Cost by year: ${record.title}`} />
            <CostTable years={years} />
          </>
        )}
      </Card>
      <Money {...props} />
      {counting.length > 0 && <RestsOn {...props} counting={counting} />}
      <About {...props} />
    </LedPage>
  )
}

function CostTable({ years }: { readonly years: readonly ScenarioYear[] }): JSX.Element {
  const sums = scenarioSums(years)
  const missing = (gap: bigint | null) => (gap !== null && gap < 0n ? `None missing: ${pounds(-gap)} more is named` : poundsOr(gap))
  return (
    <DataTable
      caption="Cost by year, and what no funding is named for"
      narrow="stack"
      columns={[
        { heading: 'Financial year' },
        ...scenarioOptions.map((option) => ({ heading: optionWords[option], numeric: true })),
        { heading: 'Funding named', numeric: true },
        { heading: 'No funding named (central)', numeric: true },
        { heading: 'No funding named (low to high)', numeric: true },
      ]}
      rows={[
        ...years.map(({ year, costs, named, gaps }) => ({
          cells: [
            yearInWords(year),
            ...scenarioOptions.map((option) => poundsOr(costs[option])),
            named === 0n ? 'None' : pounds(named),
            missing(gaps.central),
            fromTo(gaps.low, gaps.high),
          ],
        })),
        {
          cells: [
            'Together',
            ...scenarioOptions.map((option) => poundsOr(sums.costs[option])),
            sums.named === 0n ? 'None' : pounds(sums.named),
            poundsOr(sums.unfunded.central),
            fromTo(sums.unfunded.low, sums.unfunded.high),
          ],
        },
      ]}
    />
  )
}

const atLeastNothing = (gap: bigint | null) => (gap !== null && gap < 0n ? 0n : gap)
const fromTo = (low: bigint | null, high: bigint | null) => `${poundsOr(atLeastNothing(low))} to ${poundsOr(atLeastNothing(high))}`

function Money({ record, funding, may }: ScenarioPageProps): JSX.Element {
  return (
    <Card title="Money that is named for it" id="funding" flush={funding.length > 0}>
      {funding.length === 0 ? (
        <p class="govuk-body">No funding is named for any year.</p>
      ) : (
        <DataTable
          caption="Money that is named for it"
          hideCaption
          narrow="stack"
          columns={[
            { heading: 'Financial year' },
            { heading: 'Fund' },
            { heading: 'Who promised it, and where that is written' },
            { heading: 'Sum', numeric: true },
            ...(may.has('change') ? [{ heading: 'Change', hiddenHeading: true }] : []),
          ]}
          rows={funding.map(({ id, year, fund, fundTitle, source, pence }) => ({
            cells: [
              yearInWords(year),
              fund === undefined ? (
                'Of no fund'
              ) : fundTitle === '' ? (
                'A fund that is not shown to you'
              ) : (
                <a class="govuk-link" href={fundPaths.fund(fund)}>
                  {fundTitle}
                </a>
              ),
              source,
              pounds(pence),
              ...(may.has('change')
                ? [
                    <a class="govuk-link" href={ledPaths.step('scenario', record.id, `funding/${id}/remove`)}>
                      Take it out
                      <span class="govuk-visually-hidden">
                        : {pounds(pence)} of {yearInWords(year)}
                      </span>
                    </a>,
                  ]
                : []),
            ],
          }))}
        />
      )}
    </Card>
  )
}

function RestsOn({ assumptions, counting }: ScenarioPageProps & { readonly counting: readonly SaidAssumption[] }): JSX.Element {
  const earlier = assumptions.filter((one) => !counting.includes(one))
  return (
    <Card title="What it rests on" id="assumptions">
      <p class="govuk-body">
        Cost of a year = people or units × take-up × cost of one, with prices risen year by year since the first. It is rounded once, to the
        penny.
      </p>
      <Fold title={counting.length === 1 ? 'The assumption that counts' : `The ${counting.length} assumptions that count`}>
        <AssumptionTable caption="Assumptions that count" said={counting} />
      </Fold>
      {earlier.length > 0 && (
        <Fold title={earlier.length === 1 ? 'One earlier assumption' : `${earlier.length} earlier assumptions`}>
          <AssumptionTable caption="What was assumed before" said={earlier} />
        </Fold>
      )}
    </Card>
  )
}

function AssumptionTable({ caption, said }: { readonly caption: string; readonly said: readonly SaidAssumption[] }): JSX.Element {
  const place = (one: SaidAssumption) => one.year * 3 + scenarioOptions.indexOf(one.option)
  return (
    <DataTable
      caption={caption}
      hideCaption
      narrow="stack"
      columns={[
        { heading: 'Year' },
        { heading: 'Option' },
        { heading: 'People or units', numeric: true },
        { heading: 'Take-up', numeric: true },
        { heading: 'Cost of one, prices of the first year', numeric: true },
        { heading: 'Prices rise into the year', numeric: true },
        { heading: 'Source' },
        { heading: 'Best known on' },
      ]}
      rows={said
        .toSorted((one, other) => place(one) - place(other))
        .map(({ year, option, volume, takeUp, unit, rise, source, saidOn }) => ({
          cells: [
            yearInWords(year),
            optionWords[option],
            volume.toLocaleString('en-GB'),
            percentInWords(takeUp),
            pounds(unit),
            percentInWords(rise),
            source,
            dayInWords(saidOn),
          ],
        }))}
    />
  )
}

function About({ record, scenario, serviceTitle, strategyTitle }: ScenarioPageProps): JSX.Element {
  const linked = (id: string | undefined, title: string | undefined, address: (id: string) => string) =>
    id === undefined ? (
      'None is named'
    ) : title === undefined ? (
      'One that is not shown to you'
    ) : (
      <a class="govuk-link" href={address(id)}>
        {title}
      </a>
    )
  return (
    <Card title="What it is about" id="about" link={{ text: 'Its golden thread', href: threadAddress('cost-scenario', record.id) }}>
      <KeyFacts
        facts={[
          { label: 'Service that would do it', value: linked(scenario.service, serviceTitle, servicePaths.service) },
          { label: 'Strategy', value: linked(scenario.strategy, strategyTitle, strategyPaths.strategy) },
        ]}
      />
    </Card>
  )
}
