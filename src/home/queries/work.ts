import { type AssuranceDuty, findAssuranceDuties } from '#assurance/public-data.ts'
import type { OwnTask, Standing } from '#governance/public.ts'
import {
  type BodySummary,
  type DisputeDuty,
  findBodiesById,
  findDisputeDuties,
  findOwnTasks,
  findProtocolDutiesDue,
  findReportsDue,
  findRequestDuties,
  findStanding,
  type ProtocolDutyDue,
  type ReportDue,
  type RequestDuty,
} from '#governance/public-data.ts'
import type { WaitingTask } from '#meetings/public.ts'
import {
  type ActionDuty,
  type ClerkDuty,
  findActionDuties,
  findClerkDuties,
  findComingMeetings,
  findDraftsToClear,
  findMatterToReview,
  findMinutesToPublish,
  findMissedStanding,
  findOpenQuestions,
  findOwnCopies,
  findPaperDuties,
  findRatificationDuties,
  findReturnedMail,
  findToRead,
  findWaitingTasks,
  type MatterToReview,
  type MeetingLine,
  type MissedStanding,
  type PaperDuty,
  type RatificationDuty,
  type ReturnedMail,
} from '#meetings/public-data.ts'
import type { FigureDuty } from '#performance/public.ts'
import { findFigureDuties } from '#performance/public-data.ts'
import { findPlanDuties, type PlanDuty } from '#plans/public-data.ts'
import type { Acting, Reader } from '#platform/database/session.ts'
import { type AssignedGap, findAssignedTo } from '#thread/public-data.ts'

/** What somebody has to do, over all boards. */
export interface Work {
  readonly standing: Standing
  readonly bodies: readonly BodySummary[]
  /** Meetings of one's own boards, the nearest first. */
  readonly meetings: readonly MeetingLine[]
  readonly papers: readonly PaperDuty[]
  readonly actions: readonly ActionDuty[]
  /** What one has not read of the next meetings one does not prepare oneself, the nearest first; `papers` 0: the agenda is new. */
  readonly toRead: readonly {
    readonly meeting: string
    readonly body: string
    readonly heldOn: Temporal.PlainDate
    readonly papers: number
  }[]
  /** Papers and minutes that wait for one as a clerk, and drafts of minutes that wait for one as a chair; what is late first. */
  readonly clerking: readonly ClerkDuty[]
  /** Standing items of one's boards that no agenda had. */
  readonly missed: readonly MissedStanding[]
  /** What waits for one as a clerk between two boards, the earliest due first. */
  readonly requests: readonly RequestDuty[]
  /** Disputes that were taken to one's boards or to oneself, and those of one's boards that wait for their clerk. */
  readonly disputes: readonly DisputeDuty[]
  /** What protocols ask now of the boards whose clerk one is, and reports that those owe and have not made. */
  readonly promised: readonly ProtocolDutyDue[]
  readonly reports: readonly ReportDue[]
  /** Decisions that wait for one as a partner's lead or as a clerk, the earliest due first. */
  readonly ratifications: readonly RatificationDuty[]
  /** Exempt matter of one's boards that is due to be looked at again, this month at the latest. */
  readonly reviews: readonly MatterToReview[]
  /** Copies of exempt papers that one is asked to confirm as destroyed. */
  readonly copies: readonly { readonly id: string; readonly heldOn: Temporal.PlainDate }[]
  /** Meetings that one missed and is asked about. */
  readonly absences: readonly { readonly id: string }[]
  /** What waits for one as a member, a chair or a clerk of a board: registers, terms, inductions, expenses. */
  readonly own: readonly OwnTask[]
  /** What waits for one in assurance: responses, impact, audits, steps of the escalation ladder. */
  readonly assurance: readonly AssuranceDuty[]
  /** Ballots, nominations, questions, consents, misses and terms that wait for one. */
  readonly waiting: readonly WaitingTask[]
  /** Reviews of plans that ask one how something goes, and plans that wait for one's boards. */
  readonly plans: readonly PlanDuty[]
  /** Gaps in the golden thread that were given to one, those due first. */
  readonly gaps: readonly AssignedGap[]
  /** Returns of figures to give or to accept, and red or missing figures to answer for. */
  readonly figures: readonly FigureDuty[]
  /** Mail of one's boards that came back in the last two months and that nobody has dealt with. */
  readonly returned: readonly ReturnedMail[]
}

