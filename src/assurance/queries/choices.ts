import { listBodies, listOrganisationsOn, listPeopleWhoSignIn } from '#governance/public-data.ts'
import { findHeldMeetings, listDecisions } from '#meetings/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { FieldOption } from '#platform/web/form-page/form-fields.tsx'

/** The organisations that exist today, for choosing one. */
export async function organisationOptions(reader: Reader, today: Temporal.PlainDate): Promise<readonly FieldOption[]> {
  return (await listOrganisationsOn(reader, today)).map(({ id, name }) => ({ value: id, text: name }))
}

/** People who can sign in, for choosing who answers. */
export async function peopleOptions(reader: Reader): Promise<readonly FieldOption[]> {
  return (await listPeopleWhoSignIn(reader)).map(({ id, name }) => ({ value: id, text: name }))
}

/** Boards of the partnership, but one. */
export async function boardOptions(reader: Reader, but: string, today: Temporal.PlainDate): Promise<readonly FieldOption[]> {
  return (await listBodies(reader, today)).filter(({ id }) => id !== but).map(({ id, name }) => ({ value: id, text: name }))
}

/** A board's meetings that were held, the latest first. */
export async function heldMeetingOptions(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly FieldOption[]> {
  return (await findHeldMeetings(reader, today, { bodies: [body], limit: 40 })).map(({ id, heldOn }) => ({
    value: id,
    text: dayInWords(heldOn),
  }))
}

/** A board's latest decisions that one may see. */
export async function decisionOptions(reader: Reader, body: string): Promise<readonly FieldOption[]> {
  const { decisions } = await listDecisions(reader, body, { year: undefined, type: undefined, words: undefined, page: 1 })
  return decisions.map(({ id, number, text }) => ({ value: id, text: `${number === '' ? '' : `${number}: `}${text.slice(0, 90)}` }))
}
