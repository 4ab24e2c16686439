import { findWithdrawnDecisions } from '#meetings/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { MoveLimit, MoverRole } from '../rules/virement.ts'

/** Planned money that was moved. Pence. */
export interface Virement {
  readonly id: string
  readonly fromLine: string
  readonly fromTitle: string
  readonly toLine: string
  readonly toTitle: string
  readonly pence: bigint
  readonly onDay: Temporal.PlainDate
  readonly why: string
  /** The clause by which somebody moved it; '' where a board decided. */
  readonly clause: string
  readonly decision: string | undefined
  /** Whether that decision was withdrawn afterwards: what was moved stands until it is moved back. */
  readonly isWithdrawn: boolean
}

const rows = (reader: Reader) =>
  reader
    .selectFrom('commissioning.virement as v')
    .innerJoin('commissioning.budget_line as f', 'f.id', 'v.from_line')
    .innerJoin('commissioning.budget_line as t', 't.id', 'v.to_line')
    .leftJoin('commissioning.virement_limit as l', 'l.id', 'v.by_limit')
    .select(['v.id', 'v.fund', 'v.from_line', 'f.title as fromTitle', 'f.year as fromYear', 'v.to_line', 't.title as toTitle'])
    .select(['t.year as toYear', 'v.pence', 'v.on_day', 'v.why', 'v.decision', 'l.clause'])

async function complete(reader: Reader, found: Awaited<ReturnType<ReturnType<typeof rows>['execute']>>): Promise<readonly Virement[]> {
  const withdrawn = await findWithdrawnDecisions(
    reader,
    found.flatMap(({ decision }) => decision ?? []),
  )
  return found.map((row) => ({
    ...{ id: row.id, fromLine: row.from_line, fromTitle: row.fromTitle, toLine: row.to_line, toTitle: row.toTitle, pence: row.pence },
    ...{ onDay: row.on_day, why: row.why, clause: row.clause ?? '', decision: row.decision ?? undefined },
    isWithdrawn: row.decision !== null && withdrawn.has(row.decision),
  }))
}

/** What was moved out of and into the lines of a year, the latest first. */
export async function findVirements(reader: Reader, fund: string, year: number): Promise<readonly Virement[]> {
  const found = await rows(reader)
    .where('v.fund', '=', fund)
    .where((where) => where.or([where('f.year', '=', year), where('t.year', '=', year)]))
    .orderBy('v.on_day', 'desc')
    .orderBy('v.id', 'desc')
    .execute()
  return complete(reader, found)
}

/** One move that one may see, with its fund and the years of its lines. @throws NotFound */
export async function findVirement(
  reader: Reader,
  id: string,
): Promise<{ readonly virement: Virement; readonly fund: string; readonly fromYear: number; readonly toYear: number }> {
  const row = isUuid(id) ? await rows(reader).where('v.id', '=', id).executeTakeFirst() : undefined
  const [virement] = row ? await complete(reader, [row]) : []
  if (!row || !virement) throw new NotFound('No such move.')
  return { virement, fund: row.fund, fromYear: row.fromYear, toYear: row.toYear }
}

/** What a line had just before a move: its plan with everything that moved or varied earlier. Pence; null: its plan is not known. */
export async function findPlanBefore(reader: Reader, line: string, virement: Virement): Promise<bigint | null> {
  const [own, moves, varied] = await Promise.all([
    reader.selectFrom('commissioning.budget_line').select('original').where('id', '=', line).executeTakeFirst(),
    reader
      .selectFrom('commissioning.virement')
      .select(['id', 'to_line as toLine', 'pence', 'on_day as onDay'])
      .where((where) => where.or([where('from_line', '=', line), where('to_line', '=', line)]))
      .execute(),
    reader.selectFrom('commissioning.gift_variation').select(['pence', 'on_day as onDay']).where('line', '=', line).execute(),
  ])
  if (own === undefined || own.original === null) return null
  const isEarlier = (onDay: Temporal.PlainDate, id: string): boolean =>
    (Temporal.PlainDate.compare(onDay, virement.onDay) || (id < virement.id ? -1 : 1)) < 0
  const sums = [
    ...moves
      .filter(({ id, onDay }) => id !== virement.id && isEarlier(onDay, id))
      .map(({ toLine, pence }) => (toLine === line ? pence : -pence)),
    ...varied.filter(({ onDay }) => isEarlier(onDay, '')).map(({ pence }) => pence),
  ]
  return sums.reduce((sum, pence) => sum + pence, own.original)
}

/** A limit of the scheme, with its days. */
export interface DatedLimit extends MoveLimit {
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

/** The scheme of a fund: who may move how much, the smallest sums first. */
export async function findLimits(reader: Reader, fund: string): Promise<readonly DatedLimit[]> {
  const found = await reader
    .selectFrom('commissioning.virement_limit')
    .selectAll()
    .where('fund', '=', fund)
    .orderBy('up_to')
    .orderBy('id')
    .execute()
  return found.map(({ id, role, up_to, per, clause, starts_on, ends_on }) => ({
    ...{ id, role: role as MoverRole, upTo: up_to, per: per as 'move' | 'year', clause, startsOn: starts_on, endsOn: ends_on ?? undefined },
  }))
}

/** What each role has moved by its own authority out of the lines of a year. Pence. */
export async function findMovedByRole(reader: Reader, fund: string, year: number): Promise<ReadonlyMap<MoverRole, bigint>> {
  const found = await reader
    .selectFrom('commissioning.virement as v')
    .innerJoin('commissioning.virement_limit as l', 'l.id', 'v.by_limit')
    .innerJoin('commissioning.budget_line as b', 'b.id', 'v.from_line')
    .select((eb) => ['l.role', eb.fn.sum<string>('v.pence').as('pence')])
    .where('v.fund', '=', fund)
    .where('b.year', '=', year)
    .groupBy('l.role')
    .execute()
  return new Map(found.map(({ role, pence }) => [role as MoverRole, BigInt(pence)]))
}
