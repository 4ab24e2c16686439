import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths } from '../paths.ts'
import type { listDriftRules } from '../queries/drift.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { DatedRules } from './dated-rules.tsx'

/** From when on something is drift: what holds today, what holds later and what held before, each with its source and who set it. */
export function DriftRulesPage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  /** The latest first. */
  readonly rules: Awaited<ReturnType<typeof listDriftRules>>
}): JSX.Element {
  const { relations } = props
  return (
    <DatedRules
      {...props}
      title="From when on work drifts"
      lead="What the drift list counts by. It is set from a day on and signed; what held before stays as it was. While work is paused, what is long open and a review wait."
      under={mayIn(relations, 'families', 'drift') ? { text: 'Drift list', href: familyPaths.drift() } : undefined}
      set={mayIn(relations, 'families', 'set-drift') ? familyPaths.setDrift() : undefined}
      facts={({ openMonths, reviews, closedDays }) => [
        { label: 'Open for long', value: `More than ${openMonths} months` },
        { label: 'Reviewed again and again', value: `${reviews} reviews or more` },
        { label: 'Closed without an outcome', value: `Shown for ${closedDays} days` },
      ]}
    />
  )
}
