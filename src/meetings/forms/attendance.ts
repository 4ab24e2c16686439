import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { optionalTime } from '#platform/web/day-fields.ts'
import { longText, optionalChoice, optionalLongText, optionalUuid, parseForm, postedText, text, ticked } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import type { ChairEntry, RollEntry, RollLine } from '../rules/roll.ts'

/** Somebody at a meeting without a seat. */
export interface OtherPerson {
  readonly name: string
  readonly capacity: string
}

/** The attendance of a meeting as entered. */
export interface AttendanceInput {
  readonly entries: readonly RollEntry[]
  readonly others: readonly OtherPerson[]
  readonly chair: ChairEntry
  /** The mark of what the form was made from, as `attendanceMark` writes it. */
  readonly mark: string
}

const general = z.object({
  others: optionalLongText(10_000),
  chairWho: optionalChoice(['chair', 'deputy_chair', 'other']),
  chairOther: optionalUuid(),
  nextChair: optionalUuid(),
  nextFrom: optionalTime(),
})

const line = z.object({
  status: optionalChoice(['present', 'apologies', 'no_apology', 'deputy']),
  deputy: optionalUuid(),
  arrived: optionalTime(),
  left: optionalTime(),
  back: optionalTime(),
  leftAgain: optionalTime(),
  remote: ticked(),
})

/** Whoever is recorded on another body's line has no other entry here than a deputy for this body alone. */
const standIn = line.extend({ status: optionalChoice(['deputy']) })

/** Reads the attendance form; its fields follow the list of the meeting, for example `status_` and the field of the line. */
export function parseAttendance(body: FormBody, lines: readonly RollLine[]): Result<AttendanceInput, FieldProblem> {
  const problems: FieldProblem[] = []
  const entries = lines.flatMap(({ field, person, deputies, also }): RollEntry[] => {
    if ((person === undefined || also !== undefined) && deputies.length === 0) return []
    const names = ['status', 'deputy', 'arrived', 'left', 'back', 'leftAgain', 'remote'] as const
    const parsed = parseForm(
      also === undefined ? line : standIn,
      Object.fromEntries(names.map((name) => [name, postedText(body[`${name}_${field}`])])),
    )
    if (parsed.ok) return [{ field, ...parsed.value }]
    problems.push(...parsed.problems.map((problem) => ({ ...problem, field: `${problem.field}_${field}` })))
    return []
  })
  const rest = parseForm(general, body)
  if (!rest.ok) problems.push(...rest.problems)
  const [first, ...more] = problems
  if (first) return fail(first, ...more)
  if (!rest.ok) return fail(...rest.problems)
  const { others, chairWho, chairOther, nextChair, nextFrom } = rest.value
  return succeed({
    entries,
    others: peopleOf(others ?? ''),
    chair: { who: chairWho, other: chairOther, next: nextChair, nextFrom },
    mark: postedText(body.mark),
  })
}

/** One person a line: the name, and after the first comma what they are. */
function peopleOf(lines: string): readonly OtherPerson[] {
  return lines.split('\n').flatMap((typed): OtherPerson[] => {
    const [name = '', ...capacity] = typed.split(',')
    return name.trim() === '' ? [] : [{ name: name.trim().slice(0, 200), capacity: capacity.join(',').trim().slice(0, 300) }]
  })
}

/** Reads the record of whom the chair consulted. */
export function parseConsultation(body: FormBody) {
  return parseForm(z.object({ consulted: longText(2000), views: longText(5000), body: optionalUuid() }), body)
}

/** Reads why a meeting was abandoned. */
export function parseAbandon(body: FormBody) {
  return parseForm(z.object({ reason: text(500) }), body)
}
