import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import {
  type BudgetStanding,
  budgetStanding,
  budgetYearOf,
  type ClaimKind,
  type ClaimState,
  type MileRate,
  type Vehicle,
} from '../rules/expenses.ts'
import type { PersonName } from './membership.ts'
import { holdsOn } from './periods.ts'

/** A claim for expenses with everything that its three readers may see. */
export interface ExpenseClaim {
  readonly id: string
  readonly body: { readonly id: string; readonly slug: string; readonly name: string }
  readonly person: PersonName
  readonly kind: ClaimKind
  readonly spentOn: Temporal.PlainDate
  readonly words: string
  /** For miles: what was driven, how far in tenths of a mile, and at what rate. */
  readonly miles: { readonly vehicle: Vehicle; readonly tenths: number; readonly rate: number; readonly source: string } | undefined
  readonly pence: number
  /** Its document; undefined where none came with it. */
  readonly receipt: { readonly document: string; readonly mediaType: string } | undefined
  readonly state: ClaimState
  readonly submittedAt: Temporal.Instant
  /** Who last approved or returned it, and when; undefined before. */
  readonly settled: { readonly by: PersonName; readonly on: Temporal.PlainDate } | undefined
  /** Why it was last returned; '' where it never was. */
  readonly reason: string
  readonly paid: { readonly on: Temporal.PlainDate; readonly reference: string } | undefined
  readonly isPaid: boolean
  readonly version: number
}

function claims(reader: Reader) {
  return reader
    .selectFrom('governance.expense_claim as c')
    .innerJoin('governance.body as b', 'b.id', 'c.body')
    .innerJoin('governance.person as p', 'p.id', 'c.person')
    .leftJoin('governance.person as s', 's.id', 'c.settled_by')
    .leftJoin('governance.mile_rate as r', 'r.id', 'c.mile_rate')
    .selectAll('c')
    .select(['b.slug', 'b.name as board', 'p.name as claimant', 's.name as settler', 'r.vehicle', 'r.pence as rate', 'r.source'])
}

type Row = Awaited<ReturnType<ReturnType<typeof claims>['executeTakeFirstOrThrow']>>

function claimOf(row: Row): ExpenseClaim {
  return {
    id: row.id,
    body: { id: row.body, slug: row.slug, name: row.board },
    person: { id: row.person, name: row.claimant },
    kind: row.kind as ClaimKind,
    spentOn: row.spent_on,
    words: row.words,
    miles:
      row.tenth_miles === null || row.rate === null
        ? undefined
        : { vehicle: row.vehicle as Vehicle, tenths: row.tenth_miles, rate: row.rate, source: row.source ?? '' },
    pence: row.pence,
    receipt: row.receipt === null ? undefined : { document: row.receipt, mediaType: row.receipt_type },
    state: row.state as ClaimState,
    submittedAt: row.submitted_at,
    settled:
      row.settled_by === null || row.settled_on === null
        ? undefined
        : { by: { id: row.settled_by, name: row.settler ?? '' }, on: row.settled_on },
    reason: row.reason,
    paid: row.paid_on === null ? undefined : { on: row.paid_on, reference: row.paid_reference },
    isPaid: row.paid_on !== null,
    version: row.version,
  }
}

/** The claims of a body in the year that begins on 1 April of `year`, or of a person, that the reader may see; the latest first. */
export async function findClaims(
  reader: Reader,
  about: { readonly body: string; readonly year: number } | { readonly person: string },
): Promise<readonly ExpenseClaim[]> {
  const all = claims(reader).orderBy('c.spent_on', 'desc').orderBy('c.id', 'desc')
  if ('person' in about) return (await all.where('c.person', '=', about.person).execute()).map(claimOf)
  const rows = await all
    .where('c.body', '=', about.body)
    .where('c.spent_on', '>=', new Temporal.PlainDate(about.year, 4, 1))
    .where('c.spent_on', '<', new Temporal.PlainDate(about.year + 1, 4, 1))
    .execute()
  return rows.map(claimOf)
}

