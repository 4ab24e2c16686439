import { z } from 'zod'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, longText, optionalUuid, text, uuid, uuids, version } from '#platform/web/fields.ts'
import { codeOf, textOrEmpty } from './fields.ts'

type Codes = readonly { readonly code: string }[]

/** How an area lies to another, as a form offers it: 'contains' is 'within' said from the other side. */
export const areaRelationChoices = ['within', 'contains', 'overlaps', 'beside'] as const

const fields = (kinds: Codes) => ({ name: text(200), kind: codeOf(kinds), code: textOrEmpty(40), source: textOrEmpty(300) })

/** A new area. */
export const newAreaForm = (kinds: Codes) => z.object({ ...fields(kinds), within: optionalUuid(), startsOn: day() })

/** What changes about one. */
export const changedAreaForm = (kinds: Codes) =>
  z.object({ ...fields(kinds), renamedOn: optionalDay(), endsOn: optionalDay(), version: version() })

/** How one lies to another. */
export const areaRelationForm = z.object({ kind: choice(areaRelationChoices), other: uuid(), startsOn: optionalDay() })

/** The areas that a body serves. */
export const bodyAreasForm = z.object({ areas: uuids(), startsOn: day(), endsOn: optionalDay() })

/** Why something is taken back. */
export const takenBackLineForm = z.object({ reason: longText(500) })
