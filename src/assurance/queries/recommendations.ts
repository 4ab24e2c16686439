import { z } from 'zod'
import type { Guarded } from '#governance/public.ts'
import { findBodiesById, findPeopleNames, listOrganisations } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import { type RecommendationState, type Response, recommendationState, type SourceKind } from '../rules/recommendation.ts'

/** How far a record may be seen. */
export type Sight = 'draft' | 'members' | 'public'

/** Something that is done about a recommendation. */
export interface RecommendationAction {
  readonly id: string
  readonly text: string
  readonly lead: string
  readonly dueOn: Temporal.PlainDate
  readonly doneOn: Temporal.PlainDate | undefined
  readonly progress: string
  readonly version: number
}

/** How a recommendation goes, or what shows that it made a difference. */
export interface RecommendationNote {
  readonly id: string
  readonly kind: 'progress' | 'impact'
  readonly text: string
  readonly evidence: string
  readonly onDay: Temporal.PlainDate
}

/** That a recommendation was closed, and opened again. */
export interface Closing {
  readonly closedOn: Temporal.PlainDate
  readonly because: string
  readonly reopenedOn: Temporal.PlainDate
  readonly why: string
}

/** A recommendation of the register. */
export interface Recommendation {
  readonly id: string
  readonly body: string
  readonly bodyName: string
  readonly slug: string
  readonly sight: Sight
  /** Undefined where its source is not recorded here. */
  readonly review: string | undefined
  readonly sourceKind: SourceKind
  readonly source: string
  readonly reference: string
  readonly text: string
  readonly restsOn: readonly number[]
  readonly madeOn: Temporal.PlainDate
  readonly addressee: string | undefined
  readonly addresseeName: string
  readonly addresseeOffice: string
  readonly owner: string | undefined
  readonly ownerName: string
  /** The right by which the response is due, in words; undefined where none is recorded. */
  readonly responseRule: { readonly id: string; readonly name: string; readonly source: string; readonly isConfirmed: boolean } | undefined
  readonly responseDueOn: Temporal.PlainDate | undefined
  readonly response: Response | undefined
  readonly responseReason: string
  readonly respondedOn: Temporal.PlainDate | undefined
  readonly milestoneOn: Temporal.PlainDate | undefined
  readonly everyMonths: number
  readonly closedOn: Temporal.PlainDate | undefined
  readonly closedBecause: string
  readonly closingDecision: string | undefined
  /** The day on which it was last opened again; undefined where it never was. */
  readonly reopenedOn: Temporal.PlainDate | undefined
  /** What each closing said before it was opened again, the first one first. */
  readonly closings: readonly Closing[]
  readonly version: number
  readonly actions: readonly RecommendationAction[]
  readonly notes: readonly RecommendationNote[]
  readonly impacts: number
  readonly state: RecommendationState
}

function rows(reader: Reader) {
  return reader
    .selectFrom('assurance.recommendation as r')
    .leftJoin('assurance.response_rule as p', 'p.id', 'r.response_rule')
    .selectAll('r')
    .select(['p.name as ruleName', 'p.source as ruleSource', 'p.is_confirmed as ruleConfirmed'])
}
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

/** One recommendation. @throws NotFound */
export async function findRecommendation(reader: Reader, id: string, today: Temporal.PlainDate): Promise<Recommendation> {
  const row = isUuid(id) ? await rows(reader).where('r.id', '=', id).executeTakeFirst() : undefined
  const [found] = row ? await complete(reader, [row], today) : []
  if (!found) throw new NotFound('No such recommendation.')
  return found
}

/** What narrows a register; undefined: everything. */
export interface RegisterScope {
  readonly body?: string | undefined
  readonly review?: string | undefined
  readonly owner?: string | undefined
}

/** The recommendations of a board, a review or the whole partnership that one may see: the latest source first, each source in the order of its letters. */
export async function listRecommendations(
  reader: Reader,
  { body, review, owner }: RegisterScope,
  today: Temporal.PlainDate,
): Promise<readonly Recommendation[]> {
  const found = await rows(reader)
    .$if(body !== undefined, (query) => query.where('r.body', '=', body ?? ''))
    .$if(review !== undefined, (query) => query.where('r.review', '=', review ?? ''))
    .$if(owner !== undefined, (query) => query.where('r.owner', '=', owner ?? '').where('r.closed_on', 'is', null))
    .orderBy('r.made_on', 'desc')
    .orderBy('r.source')
    .orderBy((order) => order.fn('length', ['r.reference']))
    .orderBy('r.reference')
    .orderBy('r.id')
    .limit(2000)
    .execute()
  return complete(reader, found, today)
}

