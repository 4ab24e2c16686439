import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import type { Family } from './slow-figures.ts'
import type { Town } from './town.ts'

/** Enters families as years of work would leave them. */
export async function enterFamilies(town: Town, families: readonly Family[]): Promise<void> {
  await town.ownerDb.transaction().execute(async (tx) => {
    await sql`set local app.actor = ''`.execute(tx)
    for (const one of families) {
      const [family, episode] = [newId(), one.id]
      await tx.insertInto('casework.family').values({ id: family, label: 'Family', area: town.area }).execute()
      await tx
        .insertInto('casework.episode')
        .values({
          ...{ id: episode, family, area: town.area, is_shielded: false, reference: one.reference, agency: town.agency('asker') },
          ...{ requested_by: town.person('asker'), requested_on: Temporal.PlainDate.from('2023-01-01'), agreed_on: one.agreedOn ?? null },
        })
        .execute()
      if (one.closedOn && one.reason)
        await tx
          .updateTable('casework.episode')
          .set({ closed_on: one.closedOn, closure_reason: one.reason })
          .where('id', '=', episode)
          .execute()
      for (let child = 0; child < one.children; child += 1)
        await tx
          .insertInto('casework.person')
          .values({ id: newId(), family, name: 'Child', part: 'child', entered_by: town.person('asker'), entered_in: episode })
          .execute()
    }
  })
}
