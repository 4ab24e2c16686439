import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Visit } from '#platform/web/visit.ts'
import { settledPaths } from '../paths.ts'
import type { DisputeRule } from '../queries/dispute-rules.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { DatedRules } from './dated-rules.tsx'

/** Who settles where two sides of a transition disagree: what holds today, later and held before (E5). */
export function DisputeRulesPage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  /** The latest first. */
  readonly rules: readonly DisputeRule[]
}): JSX.Element {
  return (
    <DatedRules
      {...props}
      title="Where two sides disagree"
      lead="Who settles it where what was sent is returned or declined and the sender does not agree. A disagreement goes the way that holds on the day it is said."
      under={{ text: 'What the partnership has settled', href: settledPaths.home() }}
      set={mayIn(props.relations, 'settled', 'set') ? settledPaths.disputes('/new') : undefined}
      facts={({ whom, days }) => [
        { label: 'Goes to', value: whom },
        { label: 'Settled within', value: days === 1 ? '1 day' : `${days} days` },
      ]}
    />
  )
}
