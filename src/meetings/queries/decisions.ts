import { type RawBuilder, sql } from 'kysely'
import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Category } from '../rules/agenda.ts'
import type { DecisionMatter, DecisionMethod, DecisionType } from '../rules/decision.ts'
import type { Sight } from '../rules/meeting.ts'
import { type QuorumEvidence, rightsPresent } from '../rules/quorum-at.ts'

/** A decision as it is kept (M9). */
export interface Decision {
  readonly id: string
  readonly meeting: string
  /** The body whose clerk keeps the record. */
  readonly body: string
  /** The body that decided: at a joint meeting it can be another than the one that called. */
  readonly ofBody: string
  readonly sight: Sight
  readonly item: string | null
  /** '' where the body's terms state no scheme. */
  readonly number: string
  readonly type: DecisionType
  readonly text: string
  /** The function of the terms that was used, in words; '' for none named. */
  readonly authority: string
  readonly referredTo: string
  readonly proposer: string
  readonly seconder: string
  readonly method: DecisionMethod
  readonly votes: { readonly for: number | null; readonly against: number | null; readonly abstained: number | null }
  readonly minorityView: string
  readonly interests: string
  readonly category: Category
  /** Undefined for records that were brought in without one. */
  readonly quorum: QuorumEvidence | undefined
  /** '' for records that were brought in without it. */
  readonly matter: DecisionMatter | ''
  /** Key of the function in the terms; '' for none named. */
  readonly functionKey: string
  /** Final, and of a function whose decisions bind nobody by themselves: partners must take it home (M10). */
  readonly bindsNobody: boolean
  readonly consensusSought: boolean
  readonly castingVoteUsed: boolean
  readonly withdrawn: boolean
  /** As public as the decision; '' where it stands, or was withdrawn before reasons were kept. */
  readonly withdrawnReason: string
  readonly version: number
  readonly decidedOn: Temporal.PlainDate
  readonly recordedAt: Temporal.Instant
  /** False where an old record states the day only. */
  readonly timeKnown: boolean
}

/** Reads a row of the table. */
function decisionOf(row: DecisionRow): Decision {
  const evidence = row.quorum as Partial<QuorumEvidence> | null
  return {
    id: row.id,
    meeting: row.meeting,
    body: row.body,
    ofBody: row.of_body,
    sight: row.sight as Sight,
    item: row.item,
    number: row.number,
    type: row.type as DecisionType,
    text: row.text,
    authority: row.authority,
    referredTo: row.referred_to,
    proposer: row.proposer,
    seconder: row.seconder,
    method: row.method as DecisionMethod,
    votes: { for: row.votes_for, against: row.votes_against, abstained: row.abstained },
    minorityView: row.minority_view,
    interests: row.interests,
    category: row.category as Category,
    quorum: evidence?.verdict ? (evidence as QuorumEvidence) : undefined,
    matter: row.matter as DecisionMatter | '',
    functionKey: row.function_key,
    bindsNobody: row.binds_nobody,
    consensusSought: row.consensus_sought,
    castingVoteUsed: row.casting_vote_used,
    withdrawn: row.withdrawn,
    withdrawnReason: row.withdrawn_reason,
    version: row.version,
    decidedOn: row.decided_on,
    recordedAt: row.recorded_at,
    timeKnown: row.time_known,
  }
}

type DecisionRow = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]
const rows = (reader: Reader) => reader.selectFrom('meetings.decision as d').selectAll('d')

/** One decision; undefined where there is none that the reader may know of. */
export async function findDecision(reader: Reader, id: string): Promise<Decision | undefined> {
  const row = isUuid(id) ? await rows(reader).where('d.id', '=', id).executeTakeFirst() : undefined
  return row && decisionOf(row)
}

/** Which of some decisions were withdrawn, of those that the reader may see. */
export async function findWithdrawnDecisions(reader: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const found = await reader
    .selectFrom('meetings.decision')
    .select('id')
    .where('id', 'in', [...new Set(ids)])
    .where('withdrawn', '=', true)
    .execute()
  return new Set(found.map(({ id }) => id))
}

