import { sql } from 'kysely'
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
