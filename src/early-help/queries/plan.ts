import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { type ActionStanding, type ActionState, actionStanding, type ChildAnswer, type PlanRule, standsIn } from '../rules/plan.ts'
import { findNames } from './names.ts'
import { findMerges } from './people.ts'
import { findPeople } from './record.ts'

/** Somebody in the team around a child. */
export interface TeamMember {
  readonly id: string
  /** Undefined for somebody without an account. */
  readonly person: string | undefined
  readonly name: string
  readonly organisation: string | null
  readonly agency: string
  readonly role: string
  readonly contact: string
  readonly shieldedFrom: readonly string[]
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | null
  readonly version: number
}

/** Who is and was in a team, those who are in it first. */
export async function findTeam(reader: Reader, episode: string): Promise<readonly TeamMember[]> {
  const rows = await reader
    .selectFrom('casework.team_member')
    .select(['id', 'person', 'name', 'organisation', 'agency', 'role', 'contact', 'shielded_from as shieldedFrom'])
    .select(['starts_on as startsOn', 'ends_on as endsOn', 'version'])
    .where('episode', '=', episode)
    .orderBy(sql`ends_on is not null`)
    .orderBy('starts_on')
    .orderBy('id')
    .execute()
  const names = await findNames(
    reader,
    rows.flatMap(({ person, organisation }) => [person, organisation]),
  )
  return rows.map((row) => ({
    ...row,
    person: row.person ?? undefined,
    name: row.person === null ? row.name : (names.get(row.person) ?? ''),
    agency: row.organisation === null ? row.agency : (names.get(row.organisation) ?? ''),
  }))
}

/** A version of the plan. */
export interface PlanVersion {
  readonly id: string
  readonly number: number
  readonly agreedOn: Temporal.PlainDate
  readonly familyWords: string
  readonly version: number
}
/** A need, and what the family wants instead. */
export interface PlanNeed {
  readonly id: string
  readonly position: number
  readonly relative: string | null
  readonly need: string
  readonly outcome: string
  readonly fromNumber: number
  readonly toNumber: number | undefined
  readonly version: number
}
/** What somebody does about a need. */
export interface PlanAction {
  readonly id: string
  readonly need: string
  readonly what: string
  readonly member: string | null
  readonly relative: string | null
  readonly dueOn: Temporal.PlainDate
  readonly meeting: string | null
  readonly state: ActionState
  readonly standing: ActionStanding
  readonly isInRoom: boolean
  readonly declinedBecause: string
  readonly progress: string
  readonly evidence: string
  readonly doneOn: Temporal.PlainDate | null
  readonly endedBecause: string
  readonly version: number
}

/** The versions of a plan, the latest first; none where there is no plan, or none that one may read. */
export async function findPlanVersions(reader: Reader, episode: string): Promise<readonly PlanVersion[]> {
  return reader
    .selectFrom('casework.plan_version')
    .select(['id', 'number', 'agreed_on as agreedOn', 'family_words as familyWords', 'version'])
    .where('episode', '=', episode)
    .orderBy('number', 'desc')
    .execute()
}

/** Needs that stand in a version. */
export async function findNeeds(reader: Reader, episode: string, number: number): Promise<readonly PlanNeed[]> {
  const rows = await reader
    .selectFrom('casework.plan_need')
    .select(['id', 'position', 'relative', 'need', 'outcome', 'from_number as fromNumber', 'to_number as toNumber', 'version'])
    .where('episode', '=', episode)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, toNumber: row.toNumber ?? undefined })).filter((need) => standsIn(need, number))
}

/** Actions of a plan, the soonest first. */
export async function findActions(reader: Reader, episode: string, today: Temporal.PlainDate): Promise<readonly PlanAction[]> {
  const rows = await reader
    .selectFrom('casework.plan_action')
    .select(['id', 'need', 'what', 'member', 'relative', 'due_on as dueOn', 'meeting', 'state', 'is_in_room as isInRoom', 'version'])
    .select(['declined_because as declinedBecause', 'progress', 'evidence', 'done_on as doneOn', 'ended_because as endedBecause'])
    .where('episode', '=', episode)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => {
    const state = row.state as ActionState
    return { ...row, state, standing: actionStanding({ state, dueOn: row.dueOn }, today) }
  })
}

/** How children were asked about meetings, plans and reviews of an episode. */
export async function findChildrenAsked(reader: Reader, episode: string) {
  const rows = await reader
    .selectFrom('casework.child_asked')
    .select(['id', 'relative', 'meeting', 'plan', 'review', 'answer', 'because', 'version'])
    .where('episode', '=', episode)
    .execute()
  return rows.map((row) => ({ ...row, answer: row.answer as ChildAnswer }))
}

