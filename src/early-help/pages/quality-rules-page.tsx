import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Visit } from '#platform/web/visit.ts'
import { qualityPaths } from '../paths.ts'
import type { listQualityRules } from '../queries/quality.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { DatedRules } from './dated-rules.tsx'

/** How many records are reviewed, and which are left out: what holds today, later and held before, each with its source and who set it (E7). */
export function QualityRulesPage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  /** The latest first. */
  readonly rules: Awaited<ReturnType<typeof listQualityRules>>
}): JSX.Element {
  const { relations } = props
  return (
    <DatedRules
      {...props}
      title="How records are drawn for review"
      lead="A month is drawn by what holds on its first day. It is set from a day on and signed; what was drawn before stays as it was drawn."
      under={mayIn(relations, 'quality', 'keep') ? { text: 'Quality', href: qualityPaths.home() } : undefined}
      set={mayIn(relations, 'quality', 'set') ? qualityPaths.setRule() : undefined}
      facts={({ atLeast, excludeMonths, assignmentDays }) => [
        { label: 'Drawn each month', value: `At least ${atLeast}, or all where there are fewer` },
        { label: 'Left out', value: excludeMonths === 0 ? 'Nothing' : `What was reviewed in the ${excludeMonths} months before` },
        { label: 'A reviewer reads for', value: `${assignmentDays} days` },
      ]}
    />
  )
}
