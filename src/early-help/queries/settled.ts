import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { type SettledCode, settledKinds } from '../rules/settled.ts'
import { findNames } from './names.ts'

/** Where something settled is kept; clocks of movement stand in one table, each under its kind. */
export interface SettledTable {
  readonly table: string
  readonly kind?: string
}

const clock = (kind: string): SettledTable => ({ table: 'casework.movement_clock', kind })

/** The table of each. */
export const settledTables: Readonly<Record<SettledCode, SettledTable>> = {
  practice: { table: 'casework.practice_rule' },
  plan: { table: 'casework.plan_rule' },
  movement: { table: 'casework.movement_rule' },
  request: clock('request'),
  'step-up': clock('step-up'),
  'step-down': clock('step-down'),
  'transfer-out': clock('transfer-out'),
  'transfer-in': clock('transfer-in'),
  emergency: { table: 'casework.emergency_rule' },
  access: { table: 'casework.access_rule' },
}

/** What was settled from a day on: its numbers by name, where it comes from, and who set it and when; setOn null: brought with the product. */
export interface SettledRow {
  readonly code: SettledCode
  readonly startsOn: Temporal.PlainDate
  readonly numbers: Readonly<Record<string, number>>
  readonly source: string
  readonly setBy: string
  readonly setOn: Temporal.PlainDate | null
}

interface KeptRow {
  readonly code: SettledCode
  readonly starts_on: Temporal.PlainDate
  readonly numbers: Readonly<Record<string, number>>
  readonly source: string
  readonly set_by: string | null
  readonly set_on: Temporal.PlainDate | null
}

/** Everything that was settled, of each the latest first, in one statement. */
export async function listSettled(reader: Reader): Promise<readonly SettledRow[]> {
  const parts = Object.entries(settledTables).map(([code, { table, kind }]) => {
    const names = settledKinds[code as SettledCode].numbers.map(({ name }) => sql`${sql.lit(name)}, ${sql.ref(name)}`)
    return sql`select ${sql.lit(code)} as code, starts_on, jsonb_build_object(${sql.join(names)}) as numbers, source, set_by, set_on from ${sql.table(table)}
      ${kind === undefined ? sql`` : sql`where kind = ${kind}`}`
  })
  const rows = await reader
    .selectFrom(sql<KeptRow>`(${sql.join(parts, sql` union all `)})`.as('settled'))
    .selectAll()
    .orderBy('code')
    .orderBy('starts_on', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ set_by }) => set_by),
  )
  return rows.map(({ starts_on, set_by, set_on, ...row }) => ({
    ...row,
    startsOn: starts_on,
    setBy: names.get(set_by ?? '') ?? '',
    setOn: set_on,
  }))
}