/** What the partnership decided for a day: when plans are reviewed. */
export async function findPlanRule(reader: Reader, today: Temporal.PlainDate): Promise<PlanRule & { readonly source: string }> {
  return reader
    .selectFrom('casework.plan_rule')
    .select(['first_review_weeks as firstReviewWeeks', 'next_review_weeks as nextReviewWeeks', 'source'])
    .where('starts_on', '<=', today)
    .orderBy('starts_on', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

/** Reviews of a plan, the latest first. */
export async function findReviews(reader: Reader, episode: string) {
  return reader
    .selectFrom('casework.plan_review')
    .select(['id', 'due_on as dueOn', 'held_on as heldOn', 'meeting', 'plan_number as planNumber', 'summary', 'next_due_on as nextDueOn'])
    .select(['agreement_answer as agreementAnswer', 'agreement_because as agreementBecause', 'version'])
    .where('episode', '=', episode)
    .orderBy('plan_number', 'desc')
    .execute()
}

/** What a review said of every need. */
export async function findReviewLines(reader: Reader, episode: string) {
  return reader
    .selectFrom('casework.review_line as l')
    .innerJoin('casework.plan_need as n', 'n.id', 'l.need')
    .select(['l.review', 'l.need', 'l.progress', 'l.verdict', 'l.words', 'n.need as needWords'])
    .where('l.episode', '=', episode)
    .orderBy('n.position')
    .execute()
}

/** Meetings of a team, the latest first. */
export async function findMeetings(reader: Reader, episode: string) {
  const rows = await reader
    .selectFrom('casework.team_meeting')
    .select(['id', 'held_on as heldOn', 'starts_at as startsAt', 'ends_at as endsAt', 'place', 'state', 'is_review as isReview', 'version'])
    .select(['minutes', 'approved_by as approvedBy', 'approved_at as approvedAt', 'cancelled_because as cancelledBecause'])
    .where('episode', '=', episode)
    .orderBy('held_on', 'desc')
    .orderBy('starts_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, startsAt: timeOf(row.startsAt), endsAt: row.endsAt === null ? undefined : timeOf(row.endsAt) }))
}
const timeOf = (text: string): Temporal.PlainTime => Temporal.PlainTime.from(text)

/** What was printed for whom, the latest first. */
export async function findPrints(reader: Reader, episode: string) {
  return reader
    .selectFrom('casework.plan_print')
    .select(['id', 'plan_number as planNumber', 'member', 'relative', 'edition', 'signed_on as signedOn', 'signed_words as signedWords'])
    .select(['entered_at as enteredAt', 'version'])
    .where('episode', '=', episode)
    .orderBy('entered_at', 'desc')
    .execute()
}

/** The photographed pages of a signed copy, in their order, without their bytes; of those that were taken back who did so, when and why. */
export async function findSignedPages(reader: Reader, print: string) {
  const rows = await reader
    .selectFrom('casework.signed_page')
    .select([
      'id',
      'number',
      'width',
      'height',
      'taken_back_at as takenBackAt',
      'taken_back_by as takenBackBy',
      'taken_back_because as because',
    ])
    .where('print', '=', print)
    .orderBy('number')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ takenBackBy }) => takenBackBy),
  )
  return {
    standing: rows
      .filter(({ takenBackAt }) => takenBackAt === null)
      .map(({ id, width, height }, at) => ({ id, width, height, number: at + 1 })),
    takenBack: rows.flatMap(({ id, takenBackAt, takenBackBy, because }) =>
      takenBackAt === null ? [] : [{ id, at: takenBackAt, by: names.get(takenBackBy ?? '') ?? '', because: because ?? '' }],
    ),
  }
}

/** One photographed page; undefined where one may not read it, or does not look. */
export async function findSignedPage(reader: Reader, print: string, page: string) {
  return reader
    .selectFrom('casework.signed_page')
    .select(['media_type as mediaType', 'bytes'])
    .where('print', '=', print)
    .where('id', '=', page)
    .where('bytes', 'is not', null)
    .executeTakeFirst()
}

/** Days of meetings and reviews, for whoever may list the family and not read its plan. */
export async function findTeamDates(reader: Reader, episode: string) {
  return reader
    .selectFrom(sql<{ kind: string; held_on: Temporal.PlainDate; state: string }>`casework.team_dates(${episode})`.as('d'))
    .select(['d.kind', 'd.held_on as heldOn', 'd.state'])
    .execute()
}

/** Whether the plan of this family is open to whoever looks, in this transaction, now. */
export async function isPlanOpen(reader: Reader, episode: string): Promise<boolean> {
  const row = await reader
    .selectNoFrom(sql<boolean>`${episode}::uuid = any (casework.open_now('plan'))`.as('open'))
    .executeTakeFirstOrThrow()
  return row.open
}

/** What the names in a plan stand for: people of the family, where one may read who they are, and the team. */
export async function findWho(reader: Reader, family: { readonly id: string; readonly family: string }) {
  const [team, people] = [await findTeam(reader, family.id), await findPeople(reader, family.family)]
  const merges = new Map((await findMerges(reader, family.family)).map(({ merged, kept }) => [merged, kept]))
  const keptAs = (id: string): string => {
    const kept = merges.get(id)
    return kept === undefined ? id : keptAs(kept)
  }
  const names = new Map([...team.map(({ id, name }) => [id, name] as const), ...people.map(({ id, name }) => [id, name] as const)])
  return {
    team,
    people,
    /** The record that stands for both where somebody was entered twice. */
    keptAs,
    children: people.filter(({ part }) => part === 'child').map((child) => ({ ...child, isBorn: child.dueOn === null })),
    nameOf: (of: { readonly member?: string | null; readonly relative?: string | null }): string =>
      names.get(of.member ?? keptAs(of.relative ?? '')) ?? 'Somebody of the family',
  }
}
/** Who is who in a plan. */
export type Who = Awaited<ReturnType<typeof findWho>>

/** A plan as it is shown: its latest version, what stands in it, and what is due. */
export async function findPlan(reader: Reader, family: { readonly id: string; readonly family: string }, today: Temporal.PlainDate) {
  const versions = await findPlanVersions(reader, family.id)
  const [latest] = versions
  return {
    versions,
    latest,
    who: await findWho(reader, family),
    needs: latest ? await findNeeds(reader, family.id, latest.number) : [],
    actions: await findActions(reader, family.id, today),
    asked: await findChildrenAsked(reader, family.id),
    reviews: await findReviews(reader, family.id),
    rule: await findPlanRule(reader, today),
  }
}
/** A plan as it is shown. */
export type PlanView = Awaited<ReturnType<typeof findPlan>>
