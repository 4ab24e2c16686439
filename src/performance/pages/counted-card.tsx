import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { measurePaths } from '../paths.ts'
import type { Counting } from '../queries/counting.ts'
import type { Measure } from '../rules/measure.ts'
import { type Period, periodWords } from '../rules/period.ts'

/** That the record itself gives the figures: by which definition, when it was counted, and what may be done about a figure that is wrong. */
export function CountedCard(props: {
  readonly measure: Pick<Measure, 'id'>
  readonly counting: Counting
  /** The period whose rows are linked to; null where there is no figure yet. */
  readonly period: Period | null
  readonly mayGive: boolean
}): JSX.Element {
  const { measure, counting, period, mayGive } = props
  const { kind, countedAt, changedAt, problem, nextOn } = counting
  const [from, until] = [period?.startsOn.toString() ?? '', period?.endsOn.toString() ?? '']
  return (
    <Card id="counted" title="Counted from the record">
      <p>Nobody types these figures: they are counted every day from what is recorded here, and revised with the reason when it changes.</p>
      <KeyFacts
        facts={[
          {
            label: 'Definition',
            value: kind
              ? `${kind.title}, version ${kind.version}, in force from ${dayInWords(Temporal.PlainDate.from(kind.inForceFrom))}`
              : 'Not known here any more: its figures stay as they are',
          },
          ...(kind ? [{ label: 'Belongs to a period by', value: kind.day }] : []),
          { label: 'Last counted', value: countedAt === null ? 'Not yet' : instantInWords(countedAt) },
          ...(changedAt === null ? [] : [{ label: 'Last changed a figure', value: instantInWords(changedAt) }]),
          { label: 'This period is counted', value: `from ${dayInWords(nextOn)}` },
        ]}
      />
      {problem !== '' && <p>The last count could not be stored. What stood before goes on standing.</p>}
      <ul class="gt-list">
        {period !== null && (
          <li>
            <a class="govuk-link" href={measurePaths.counted(measure.id, from, until)}>
              What was counted in {periodWords(period)}
            </a>
          </li>
        )}
        {mayGive && (
          <li>
            <a class="govuk-link" href={measurePaths.recount(measure.id)}>
              Count again now
            </a>
          </li>
        )}
        {mayGive && period !== null && (
          <li>
            <a class="govuk-link" href={measurePaths.comment(measure.id, from, until)}>
              Say what is wrong with the figure of {periodWords(period)}
            </a>
            <p>The record gives the figure; what you say stands beside it</p>
          </li>
        )}
      </ul>
    </Card>
  )
}
