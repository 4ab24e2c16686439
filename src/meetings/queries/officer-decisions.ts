import { sql } from 'kysely'
import type { Guarded } from '#governance/public.ts'
import { findBodiesById, findPeopleNames, findScheme } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Category } from '../rules/agenda.ts'
import { type BackgroundPaper, officerDecisionNumber, type RetentionPeriod } from '../rules/officer-decision.ts'

/** What everybody may know of a decision that an officer took under delegation. */
export interface OfficerDecision {
  readonly id: string
  readonly body: string
  readonly bodyName: string
  readonly slug: string
  readonly delegation: string
  /** The function that was used, in words. */
  readonly functionName: string
  /** 'OD 2026/3'. */
  readonly number: string
  readonly decidedBy: string
  /** Who decided, by name. */
  readonly officer: string
  readonly decidedOn: Temporal.PlainDate
  readonly title: string
  readonly category: Category
  readonly paragraphs: readonly string[]
  readonly privateReason: string
  readonly corrects: string | undefined
  /** The decision that stands in its place; undefined for none. */
  readonly correctedBy: string | undefined
  readonly withdrawnOn: Temporal.PlainDate | undefined
  readonly withdrawnReason: string
  readonly version: number
  /** Undefined for whoever may not read what it says. */
  readonly content: OfficerDecisionContent | undefined
}

/** What it says. */
export interface OfficerDecisionContent {
  readonly resolved: string
  readonly reasons: string
  readonly options: string
  readonly consulted: string
  readonly interests: string
  /** Undefined where it commits no money. */
  readonly pence: number | undefined
  readonly background: readonly BackgroundPaper[]
}

function rows(reader: Reader) {
  return reader
    .selectFrom('meetings.officer_decision as o')
    .leftJoin('meetings.officer_decision_content as c', 'c.decision', 'o.id')
    .leftJoin('meetings.officer_decision as n', 'n.corrects', 'o.id')
    .selectAll('o')
    .select(['c.resolved', 'c.reasons', 'c.options', 'c.consulted', 'c.interests', 'c.pence', 'c.background', 'n.id as correctedBy'])
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

async function named(reader: Reader, found: readonly Row[], today: Temporal.PlainDate): Promise<readonly OfficerDecision[]> {
  const people = await findPeopleNames(
    reader,
    found.map(({ decided_by }) => decided_by),
  )
  const ids = [...new Set(found.map(({ body }) => body))]
  const bodies = new Map((await findBodiesById(reader, ids, today)).map((body) => [body.id, body]))
  const functions = new Map<string, string>()
  for (const body of ids) for (const one of await findScheme(reader, body, today)) functions.set(one.id, one.functionName)
  return found.map((row) => ({
    ...{ id: row.id, body: row.body, bodyName: bodies.get(row.body)?.name ?? '', slug: bodies.get(row.body)?.slug ?? '' },
    ...{ delegation: row.delegation, functionName: functions.get(row.delegation) ?? '', number: officerDecisionNumber(row) },
    ...{ decidedBy: row.decided_by, officer: people.get(row.decided_by) ?? '', decidedOn: row.decided_on, title: row.title },
    ...{ category: row.category as Category, paragraphs: row.paragraphs, privateReason: row.private_reason },
    ...{ corrects: row.corrects ?? undefined, correctedBy: row.correctedBy ?? undefined },
    ...{
      withdrawnOn: row.withdrawn_at === null ? undefined : dayOf(row.withdrawn_at),
      withdrawnReason: row.withdrawn_reason,
      version: row.version,
    },
    content: contentOf(row),
  }))
}

function contentOf({ resolved, reasons, options, consulted, interests, pence, background }: Row): OfficerDecisionContent | undefined {
  if (resolved === null) return undefined
  return {
    ...{ resolved, reasons: reasons ?? '', options: options ?? '', consulted: consulted ?? '', interests: interests ?? '' },
    pence: pence === null ? undefined : Number(pence),
    background: (background ?? []) as unknown as readonly BackgroundPaper[],
  }
}

/** One decision; undefined where there is none. */
export async function findOfficerDecision(reader: Reader, id: string, today: Temporal.PlainDate): Promise<OfficerDecision | undefined> {
  const row = isUuid(id) ? await rows(reader).where('o.id', '=', id).executeTakeFirst() : undefined
  return row && (await named(reader, [row], today))[0]
}

/** Decisions on a page. */
const PAGE = 25

/** A page of the decisions that officers took for a board, the latest first; withdrawn ones too, which say so. */
export async function listOfficerDecisions(
  reader: Reader,
  body: string,
  asked: { readonly delegation: string | undefined; readonly page: number },
  today: Temporal.PlainDate,
): Promise<{ readonly decisions: readonly OfficerDecision[]; readonly total: number; readonly page: number; readonly pages: number }> {
  const { delegation } = asked
  const counted = await reader
    .selectFrom('meetings.officer_decision as o')
    .select(sql<number>`count(*)::int`.as('total'))
    .where('o.body', '=', body)
    .$if(delegation !== undefined, (query) => query.where('o.delegation', '=', delegation ?? ''))
    .executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(counted.total / PAGE))
  const page = Math.min(Math.max(1, asked.page), pages)
  const found = await rows(reader)
    .where('o.body', '=', body)
    .$if(delegation !== undefined, (query) => query.where('o.delegation', '=', delegation ?? ''))
    .orderBy('o.decided_on', 'desc')
    .orderBy('o.id', 'desc')
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .execute()
  return { decisions: await named(reader, found, today), total: counted.total, page, pages }
}

