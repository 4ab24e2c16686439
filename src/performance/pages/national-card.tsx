import type { JSX } from 'hono/jsx/jsx-runtime'
import { DotStrip } from '#platform/web/charts/dot-strip.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { nationalPaths } from '../paths.ts'
import type { NationalBeside } from '../rules/national-card.ts'
import { nationalBesideChart } from '../words/national-beside.ts'

/** A measure beside the published figures of the country, the region and the neighbours; a link to choose them for whoever keeps the measure. */
export function NationalCard(props: {
  readonly measure: string
  readonly found: NationalBeside | 'gone' | undefined
  readonly mayKeep: boolean
}): JSX.Element | null {
  const { measure, found, mayKeep } = props
  if (found === undefined && !mayKeep) return null
  const choose = (
    <a class="govuk-link" href={nationalPaths.tie(measure)}>
      {found === undefined ? 'Choose the published measure that means the same' : 'Change what it is shown beside'}
    </a>
  )
  return (
    <Card id="beside-others" title="Beside other places of the country">
      {found === undefined && <p>It is shown beside no published figures yet.</p>}
      {found === 'gone' && <p>The published figures no longer have the measure or the place that this one was shown beside.</p>}
      {found !== undefined && found !== 'gone' && (
        <>
          <DotStrip {...nationalBesideChart(found, nationalPaths.besideCsv(measure))} />
          <p class="gt-quiet">
            Published figures, not the partnership’s own: {found.line.measure.title}. Source: {found.source}.{' '}
            <a class="govuk-link" href={nationalPaths.authority(found.authority.number)}>
              All published figures of {found.authority.name}
            </a>
          </p>
        </>
      )}
      {mayKeep && <p>{choose}</p>}
    </Card>
  )
}
