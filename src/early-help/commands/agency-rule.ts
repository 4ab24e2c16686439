import { type FieldProblem, fail, type Result } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { CaseworkTies } from '../queries/ties.ts'

/** Why a rule of an agency cannot be set from a day on: another agency's, or a day that is over; undefined where it can. */
export function agencyRuleRefused(
  ties: CaseworkTies,
  doer: Doer,
  { organisation, startsOn }: { readonly organisation: string; readonly startsOn: Temporal.PlainDate },
): Result<never, FieldProblem> | undefined {
  if (!ties.relations.has('administrator') && !ties.ledAgencies.includes(organisation))
    return fail({ field: 'organisation', code: 'not-your-agency' })
  return Temporal.PlainDate.compare(startsOn, doer.today) < 0 ? fail({ field: 'startsOn', code: 'day-over' }) : undefined
}
