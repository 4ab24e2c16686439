import { type Selectable, sql } from 'kysely'
import type { Guarded } from '#governance/public.ts'
import { among } from '#platform/database/among.ts'
import type { Tables } from '#platform/database/generated/tables.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import { findProviders } from './providers.ts'

/** A call for bids. */
export interface BidCall {
  readonly id: string
  readonly process: string
  /** What the pipeline is called. */
  readonly pipeline: string
  readonly body: string
  readonly title: string
  readonly asks: string
  readonly closesAt: Temporal.Instant
  readonly opensAt: Temporal.Instant
  readonly openedAt: Temporal.Instant | undefined
  /** The two people who open it together. */
  readonly openers: readonly [string, string]
  /** The name of the case or the number of the round. */
  readonly of: string
  readonly withdrawnOn: Temporal.PlainDate | undefined
  readonly withdrawnBecause: string
  readonly decidedOn: Temporal.PlainDate | undefined
  readonly decision: string | undefined
  readonly decidedNote: string
}

/** That somebody looked at what opened bids say. */
export interface BidLook {
  readonly person: string
  readonly lookedAt: Temporal.Instant
}

/** A bid as one sees it: an envelope, and what it says where one may read that. */
export interface Bid {
  readonly id: string
  readonly call: string
  readonly provider: string
  readonly providerName: string
  readonly receivedAt: Temporal.Instant
  /** Why it is refused; empty: it came in time. */
  readonly refusedBecause: string
  /** Undefined: sealed. */
  readonly content: { readonly amount: bigint; readonly text: string } | undefined
}

/** What the matrix knows of a call: its two openers lead it. */
export const guardedCall = ({ body, openers }: Pick<BidCall, 'body' | 'openers'>): Guarded => ({
  record: 'bid-call',
  state: 'public',
  ties: { body, leads: openers },
})

const callOf = (
  row: Selectable<Tables['commissioning.bid_call']> & {
    readonly caseTitle: string | null
    readonly number: number | null
    readonly pipeline: string | null
  },
): BidCall => ({
  ...{ id: row.id, process: row.process, pipeline: row.pipeline ?? 'Pipeline', body: row.body, title: row.title, asks: row.asks },
  ...{ closesAt: row.closes_at, opensAt: row.opens_at, openedAt: row.opened_at ?? undefined },
  ...{ openers: [row.first_opener, row.second_opener], of: row.caseTitle ?? `Round ${row.number ?? ''}` },
  ...{ withdrawnOn: row.withdrawn_on ?? undefined, withdrawnBecause: row.withdrawn_because },
  ...{ decidedOn: row.decided_on ?? undefined, decision: row.decision ?? undefined, decidedNote: row.decided_note },
})

/** The calls of pipelines, one by its id, those that somebody is to open now, those that close later, those that providers bid in: the next to close first. */
export async function findCalls(
  reader: Reader,
  by:
    | { readonly process: string }
    | { readonly id: string }
    | { readonly toOpenBy: string }
    | { readonly closingAfter: Temporal.Instant }
    | { readonly bidOnBy: readonly string[] },
): Promise<readonly BidCall[]> {
  const rows = await reader
    .selectFrom('commissioning.bid_call as c')
    .leftJoin('commissioning.process_case as k', 'k.id', 'c.case')
    .leftJoin('commissioning.process_round as r', 'r.id', 'c.round')
    .leftJoin('commissioning.process as p', 'p.id', 'c.process')
    .selectAll('c')
    .select(['k.title as caseTitle', 'r.number', 'p.title as pipeline'])
    .$if('process' in by, (query) => query.where('c.process', '=', 'process' in by ? by.process : ''))
    .$if('id' in by, (query) => query.where('c.id', '=', 'id' in by ? by.id : ''))
    .$if('toOpenBy' in by, (query) =>
      query
        .where('c.opened_at', 'is', null)
        .where('c.withdrawn_on', 'is', null)
        .where('c.opens_at', '<=', sql<Temporal.Instant>`platform.now()`)
        .where((where) => {
          const who = 'toOpenBy' in by ? by.toOpenBy : ''
          return where.or([where('c.first_opener', '=', who), where('c.second_opener', '=', who)])
        }),
    )
    .$if('closingAfter' in by, (query) =>
      query
        .where('c.withdrawn_on', 'is', null)
        .where('c.closes_at', '>', 'closingAfter' in by ? by.closingAfter : Temporal.Instant.fromEpochMilliseconds(0)),
    )
    .$if('bidOnBy' in by, (query) =>
      query.where((where) =>
        where.exists(
          where
            .selectFrom('commissioning.bid as b')
            .select('b.id')
            .whereRef('b.call', '=', 'c.id')
            .where(among('b.provider', 'bidOnBy' in by ? [...by.bidOnBy] : [])),
        ),
      ),
    )
    .orderBy('c.closes_at')
    .orderBy('c.id')
    .execute()
  return rows.map(callOf)
}

/** One call. @throws NotFound */
export async function findCall(reader: Reader, id: string): Promise<BidCall> {
  const [call] = isUuid(id) ? await findCalls(reader, { id }) : []
  if (!call) throw new NotFound('No such call for bids.')
  return call
}

/** The bids that one may see, in the order in which they came: a provider its own, the board and the two openers all envelopes; what they say where it is not sealed. */
export async function findBids(reader: Reader, calls: readonly string[]): Promise<readonly Bid[]> {
  if (calls.length === 0) return []
  const rows = await reader
    .selectFrom('commissioning.bid as b')
    .leftJoin('commissioning.bid_content as s', 's.bid', 'b.id')
    .select(['b.id', 'b.call', 'b.provider', 'b.received_at', 'b.refused_because', 's.amount', 's.text'])
    .where(among('b.call', [...calls]))
    .orderBy('b.received_at')
    .orderBy('b.id')
    .execute()
  const known = new Map((await findProviders(reader, [...new Set(rows.map(({ provider }) => provider))])).map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    ...{ id: row.id, call: row.call, provider: row.provider, providerName: known.get(row.provider) ?? 'A provider' },
    ...{ receivedAt: row.received_at, refusedBecause: row.refused_because },
    content: row.amount === null ? undefined : { amount: row.amount, text: row.text ?? '' },
  }))
}

/** Who looked at what opened bids say, the latest first, as far as one may see it. */
export async function findLooks(reader: Reader, call: string): Promise<readonly BidLook[]> {
  return reader
    .selectFrom('commissioning.bid_look')
    .select(['person', 'looked_at as lookedAt'])
    .where('call', '=', call)
    .orderBy('looked_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Within how many minutes of one another two people open bids on a day; undefined: nobody has said, and nothing is opened. */
export async function findOpeningMinutes(reader: Reader, onDay: Temporal.PlainDate): Promise<number | undefined> {
  const row = await reader
    .selectFrom('commissioning.opening_limit')
    .select('minutes')
    .where('starts_on', '<=', onDay)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', onDay)]))
    .orderBy('starts_on', 'desc')
    .executeTakeFirst()
  return row?.minutes
}

/** Who of the two has said that they are ready to open it, and when, as far as one may see it. */
export async function findOpenings(
  reader: Reader,
  call: string,
): Promise<readonly { readonly person: string; readonly saidAt: Temporal.Instant }[]> {
  const rows = await reader
    .selectFrom('commissioning.bid_opening')
    .select(['person', 'said_at as saidAt'])
    .where('call', '=', call)
    .orderBy('id')
    .execute()
  return rows
}
