import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import type { Acting, Writer } from '#platform/database/session.ts'
import { comparePeriods, type NationalPeriod, readNationalPeriod, readNationalValue } from '../rules/national-reading.ts'
import type { NationalReport, Oddity } from '../rules/national-report.ts'
import { NationalRefused, type NationalRow, type NationalSet } from '../rules/national-set.ts'
import { keepAreas, keepMeasures, keepNeighbours, keepPeriods, keepValues, type PeriodRow, removeOthers } from './keep-national.ts'

/** What a reading of published files did. `changed` is false where the very same files were read in last. */
export interface NationalImport {
  readonly changed: boolean
  /** Id of the edition in force afterwards. */
  readonly edition: string
  readonly report: NationalReport
}

interface Seen {
  readonly id: number
  readonly period: NationalPeriod
  readonly measure: string
  /** One byte an area, at its place in the list: whether it had a value. */
  readonly areas: Uint8Array
}

interface Tally {
  rows: number
  numbers: number
  added: number
  revised: number
  readonly states: Record<string, number>
  readonly marks: Record<string, number>
}

/**
 * Reads published files in, in one transaction: what is new is added, what differs written over, what the files no longer have removed. Measures that are
 * tied to a published one stay so. @throws NationalRefused where the files contradict themselves; then nothing was read in
 */
export async function importNational(tx: Writer, acting: Pick<Acting, 'now'>, set: NationalSet): Promise<NationalImport> {
  await sql`select pg_advisory_xact_lock(hashtext('performance.national'))`.execute(tx)
  const last = await lastEdition(tx)
  if (last?.digest === set.digest) return { changed: false, edition: last.id, report: last.report }
  if (set.areas.length === 0 || set.measures.length === 0) throw new NationalRefused('There are no places or no measures in these files.')
  await keepAreas(tx, set.areas)
  const numbers = await keepMeasures(tx, set.measures)
  await keepNeighbours(tx, set.neighbours)
  const gathered = await gather(tx, set, numbers)
  const removed = await removeOthers(tx, set, gathered.seen)
  // What is asked next is planned by what is there now.
  await sql`select performance.analyze_national()`.execute(tx)
  const { tally, seen } = gathered
  const report: NationalReport = {
    ...tally,
    measures: new Set(seen.map(({ measure }) => measure)).size,
    ...{ periods: seen.length, areas: set.areas.length, removed },
    neighbourEditions: [...new Set(set.neighbours.map(({ edition }) => edition))].sort(),
    odd: set.odd.list(),
  }
  const edition = newId()
  await tx
    .insertInto('performance.national_edition')
    .values({
      id: edition,
      source: set.source,
      licence: set.licence,
      digest: set.digest,
      read_at: acting.now,
      report: JSON.stringify(report),
    })
    .execute()
  return { changed: true, edition, report }
}

