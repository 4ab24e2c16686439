import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { yearOf } from '../rules/year.ts'
import { closeSampleYear } from './fund-year-before.ts'
import type { CommissioningSampleGround, Scene } from './ground.ts'

interface Known {
  readonly fund: string
  readonly body: string
  readonly sight: 'public'
}

const YEAR = 2021

/** Partner, line, thousand pounds planned, and pounds spent: by the four groups that the integrated care board replaced in July 2022. */
const parts = [
  ['council', 'Counselling', 560, 559_204],
  ['ccg-west', 'Teams in schools: west', 210, 214_880],
  ['ccg-east', 'Teams in schools: east', 180, 176_312],
  ['ccg-south', 'Teams in schools: south', 240, 240_000],
  ['ccg-south-west', 'Teams in schools: south west', 120, 118_604],
] as const

/** Writes a year of the aligned fund from before its present health partner was there, so that its totals can be seen as the bodies were and as they are now. */
export async function writeYearOfGroups({ tx, organisation, today }: Scene, known: Known): Promise<void> {
  if (yearOf(today) <= YEAR + 1) return
  const at = { ...known, year: YEAR }
  await tx
    .insertInto('commissioning.fund_year')
    .values({ ...at, forecast_method: 'straight-line' })
    .execute()
  const ids = parts.map(() => newId())
  await tx
    .insertInto('commissioning.contribution')
    .values(
      parts.map(([partner, , pounds]) => ({
        ...{ id: newId(), ...at, partner: organisation(partner), kind: 'cash', planned: BigInt(pounds) * 100_000n },
        source: partner === 'council' ? 'Schools budget' : 'Mental health investment',
      })),
    )
    .execute()
  await tx
    .insertInto('commissioning.budget_line')
    .values(
      parts.map(([partner, title, pounds], place) => ({
        ...{ id: ids[place] ?? '', ...at, title, managed_by: organisation(partner), original: BigInt(pounds) * 100_000n },
      })),
    )
    .execute()
  await tx
    .updateTable('commissioning.fund_year')
    .set({ state: 'agreed', agreed_on: new Temporal.PlainDate(YEAR, 4, 1) })
    .where('fund', '=', known.fund)
    .where('year', '=', YEAR)
    .execute()
  await tx
    .insertInto('commissioning.entry')
    .values(
      parts.map(([, , , pounds], place) => ({
        ...{ id: newId(), ...at, line: ids[place] ?? '', kind: 'actual', period: 12, on_day: new Temporal.PlainDate(YEAR + 1, 3, 31) },
        ...{ pence: BigInt(pounds) * 100n, description: 'The whole year' },
      })),
    )
    .execute()
}

/** Closes that year: each bears its own lines. */
export function closeYearOfGroups(owner: Database, ground: CommissioningSampleGround): Promise<void> {
  return closeSampleYear(owner, ground, 'Emotional health in schools', YEAR)
}
