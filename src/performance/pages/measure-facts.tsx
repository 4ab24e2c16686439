import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import type { MeasureView } from '../queries/measure-page.ts'
import { printedFigure } from '../rules/judge.ts'
import { definitionFor, knownOf, type Observation } from '../rules/measure.ts'
import { placeInHistory } from '../rules/outlook.ts'
import { periodKey, periodWords } from '../rules/period.ts'
import { stateWords, statusNotes } from '../words/figures.ts'
import { frequencyWords, kindWords, levelWords, methodWords, overTimeWords } from '../words/measure.ts'
import { polarityWords } from '../words/why.ts'
import { yearEndWords } from '../words/year-end.ts'

function shown(view: MeasureView, observation: Observation): string {
  const known = knownOf(observation)
  if (known.state !== 'value') return observation.words || stateWords[known.state]
  return printedFigure(known.value, definitionFor(view.measure, observation.period))
}

/** What the measure means today, with every definition before, and whose it is. */
export function DefinitionCard({ view }: { readonly view: MeasureView }): JSX.Element {
  const { measure, reading, owner } = view
  const now = reading.definition
  const held = [owner.person, now.ownerOffice, owner.organisation].filter((one) => one !== '')
  return (
    <Card id="definition" title="What it means">
      <KeyFacts
        facts={[
          { label: 'Counted', value: now.meaning || undefined },
          { label: 'Unit', value: now.unit || 'A bare number' },
          { label: 'Which way is better', value: [polarityWords[now.polarity], now.polarityReason].filter((one) => one !== '').join('. ') },
          ...(now.ratedFrom === null
            ? []
            : [{ label: 'Targets are rated', value: `From a baseline of ${now.ratedFrom} on; one on fewer gives no colour` }]),
          { label: 'Source', value: now.source || undefined },
          { label: 'Who answers for it', value: held.length > 0 ? held.join(', ') : undefined },
        ]}
      />
      <Fold title="Kind, how often, longer periods and areas">
        <KeyFacts
          facts={[
            { label: 'Shows', value: levelWords[now.level] },
            { label: 'Kind', value: kindWords[now.kind] },
            ...(now.numerator === '' ? [] : [{ label: 'Made of', value: `${now.numerator}, of ${now.denominator || 'nothing said'}` }]),
            { label: 'How often', value: frequencyWords[now.frequency] },
            { label: 'Longer periods', value: overTimeWords[now.overTime] },
            ...(now.areas.length === 0 ? [] : [{ label: 'Also given for', value: now.areas.map(({ name }) => name).join(', ') }]),
          ]}
        />
      </Fold>
      {measure.definitions.length > 1 && (
        <Fold title={`All ${measure.definitions.length} definitions, and why they were changed`}>
          <ul class="gt-list">
            {measure.definitions.toReversed().map(({ number, startsOn, title, reason }) => (
              <li>
                <strong>Definition {number}</strong> from {dayInWords(startsOn)}: {title}
                {reason !== '' && <p>{reason}</p>}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </Card>
  )
}

/** What is foreseen, each with its method in words; and where baselines lie in the run they were taken from. */
export function ForecastCard({ view }: { readonly view: MeasureView }): JSX.Element | null {
  const { yearEnd, forecasts, baselines, reading } = view
  const limits = reading.sections?.[0].limits ?? null
  if (yearEnd === null && forecasts.length === 0 && baselines.length === 0) return null
  const print = (value: Parameters<typeof printedFigure>[0]): string => printedFigure(value, reading.definition)
  return (
    <Card id="foreseen" title="Baseline and forecast">
      {(baselines.length > 0 || yearEnd !== null) && (
        <ul class="gt-list">
          {baselines.map(({ value, period, method, source }) => (
            <li>
              <strong>
                Baseline {print(value)}, {periodWords(period)}
              </strong>
              <p>
                {methodWords[method]}.{source !== '' && ` ${source}.`}
                {limits !== null &&
                  ` It lies ${{ below: 'below', within: 'within', above: 'above' }[placeInHistory(value, limits)]} what chance explains of the figures since.`}
              </p>
            </li>
          ))}
          {yearEnd && (
            <li>
              <strong>
                {print(yearEnd.value)} by the end of {periodWords(yearEnd.year)}
              </strong>
              <p>{yearEndWords(yearEnd, reading.definition)}</p>
            </li>
          )}
        </ul>
      )}
      {forecasts.length > 0 && (
        <Fold title={forecasts.length === 1 ? 'A forecast, and how it was made' : `${forecasts.length} forecasts, and how they were made`}>
          <ul class="gt-list">
            {forecasts.map(({ points, purpose, method, author, frozenOn }) => {
              const last = points.at(-1)
              return (
                <li>
                  <strong>
                    {last ? `${print(last.value)} in ${periodWords(last.period)}` : 'No period foreseen'}
                    {purpose === 'do-nothing' && ' if nothing is done'}
                  </strong>
                  <p>
                    {method} {author}, frozen on {dayInWords(frozenOn)}.
                  </p>
                </li>
              )
            })}
          </ul>
        </Fold>
      )}
    </Card>
  )
}

/** The latest figures of parts of the people, where the measure is split. */
export function PartsTable({ view }: { readonly view: MeasureView }): JSX.Element | null {
  const [first] = view.parts
  if (first === undefined) return null
  return (
    <Card
      id="parts"
      title="By part of the people"
      lead={`${periodWords(first.period)}. Small numbers are hidden before they are kept.`}
      flush
    >
      <Fold title={view.parts.length === 1 ? 'One part' : `${view.parts.length} parts`} open={view.parts.length <= 6}>
        <DataTable
          caption={`Parts in ${periodWords(first.period)}`}
          hideCaption
          columns={[{ heading: 'Part' }, { heading: 'Figure', numeric: true }, { heading: 'Standing' }]}
          groups={[...Map.groupBy(view.parts, ({ cell }) => cell.dimension)].map(([heading, list]) => ({
            heading,
            rows: list.map((one) => ({ cells: [one.cell.category, shown(view, one), statusNotes[one.status]] })),
          }))}
        />
      </Fold>
    </Card>
  )
}

function Said({ view, said }: { readonly view: MeasureView; readonly said: MeasureView['series']['commentaries'] }): JSX.Element {
  return (
    <ul class="gt-list">
      {said.map(({ startsOn, endsOn, words, madeAt }) => (
        <li>
          <strong>{periodWords({ type: view.reading.definition.frequency, startsOn, endsOn })}</strong>
          <p class="gt-typed">{words}</p>
          <p>{instantInWords(madeAt)}</p>
        </li>
      ))}
    </ul>
  )
}

/** What owners said of each period, and figures that were changed, each with its reason. */
export function HistoryCards({ view }: { readonly view: MeasureView }): JSX.Element {
  const { series } = view
  const said = series.commentaries.toReversed()
  const revised = series.observations.filter(({ revision }) => revision > 1)
  const before = (one: Observation): Observation | undefined =>
    series.observations.find(
      (other) =>
        other.revision === one.revision - 1 &&
        periodKey(other.period) === periodKey(one.period) &&
        other.cell.area === one.cell.area &&
        other.cell.dimension === one.cell.dimension &&
        other.cell.category === one.cell.category,
    )
  return (
    <>
      {said.length > 0 && (
        <Card id="said" title="What its owner says">
          <Said view={view} said={said.slice(0, 1)} />
          {said.length > 1 && (
            <Fold title={said.length === 2 ? 'What was said before' : `${said.length - 1} more, of periods before`}>
              <Said view={view} said={said.slice(1)} />
            </Fold>
          )}
        </Card>
      )}
      {revised.length > 0 && (
        <Card id="revised" title="Figures that were changed" lead="The figure before stays here with the reason." flush>
          <Fold title={revised.length === 1 ? 'One figure' : `${revised.length} figures`}>
            <DataTable
              caption="Figures that were changed"
              hideCaption
              narrow="stack"
              columns={[
                { heading: 'Period' },
                { heading: 'Was', numeric: true },
                { heading: 'Is', numeric: true },
                { heading: 'Why' },
                { heading: 'When' },
              ]}
              rows={revised.toReversed().map((one) => {
                const earlier = before(one)
                return {
                  cells: [
                    periodWords(one.period),
                    earlier ? shown(view, earlier) : 'Not shown',
                    shown(view, one),
                    one.reason,
                    instantInWords(one.enteredAt),
                  ],
                }
              })}
            />
          </Fold>
        </Card>
      )}
    </>
  )
}
