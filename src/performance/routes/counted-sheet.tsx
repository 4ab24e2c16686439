import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { measurePaths } from '../paths.ts'
import type { Period } from '../rules/period.ts'

/** Instead of a sheet: why nobody types these figures, and how one objects. */
export function countedSheet(measure: string, { startsOn, endsOn }: Period): Pick<FormShape, 'lead' | 'above' | 'groups' | 'closed'> {
  const [from, until] = [startsOn.toString(), endsOn.toString()]
  const above = (
    <p class="govuk-body">
      If the figure is wrong, put{' '}
      <a class="govuk-link" href={measurePaths.counted(measure, from, until)}>
        what it was counted from
      </a>{' '}
      right and{' '}
      <a class="govuk-link" href={measurePaths.recount(measure)}>
        have it counted again
      </a>
      , or{' '}
      <a class="govuk-link" href={measurePaths.comment(measure, from, until)}>
        say what is wrong with it
      </a>
      : that stands beside the figure.
    </p>
  )
  const lead = 'The record itself gives the figures of this measure, so nobody types them.'
  return { lead, above, groups: [], closed: true }
}
