import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import type { Clock } from '#platform/time/clock.ts'
import { dayOf } from '#platform/time/london.ts'
import { type Config, isLoopback } from '../config.ts'

const people = z.array(z.object({ name: z.string(), role: z.string(), email: z.string(), password: z.string(), totp: z.string() }))

/** One person of the sample and how to sign in as them; `totp` is the authenticator's seed in base 32. */
export type SamplePerson = z.output<typeof people>[number]

/** What became of the sample in this database: never asked for, being loaded (or cut short), loaded, or left for real work. */
export type SampleState = 'none' | 'loading' | 'loaded' | 'left'

const SETTING = 'sample.state'

/** Reads what became of the sample. */
export async function readSampleState(db: Database): Promise<SampleState> {
  const row = await db.selectFrom('platform.setting').select('value').where('key', '=', SETTING).executeTakeFirst()
  return row === undefined ? 'none' : z.enum(['loading', 'loaded', 'left']).parse(row.value)
}

/** Writes what became of the sample. */
export async function writeSampleState(db: Database, clock: Clock, state: Exclude<SampleState, 'none'>): Promise<void> {
  const now = clock.now()
  const value = JSON.stringify(state)
  await writeAs(db, { actor: SYSTEM_ACTOR, now, today: dayOf(now) }, (tx) =>
    tx
      .insertInto('platform.setting')
      .values({ key: SETTING, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute(),
  )
}

/** Whether the sample belongs into this database: it is empty, and either asked for, or embedded and reached from this machine alone. */
export function wantsSample(config: Config, state: SampleState, isEmpty: boolean): boolean {
  if (config.sample === 'off' || state === 'loaded') return false
  if (state === 'loading') return true
  if (!isEmpty) return false
  if (config.sample === 'on') return true
  return state === 'none' && config.database.kind === 'embedded' && isLoopback(config.host)
}

/** Whether nobody has done anything here yet. */
export async function isEmptyHouse(db: Database): Promise<boolean> {
  const done = await db.selectFrom('platform.audit_entry').select('id').limit(1).executeTakeFirst()
  return done === undefined
}

const file = (data: string): string => join(data, 'sample-sign-in.json')

/** Keeps how to sign in as the people of the sample, with mode 0600. */
export function keepSignIn(data: string, list: readonly SamplePerson[]): void {
  writeFileSync(`${file(data)}.new`, `${JSON.stringify(list, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file(data)}.new`, file(data))
}

/** How to sign in as the people of the sample; empty where the file is gone. */
export function readSignIn(data: string): readonly SamplePerson[] {
  return existsSync(file(data)) ? people.parse(JSON.parse(readFileSync(file(data), 'utf8'))) : []
}

/** Forgets how to sign in as the people of the sample. */
export function forgetSignIn(data: string): void {
  rmSync(file(data), { force: true })
}
