import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
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
  return (
    <>
      <DataTable
        caption={question}
        narrow="scroll"
        rowHeadings
        columns={[
          { heading: 'Option' },
          ...criteria.map(({ name, weight }) => ({ heading: `${name} (weighs ${weight})`, numeric: true })),
          { heading: 'Points of 10', numeric: true },
          { heading: 'Place', numeric: true },
        ]}
        rows={appraised.map(({ id, title, points, weights, place }) => {
          const option = options.find((one) => one.id === id)
          return {
            cells: [
              <>
                {mayChange ? (
                  <a class="govuk-link" href={strategyPaths.option(strategy, id)}>
                    {title}
                  </a>
                ) : (
                  title
                )}{' '}
                {option?.isChosen && <StatusPill meaning="good">Chosen</StatusPill>}
                {option !== undefined && option.text !== '' && <p class="govuk-body-s">{option.text}</p>}
              </>,
              ...criteria.map((criterion) => String(option?.scores.get(criterion.id) ?? 'Not scored')),
              points === undefined ? 'Not scored in full' : pointsInWords(points, weights),
              place === undefined ? 'None' : String(place),
            ],
          }
        })}
      />
      {trials.length > 0 && (
        <>
          <p class="govuk-body">
            {changing.length === 0
              ? `The first place stands under each of ${trials.length} other weightings that were tried.`
              : `Under ${changing.length} of ${trials.length} other weightings the first place changes: ${changing
                  .map(({ words, leaders }) => `${words}: ${leaders.join(' and ')}`)
                  .join('; ')}.`}
          </p>
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
