import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { strategyPaths } from '../paths.ts'
import type { Strategy, StrategyOption } from '../queries/strategies.ts'
import { appraise, type Criterion, pointsInWords, sensitivity } from '../rules/appraisal.ts'

/** The options of each question with their scores, points and places, and whether the first place stands under other weights. */
export function Appraisal({
  strategy,
  criteria,
  options,
  mayChange,
}: {
  readonly strategy: Pick<Strategy, 'id'>
  readonly criteria: readonly Criterion[]
  readonly options: readonly StrategyOption[]
  readonly mayChange: boolean
}): JSX.Element {
  if (options.length === 0) return <p class="govuk-body">No option is written down yet.</p>
  return (
    <>
      {[...Map.groupBy(options, ({ question }) => question)].map(([question, ofQuestion]) => (
        <Question question={question} options={ofQuestion} criteria={criteria} strategy={strategy.id} mayChange={mayChange} />
      ))}
    </>
  )
}

function Question({
  question,
  options,
  criteria,
  strategy,
  mayChange,
}: {
  readonly question: string
  readonly options: readonly StrategyOption[]
  readonly criteria: readonly Criterion[]
  readonly strategy: string
  readonly mayChange: boolean
}): JSX.Element {
  const trials = sensitivity(criteria, options)
  const changing = trials.filter(({ changes }) => changes)
  const appraised = appraise(criteria, options)
  const first = appraised.filter(({ place }) => place === 1).map(({ title }) => title)
  const ordered = appraised.flatMap(({ id }) => options.filter((option) => option.id === id))
  return (
    <>
      <DataTable
        caption={question}
        narrow="scroll"
        rowHeadings
        columns={[
          { heading: 'Criterion' },
          { heading: 'Weighs', numeric: true },
          ...appraised.map(({ title }) => ({ heading: title, numeric: true })),
        ]}
        rows={[
          ...criteria.map(({ id, name, weight }) => ({
            cells: [name, String(weight), ...ordered.map(({ scores }) => String(scores.get(id) ?? 'Not scored'))],
          })),
          {
            cells: [
              'Points of 10',
              '',
              ...appraised.map(({ points, weights }) => (points === undefined ? 'Not scored in full' : pointsInWords(points, weights))),
            ],
          },
          { cells: ['Place', '', ...appraised.map(({ place }) => (place === undefined ? 'None' : String(place)))] },
        ]}
      />
      <KeyFacts
        facts={ordered.map(({ id, title, text, isChosen }) => ({
          label: title,
          value: (
            <>
              {isChosen && <StatusPill meaning="good">Chosen</StatusPill>} {text === '' ? 'Not described' : text}
            </>
          ),
          ...(mayChange ? { change: { href: strategyPaths.option(strategy, id) } } : {}),
        }))}
      />
      {trials.length > 0 && (
        <>
          <p class="govuk-body">
            {first.length > 0 && `First with these weights: ${first.join(' and ')}.`}{' '}
            {changing.length === 0
              ? `That stands under each of ${trials.length} other weightings that were tried.`
              : `Under ${changing.length} of ${trials.length} other weightings that were tried it changes:`}
          </p>
          {changing.length > 0 && (
            <ul class="govuk-list govuk-list--bullet">
              {changing.map(({ words, leaders }) => (
                <li>
                  {words}: {leaders.join(' and ')}
                </li>
              ))}
            </ul>
          )}
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">Every weighting that was tried: {question}</span>
            </summary>
            <div class="govuk-details__text">
              <DataTable
                caption={`Other weightings: ${question}`}
                hideCaption
                narrow="stack"
                columns={[{ heading: 'If' }, { heading: 'First place' }]}
                rows={trials.map(({ words, leaders }) => ({ cells: [words, leaders.join(' and ')] }))}
              />
            </div>
          </details>
        </>
      )}
    </>
  )
}
