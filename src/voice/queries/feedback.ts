import type { Guarded } from '#governance/public.ts'
import { findPeopleNames, listOrganisations } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { BringingRule } from '../rules/bringing.ts'
import {
  type FeedbackKind,
  type FeedbackOutcome,
  type FeedbackPeriod,
  type FeedbackStanding,
  type FeedbackState,
  feedbackStanding,
  type Sender,
} from '../rules/feedback.ts'
import type { Channel } from '../rules/voice.ts'

/** Within what time something is answered, by what right (S3). */
export interface FeedbackRule extends FeedbackPeriod {
  readonly id: string
  readonly procedure: string
  readonly stage: number
  readonly name: string
  readonly source: string
  readonly isConfirmed: boolean
}

/** A complaint, an appeal, a compliment or a rating; who sent it stands apart. */
export interface Feedback {
  readonly id: string
  readonly body: string
  readonly reference: string
  readonly state: FeedbackState
  readonly kind: FeedbackKind
  readonly whose: Sender
  readonly channel: Channel
  readonly receivedOn: Temporal.PlainDate
  readonly service: string
  readonly organisation: string | null
  readonly organisationName: string
  /** What it is about, with nobody in it who could be known; '' until somebody looked at it. */
  readonly summary: string
  /** 1 to 5. */
  readonly rating: number | null
  readonly earlier: string | null
  readonly rule: FeedbackRule | undefined
  readonly acknowledgeBy: Temporal.PlainDate | null
  readonly acknowledgedOn: Temporal.PlainDate | null
  readonly dueOn: Temporal.PlainDate | null
  readonly extendedBecause: string
  readonly owner: string | null
  readonly ownerName: string
  readonly answeredOn: Temporal.PlainDate | null
  readonly outcome: FeedbackOutcome | null
  readonly setAsideBecause: string
  /** When it happened, or came to be known; null: not said. */
  readonly happenedOn: Temporal.PlainDate | null
  /** Why it was taken though it came late; '' where it came in time. */
  readonly lateBecause: string
  readonly learning: string | null
  readonly standing: FeedbackStanding
  readonly version: number
}

const ruleColumns = [
  ...(['id', 'procedure', 'stage', 'name', 'acknowledge_days as acknowledgeDays', 'answer_within as answerWithin', 'unit'] as const),
  ...(['first_day_counts as firstDayCounts', 'extension', 'longest', 'source', 'is_confirmed as isConfirmed'] as const),
] as const

/** The rules that hold on a day, stage by stage; without a day, all that ever held. */
export async function listFeedbackRules(reader: Reader, today?: Temporal.PlainDate): Promise<readonly FeedbackRule[]> {
  const rows = await reader
    .selectFrom('voice.feedback_rule')
    .select(ruleColumns)
    .$if(today !== undefined, (query) =>
      query
        .where('starts_on', '<=', today ?? null)
        .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', today ?? null)])),
    )
    .orderBy('procedure')
    .orderBy('stage')
    .execute()
  return rows as readonly FeedbackRule[]
}

/** Within what time complaints are brought, by the rules that hold on a day. */
export async function listBringingRules(reader: Reader, day: Temporal.PlainDate): Promise<readonly BringingRule[]> {
  const rows = await reader
    .selectFrom('voice.bringing_rule')
    .select(['procedure', 'months', 'counts_from as countsFrom', 'source', 'is_confirmed as isConfirmed'])
    .where('starts_on', '<=', day)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', day)]))
    .orderBy('procedure')
    .execute()
  return rows as readonly BringingRule[]
}

function feedback(reader: Reader) {
  return reader
    .selectFrom('voice.feedback')
    .select(['id', 'body', 'reference', 'state', 'kind', 'whose', 'channel', 'received_on as receivedOn', 'service', 'organisation'])
    .select(['summary', 'rating', 'earlier', 'rule', 'acknowledge_by as acknowledgeBy', 'acknowledged_on as acknowledgedOn'])
    .select(['due_on as dueOn', 'extended_because as extendedBecause', 'owner', 'answered_on as answeredOn', 'outcome'])
    .select(['set_aside_because as setAsideBecause', 'learning', 'version', 'happened_on as happenedOn', 'late_because as lateBecause'])
}
type Row = Awaited<ReturnType<ReturnType<typeof feedback>['execute']>>[number]

