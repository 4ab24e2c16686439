import { z } from 'zod'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { optionalLongText, optionalUuid, text, uuid, version } from '#platform/web/fields.ts'
import { lines } from './fields.ts'

const team = {
  name: text(200),
  functions: lines(20, 200),
  programme: optionalLongText(4000).transform((words) => words ?? ''),
  programmeOf: optionalUuid(),
  serves: optionalUuid(),
  startsOn: day(),
  endsOn: optionalDay(),
}

/** A team. */
export const teamForm = z.object(team)

/** What changes about it. */
export const changedTeamForm = z.object({ ...team, version: version() })

/** Somebody who joins it. */
export const teamMemberForm = z.object({ person: uuid(), role: text(120), startsOn: day(), endsOn: optionalDay() })