/** One claim on a body that the reader may see. */
export async function findClaim(reader: Reader, id: string, body: string): Promise<ExpenseClaim | undefined> {
  const row = await claims(reader).where('c.id', '=', id).where('c.body', '=', body).executeTakeFirst()
  return row && claimOf(row)
}

/** Every rate of any time. */
export async function listMileRates(reader: Reader): Promise<readonly MileRate[]> {
  const rows = await reader
    .selectFrom('governance.mile_rate as r')
    .select(['r.id', 'r.vehicle', 'r.pence', 'r.source', 'r.starts_on as startsOn', 'r.ends_on as endsOn'])
    .orderBy('r.vehicle')
    .orderBy('r.starts_on')
    .execute()
  return rows.map((row) => ({ ...row, vehicle: row.vehicle as Vehicle, endsOn: row.endsOn ?? undefined }))
}

/** The budget of a body for a year, for those who may see it. */
export async function findBudget(
  reader: Reader,
  body: string,
  year: number,
): Promise<{ readonly pence: number; readonly version: number } | undefined> {
  return reader
    .selectFrom('governance.expense_budget as b')
    .select(['b.pence', 'b.version'])
    .where('b.body', '=', body)
    .where('b.year', '=', year)
    .executeTakeFirst()
}

/** How the budget stands in which a day falls; only right for clerks and approvers, who see every claim. */
export async function findBudgetStanding(reader: Reader, body: string, day: Temporal.PlainDate): Promise<BudgetStanding> {
  const year = budgetYearOf(day)
  return budgetStanding((await findBudget(reader, body, year))?.pence, await findClaims(reader, { body, year }))
}

/** Somebody whom a body names to approve expenses. */
export interface Approver {
  readonly id: string
  readonly person: PersonName
  readonly namedIn: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
  readonly version: number
}

/** Who approves the expenses of a body on a day. */
export async function findApprovers(reader: Reader, body: string, onDay: Temporal.PlainDate): Promise<readonly Approver[]> {
  const rows = await reader
    .selectFrom('governance.expense_approver as e')
    .innerJoin('governance.person as p', 'p.id', 'e.person')
    .select(['e.id', 'e.person', 'p.name', 'e.named_in as namedIn', 'e.starts_on as startsOn', 'e.ends_on as endsOn', 'e.version'])
    .where('e.body', '=', body)
    .where(holdsOn('e', onDay))
    .orderBy('p.name')
    .execute()
  return rows.map(({ person, name, ...row }) => ({ ...row, person: { id: person, name }, endsOn: row.endsOn ?? undefined }))
}

/** The bodies whose expenses the acting person approves today. */
export async function findApproving(reader: Reader): Promise<readonly string[]> {
  const row = await reader.selectNoFrom(sql<string[]>`governance.my_expense_bodies()`.as('bodies')).executeTakeFirstOrThrow()
  return row.bodies
}

/** Whether somebody belongs to a body on a day: by a place in it, an office, or as a deputy. */
export async function belongsTo(reader: Reader, person: string, body: string, onDay: Temporal.PlainDate): Promise<boolean> {
  const row = await reader
    .selectNoFrom(sql<boolean>`governance.belongs(${person}::uuid, ${body}::uuid, ${onDay.toString()}::date)`.as('belongs'))
    .executeTakeFirstOrThrow()
  return row.belongs
}

/** Every claim that still waits for somebody and that the reader may see: sent in, returned, or approved and not paid. */
export async function findWaitingClaims(
  reader: Reader,
): Promise<readonly { readonly body: string; readonly person: string; readonly state: ClaimState }[]> {
  const rows = await reader
    .selectFrom('governance.expense_claim as c')
    .select(['c.body', 'c.person', 'c.state'])
    .where('c.state', '<>', 'withdrawn')
    .where('c.paid_on', 'is', null)
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as ClaimState }))
}
