import type { Reader } from '#platform/database/session.ts'
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
}

/** What was moved out of and into the lines of a year, the latest first. */
export async function findVirements(reader: Reader, fund: string, year: number): Promise<readonly Virement[]> {
  const found = await reader
    .selectFrom('commissioning.virement as v')
    .innerJoin('commissioning.budget_line as f', 'f.id', 'v.from_line')
    .innerJoin('commissioning.budget_line as t', 't.id', 'v.to_line')
    .leftJoin('commissioning.virement_limit as l', 'l.id', 'v.by_limit')
    .select([
      'v.id',
      'v.from_line',
      'f.title as fromTitle',
      'v.to_line',
      't.title as toTitle',
      'v.pence',
      'v.on_day',
      'v.why',
      'v.decision',
      'l.clause',
    ])
    .where('v.fund', '=', fund)
    .where((where) => where.or([where('f.year', '=', year), where('t.year', '=', year)]))
    .orderBy('v.on_day', 'desc')
    .orderBy('v.id', 'desc')
    .execute()
  return found.map((row) => ({
    ...{ id: row.id, fromLine: row.from_line, fromTitle: row.fromTitle, toLine: row.to_line, toTitle: row.toTitle, pence: row.pence },
    ...{ onDay: row.on_day, why: row.why, clause: row.clause ?? '', decision: row.decision ?? undefined },
  }))
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
