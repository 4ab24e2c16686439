import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { PresenceInput, TeamMeetingInput } from '../forms/team-meeting.ts'
import { findTeamMeeting, type TeamMeeting } from '../queries/team-meeting.ts'
import type { Looking } from './look.ts'
import { note } from './plan.ts'
import { demandSeen, enteredBy, found, lookAtPlan } from './plan-look.ts'

type Needs = { readonly db: Database }
type Done = Promise<Result<void, FieldProblem>>
/** A meeting of a team, by its address. */
export interface OfMeeting {
  readonly episode: string
  readonly meeting: string
}

/** Plans a meeting of the team (E4). */
export async function planMeeting(
  needs: Needs,
  doer: Doer,
  episode: string,
  input: TeamMeetingInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return lookAtPlan(needs.db, doer, { episode, verb: 'plan-lead' }, async (looking) => {
    if (Temporal.PlainDate.compare(input.heldOn, doer.today) < 0) return fail({ field: 'heldOn', code: 'in-the-past' })
    const id = newId()
    await looking.tx
      .insertInto('casework.team_meeting')
      .values({ id, episode, ...columns(input), ...enteredBy(looking, doer) })
      .execute()
    await note(looking.tx, doer, episode, 'meeting-planned', id)
    return succeed({ id })
  })
}
const columns = ({ heldOn, startsAt, endsAt, place, isReview }: TeamMeetingInput) => ({
  ...{ held_on: heldOn, starts_at: startsAt.toString(), ends_at: endsAt?.toString() ?? null, place: place ?? '', is_review: isReview },
})

type Opened = Looking & { readonly meeting: TeamMeeting }
function inMeeting(
  needs: Needs,
  doer: Doer,
  of: OfMeeting,
  verb: 'plan-write' | 'plan-lead',
  work: (opened: Opened) => Promise<Result<string, FieldProblem>>,
): Done {
  return lookAtPlan(needs.db, doer, { episode: of.episode, verb }, async (looking) => {
    const meeting = found(await findTeamMeeting(looking.tx, of.episode, of.meeting))
    if (meeting.state === 'approved' || meeting.state === 'cancelled') return fail({ field: '', code: 'meeting-over' })
    const act = await work({ ...looking, meeting })
    if (!act.ok) return act
    await note(looking.tx, doer, of.episode, act.value, of.meeting)
    return succeed(undefined)
  })
}
async function set({ tx, meeting }: Opened, version: number, values: Readonly<Record<string, unknown>>): Promise<void> {
  const query = tx.updateTable('casework.team_meeting').set({ ...values, version: version + 1 })
  demandSeen(await query.where('id', '=', meeting.id).where('version', '=', version).executeTakeFirst())
}

/** Changes when and where a planned meeting is. */
export const changeMeeting = (needs: Needs, doer: Doer, of: OfMeeting, input: TeamMeetingInput): Done =>
  inMeeting(needs, doer, of, 'plan-lead', async (opened) => {
    if (opened.meeting.state !== 'planned') return fail({ field: '', code: 'meeting-begun' })
    await set(opened, input.version ?? opened.meeting.version, columns(input))
    return succeed('meeting-changed')
  })

/** Begins a meeting, or ends one that is under way. */
export const stepMeeting = (needs: Needs, doer: Doer, of: OfMeeting, step: 'start' | 'end', version: number): Done =>
  inMeeting(needs, doer, of, 'plan-lead', async (opened) => {
    const from = step === 'start' ? 'planned' : 'live'
    if (opened.meeting.state !== from) return fail({ field: '', code: step === 'start' ? 'meeting-begun' : 'meeting-not-live' })
    await set(opened, version, { state: step === 'start' ? 'live' : 'ended' })
    return succeed(`meeting-${step}`)
  })

/** Calls a planned meeting off, with the reason. */
export const cancelMeeting = (
  needs: Needs,
  doer: Doer,
  of: OfMeeting,
  input: { readonly because: string; readonly version: number },
): Done =>
  inMeeting(needs, doer, of, 'plan-lead', async (opened) => {
    if (opened.meeting.state !== 'planned') return fail({ field: '', code: 'meeting-begun' })
    await set(opened, input.version, { state: 'cancelled', cancelled_because: input.because })
    return succeed('meeting-cancelled')
  })

