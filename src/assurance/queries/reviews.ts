import type { Guarded } from '#governance/public.ts'
import { findBodiesById, findPeopleNames, listOrganisations } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import { type PartKind, type ReviewKind, type ReviewStage, reviewStage } from '../rules/review.ts'
import type { Sight } from './recommendations.ts'

/** A part of a review: somebody of its panel, a session, a finding, a lesson, a step of progress, a piece of evidence. */
export interface ReviewPart {
  readonly id: string
  readonly kind: PartKind
  /** Of a finding: its paragraph. */
  readonly number: number
  readonly heading: string
  readonly onDay: Temporal.PlainDate | undefined
  readonly text: string
  /** The agency that a lesson is for; '' for none. */
  readonly agency: string
}

/** A review as lists show it. */
export interface ReviewLine {
  readonly id: string
  readonly body: string
  readonly bodyName: string
  readonly slug: string
  readonly sight: Sight
  readonly kind: ReviewKind
  readonly title: string
  readonly announcedOn: Temporal.PlainDate
  readonly reportedOn: Temporal.PlainDate | undefined
  readonly referredOn: Temporal.PlainDate | undefined
  readonly closedOn: Temporal.PlainDate | undefined
  readonly stage: ReviewStage
}

/** A review with everything that belongs to it, but its recommendations. */
export interface Review extends ReviewLine {
  readonly scope: string
  readonly outcomesSought: string
  readonly askedBy: string
  readonly lead: string | undefined
  readonly leadName: string
  readonly parentBody: string | undefined
  readonly parentName: string
  readonly parentSlug: string
  readonly summary: string
  readonly aboutChildren: boolean
  readonly anonymityCheckedOn: Temporal.PlainDate | undefined
  readonly anonymityCheckedBy: string
  readonly reportMeeting: string | undefined
  readonly referredTo: string
  readonly takenBackReason: string
  readonly version: number
  readonly parts: readonly ReviewPart[]
}

function rows(reader: Reader) {
  return reader.selectFrom('assurance.review').selectAll()
}
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

const lineOf = (row: Row, names: { readonly bodyName: string; readonly slug: string }): ReviewLine => {
  const days = { reportedOn: row.reported_on ?? undefined, referredOn: row.referred_on ?? undefined, closedOn: row.closed_on ?? undefined }
  return {
    ...{
      id: row.id,
      body: row.body,
      sight: row.sight as Sight,
      kind: row.kind as ReviewKind,
      title: row.title,
      announcedOn: row.announced_on,
    },
    ...names,
    ...days,
    stage: reviewStage(days),
  }
}

/** The reviews of a board that one may see, the latest first; undefined: of all boards. */
export async function listReviews(reader: Reader, body: string | undefined, today: Temporal.PlainDate): Promise<readonly ReviewLine[]> {
  const found = await rows(reader)
    .$if(body !== undefined, (query) => query.where('body', '=', body ?? ''))
    .orderBy('announced_on', 'desc')
    .orderBy('id')
    .limit(500)
    .execute()
  const bodies = new Map((await findBodiesById(reader, [...new Set(found.map((row) => row.body))], today)).map((one) => [one.id, one]))
  return found.map((row) => lineOf(row, { bodyName: bodies.get(row.body)?.name ?? '', slug: bodies.get(row.body)?.slug ?? '' }))
}

/** One review. @throws NotFound */
export async function findReview(reader: Reader, id: string, today: Temporal.PlainDate): Promise<Review> {
  const row = isUuid(id) ? await rows(reader).where('id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('No such review.')
  const bodies = new Map(
    (await findBodiesById(reader, [row.body, ...(row.parent_body === null ? [] : [row.parent_body])], today)).map((one) => [one.id, one]),
  )
  const people = await findPeopleNames(
    reader,
    [row.lead, row.anonymity_checked_by].filter((one) => one !== null),
  )
  const parent = bodies.get(row.parent_body ?? '')
  return {
    ...lineOf(row, { bodyName: bodies.get(row.body)?.name ?? '', slug: bodies.get(row.body)?.slug ?? '' }),
    ...{ scope: row.scope, outcomesSought: row.outcomes_sought, askedBy: row.asked_by, summary: row.summary },
    ...{ lead: row.lead ?? undefined, leadName: people.get(row.lead ?? '') ?? '' },
    ...{ parentBody: row.parent_body ?? undefined, parentName: parent?.name ?? '', parentSlug: parent?.slug ?? '' },
    ...{ aboutChildren: row.about_children, anonymityCheckedOn: row.anonymity_checked_on ?? undefined },
    anonymityCheckedBy: people.get(row.anonymity_checked_by ?? '') ?? '',
    ...{ reportMeeting: row.report_meeting ?? undefined, referredTo: row.referred_to, takenBackReason: row.taken_back_reason },
    version: row.version,
    parts: await findParts(reader, row.id),
  }
}

async function findParts(reader: Reader, review: string): Promise<readonly ReviewPart[]> {
  const found = await reader
    .selectFrom('assurance.review_part')
    .selectAll()
    .where('review', '=', review)
    .orderBy('kind')
    .orderBy('number')
    .execute()
  const agencies = new Map((await listOrganisations(reader)).map((one) => [one.id, one.name]))
  return found.map((row) => ({
    ...{ id: row.id, kind: row.kind as PartKind, number: row.number, heading: row.heading, onDay: row.on_day ?? undefined, text: row.text },
    agency: agencies.get(row.organisation ?? '') ?? '',
  }))
}

/** A review as the access matrix names it; whoever writes it up leads it. */
export function guardedReview({ body, sight, lead }: Pick<Review, 'body' | 'sight' | 'lead'>): Guarded {
  return { record: 'review', state: sight, ties: { body, leads: lead === undefined ? [] : [lead] } }
}