/** The decisions of a meeting in the order in which they were recorded, without those withdrawn. */
export async function findDecisionsOf(reader: Reader, meeting: string): Promise<readonly Decision[]> {
  const found = await rows(reader).where('d.meeting', '=', meeting).where('d.withdrawn', '=', false).orderBy('d.id').execute()
  return found.map(decisionOf)
}

/** What the list of a board's decisions is narrowed to. */
export interface DecisionFilter {
  readonly year: number | undefined
  readonly type: DecisionType | undefined
  /** Words in the text or the number. */
  readonly words: string | undefined
  /** From 1. */
  readonly page: number
}

/** One page of a board's decisions. */
export interface DecisionPage {
  readonly decisions: readonly Decision[]
  readonly total: number
  readonly page: number
  readonly pages: number
  /** Years that have decisions, the latest first. */
  readonly years: readonly number[]
}

const PAGE = 25

function narrow(reader: Reader, body: string, { year, type, words }: DecisionFilter) {
  let narrowed = reader.selectFrom('meetings.decision as d').where('d.of_body', '=', body).where('d.withdrawn', '=', false)
  if (year !== undefined)
    narrowed = narrowed
      .where('d.decided_on', '>=', new Temporal.PlainDate(year, 1, 1))
      .where('d.decided_on', '<', new Temporal.PlainDate(year + 1, 1, 1))
  if (type !== undefined) narrowed = narrowed.where('d.type', '=', type)
  if (words !== undefined) {
    const pattern = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    narrowed = narrowed.where((where) => where.or([where('d.text', 'ilike', pattern), where('d.number', 'ilike', pattern)]))
  }
  return narrowed
}

/** A page of a board's decisions that the reader may see, the latest first. */
export async function listDecisions(reader: Reader, body: string, filter: DecisionFilter): Promise<DecisionPage> {
  const counted = await narrow(reader, body, filter)
    .select((row) => row.fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  const total = Number(counted.total)
  const pages = Math.max(1, Math.ceil(total / PAGE))
  const page = Math.min(Math.max(1, filter.page), pages)
  const found = await narrow(reader, body, filter)
    .selectAll('d')
    .orderBy('d.decided_on', 'desc')
    .orderBy('d.id', 'desc')
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .execute()
  return { decisions: found.map(decisionOf), total, page, pages, years: await findYears(reader, body) }
}

/** The years in which a body decided something that one may see, the latest first. Steps from year to year on the index, however many decisions a year holds. */
async function findYears(reader: Reader, body: string): Promise<readonly number[]> {
  const latest = (before: RawBuilder<unknown>) =>
    sql`(select extract(year from decided_on)::int from meetings.decision where of_body = ${body} and not withdrawn and ${before} order by decided_on desc limit 1)`
  const { years } = await reader
    .selectNoFrom(
      sql<number[]>`array(with recursive one(year) as (
        select ${latest(sql`true`)}
        union all select ${latest(sql`decided_on < make_date(one.year, 1, 1)`)} from one where one.year is not null
      ) select year from one where year is not null)`.as('years'),
    )
    .executeTakeFirstOrThrow()
  return years
}

/** The voting rights that were present at a decision; undefined where no evidence is kept. */
export function rightsAt(decision: Decision): number | undefined {
  return decision.quorum === undefined ? undefined : rightsPresent(decision.quorum)
}

/** A decision as the access matrix names it. */
export function guardedDecision({ sight, body, meeting }: Pick<Decision, 'sight' | 'body' | 'meeting'>): Guarded {
  return { record: 'decision', state: sight, ties: { body, meeting } }
}

/** The decisions of a body in a span of days, half-open, the earliest first, without those withdrawn or only noted; at most 500. */
export async function findDecisionsBetween(
  reader: Reader,
  body: string,
  { from, until }: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
): Promise<readonly Decision[]> {
  const found = await rows(reader)
    .where('d.of_body', '=', body)
    .where('d.withdrawn', '=', false)
    .where('d.type', '<>', 'note')
    .where('d.decided_on', '>=', from)
    .where('d.decided_on', '<', until)
    .orderBy('d.decided_on')
    .orderBy('d.id')
    .limit(500)
    .execute()
  return found.map(decisionOf)
}
