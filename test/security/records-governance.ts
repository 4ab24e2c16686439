import { sql } from 'kysely'
import * as paths from '#governance/area-paths.ts'
import { endCompositionRulePath, newCompositionRulePath } from '#governance/composition-paths.ts'
import {
  announcedYearPath,
  newBankHolidayPath,
  newClosureDaysPath,
  withdrawBankHolidayPath,
  withdrawClosureDayPath,
} from '#governance/holiday-paths.ts'
import * as life from '#governance/paths.ts'
import { datedRuleStepPath, newDatedRulePath } from '#governance/rule-paths.ts'
import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'

const from = Temporal.PlainDate.from('2020-01-01')

/** A team, and a dispute for members that was taken to the board itself, so that its chair answers and its clerk does too. */
export async function addTeamAndDispute(owner: Database, body: string): Promise<{ readonly team: string; readonly dispute: string }> {
  const [team, dispute] = [newId(), newId()]
  await owner.insertInto('governance.team').values({ id: team, name: 'A team', starts_on: from }).execute()
  await owner
    .insertInto('governance.dispute')
    .values({
      ...{ id: dispute, body, subject: 'A dispute', words: 'A matter', majority: 'Some', majority_view: 'Yes', minority: 'Others' },
      ...{ minority_view: 'No', raised_on: from, ladder: sql`'[{"who": "The board", "days": null}]'::jsonb`, sight: 'members' },
    })
    .execute()
  await owner
    .insertInto('governance.dispute_step')
    .values({ dispute, number: 1, who: 'The board', to_body: body, taken_on: from })
    .execute()
  return { team, dispute }
}

/** Where teams are kept, work is handed on and disputes are taken up. */
export const lifeEndpoints = (slug: string, team: string, dispute: string) => [
  { path: life.newTeamPath, record: 'team', verb: 'add' },
  { path: life.changeTeamPath(team), record: 'team', verb: 'change' },
  { path: life.newTeamMemberPath(team), record: 'team', verb: 'change' },
  { path: life.newHandoverPath(slug), record: 'handover', verb: 'add' },
  { path: life.newDisputePath(slug), record: 'dispute', state: 'public', verb: 'raise' },
  { path: life.disputeActPath(slug, dispute, 'up'), record: 'dispute', state: 'public', verb: 'take-up' },
  { path: life.disputeActPath(slug, dispute, 'postpone'), record: 'dispute', state: 'public', verb: 'postpone' },
  { path: life.disputeActPath(slug, dispute, 'settle'), record: 'dispute', state: 'public', verb: 'settle' },
]

/** An area that a body serves, and how it lies to another. */
export async function addAreas(owner: Database, body: string): Promise<{ readonly area: string; readonly line: string }> {
  const [area, wider, line] = [newId(), newId(), newId()]
  await owner
    .insertInto('governance.area')
    .values([
      { id: area, kind: 'ward', name: 'A ward', starts_on: from },
      { id: wider, kind: 'district', name: 'A district', starts_on: from },
    ])
    .execute()
  await owner.insertInto('governance.area_relation').values({ id: line, area, other: wider, kind: 'within' }).execute()
  await owner.insertInto('governance.body_area').values({ body, area, starts_on: from }).execute()
  return { area, line }
}

const closureDay = '00000000-0000-7000-8000-0000000000cc'

/** A rule on who must be on the body, and a bank holiday that somebody entered. */
export async function addCompositionRule(owner: Database, body: string): Promise<string> {
  const id = newId()
  await owner
    .insertInto('governance.composition_rule')
    .values({ id, body, matches: 'capacity', value: 'Clinician', at_least: 1, source: 'Its terms', starts_on: from })
    .execute()
  const holiday = { division: 'scotland', day: Temporal.PlainDate.from('2031-05-05'), title: 'A day of joy', source: 'A proclamation' }
  await owner.insertInto('governance.bank_holiday').values(holiday).execute()
  const house = newId()
  await owner
    .insertInto('governance.organisation')
    .values({ id: house, name: 'A house that closes', sector: 'council', starts_on: Temporal.PlainDate.from('2000-01-01') })
    .execute()
  await owner
    .insertInto('governance.closure_day')
    .values({
      id: closureDay,
      organisation: house,
      day: Temporal.PlainDate.from('2031-12-29'),
      title: 'Closed',
      source: 'A notice',
      entered_on: Temporal.PlainDate.from('2026-01-01'),
    })
    .execute()
  return id
}

