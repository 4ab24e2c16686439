import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { ClaimDoubt, ClaimEvidence, ClaimPeriod } from '../rules/claim.ts'
import { findNames } from './names.ts'

/** Under which heading progress is claimed from a day on: on what evidence, after how many days without coming back, for how many pence. */
export interface ClaimHeading {
  readonly code: string
  readonly startsOn: Temporal.PlainDate
  readonly name: string
  readonly needs: readonly ClaimEvidence[]
  readonly holdDays: number
  readonly pricePence: bigint
  /** From that day on nobody is claimed under it. */
  readonly isEnd: boolean
  readonly source: string
  readonly setBy: string
  /** Null where the product brought it. */
  readonly setOn: Temporal.PlainDate | null
}

/** How many families a claim has under a heading, at its price. */
export interface ClaimCount {
  readonly heading: string
  readonly headingFrom: Temporal.PlainDate
  readonly families: number
  readonly pricePence: bigint
}

/** A claim with its counts; which families they are stands nowhere here. */
export interface Claim extends ClaimPeriod {
  readonly id: string
  readonly drawnBy: string
  readonly drawnByName: string
  readonly drawnAt: Temporal.Instant
  /** Null while it waits for another person. */
  readonly verdict: 'approved' | 'returned' | null
  readonly answeredByName: string
  readonly answeredAt: Temporal.Instant | null
  readonly because: string
  readonly counts: readonly ClaimCount[]
  readonly amountPence: bigint
}

/** A family behind a claim. */
export interface ClaimLine {
  readonly heading: string
  readonly headingFrom: Temporal.PlainDate
  readonly episode: string
  readonly reference: string
  readonly label: string
  readonly closedOn: Temporal.PlainDate
  /** Empty where nothing tells against it. */
  readonly doubts: readonly ClaimDoubt[]
}

/** How many families of an approved claim are in doubt since it was drawn, and how many by what; a family may be so by several. */
export interface ClaimDoubts {
  readonly families: number
  readonly cameBack: number
  readonly putRight: number
  readonly merged: number
}

/** All headings with what held before, by code and the latest first. */
export async function listHeadings(reader: Reader): Promise<readonly ClaimHeading[]> {
  const rows = await reader
    .selectFrom('casework.claim_heading')
    .select(['code', 'starts_on as startsOn', 'name', 'needs', 'hold_days as holdDays', 'price_pence as pricePence', 'source'])
    .select(['set_by', 'set_on as setOn', 'is_end as isEnd'])
    .orderBy('code')
    .orderBy('starts_on', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ set_by }) => set_by),
  )
  return rows.map(({ set_by, needs, ...row }) => ({
    ...row,
    needs: needs as readonly ClaimEvidence[],
    setBy: names.get(set_by ?? '') ?? '',
  }))
}

/** Claims, the latest first, at most 60; or the one that is asked for. */
export async function listClaims(reader: Reader, id?: string): Promise<readonly Claim[]> {
  const rows = await reader
    .selectFrom('casework.claim')
    .select(['id', 'starts_on as startsOn', 'ends_on as endsOn', 'drawn_by as drawnBy', 'drawn_at as drawnAt', 'verdict'])
    .select(['answered_by as answeredBy', 'answered_at as answeredAt', 'because'])
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('starts_on', 'desc')
    .orderBy('drawn_at', 'desc')
    .limit(60)
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const counts = await reader
    .selectFrom('casework.claim_count')
    .select(['claim', 'heading', 'heading_from as headingFrom', 'families', 'price_pence as pricePence'])
    .where('claim', 'in', ids)
    .orderBy('heading')
    .orderBy('heading_from')
    .execute()
  const names = await findNames(
    reader,
    rows.flatMap(({ drawnBy, answeredBy }) => [drawnBy, answeredBy]),
  )
  const byClaim = Map.groupBy(counts, ({ claim }) => claim)
  return rows.map(({ verdict, answeredBy, ...row }) => {
    const own = byClaim.get(row.id) ?? []
    return {
      ...row,
      verdict: verdict as Claim['verdict'],
      drawnByName: names.get(row.drawnBy) ?? '',
      answeredByName: names.get(answeredBy ?? '') ?? '',
      counts: own,
      amountPence: own.reduce((sum, { families, pricePence }) => sum + BigInt(families) * pricePence, 0n),
    }
  })
}

/** One claim. @throws NotFound */
export async function findClaim(reader: Reader, id: string): Promise<Claim> {
  const [one] = await listClaims(reader, id)
  if (!one) throw new NotFound('No such claim.')
  return one
}

/** What tells against a claim since it was drawn, in numbers; for co-ordinators alone, whom the database asks for (E10). Noughts where it is not approved. */
export async function findClaimDoubts(reader: Reader, id: string): Promise<ClaimDoubts> {
  return reader
    .selectFrom(
      sql<{ families: number; came_back: number; put_right: number; merged: number }>`casework.claim_doubts(${id}::uuid)`.as('told'),
    )
    .select(['families', 'came_back as cameBack', 'put_right as putRight', 'merged'])
    .executeTakeFirstOrThrow()
}

/** Approved claims that may no longer hold for families of one's localities, until one looks at the families behind them; the earliest first (E10). */
export async function listClaimsInDoubt(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.selectFrom(sql<{ id: string }>`casework.claims_in_doubt()`.as('doubted')).select('id').execute()
  return rows.map(({ id }) => id)
}
