import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Chairing } from './presence.ts'

/**
 * Whether somebody may take the chair now, and as what (G8). Somebody is elected for the meeting only where chair and deputy chair are both absent,
 * and not where the terms then end the meeting.
 * @param here - people in the meeting, by person
 */
export function refuseChair(
  person: string,
  officers: readonly { readonly role: string; readonly person: string }[],
  here: ReadonlySet<string>,
  remedy: 'elect-as-first-item' | 'reschedule' | null,
): Result<Chairing['basis'], FieldProblem> {
  if (!here.has(person)) return fail({ field: 'chair', code: 'chair-not-present' })
  const office = officers.find((one) => one.person === person && (one.role === 'chair' || one.role === 'deputy_chair'))
  if (office) return succeed(office.role === 'chair' ? 'chair' : 'deputy_chair')
  const isLed = officers.some((one) => (one.role === 'chair' || one.role === 'deputy_chair') && here.has(one.person))
  if (isLed) return fail({ field: 'chair', code: 'chair-is-present' })
  return remedy === 'reschedule' ? fail({ field: 'chair', code: 'must-reschedule' }) : succeed('elected_for_meeting')
}