/** Where seats are kept. */
export const seatEndpoints = (slug: string, seat: string) => [
  { path: life.newSeatPath(slug), record: 'seat', verb: 'add' },
  { path: life.changeSeatPath(slug, seat), record: 'seat', verb: 'change' },
  { path: life.endSeatPath(slug, seat), record: 'seat', verb: 'end' },
]

/** Where places are filled, and deputies named. */
export const memberEndpoints = (slug: string, seat: string, appointment: string, deputy: string) => [
  { path: life.appointPath(slug, seat), record: 'appointment', verb: 'add' },
  { path: life.endAppointmentPath(slug, appointment), record: 'appointment', verb: 'end' },
  { path: life.memberImportPath(slug), record: 'appointment', verb: 'import' },
  { path: life.newDeputyPath(slug, appointment), record: 'deputy-authorisation', verb: 'add' },
  { path: life.endDeputyPath(slug, deputy), record: 'deputy-authorisation', verb: 'end' },
]

/** Where they are entered and ended. */
export const lawEndpoints = (slug: string, composition: string) => [
  { path: newCompositionRulePath(slug), record: 'composition-rule', verb: 'add' },
  { path: endCompositionRulePath(slug, composition), record: 'composition-rule', verb: 'end' },
  { path: newBankHolidayPath, record: 'bank-holiday', verb: 'add' },
  { path: announcedYearPath, record: 'bank-holiday', verb: 'add' },
  { path: withdrawBankHolidayPath('scotland', '2031-05-05'), record: 'bank-holiday', verb: 'withdraw' },
  { path: newClosureDaysPath, record: 'bank-holiday', verb: 'add' },
  { path: withdrawClosureDayPath(closureDay), record: 'bank-holiday', verb: 'withdraw' },
]

/** What areas are changed at, and by whom it is asked of the matrix. */
export const areaEndpoints = (slug: string, area: string, line: string) => [
  { path: paths.newAreaPath, record: 'area', verb: 'add' },
  { path: paths.changeAreaPath(area), record: 'area', verb: 'change' },
  { path: paths.newAreaRelationPath(area), record: 'area', verb: 'change' },
  { path: paths.endAreaRelationPath(area, line), record: 'area', verb: 'change' },
  { path: paths.takeBackAreaRelationPath(area, line), record: 'area', verb: 'change' },
  { path: paths.newBodyAreasPath(slug), record: 'body', verb: 'change' },
  { path: paths.endBodyAreaPath(slug, area), record: 'body', verb: 'change' },
]

/** The rows that stand for that in the database. */
export const areaTables = (area: string, line: string) => [
  { table: 'governance.area', where: `id = '${area}'`, record: 'area', verb: 'change' },
  { table: 'governance.area_relation', where: `id = '${line}'`, record: 'area', verb: 'change' },
  { table: 'governance.body_area', where: `area = '${area}'`, record: 'body', verb: 'change' },
]

/** An act by which something became of an organisation. */
export async function addSuccessionAct(owner: Database, organisation: string): Promise<string> {
  const act = newId()
  await owner.insertInto('governance.succession_act').values({ id: act, act: 'end', on_day: from, keeps_effects: false }).execute()
  await owner.insertInto('governance.succession_party').values({ act, part: 'former', organisation, name: 'An organisation' }).execute()
  return act
}

/** What dated rules are kept at. */
export const ruleEndpoints = (rule: string) => [
  { path: newDatedRulePath('notice'), record: 'dated-rule', verb: 'add' },
  { path: datedRuleStepPath('mile-rates', rule, 'end'), record: 'dated-rule', verb: 'end' },
  { path: datedRuleStepPath('mile-rates', rule, 'correct'), record: 'dated-rule', verb: 'correct' },
]

/** The rows that stand for that in the database. */
export const ruleTables = (rule: string) => [
  { table: 'governance.mile_rate', where: `id = '${rule}'`, record: 'dated-rule', verb: 'correct' },
  { table: 'governance.notice_law', where: "legal_regime = 'lga1972'", record: 'dated-rule', verb: 'end' },
  { table: 'governance.presence_law', where: "legal_regime = 'lga1972'", record: 'dated-rule', verb: 'end' },
]