/** Reads somebody's work as that person. */
export async function findWork(reader: Reader, acting: Acting): Promise<Work> {
  const standing = await findStanding(reader, acting)
  const mine = [...new Set([...standing.clerkOf, ...standing.chairOf, ...standing.memberOf, ...standing.observerOf, ...standing.deputyOf])]
  const person = standing.person?.id
  const meetings = mine.length === 0 ? [] : await findComingMeetings(reader, acting.today, { bodies: mine, limit: 8 })
  return {
    standing,
    bodies: await findBodiesById(reader, mine, acting.today),
    meetings,
    toRead: person === undefined ? [] : await findReading(reader, standing, meetings, person),
    papers: person === undefined ? [] : await findPaperDuties(reader, person, acting.today),
    actions: person === undefined ? [] : await findActionDuties(reader, person),
    returned: await findReturnedMail(reader, [...standing.clerkOf], acting.now.subtract({ hours: 24 * 60 })),
    absences: person === undefined ? [] : await findOpenQuestions(reader, person),
    ratifications: await findRatificationDuties(reader, { person, clerkOf: [...standing.clerkOf] }, acting.today),
    copies: person === undefined ? [] : await findOwnCopies(reader, person),
    reviews: (await findMatterToReview(reader, [...standing.clerkOf])).filter((one) => isNear(one.reviewOn, acting.today)),
    requests: await findRequestDuties(reader, [...standing.clerkOf], acting.today),
    disputes: await findDisputeDuties(reader, { person, clerkOf: standing.clerkOf, chairOf: standing.chairOf }, acting.today),
    promised: await findProtocolDutiesDue(reader, [...standing.clerkOf], acting.today),
    reports: await findReportsDue(reader, [...standing.clerkOf], acting.today),
    missed: await findMissedStanding(reader, [...standing.clerkOf], acting.today),
    own: await findOwnTasks(reader, standing, acting.today),
    assurance: await findAssuranceDuties(reader, standing, acting.today),
    plans: await findPlanDuties(reader, { person, clerkOf: [...standing.clerkOf] }, acting.today),
    gaps: person === undefined ? [] : await findAssignedTo(reader, person, acting.today),
    figures: await findFigureDuties(reader, standing),
    waiting: await findWaitingTasks(reader, standing, acting.today),
    clerking: await findDuties(reader, standing, acting.today),
  }
}

const isNear = (day: Temporal.PlainDate | null, today: Temporal.PlainDate): boolean =>
  day !== null && Temporal.PlainDate.compare(day, today.add({ days: 28 })) <= 0

/** The clerk of a board wrote to everybody that its papers are out, and is not asked to read them. */
async function findReading(
  reader: Reader,
  { clerkOf }: Standing,
  meetings: readonly MeetingLine[],
  person: string,
): Promise<Work['toRead']> {
  const others = meetings.filter(({ body }) => !clerkOf.has(body))
  const known = new Map(others.map(({ id, body, heldOn }) => [id, { body, heldOn }]))
  const found = await findToRead(reader, [...known.keys()], person)
  return found.flatMap(({ meeting, papers }) => {
    const own = known.get(meeting)
    return own === undefined ? [] : [{ meeting, papers, ...own }]
  })
}

/** What waits for one as a clerk or as a chair, about meetings of the last year. */
async function findDuties(reader: Reader, { clerkOf, chairOf }: Standing, today: Temporal.PlainDate): Promise<readonly ClerkDuty[]> {
  const span = { since: today.subtract({ years: 1 }), today }
  const publishing = await findMinutesToPublish(reader, [...clerkOf], span)
  const pressing = publishing.filter(({ kind }) => kind !== 'publish-minutes')
  return [
    ...pressing.toSorted((a, b) => Number(b.kind === 'publish-minutes-late') - Number(a.kind === 'publish-minutes-late')),
    ...(await findDraftsToClear(reader, [...chairOf], span.since)),
    ...(await findClerkDuties(reader, [...clerkOf], span)),
    ...publishing.filter(({ kind }) => kind === 'publish-minutes'),
  ]
}