async function complete(reader: Reader, found: readonly Row[], today: Temporal.PlainDate): Promise<readonly Recommendation[]> {
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const actions = await reader
    .selectFrom('assurance.recommendation_action')
    .selectAll()
    .where('recommendation', 'in', ids)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  const notes = await reader
    .selectFrom('assurance.recommendation_note')
    .selectAll()
    .where('recommendation', 'in', ids)
    .orderBy('on_day')
    .orderBy('id')
    .execute()
  const bodies = new Map((await findBodiesById(reader, [...new Set(found.map(({ body }) => body))], today)).map((body) => [body.id, body]))
  const people = await findPeopleNames(
    reader,
    found.flatMap(({ owner }) => owner ?? []),
  )
  const agencies = new Map((await listOrganisations(reader)).map(({ id, name }) => [id, name]))
  return found.map((row) =>
    recommendationOf(
      row,
      {
        actions: actions.filter(({ recommendation }) => recommendation === row.id).map(actionOf),
        notes: notes.filter(({ recommendation }) => recommendation === row.id).map(noteOf),
        ...{ bodyName: bodies.get(row.body)?.name ?? '', slug: bodies.get(row.body)?.slug ?? '' },
        ownerName: people.get(row.owner ?? '') ?? '',
        addresseeName: agencies.get(row.addressee ?? '') ?? '',
      },
      today,
    ),
  )
}

function recommendationOf(
  row: Row,
  beside: Pick<Recommendation, 'actions' | 'notes' | 'bodyName' | 'slug' | 'ownerName' | 'addresseeName'>,
  today: Temporal.PlainDate,
): Recommendation {
  const reopenedOn = row.reopened_on ?? undefined
  const facts = {
    ...{ response: (row.response ?? undefined) as Response | undefined, responseDueOn: row.response_due_on ?? undefined },
    ...{
      closedOn: row.closed_on ?? undefined,
      actions: beside.actions,
      // An impact of before it was opened again no longer counts.
      impacts: beside.notes.filter(({ kind, onDay }) => kind === 'impact' && (reopenedOn === undefined || isAfter(onDay, reopenedOn)))
        .length,
    },
  }
  return {
    ...{
      id: row.id,
      body: row.body,
      sight: row.sight as Sight,
      review: row.review ?? undefined,
      sourceKind: row.source_kind as SourceKind,
    },
    ...{ source: row.source, reference: row.reference, text: row.text, restsOn: row.rests_on, madeOn: row.made_on },
    ...{ addressee: row.addressee ?? undefined, addresseeOffice: row.addressee_office, owner: row.owner ?? undefined },
    responseRule:
      row.response_rule === null
        ? undefined
        : { id: row.response_rule, name: row.ruleName ?? '', source: row.ruleSource ?? '', isConfirmed: row.ruleConfirmed ?? false },
    ...{ responseReason: row.response_reason, respondedOn: row.responded_on ?? undefined, milestoneOn: row.milestone_on ?? undefined },
    ...{ everyMonths: row.every_months, closedBecause: row.closed_because, closingDecision: row.closing_decision ?? undefined },
    ...{ reopenedOn, closings: closingsOf(row.closings) },
    version: row.version,
    ...beside,
    ...facts,
    state: recommendationState(facts, today),
  }
}

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) > 0

const closingRows = z.array(z.object({ closed_on: z.string(), because: z.string(), reopened_on: z.string(), why: z.string() }))
/** What the table keeps of each closing. */
function closingsOf(kept: unknown): readonly Closing[] {
  return closingRows.parse(typeof kept === 'string' ? JSON.parse(kept) : kept).map((one) => ({
    ...{ closedOn: Temporal.PlainDate.from(one.closed_on), because: one.because },
    ...{ reopenedOn: Temporal.PlainDate.from(one.reopened_on), why: one.why },
  }))
}

const actionOf = (row: {
  id: string
  text: string
  lead: string
  due_on: Temporal.PlainDate
  done_on: Temporal.PlainDate | null
  progress: string
  version: number
}): RecommendationAction => ({
  ...{ id: row.id, text: row.text, lead: row.lead, dueOn: row.due_on, doneOn: row.done_on ?? undefined },
  ...{ progress: row.progress, version: row.version },
})

const noteOf = (row: { id: string; kind: string; text: string; evidence: string; on_day: Temporal.PlainDate }): RecommendationNote => ({
  ...{ id: row.id, kind: row.kind === 'impact' ? 'impact' : 'progress', text: row.text, evidence: row.evidence, onDay: row.on_day },
})

/** A recommendation as the access matrix names it; whoever answers for the addressee leads it. */
export function guardedRecommendation({ body, sight, owner }: Pick<Recommendation, 'body' | 'sight' | 'owner'>): Guarded {
  return { record: 'recommendation', state: sight, ties: { body, leads: owner === undefined ? [] : [owner] } }
}

/** Within what time responses are due on a day, and by what right. */
export async function listResponseRules(
  reader: Reader,
  today: Temporal.PlainDate,
): Promise<
  readonly {
    readonly id: string
    readonly name: string
    readonly months: number
    readonly days: number
    readonly firstDayCounts: boolean
    readonly source: string
    readonly isConfirmed: boolean
  }[]
> {
  return reader
    .selectFrom('assurance.response_rule')
    .select(['id', 'name', 'months', 'days', 'first_day_counts as firstDayCounts', 'source', 'is_confirmed as isConfirmed'])
    .where('starts_on', '<=', today)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', today)]))
    .orderBy('name')
    .execute()
}
