import { type AssuranceDuty, findAssuranceDuties } from '#assurance/public-data.ts'
import { type CommissioningDuty, findCommissioningDuties, findOwnProviders } from '#commissioning/public-data.ts'
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
import { findVoiceDuties, type VoiceDuty } from '#voice/public-data.ts'

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
  readonly copies: readonly { readonly id: string; readonly body: string; readonly heldOn: Temporal.PlainDate }[]
  /** Meetings that one missed and is asked about. */
  readonly absences: readonly { readonly id: string; readonly body: string }[]
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
  /** Words of children, families and staff that wait for one to check them. */
  readonly voices: readonly VoiceDuty[]
  /** What waits for one in commissioning: entries of the directory, reports on it, agreements to review, what contracts and letters ask for. */
  readonly commissioning: readonly CommissioningDuty[]
  /** Whether one is the contact of a provider, and has contracts and letters of its own to read. */
  readonly isProvider: boolean
  /** Mail of one's boards that came back in the last two months and that nobody has dealt with. */
  readonly returned: readonly ReturnedMail[]
}

/** Reads somebody's work as that person: over all boards, or, with a board, what they do as one of its people and what else is asked of them for it. */
export async function findWork(reader: Reader, acting: Acting, only?: { readonly id: string; readonly slug: string }): Promise<Work> {
  const whole = await findStanding(reader, acting)
  const standing = only === undefined ? whole : narrowed(whole, only.id)
  const mine = [...new Set([...standing.clerkOf, ...standing.chairOf, ...standing.memberOf, ...standing.observerOf, ...standing.deputyOf])]
  const asked: Asked = { reader, acting, standing, mine, clerkOf: [...standing.clerkOf], person: standing.person?.id }
  // Sent together: none of them waits for another.
  const [kept, owed, between, domains] = await Promise.all([ofMeetings(asked), ofPerson(asked), ofClerk(asked), ofDomains(asked)])
  const work: Work = { standing, ...kept, ...owed, ...between, ...domains }
  return only === undefined ? work : workOfBoard(work, only)
}

interface Asked {
  readonly reader: Reader
  readonly acting: Acting
  readonly standing: Standing
  readonly mine: readonly string[]
  readonly clerkOf: readonly string[]
  readonly person: string | undefined
}

/** The same person with what they are on one board alone. */
function narrowed(standing: Standing, body: string): Standing {
  const of = (bodies: ReadonlySet<string>): ReadonlySet<string> => new Set(bodies.has(body) ? [body] : [])
  const { clerkOf, chairOf, memberOf, observerOf, deputyOf } = standing
  return {
    ...standing,
    ...{ clerkOf: of(clerkOf), chairOf: of(chairOf), memberOf: of(memberOf) },
    ...{ observerOf: of(observerOf), deputyOf: of(deputyOf) },
  }
}

async function ofMeetings({ reader, acting, standing, mine, person }: Asked) {
  const { today } = acting
  const coming = mine.length === 0 ? [] : findComingMeetings(reader, today, { bodies: mine, limit: 8 })
  const reading = async () => (person === undefined ? [] : findReading(reader, standing, await coming, person))
  const [bodies, meetings, toRead, clerking, waiting] = await Promise.all([
    findBodiesById(reader, mine, today),
    coming,
    reading(),
    findDuties(reader, standing, today),
    findWaitingTasks(reader, standing, today),
  ])
  return { bodies, meetings, toRead, clerking, waiting }
}

/** What is asked of one as a person, whatever one is on a board. */
async function ofPerson({ reader, acting, person }: Asked) {
  if (person === undefined) return { papers: [], actions: [], absences: [], copies: [], gaps: [] }
  const [papers, actions, absences, copies, gaps] = await Promise.all([
    findPaperDuties(reader, person, acting.today),
    findActionDuties(reader, person),
    findOpenQuestions(reader, person),
    findOwnCopies(reader, person),
    findAssignedTo(reader, person, acting.today),
  ])
  return { papers, actions, absences, copies, gaps }
}

async function ofClerk({ reader, acting, standing, clerkOf, person }: Asked) {
  const { today, now } = acting
  const [returned, ratifications, matter, requests, disputes, promised, reports, missed] = await Promise.all([
    findReturnedMail(reader, clerkOf, now.subtract({ hours: 24 * 60 })),
    findRatificationDuties(reader, { person, clerkOf }, today),
    findMatterToReview(reader, clerkOf),
    findRequestDuties(reader, clerkOf, today),
    findDisputeDuties(reader, { person, clerkOf: standing.clerkOf, chairOf: standing.chairOf }, today),
    findProtocolDutiesDue(reader, clerkOf, today),
    findReportsDue(reader, clerkOf, today),
    findMissedStanding(reader, clerkOf, today),
  ])
  const reviews = matter.filter((one) => isNear(one.reviewOn, today))
  return { returned, ratifications, reviews, requests, disputes, promised, reports, missed }
}

async function ofDomains({ reader, acting, standing, clerkOf, person }: Asked) {
  const { today } = acting
  const [own, assurance, plans, figures, voices, commissioning, providers] = await Promise.all([
    findOwnTasks(reader, standing, today),
    findAssuranceDuties(reader, standing, today),
    findPlanDuties(reader, { person, clerkOf }, today),
    findFigureDuties(reader, standing),
    findVoiceDuties(reader, standing, acting),
    findCommissioningDuties(reader, standing, today),
    person === undefined ? [] : findOwnProviders(reader, person, today),
  ])
  return { own, assurance, plans, figures, voices, commissioning, isProvider: providers.length > 0 }
}

/** What of somebody's work is about one board. What is asked of them as its clerk, chair or member was read for that board alone. */
function workOfBoard(work: Work, { id, slug }: { readonly id: string; readonly slug: string }): Work {
  const about = <Task extends { readonly body?: string | null | undefined }>(tasks: readonly Task[]): readonly Task[] =>
    tasks.filter(({ body }) => body === id)
  return {
    ...work,
    papers: about(work.papers),
    actions: work.actions.filter(({ ofBody }) => ofBody === id),
    absences: about(work.absences),
    copies: about(work.copies),
    ratifications: about(work.ratifications),
    assurance: about(work.assurance),
    plans: about(work.plans),
    commissioning: about(work.commissioning),
    gaps: about(work.gaps),
    figures: about(work.figures),
    waiting: work.waiting.filter(({ board }) => board.id === id),
    own: work.own.filter((task) => task.slug === slug),
    disputes: work.disputes.filter((duty) => duty.slug === slug),
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
  const [publishing, clearing, clerking] = await Promise.all([
    findMinutesToPublish(reader, [...clerkOf], span),
    findDraftsToClear(reader, [...chairOf], span.since),
    findClerkDuties(reader, [...clerkOf], span),
  ])
  const pressing = publishing.filter(({ kind }) => kind !== 'publish-minutes')
  return [
    ...pressing.toSorted((a, b) => Number(b.kind === 'publish-minutes-late') - Number(a.kind === 'publish-minutes-late')),
    ...clearing,
    ...clerking,
    ...publishing.filter(({ kind }) => kind === 'publish-minutes'),
  ]
}