async function lastEdition(
  tx: Writer,
): Promise<{ readonly id: string; readonly digest: string; readonly report: NationalReport } | undefined> {
  const row = await tx
    .selectFrom('performance.national_edition')
    .select(['id', 'digest', 'report'])
    .orderBy('read_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { id: row.id, digest: row.digest, report: row.report as unknown as NationalReport }
}

async function gather(
  tx: Writer,
  set: NationalSet,
  measures: ReadonlyMap<string, number>,
): Promise<{ readonly tally: Tally; readonly seen: readonly Seen[] }> {
  const tally: Tally = { rows: 0, numbers: 0, added: 0, revised: 0, states: {}, marks: {} }
  const places = new Map(set.areas.map(({ number }, index) => [number, index]))
  const seen = new Map<string, Seen>()
  const decimals = new Map<string, number>()
  for await (const rows of set.values()) {
    await meetPeriods(tx, { rows, set, measures, seen, areas: set.areas.length })
    const [areas, periods, values, states]: [number[], number[], (string | null)[], (string | null)[]] = [[], [], [], []]
    for (const row of rows) {
      tally.rows += 1
      const period = seen.get(keyOf(row))
      if (period === undefined) continue
      const place = places.get(row.area)
      if (place === undefined) {
        set.odd.note('area-unknown', `row ${row.at}: ${row.area}`)
        continue
      }
      if (period.areas[place] === 1)
        throw new NationalRefused(
          `Row ${row.at} of the values is a second one for ${row.code}, ${row.period}, place ${row.area}. Nothing was read in.`,
        )
      period.areas[place] = 1
      const { decimal, state } = readRow(row, set, tally)
      if (decimal !== null) decimals.set(row.code, Math.max(decimals.get(row.code) ?? 0, decimal.split('.')[1]?.length ?? 0))
      if (period.period.standing !== '') tally.marks[period.period.standing] = (tally.marks[period.period.standing] ?? 0) + 1
      areas.push(row.area)
      periods.push(period.id)
      values.push(decimal)
      states.push(state)
    }
    const { added, revised } = await keepValues(tx, { areas, periods, values, states })
    tally.added += added
    tally.revised += revised
  }
  if (seen.size === 0)
    throw new NationalRefused('There is no value in these files that belongs to a measure and a period. Nothing was read in.')
  const unsaid = set.measures.flatMap(({ code, decimals: stated }) =>
    stated === null ? [[code, Math.min(2, decimals.get(code) ?? 0)] as const] : [],
  )
  await keepPeriods(tx, new Map(unsaid), orderOf([...seen.values()]))
  return { tally, seen: [...seen.values()] }
}

const keyOf = ({ code, period }: Pick<NationalRow, 'code' | 'period'>): string => `${code}\n${period}`

function readRow(row: NationalRow, set: NationalSet, tally: Tally): { readonly decimal: string | null; readonly state: string | null } {
  const read = readNationalValue(row.value)
  const odd = (what: Oddity): void => set.odd.note(what, `row ${row.at}: ${row.code}, ${row.period}, place ${row.area}: ${row.value}`)
  if (read.is === 'number') {
    if (read.cleaned) odd('value-cleaned')
    tally.numbers += 1
    return { decimal: read.decimal, state: null }
  }
  if (read.is === 'odd') odd('value-odd')
  const state = read.is === 'odd' ? 'missing' : read.state
  tally.states[state] = (tally.states[state] ?? 0) + 1
  return { decimal: null, state }
}

/** Finds or makes the periods that are met for the first time. */
async function meetPeriods(
  tx: Writer,
  met: {
    readonly rows: readonly NationalRow[]
    readonly set: NationalSet
    readonly measures: ReadonlyMap<string, number>
    readonly seen: Map<string, Seen>
    readonly areas: number
  },
): Promise<void> {
  const { rows, set, measures, seen, areas } = met
  const fresh = new Map<string, PeriodRow & { readonly code: string; readonly period: NationalPeriod }>()
  for (const row of rows) {
    const key = keyOf(row)
    if (seen.has(key) || fresh.has(key)) continue
    const measure = measures.get(row.code)
    const period = measure === undefined ? null : readNationalPeriod(row.period)
    if (measure === undefined) set.odd.note('measure-unknown', `row ${row.at}: ${row.code}`)
    else if (period === null) set.odd.note('period-unreadable', `row ${row.at}: ${row.code}, ${row.period}`)
    else fresh.set(key, { measure, code: row.code, period, ...period })
  }
  const list = [...fresh.entries()]
  const ids = await keepNewPeriods(
    tx,
    list.map(([, one]) => one),
  )
  for (const [index, [key, { code, period }]] of list.entries()) {
    const id = ids[index]
    if (id === undefined) throw new Error('Every period has a number.')
    seen.set(key, { id, period, measure: code, areas: new Uint8Array(areas) })
  }
}

/** How many periods lie between each and the latest of its measure. */
function orderOf(seen: readonly Seen[]): ReadonlyMap<number, number> {
  const back = new Map<number, number>()
  for (const list of Map.groupBy(seen, ({ measure }) => measure).values()) {
    const sorted = list.toSorted((one, other) => comparePeriods(other.period, one.period) || other.id - one.id)
    for (const [index, { id }] of sorted.entries()) back.set(id, index)
  }
  return back
}

async function keepNewPeriods(tx: Writer, rows: readonly PeriodRow[]): Promise<readonly number[]> {
  if (rows.length === 0) return []
  const kept = await tx
    .insertInto('performance.national_period')
    .values(
      rows.map(({ measure, written, fromYear, toYear, standing }) => ({
        measure,
        written,
        from_year: fromYear,
        to_year: toYear,
        standing,
        back: 0,
      })),
    )
    .onConflict((conflict) => conflict.columns(['measure', 'written']).doUpdateSet((eb) => ({ standing: eb.ref('excluded.standing') })))
    .returning(['id', 'measure', 'written'])
    .execute()
  const ids = new Map(kept.map(({ id, measure, written }) => [`${measure}\n${written}`, id]))
  return rows.map(({ measure, written }) => ids.get(`${measure}\n${written}`) ?? -1)
}
