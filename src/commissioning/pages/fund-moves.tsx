import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { moneyPaths } from '../money-paths.ts'
import type { Variation } from '../queries/variations.ts'
import type { Virement } from '../queries/virements.ts'
import { pounds } from '../words/pence.ts'

interface MovesProps {
  readonly virements: readonly Virement[]
  readonly variations: readonly Variation[]
}

/** What was moved and what varied, by whose authority. */
export function MovesTable({ virements, variations }: MovesProps): JSX.Element {
  return (
    <>
      <Moves virements={virements} />
      {variations.length > 0 && <Varied variations={variations} />}
    </>
  )
}

function Varied({ variations }: Pick<MovesProps, 'variations'>): JSX.Element {
  return (
    <>
      <h3 class="govuk-heading-s">What partners give was varied</h3>
      <ul class="govuk-list govuk-list--bullet">
        {variations.map((one) => (
          <li>
            {`${dayInWords(one.onDay)}: ${one.partnerName} (${one.source}) gives ${pounds(one.pence < 0n ? -one.pence : one.pence)} ${one.pence < 0n ? 'less' : 'more'}, and ${one.lineTitle} has as much ${one.pence < 0n ? 'less' : 'more'}. `}
            {one.leavesOn === undefined ? '' : `It leaves the fund on ${dayInWords(one.leavesOn)}. `}
            {one.why}{' '}
            <a class="govuk-link" href={`/decisions/${one.decision}`}>
              Decision<span class="govuk-visually-hidden"> about {one.partnerName}</span>
            </a>
            {one.isWithdrawn && ' Withdrawn since. The change stands until it is changed back.'}
          </li>
        ))}
      </ul>
    </>
  )
}

function Moves({ virements }: Pick<MovesProps, 'virements'>): JSX.Element {
  if (virements.length === 0) return <p class="govuk-body">No money was moved.</p>
  return (
    <DataTable
      caption="Moves between lines"
      hideCaption
      narrow="stack"
      rowHeadings={false}
      columns={[
        ...[{ heading: 'Day' }, { heading: 'Out of' }, { heading: 'Into' }, { heading: 'How much', numeric: true }],
        ...[{ heading: 'Why' }, { heading: 'By whose authority' }],
      ]}
      rows={virements.map((one) => ({
        cells: [
          ...[
            <a class="govuk-link" href={moneyPaths.virement(one.id)}>
              {dayInWords(one.onDay)}
              <span class="govuk-visually-hidden">{`: ${pounds(one.pence)} into ${one.toTitle}`}</span>
            </a>,
            one.fromTitle,
            one.toTitle,
            pounds(one.pence),
            one.why,
          ],
          one.decision === undefined ? (
            `By the scheme, ${one.clause}`
          ) : (
            <>
              <a class="govuk-link" href={`/decisions/${one.decision}`}>
                Decision of the board
              </a>
              {one.isWithdrawn && <span class="govuk-hint"> Withdrawn since. The move stands until it is moved back.</span>}
            </>
          ),
        ],
      }))}
    />
  )
}