/** Writes the minutes of a meeting that ended; approved, they stay as they are. */
export const writeMinutes = (
  needs: Needs,
  doer: Doer,
  of: OfMeeting,
  input: { readonly minutes: string | undefined; readonly isApproved: boolean; readonly version: number },
): Done =>
  inMeeting(needs, doer, of, 'plan-lead', async (opened) => {
    if (opened.meeting.state !== 'ended') return fail({ field: '', code: 'meeting-not-ended' })
    const approved = input.isApproved ? { state: 'approved', approved_by: opened.ties.person, approved_at: doer.now } : {}
    await set(opened, input.version, { minutes: input.minutes ?? '', ...approved })
    return succeed(input.isApproved ? 'minutes-approved' : 'minutes-written')
  })

/** Puts an item on a meeting, behind those that stand there. */
export const addItem = (needs: Needs, doer: Doer, of: OfMeeting, input: { readonly title: string }): Done =>
  inMeeting(needs, doer, of, 'plan-write', async (opened) => {
    const position = Math.max(0, ...opened.meeting.items.map((item) => item.position)) + 1
    await opened.tx
      .insertInto('casework.meeting_item')
      .values({ id: newId(), episode: of.episode, meeting: of.meeting, position, title: input.title, ...enteredBy(opened, doer) })
      .execute()
    return succeed('meeting-item')
  })

/** Writes a note below an item: a record of its own, so that two who write at once lose nothing (E4). */
export const addNote = (needs: Needs, doer: Doer, of: OfMeeting & { readonly item: string }, input: { readonly words: string }): Done =>
  inMeeting(needs, doer, of, 'plan-write', async (opened) => {
    if (opened.meeting.state === 'planned') return fail({ field: '', code: 'meeting-not-live' })
    found(opened.meeting.items.find(({ id }) => id === of.item))
    await opened.tx
      .insertInto('casework.meeting_note')
      .values({ id: newId(), episode: of.episode, meeting: of.meeting, item: of.item, words: input.words, ...enteredBy(opened, doer) })
      .execute()
    return succeed('meeting-note')
  })

/** Changes a note: whoever wrote it does, or whoever leads. */
export const changeNote = (
  needs: Needs,
  doer: Doer,
  of: OfMeeting & { readonly note: string },
  input: { readonly words: string; readonly version: number },
): Done =>
  inMeeting(needs, doer, of, 'plan-write', async (opened) => {
    const one = found(opened.meeting.notes.find(({ id }) => id === of.note))
    if (one.enteredBy !== opened.ties.person && !opened.ties.relations.has('keeper')) return fail({ field: '', code: 'note-of-another' })
    const query = opened.tx.updateTable('casework.meeting_note').set({ words: input.words, version: input.version + 1 })
    demandSeen(await query.where('id', '=', of.note).where('version', '=', input.version).executeTakeFirst())
    return succeed('meeting-note')
  })

/** Records who is asked and who came; whoever is not named stays as they were. */
export const recordPresence = (needs: Needs, doer: Doer, of: OfMeeting, input: readonly PresenceInput[]): Done =>
  inMeeting(needs, doer, of, 'plan-lead', async (opened) => {
    for (const { member, relative, presence, hasReport } of input) {
      const before = opened.meeting.people.find((one) => one.member === member && one.relative === relative)
      const said = { presence, has_report: hasReport }
      if (!before)
        await opened.tx
          .insertInto('casework.meeting_person')
          .values({ id: newId(), episode: of.episode, meeting: of.meeting, member, relative, ...said, ...enteredBy(opened, doer) })
          .execute()
      else if (before.presence !== presence || before.hasReport !== hasReport) {
        const query = opened.tx.updateTable('casework.meeting_person').set({ ...said, version: before.version + 1 })
        demandSeen(await query.where('id', '=', before.id).where('version', '=', before.version).executeTakeFirst())
      }
    }
    return succeed('meeting-people')
  })