async function complete(reader: Reader, rows: readonly Row[], today: Temporal.PlainDate): Promise<readonly Feedback[]> {
  if (rows.length === 0) return []
  const rules = await listFeedbackRules(reader)
  const agencies = new Map((await listOrganisations(reader)).map(({ id, name }) => [id, name]))
  const people = await findPeopleNames(
    reader,
    rows.flatMap(({ owner }) => owner ?? []),
  )
  return rows.map((row) => {
    const codes = {
      ...{ state: row.state as FeedbackState, kind: row.kind as FeedbackKind, whose: row.whose as Sender },
      ...{ channel: row.channel as Channel, outcome: row.outcome as FeedbackOutcome | null },
    }
    return {
      ...row,
      ...codes,
      organisationName: agencies.get(row.organisation ?? '') ?? '',
      ownerName: people.get(row.owner ?? '') ?? '',
      rule: rules.find(({ id }) => id === row.rule),
      standing: feedbackStanding({ ...row, ...codes }, today),
    }
  })
}

/** What was sent to a board, or waits for somebody's answer, as far as one may see it: the latest first, at most 1000. `open`: only what waits. */
export async function listFeedback(
  reader: Reader,
  of: { readonly body: string; readonly open?: boolean } | { readonly owner: string },
  today: Temporal.PlainDate,
): Promise<readonly Feedback[]> {
  const own =
    'body' in of
      ? feedback(reader)
          .where('body', '=', of.body)
          .$if(of.open === true, (query) => query.where('state', 'in', ['received', 'open']))
      : feedback(reader).where('owner', '=', of.owner).where('state', '=', 'open')
  return complete(reader, await own.orderBy('received_on', 'desc').orderBy('id', 'desc').limit(1000).execute(), today)
}

/** One of them, as it stands on a day. @throws NotFound */
export async function findFeedback(reader: Reader, id: string, today: Temporal.PlainDate): Promise<Feedback> {
  const row = isUuid(id) ? await feedback(reader).where('id', '=', id).executeTakeFirst() : undefined
  const [found] = row ? await complete(reader, [row], today) : []
  if (!found) throw new NotFound('No such complaint or compliment.')
  return found
}

/** What was sent, and by whom: for the clerk and whoever answers; undefined for anybody else, and once it is forgotten. */
export async function findMatter(reader: Reader, id: string) {
  return reader
    .selectFrom('voice.feedback_matter')
    .select(['words', 'name', 'contact', 'answer'])
    .where('feedback', '=', id)
    .executeTakeFirst()
}

/** The mail with the answer, word for word, and whether it left: for whoever reads what was sent in; undefined where none was sent. */
export async function findAnswerMail(reader: Reader, id: string) {
  return reader
    .selectFrom('voice.feedback_mail')
    .select(['recipient', 'subject', 'text', 'sent_at as sentAt'])
    .where('feedback', '=', id)
    .executeTakeFirst()
}

/** What is told of the numbers of a board, the latest period first. */
export async function listFeedbackLines(reader: Reader, body: string) {
  return reader
    .selectFrom('voice.feedback_line')
    .select(['starts_on as startsOn', 'ends_on as endsOn', 'position', 'kind', 'part', 'label', 'n', 'told', 'average'])
    .where('body', '=', body)
    .orderBy('starts_on', 'desc')
    .orderBy('position')
    .limit(600)
    .execute()
}

/** One as the access matrix names it; whoever answers it leads it. */
export function guardedFeedback({ body, state, owner }: Pick<Feedback, 'body' | 'state' | 'owner'>): Guarded {
  return { record: 'feedback', state, ties: { body, leads: owner === null ? [] : [owner] } }
}
