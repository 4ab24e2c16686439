import { sql } from 'kysely'
import * as paths from '#governance/area-paths.ts'
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

/** A rule on who must be on the body. */
export async function addCompositionRule(owner: Database, body: string): Promise<string> {
  const id = newId()
  await owner
    .insertInto('governance.composition_rule')
    .values({ id, body, matches: 'capacity', value: 'Clinician', at_least: 1, source: 'Its terms', starts_on: from })
    .execute()
  return id
}

/** What areas are changed at, and by whom it is asked of the matrix. */
export const areaEndpoints = (slug: string, area: string, line: string) => [
  { path: paths.newAreaPath, record: 'area', verb: 'add' },
  { path: paths.changeAreaPath(area), record: 'area', verb: 'change' },
  { path: paths.newAreaRelationPath(area), record: 'area', verb: 'change' },
  { path: paths.endAreaRelationPath(area, line), record: 'area', verb: 'change' },
  { path: paths.newBodyAreasPath(slug), record: 'body', verb: 'change' },
  { path: paths.endBodyAreaPath(slug, area), record: 'body', verb: 'change' },
]

/** The rows that stand for that in the database. */
export const areaTables = (area: string, line: string) => [
  { table: 'governance.area', where: `id = '${area}'`, record: 'area', verb: 'change' },
  { table: 'governance.area_relation', where: `id = '${line}'`, record: 'area', verb: 'change' },
  { table: 'governance.body_area', where: `area = '${area}'`, record: 'body', verb: 'change' },
]
