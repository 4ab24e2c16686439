import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import { type SubmissionFacts, type SubmissionOutcome, submissionPresses } from '../rules/submission.ts'

/** A version that was sent. */
export interface Sending {
  readonly id: string
  readonly submission: string
  readonly number: number
  readonly asDraft: boolean
  readonly sentOn: Temporal.PlainDate
  readonly sentBy: string
  readonly reference: string
}

/** What was asked back, and what was answered; '' until it was. */
export interface SubmissionQuery {
  readonly id: string
  readonly submission: string
  readonly number: number
  readonly askedOn: Temporal.PlainDate
  readonly question: string
  readonly dueOn: Temporal.PlainDate | null
  readonly answer: string
  readonly answeredOn: Temporal.PlainDate | null
  readonly answeredBy: string
  readonly version: number
}

/** A condition of an approval. */
export interface Condition {
  readonly id: string
  readonly submission: string
  readonly number: number
  readonly text: string
  /** Null: the owner is a post. */
  readonly owner: string | null
  readonly ownerName: string
  readonly dueOn: Temporal.PlainDate
  readonly metOn: Temporal.PlainDate | null
  /** What shows that it is met; '' until it is. */
  readonly evidence: string
  readonly version: number
}

/** A submission of a plan to a national body, with what was sent, asked, answered and set as a condition (P3). */
export interface Submission extends SubmissionFacts {
  readonly id: string
  readonly plan: string
  readonly body: string
  readonly sight: 'members' | 'public'
  readonly toName: string
  readonly source: string
  readonly outcome: SubmissionOutcome | null
  readonly outcomeOn: Temporal.PlainDate | null
  readonly outcomeWords: string
  readonly withdrawnBecause: string
  readonly sendings: readonly Sending[]
  readonly queries: readonly SubmissionQuery[]
  readonly conditions: readonly Condition[]
  readonly version: number
}

