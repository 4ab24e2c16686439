import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { ClaimDoubt, ClaimEvidence, ClaimPeriod, TakenOutBecause } from '../rules/claim.ts'
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
  /** As they were approved; of each heading fewer hold where families were taken out. */
  readonly counts: readonly ClaimCount[]
  /** The earliest first. */
  readonly corrections: readonly ClaimCorrection[]
  /** Of the families who are left in it. */
  readonly amountPence: bigint
}

/** That a family is taken out of an approved claim, or is proposed to be; which one stands nowhere here. */
export interface ClaimCorrection {
  readonly id: string
  readonly heading: string
  readonly headingFrom: Temporal.PlainDate
  readonly kind: TakenOutBecause
  readonly because: string
  readonly proposedBy: string
  readonly proposedByName: string
  readonly proposedAt: Temporal.Instant
  /** Null while it waits for another person. */
  readonly verdict: 'approved' | 'returned' | null
  readonly answeredByName: string
  readonly answeredAt: Temporal.Instant | null
  /** Why it went back; '' otherwise. */
  readonly answer: string
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
  /** The last proposal to take it out under this heading; null where there was none. */
  readonly correction: string | null
  /** How that was answered; null while it waits, or where there was none. */
  readonly verdict: 'approved' | 'returned' | null
}

/** How many families of a heading were taken out of a claim. */
export const takenOut = ({ corrections }: Pick<Claim, 'corrections'>, of: Pick<ClaimCount, 'heading' | 'headingFrom'>): number =>
  corrections.filter(
    ({ verdict, heading, headingFrom }) => verdict === 'approved' && heading === of.heading && headingFrom.equals(of.headingFrom),
  ).length

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
  const given = await reader
    .selectFrom('casework.claim_correction')
    .select([
      'id',
      'claim',
      'heading',
      'heading_from as headingFrom',
      'kind',
      'because',
      'proposed_by as proposedBy',
      'proposed_at as proposedAt',
    ])
    .select(['verdict', 'answered_by as answeredBy', 'answered_at as answeredAt', 'answer'])
    .where('claim', 'in', ids)
    .orderBy('proposed_at')
    .orderBy('id')
    .execute()
  const names = await findNames(reader, [
    ...rows.flatMap(({ drawnBy, answeredBy }) => [drawnBy, answeredBy]),
    ...given.flatMap(({ proposedBy, answeredBy }) => [proposedBy, answeredBy]),
  ])
  const byClaim = Map.groupBy(counts, ({ claim }) => claim)
  const corrected = Map.groupBy(given, ({ claim }) => claim)
  return rows.map(({ verdict, answeredBy, ...row }) => {
    const own = byClaim.get(row.id) ?? []
    const corrections = (corrected.get(row.id) ?? []).map(({ answeredBy: by, ...one }) => ({
      ...one,
      kind: one.kind as TakenOutBecause,
      verdict: one.verdict as ClaimCorrection['verdict'],
      proposedByName: names.get(one.proposedBy) ?? '',
      answeredByName: names.get(by ?? '') ?? '',
    }))
    return {
      ...row,
      verdict: verdict as Claim['verdict'],
      drawnByName: names.get(row.drawnBy) ?? '',
      answeredByName: names.get(answeredBy ?? '') ?? '',
      counts: own,
      corrections,
      amountPence: own.reduce((sum, one) => sum + BigInt(one.families - takenOut({ corrections }, one)) * one.pricePence, 0n),
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

/** Claims of which somebody else proposes to take a family out, and which wait for whoever asks; the earliest first (E10). */
export async function listClaimsToCorrect(reader: Reader, person: string): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('casework.claim_correction')
    .select('claim')
    .distinct()
    .where('verdict', 'is', null)
    .where('proposed_by', '<>', person)
    .orderBy('claim')
    .execute()
  return rows.map(({ claim }) => claim)
}
