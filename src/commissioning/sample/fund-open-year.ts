import { newId } from '#platform/database/ids.ts'
import type { Scene } from './ground.ts'

interface Known {
  readonly fund: string
  readonly body: string
  readonly sight: 'public'
}

/** Writes the year before of the aligned fund, which is over and waits to be closed, and a list of steps that is still a draft. */
export async function writeOpenYear({ tx, organisation }: Scene, known: Known, thisYear: number): Promise<void> {
  const year = thisYear - 1
  await tx
    .insertInto('commissioning.fund_year')
    .values({ ...known, year, forecast_method: 'straight-line' })
    .execute()
  const parts = [
    ['icb', 'Mental health investment', 'Teams in schools', 88_000_000n, 86_112_000n],
    ['council', 'Schools budget', 'Counselling', 61_000_000n, 62_430_000n],
  ] as const
  for (const [by, source, title, pence, spent] of parts) {
    const line = newId()
    await tx
      .insertInto('commissioning.contribution')
      .values({ id: newId(), ...known, year, partner: organisation(by), source, kind: 'cash', planned: pence })
      .execute()
    await tx
      .insertInto('commissioning.budget_line')
      .values({ id: line, ...known, year, title, managed_by: organisation(by), original: pence })
      .execute()
    const entry = { id: newId(), ...known, year, line, kind: 'actual', period: 12, on_day: new Temporal.PlainDate(thisYear, 3, 31) }
    await tx
      .insertInto('commissioning.entry')
      .values({ ...entry, pence: spent, description: 'The whole year' })
      .execute()
  }
  const april = new Temporal.PlainDate(year, 4, 1)
  await tx
    .updateTable('commissioning.fund_year')
    .set({ state: 'agreed', agreed_on: april })
    .where('fund', '=', known.fund)
    .where('year', '=', year)
    .execute()
  const rule = newId()
  await tx
    .insertInto('commissioning.risk_rule')
    .values({
      ...{ id: rule, ...known, title: 'Letter between the partners', first_year: thisYear },
      underspend: 'managed',
      underspend_clause: 'paragraph 6',
    })
    .execute()
  const step = { rule, position: 1, ...known, kind: 'first_part_to', clause: 'paragraph 4', authority: 'The integrated care board' }
  await tx
    .insertInto('commissioning.risk_step')
    .values({ ...step, partner: organisation('icb'), up_to: 1_000_000n })
    .execute()
}