async function read(reader: Reader, which: { readonly id: string } | { readonly plan: string }): Promise<readonly Submission[]> {
  const rows = await reader
    .selectFrom('plans.submission')
    .select(['id', 'plan', 'body', 'sight', 'to_name as toName', 'source', 'due_on as dueOn', 'outcome', 'outcome_on as outcomeOn'])
    .select(['outcome_words as outcomeWords', 'withdrawn_on as withdrawnOn', 'withdrawn_because as withdrawnBecause', 'version'])
    .$narrowType<{ sight: Submission['sight']; outcome: SubmissionOutcome | null }>()
    .where('id' in which ? 'id' : 'plan', '=', 'id' in which ? which.id : which.plan)
    .orderBy('due_on', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [sendings, queries, conditions] = [
    await findSendings(reader, ids),
    await findQueries(reader, ids),
    await findConditions(reader, ids),
  ]
  const of = <Part extends { readonly submission: string }>(parts: readonly Part[], id: string) =>
    parts.filter(({ submission }) => submission === id)
  return rows.map((row) => ({ ...row, sendings: of(sendings, row.id), queries: of(queries, row.id), conditions: of(conditions, row.id) }))
}

async function findSendings(reader: Reader, ids: readonly string[]): Promise<readonly Sending[]> {
  return reader
    .selectFrom('plans.submission_sending as s')
    .innerJoin('plans.plan_version as v', 'v.id', 's.of_version')
    .select(['s.id', 's.submission', 'v.number', 's.as_draft as asDraft', 's.sent_on as sentOn', 's.sent_by as sentBy', 's.reference'])
    .where('s.submission', 'in', [...ids])
    .orderBy('s.sent_on')
    .orderBy('s.id')
    .execute()
}

async function findQueries(reader: Reader, ids: readonly string[]): Promise<readonly SubmissionQuery[]> {
  return reader
    .selectFrom('plans.submission_query')
    .select(['id', 'submission', 'number', 'asked_on as askedOn', 'question', 'due_on as dueOn', 'answer', 'answered_on as answeredOn'])
    .select(['answered_by as answeredBy', 'version'])
    .where('submission', 'in', [...ids])
    .orderBy('number')
    .execute()
}

async function findConditions(reader: Reader, ids: readonly string[]): Promise<readonly Condition[]> {
  return reader
    .selectFrom('plans.submission_condition')
    .select([
      'id',
      'submission',
      'number',
      'text',
      'owner',
      'owner_name as ownerName',
      'due_on as dueOn',
      'met_on as metOn',
      'evidence',
      'version',
    ])
    .where('submission', 'in', [...ids])
    .orderBy('number')
    .execute()
}

/** The submissions of a plan that one may see, the one that is due last first. */
export async function listSubmissions(reader: Reader, plan: string): Promise<readonly Submission[]> {
  return read(reader, { plan })
}

/** One of them. @throws NotFound where there is none that one may see */
export async function findSubmission(reader: Reader, id: string): Promise<Submission> {
  const [found] = isUuid(id) ? await read(reader, { id }) : []
  if (!found) throw new NotFound('No such submission.')
  return found
}

/** The submission to which a question or a condition belongs. @throws NotFound where there is none that one may see */
export async function findSubmissionOf(reader: Reader, part: 'query' | 'condition', id: string): Promise<Submission> {
  const table = part === 'query' ? 'plans.submission_query' : 'plans.submission_condition'
  const row = isUuid(id) ? await reader.selectFrom(table).select('submission').where('id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('No such part of a submission.')
  return findSubmission(reader, row.submission)
}

/** What waits for clerks: plans that are to be sent and questions that are open; for owners, and clerks where a post owns it: conditions; each within four weeks or overdue. */
export async function findSubmissionsDue(
  reader: Reader,
  { person, clerkOf }: { readonly person: string | undefined; readonly clerkOf: readonly string[] },
  today: Temporal.PlainDate,
) {
  if (person === undefined) return { toSend: [], toAnswer: [], toMeet: [] }
  const until = today.add({ days: submissionPresses })
  const kept = clerkOf.length === 0 ? [] : [...clerkOf]
  const ofKept = () =>
    reader
      .selectFrom('plans.submission as s')
      .innerJoin('plans.plan_version as v', (join) => join.onRef('v.plan', '=', 's.plan').on('v.shown', '=', true))
      .select(['s.id', 's.body', 's.to_name as toName', 'v.title'])
      .where('s.withdrawn_on', 'is', null)
      .where('s.body', 'in', kept)
  const toSend = await (kept.length === 0
    ? []
    : ofKept()
        .select('s.due_on as dueOn')
        .where('s.outcome', 'is', null)
        .where('s.due_on', '<=', until)
        .where((where) =>
          where.not(
            where.exists(
              where
                .selectFrom('plans.submission_sending as g')
                .select('g.id')
                .whereRef('g.submission', '=', 's.id')
                .where('g.as_draft', '=', false),
            ),
          ),
        )
        .orderBy('s.due_on')
        .limit(100)
        .execute())
  const toAnswer = await (kept.length === 0
    ? []
    : ofKept()
        .innerJoin('plans.submission_query as q', 'q.submission', 's.id')
        .select(['q.id as query', 'q.due_on as dueOn'])
        .where('q.answered_on', 'is', null)
        .orderBy('q.asked_on')
        .limit(100)
        .execute())
  const toMeet = await reader
    .selectFrom('plans.submission_condition as c')
    .select(['c.id', 'c.body', 'c.text', 'c.due_on as dueOn'])
    .where('c.met_on', 'is', null)
    .where('c.due_on', '<=', until)
    .where((where) =>
      where.or([
        where('c.owner', '=', person),
        ...(kept.length === 0 ? [] : [where.and([where('c.owner', 'is', null), where('c.body', 'in', kept)])]),
      ]),
    )
    .orderBy('c.due_on')
    .limit(100)
    .execute()
  return { toSend, toAnswer, toMeet }
}

/** A submission as the access matrix names it; owners of its conditions lead it. */
export function guardedSubmission({
  body,
  sight,
  conditions,
}: Pick<Submission, 'body' | 'sight'> & { readonly conditions: readonly { readonly owner: string | null }[] }): Guarded {
  return { record: 'plan-submission', state: sight, ties: { body, leads: conditions.flatMap(({ owner }) => owner ?? []) } }
}
/** A condition of one: its owner leads it. */
export function guardedCondition({ body, sight }: Pick<Submission, 'body' | 'sight'>, { owner }: Pick<Condition, 'owner'>): Guarded {
  return { record: 'submission-condition', state: sight, ties: { body, leads: owner === null ? [] : [owner] } }
}
