import type { Reader } from '#platform/database/session.ts'
import type { RequestKind } from '../rules/body-request.ts'
import { holdsOn } from './periods.ts'

/** A body as a request names it. */
export interface RequestParty {
  readonly id: string
  readonly slug: string
  readonly name: string
}

/** What one body asked of another (G3). */
export interface BodyRequest {
  readonly id: string
  readonly from: RequestParty
  readonly to: RequestParty
  readonly kind: RequestKind
  readonly subject: string
  readonly words: string
  /** Empty where no meeting or decision is named. */
  readonly decidedIn: string
  /** The decision's record; undefined where it is not held here. */
  readonly decision: string | undefined
  readonly askedOn: Temporal.PlainDate
  /** Last day for the answer. */
  readonly dueOn: Temporal.PlainDate
  readonly sight: 'members' | 'public'
  /** The body whose clerk entered it. */
  readonly recordedFor: string
  /** Empty while there is none. */
  readonly answer: string
  readonly answeredOn: Temporal.PlainDate | undefined
  readonly answerRecordedFor: string | undefined
  readonly withdrawnOn: Temporal.PlainDate | undefined
  readonly withdrawnBecause: string
  readonly version: number
}

function requests(reader: Reader) {
  return reader
    .selectFrom('governance.body_request as q')
    .innerJoin('governance.body as f', 'f.id', 'q.from_body')
    .innerJoin('governance.body as t', 't.id', 'q.to_body')
    .selectAll('q')
    .select(['f.slug as fromSlug', 'f.name as fromName', 't.slug as toSlug', 't.name as toName'])
}

type Row = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>

function requestOf(row: Row): BodyRequest {
  return {
    id: row.id,
    from: { id: row.from_body, slug: row.fromSlug, name: row.fromName },
    to: { id: row.to_body, slug: row.toSlug, name: row.toName },
    kind: row.kind as RequestKind,
    subject: row.subject,
    words: row.words,
    decidedIn: row.decided_in,
    decision: row.decision ?? undefined,
    askedOn: row.asked_on,
    dueOn: row.due_on,
    sight: row.sight as BodyRequest['sight'],
    recordedFor: row.recorded_for,
    answer: row.answer,
    answeredOn: row.answered_on ?? undefined,
    answerRecordedFor: row.answer_recorded_for ?? undefined,
    withdrawnOn: row.withdrawn_on ?? undefined,
    withdrawnBecause: row.withdrawn_because,
    version: row.version,
  }
}

/** Requests from and to a body that the reader may see, what is open first, then the latest. */
export async function findRequests(reader: Reader, body: string): Promise<readonly BodyRequest[]> {
  const rows = await requests(reader)
    .where((where) => where.or([where('q.from_body', '=', body), where('q.to_body', '=', body)]))
    .orderBy((order) => order.and([order('q.answered_on', 'is', null), order('q.withdrawn_on', 'is', null)]), 'desc')
    .orderBy('q.asked_on', 'desc')
    .orderBy('q.id', 'desc')
    .execute()
  return rows.map(requestOf)
}

/** One request that the reader may see, where the body is a party to it. */
export async function findRequest(reader: Reader, id: string, body: string): Promise<BodyRequest | undefined> {
  const row = await requests(reader)
    .where('q.id', '=', id)
    .where((where) => where.or([where('q.from_body', '=', body), where('q.to_body', '=', body)]))
    .executeTakeFirst()
  return row && requestOf(row)
}

/** Which of some bodies have a clerk here on a day. */
export async function findBodiesWithClerk(
  reader: Reader,
  bodies: readonly string[],
  onDay: Temporal.PlainDate,
): Promise<ReadonlySet<string>> {
  if (bodies.length === 0) return new Set()
  const rows = await reader
    .selectFrom('governance.office as o')
    .select('o.body')
    .distinct()
    .where('o.role', '=', 'clerk')
    .where('o.body', 'in', bodies)
    .where(holdsOn('o', onDay))
    .execute()
  return new Set(rows.map(({ body }) => body))
}

/** Something that waits for a clerk between two bodies: an answer to give, or an overdue one to ask for again. */
export interface RequestDuty {
  readonly id: string
  /** The clerk's body, in whose pages the request is opened. */
  readonly slug: string
  readonly kind: 'answer-request' | 'chase-request'
  readonly subject: string
  readonly other: string
  readonly dueOn: Temporal.PlainDate
  readonly isLate: boolean
}

/** What waits for the clerks of some bodies, the earliest due first. */
export async function findRequestDuties(
  reader: Reader,
  clerkOf: readonly string[],
  today: Temporal.PlainDate,
): Promise<readonly RequestDuty[]> {
  if (clerkOf.length === 0) return []
  const rows = await requests(reader)
    .where('q.answered_on', 'is', null)
    .where('q.withdrawn_on', 'is', null)
    .where((where) =>
      where.or([where('q.to_body', 'in', clerkOf), where.and([where('q.from_body', 'in', clerkOf), where('q.due_on', '<', today)])]),
    )
    .orderBy('q.due_on')
    .orderBy('q.id')
    .execute()
  return rows.map((row): RequestDuty => {
    const answers = clerkOf.includes(row.to_body)
    return {
      id: row.id,
      slug: answers ? row.toSlug : row.fromSlug,
      kind: answers ? 'answer-request' : 'chase-request',
      subject: row.subject,
      other: answers ? row.fromName : row.toName,
      dueOn: row.due_on,
      isLate: Temporal.PlainDate.compare(row.due_on, today) < 0,
    }
  })
}
