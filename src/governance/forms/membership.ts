import { z } from 'zod'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, choices, optionalUuid, text, ticked, uuid, version, wholeNumber } from '#platform/web/fields.ts'
import { deputyBases, endingReasons, mandates, officeBases, officeRoles, votingStatuses } from '../rules/choices.ts'
import { codeOf, lines, textOrEmpty } from './fields.ts'

/** What a seat is. */
export function seatForm(categories: readonly { readonly code: string }[], functions: readonly string[]) {
  return z.object({
    name: text(200),
    category: codeOf(categories),
    group: textOrEmpty(60),
    organisation: optionalUuid(),
    sector: textOrEmpty(200),
    voting: choice(votingStatuses),
    places: wholeNumber(1, 100),
    statutoryRole: textOrEmpty(200),
    alternatives: lines(20, 200),
    capacityRequired: textOrEmpty(300),
    byPost: ticked(),
    mayAttendPrivate: ticked(),
    votesOn: choices(functions),
  })
}

/** From when a new seat exists. */
export const seatStart = z.object({ startsOn: day() })
/** The version of the seat that was corrected. */
export const seatVersion = z.object({ version: version() })

/** The end of something, with the version of the record that ends. */
export const endForm = z.object({ endsOn: day(), version: version() })
/** The end of something that has no version. */
export const plainEndForm = z.object({ endsOn: day() })

/** Who is to fill a place. */
export const appointForm = z.object({
  place: wholeNumber(1, 100),
  person: uuid(),
  onBehalfOf: optionalUuid(),
  capacity: textOrEmpty(200),
  mandate: choices(mandates),
  startsOn: day(),
  endsOn: optionalDay(),
})

/** How an appointment is to end. */
export const endAppointmentForm = z.object({ endsOn: day(), reason: choice(endingReasons), version: version() })

/** Who may sit in. */
export const deputyForm = z.object({
  person: uuid(),
  basis: choice(deputyBases),
  mayDecide: ticked(),
  agreedBy: optionalUuid(),
  membersToldOn: optionalDay(),
  startsOn: day(),
  endsOn: optionalDay(),
})

/** Who is to hold an office. */
export const officeForm = z.object({
  role: choice(officeRoles),
  person: uuid(),
  basis: choice(officeBases),
  note: textOrEmpty(300),
  startsOn: day(),
})
