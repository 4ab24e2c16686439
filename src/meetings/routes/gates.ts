import type { Context } from 'hono'
import type { Guarded, Standing } from '#governance/public.ts'
import { type BodySummary, findBodiesById, findBody, findStanding } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import { allows, demandOf } from '../permission.ts'
import { type AgendaItem, findItem, guardedItem } from '../queries/agenda.ts'
import { findMeeting, guardedMeeting, type Meeting } from '../queries/meeting.ts'
import { findPaper, guardedPaper, type PaperRecord } from '../queries/papers.ts'
import { findPlanItem, guardedPlan, guardedPlanItem, type PlanItem } from '../queries/plan.ts'
import { findPublication, guardedPublication, type Publication } from '../queries/publications.ts'
import { findSubmission, guardedSubmission, type Submission } from '../queries/submissions.ts'

/** A request whose permission is settled. */
export interface Asked {
  readonly reader: Reader
  readonly visit: Visit
  readonly standing: Standing
  /** Whether whoever asks may do that, too. */
  may(guarded: Guarded, verb: string): boolean
  /** A value behind the question mark; '' where there is none. */
  query(name: string): string
  readonly body: BodySummary
}

/** A request about a meeting. */
export type AskedMeeting = Asked & { readonly meeting: Meeting }
/** A request about something that was brought to a meeting. */
export type AskedSubmission = AskedMeeting & { readonly submission: Submission }
/** A request about an item of an agenda. */
export type AskedItem = AskedMeeting & { readonly item: AgendaItem }
/** A request about a paper. */
export type AskedPaper = AskedItem & { readonly paper: PaperRecord }
/** A request about an item of the forward plan. */
export type AskedPlanItem = Asked & { readonly planItem: PlanItem }
/** A request about a publication. */
export type AskedPublication = AskedMeeting & { readonly publication: Publication }

const part = (c: Context<AppEnv, string>, name: string): string => c.req.param(name) ?? ''

/** Who asks about a body, without a permission asked for yet. */
export async function begin(reader: Reader, c: Context<AppEnv, string>, body: BodySummary): Promise<Asked> {
  return beginAs(reader, c, body, await findStanding(reader, c.get('visit')))
}

/** The same for somebody whose standing is known already. */
export function beginAs(reader: Reader, c: Context<AppEnv, string>, body: BodySummary, standing: Standing): Asked {
  const visit = c.get('visit')
  return {
    reader,
    visit,
    standing,
    body,
    may: (guarded, verb) => allows(standing, guarded, verb),
    query: (name) => c.req.query(name) ?? '',
  }
}

/** A body as it is on a day. @throws NotFound */
export async function bodyOf(reader: Reader, id: string, day: Temporal.PlainDate): Promise<BodySummary> {
  const [body] = await findBodiesById(reader, [id], day)
  if (!body) throw new NotFound('No such body.')
  return body
}

/** A board, and a verb on its forward plan. */
export function planGate(verb: string): Gate<Asked> {
  return boardGate((body) => guardedPlan(body), verb)
}

/** A board, and a verb on meetings of it that are not announced. */
export function newMeetingGate(): Gate<Asked> {
  return boardGate((body) => ({ record: 'meeting', state: 'draft', ties: { body } }), 'change')
}

/** A board that anybody may look at. */
export function boardGate(guard?: (body: string) => Guarded, verb = 'read'): Gate<Asked> {
  return async (reader, c) => {
    const body = await findBody(reader, part(c, 'slug'), c.get('visit').today)
    if (!body) throw new NotFound('No such board.')
    const asked = await begin(reader, c, body)
    if (guard) demandOf(asked.standing, asked.visit, guard(body.id), verb)
    return asked
  }
}

/** An item of a board's plan. */
export function planItemGate(verb: string): Gate<AskedPlanItem> {
  return async (reader, c) => {
    const asked = await boardGate()(reader, c)
    const planItem = await findPlanItem(reader, asked.body.id, part(c, 'item'))
    // Whoever nominated it reads it in any state; the policy says so.
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedPlanItem(planItem), verb)
    return { ...asked, planItem }
  }
}

/** A meeting, and a verb on it. */
export function meetingGate(verb: string): Gate<AskedMeeting> {
  return async (reader, c) => {
    const meeting = await findMeeting(reader, part(c, 'id'))
    const asked = await begin(reader, c, await bodyOf(reader, meeting.body, meeting.heldOn))
    // Row-level security let it through: reading is settled, for authors too.
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedMeeting(meeting), verb)
    return { ...asked, meeting }
  }
}

/** Something that was brought to a meeting, and a verb on it. Whoever brought it reads it in any state; the policy says so. */
export function submissionGate(verb: string): Gate<AskedSubmission> {
  return async (reader, c) => {
    const submission = await findSubmission(reader, part(c, 'submission'))
    if (!submission) throw new NotFound('No such question.')
    const asked = await askMeeting(reader, c, submission.meeting)
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedSubmission(submission), verb)
    return { ...asked, submission }
  }
}

/** A meeting that the address does not name. @throws NotFound */
export async function askMeeting(reader: Reader, c: Context<AppEnv, string>, id: string): Promise<AskedMeeting> {
  const meeting = await findMeeting(reader, id)
  return { ...(await begin(reader, c, await bodyOf(reader, meeting.body, meeting.heldOn))), meeting }
}

/** An item of a meeting's agenda. */
export function itemGate(verb: string): Gate<AskedItem> {
  return async (reader, c) => {
    const asked = await meetingGate('read')(reader, c)
    const item = await findItem(reader, asked.meeting.id, part(c, 'item'))
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedItem(item), verb)
    return { ...asked, item }
  }
}

/** A paper by its own address. */
export function paperGate(verb: string): Gate<AskedPaper> {
  return async (reader, c) => {
    const paper = await findPaper(reader, part(c, 'paper'))
    const meeting = await findMeeting(reader, paper.meeting)
    const asked = await begin(reader, c, await bodyOf(reader, meeting.body, meeting.heldOn))
    const guarded = guardedPaper(paper)
    const wanted = verb === 'write' && paper.sight !== 'draft' ? 'correct' : verb
    demandOf(asked.standing, asked.visit, guarded, wanted)
    return { ...asked, meeting, paper, item: await findItem(reader, meeting.id, paper.item) }
  }
}

/** A publication of a meeting. */
export function publicationGate(verb: string): Gate<AskedPublication> {
  return async (reader, c) => {
    const asked = await meetingGate('read')(reader, c)
    const publication = await findPublication(reader, asked.meeting.id, part(c, 'publication'))
    demandOf(asked.standing, asked.visit, guardedPublication(publication), verb)
    return { ...asked, publication }
  }
}
