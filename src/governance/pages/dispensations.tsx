import type { JSX } from 'hono/jsx/jsx-runtime'
import { DateText } from '#platform/web/components/date-text.tsx'
import { endDispensationPath, newDispensationPath } from '../paths.ts'
import type { Dispensation } from '../queries/dispensations.ts'
import { dispensationMatterLabels } from '../words/labels.ts'
import { ButtonLink, TextLink } from './board-page.tsx'

/** The dispensations of a board, as far as the reader may see them. */
export interface DispensationsView {
  /** Those that hold today or will; each with whether the reader may end it. */
  readonly open: readonly (Dispensation & { readonly mayEnd: boolean })[]
  /** Those that are over, the latest first. */
  readonly over: readonly Dispensation[]
  /** Whether the reader may record one. */
  readonly grants: boolean
}

/** Who may take part in spite of an interest: for the members and clerks of the board. */
export function Dispensations({ slug, view }: { readonly slug: string; readonly view: DispensationsView }): JSX.Element | null {
  const { open, over, grants } = view
  if (open.length === 0 && over.length === 0 && !grants) return null
  return (
    <>
      <h2 class="gt-section-title">Dispensations</h2>
      <p class="gt-quiet">Leave to take part in spite of an interest. Not shown to the public.</p>
      {open.length === 0 && <p>None holds today.{grants && ' Record one when the person who may give leave has given it.'}</p>}
      {open.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {open.map((one) => (
            <li>
              <Given given={one} /> {dispensationMatterLabels[one.matter]}.{' '}
              {one.mayEnd && (
                <TextLink href={endDispensationPath(slug, one.id)} text="End early" about={`the dispensation of ${one.person.name}`} />
              )}
            </li>
          ))}
        </ul>
      )}
      {grants && <ButtonLink href={newDispensationPath(slug)} text="Record a dispensation" />}
      {over.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Those that are over ({over.length})</span>
          </summary>
          <ul class="govuk-list govuk-list--bullet govuk-details__text">
            {over.map((one) => (
              <li>
                <Given given={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Given({ given }: { readonly given: Dispensation }): JSX.Element {
  const { person, scope, grantedBy, startsOn, endsOn, ended } = given
  const last = ended?.on ?? endsOn
  return (
    <>
      <strong>{person.name}:</strong> {scope}
      {/[.!?…]$/.test(scope) ? '' : '.'} Given by {grantedBy}, from <DateText day={startsOn} weekday={false} />
      {last && (
        <>
          {' until '}
          <DateText day={last.subtract({ days: 1 })} weekday={false} />
        </>
      )}
      .
      {ended && (
        <>
          {' '}
          Ended early by {ended.by}: {ended.reason}
        </>
      )}
    </>
  )
}
