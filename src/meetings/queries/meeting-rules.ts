import { findBodyById, findCalendar, findNoticeLaw, findTermsInForce } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { MeetingRules } from '../rules/deadlines.ts'

/** The rules of a meeting: those in force on its date (G4), and the working days of the body's division. */
export async function findMeetingRules(reader: Reader, body: string, heldOn: Temporal.PlainDate): Promise<MeetingRules> {
  const terms = await findTermsInForce(reader, body, heldOn)
  const record = await findBodyById(reader, body, heldOn)
  const calendar = await findCalendar(reader, record?.settings?.holidayDivision ?? 'england-and-wales')
  const law = (await findNoticeLaw(reader))(record?.settings?.legalRegime, heldOn)
  return { terms, calendar, law }
}
