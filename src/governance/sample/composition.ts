import type { Writer } from '#platform/database/session.ts'
import { on, sampleId } from './ids.ts'

/** Roles that the law names, by board and seat. */
const roles: readonly (readonly [slug: string, seat: string, role: string])[] = [
  ['northbrook-childrens-partnership', 'director_chair', 'Director of children’s services'],
  ['northbrook-childrens-partnership', 'lead_member', 'Lead member for children’s services'],
]

/** Seats whose holders act as managers of services. */
const managers = ['corporate_director', 'assistant_director', 'operations']

/** Who must be on the boards of the sample by the law; the terms of the delivery boards say for themselves whom these must have. */
const rules: readonly (readonly [slug: string, matches: string, value: string, atMeetings: boolean, source: string, from: string])[] = [
  ['northbrook-childrens-partnership', 'role', 'Director of children’s services', false, 'Children Act 2004, section 18', '2013-04-01'],
  ['northbrook-childrens-partnership', 'role', 'Lead member for children’s services', false, 'Children Act 2004, section 19', '2013-04-01'],
]

/** Adds who must be on the boards of the sample. */
export async function addComposition(tx: Writer): Promise<void> {
  for (const [slug, seat, role] of roles)
    await tx
      .updateTable('governance.seat')
      .set({ statutory_role: role })
      .where('id', '=', sampleId('seat', `${slug} ${seat}`))
      .execute()
  const seats = managers.map((seat) => sampleId('seat', `proactive-care-delivery-board ${seat}`))
  await tx
    .updateTable('governance.appointment')
    .set({ capacity: 'Manager' })
    .where('seat', 'in', seats)
    .where('capacity', '=', '')
    .execute()
  const rows = rules.map(([slug, matches, value, at_meetings, source, from]) => ({
    ...{ id: sampleId('composition', `${slug} ${value}`), body: sampleId('body', slug), matches, value, at_least: 1 },
    ...{ at_meetings, source, starts_on: on(from) },
  }))
  await tx.insertInto('governance.composition_rule').values(rows).execute()
}

/** Adds the days on which the council's house is closed at the turn of the year: by them some boards count their working days. */
export async function addClosureDays(tx: Writer): Promise<void> {
  const days = ['2026-12-29', '2026-12-30', '2026-12-31'].map((day) => ({
    ...{ id: sampleId('closure', day), organisation: sampleId('organisation', 'council'), day: on(day) },
    ...{
      title: 'Closed between Christmas and New Year',
      source: 'Decision of the cabinet of 14 October 2025',
      entered_on: on('2025-10-20'),
    },
  }))
  await tx.insertInto('governance.closure_day').values(days).execute()
}

/** Adds a bank holiday that somebody entered: invented, and not where the boards of the sample are. */
export async function addBankHoliday(tx: Writer): Promise<void> {
  await tx
    .insertInto('governance.bank_holiday')
    .values({
      ...{ division: 'scotland', day: on('2027-10-04'), title: 'Day of thanksgiving (invented for the sample)' },
      ...{ announced_on: on('2026-01-12'), source: 'The sample of Northbrook' },
    })
    .execute()
}