/** The latest decisions by officers that stand, of some boards. */
export async function findLatestOfficerDecisions(
  reader: Reader,
  { bodies, limit }: { readonly bodies: readonly string[]; readonly limit: number },
  today: Temporal.PlainDate,
): Promise<readonly OfficerDecision[]> {
  if (bodies.length === 0) return []
  const found = await rows(reader)
    .where('o.body', 'in', bodies)
    .where('o.withdrawn_at', 'is', null)
    .orderBy('o.decided_on', 'desc')
    .orderBy('o.id', 'desc')
    .limit(limit)
    .execute()
  return named(reader, found, today)
}

/** Every decision by an officer that stands, as open data: read as a visitor, so that what is exempt is not in it. */
export async function findOpenOfficerDecisions(reader: Reader, today: Temporal.PlainDate): Promise<readonly OfficerDecision[]> {
  return named(reader, await rows(reader).where('o.withdrawn_at', 'is', null).orderBy('o.id').execute(), today)
}

/** For how long a decision taken on a day, and the papers that it rests on, are kept at the least. */
export async function findRetention(
  reader: Reader,
  decidedOn: Temporal.PlainDate,
): Promise<{ readonly decision: RetentionPeriod | undefined; readonly background: RetentionPeriod | undefined }> {
  const found = await reader
    .selectFrom('meetings.retention_period as r')
    .select(['r.kind', 'r.years', 'r.source'])
    .where('r.body', 'is', null)
    .where('r.starts_on', '<=', decidedOn)
    .where((where) => where.or([where('r.ends_on', 'is', null), where('r.ends_on', '>', decidedOn)]))
    .execute()
  const of = (wanted: string): RetentionPeriod | undefined =>
    found.flatMap(({ kind, years, source }) => (kind === wanted && years !== null ? [{ years, source }] : []))[0]
  return { decision: of('officer_decision'), background: of('officer_decision_background') }
}

/** A decision as the access matrix names it; whoever decided leads it. */
export function guardedOfficerDecision({ body, category, decidedBy }: Pick<OfficerDecision, 'body' | 'category' | 'decidedBy'>): Guarded {
  return { record: 'officer-decision', state: category === 'public' ? 'public' : 'members', ties: { body, leads: [decidedBy] } }
}
