import { findPeopleToTell } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../needs.ts'
import { demand } from '../permission.ts'
import { findEntries } from '../queries/lists.ts'
import { lockMeeting, type Meeting } from '../queries/meeting.ts'
import { findPublication } from '../queries/publications.ts'
import { findToldOne, guardedTold, type ToldOne } from '../queries/told.ts'
import type { Addressee, Occasion } from '../rules/addressees.ts'
import { findNewDay, letterOf, type Notification, tellAll } from './distribute.ts'

/**
 * Sends to one person again, at the address that is recorded now. Problems: 'told-already', 'told-again-already', 'no-address' and 'no-longer-so'
 * where what the mail said is withdrawn, or the meeting called off, since.
 */
export async function tellAgain(needs: CommandNeeds, doer: Doer, meetingId: string, id: string): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    await demand(tx, doer, guardedTold(meeting), 'repeat')
    const told = await findToldOne(tx, meetingId, id)
    const problem = repeatProblem(told) ?? (await staleProblem(tx, meeting, told))
    if (problem) return fail({ field: '', code: problem })
    const to = await addresseeNow(tx, told)
    if (to === undefined) return fail({ field: '', code: 'no-address' })
    const letter = await letterOf(needs, tx, meeting, await noteOf(tx, meeting, told))
    const [made = ''] = await tellAll(needs, tx, doer, letter, [to], told.id)
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'mail.repeated',
      subjectType: 'meeting',
      subject: meetingId,
      content: `${told.id} ${made}`,
    })
    return succeed(null)
  })
}

/** Keeps that the papers were printed and posted to somebody whom no mail reaches. Problems as for `tellAgain`. */
export async function markPosted(needs: CommandNeeds, doer: Doer, meetingId: string, id: string): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    await demand(tx, doer, guardedTold(meeting), 'repeat')
    const told = await findToldOne(tx, meetingId, id)
    const problem = repeatProblem(told)
    if (problem) return fail({ field: '', code: problem })
    const { publication, person, entry, lists, occasion, reason } = told
    await tx
      .insertInto('meetings.despatch')
      .values({
        id: newId(),
        meeting: meetingId,
        publication: publication ?? null,
        person: person ?? null,
        entry: entry ?? null,
        name: person === undefined ? told.name : '',
        email: '',
        channel: 'post',
        lists: [...lists],
        occasion,
        reason,
        repeats: id,
        at: doer.now,
      })
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'mail.posted', subjectType: 'meeting', subject: meetingId, content: id })
    return succeed(null)
  })
}

function repeatProblem({ way, state, isRepeated }: ToldOne): string | undefined {
  if (isRepeated) return 'told-again-already'
  return way !== 'email' || state === 'sent' || state === 'on-its-way' ? 'told-already' : undefined
}

async function staleProblem(tx: Writer, meeting: Meeting, { publication, occasion }: ToldOne): Promise<string | undefined> {
  const isOff = meeting.state === 'cancelled' || meeting.state === 'rescheduled'
  if (isOff && !['cancel', 'reschedule', 'minutes', 'withdrawal'].includes(occasion)) return 'no-longer-so'
  if (publication === undefined || occasion === 'withdrawal') return undefined
  return (await findPublication(tx, meeting.id, publication)).withdrawnAt ? 'no-longer-so' : undefined
}

/** Who it is and where they are reached now; undefined without an address, or for somebody outside who has left the list. */
async function addresseeNow(tx: Writer, told: ToldOne): Promise<Addressee | undefined> {
  const shared = { lists: told.lists, fullSight: false, way: 'email' as const, calendar: told.hasCalendar }
  if (told.person !== undefined) {
    const [person] = await findPeopleToTell(tx, [told.person])
    if (!person || person.email === '') return undefined
    const { name, email } = person
    return {
      ...shared,
      person: told.person,
      entry: undefined,
      token: undefined,
      name,
      email,
      belongs: told.hasCalendar || told.lists.length === 0,
    }
  }
  const entry = told.list === undefined ? undefined : (await findEntries(tx, [told.list])).find(({ id }) => id === told.entry)
  if (!entry) return undefined
  const { id, token, name, email } = entry
  return { ...shared, person: undefined, entry: id, token, name, email, belongs: false }
}

const calledOff: ReadonlySet<Occasion> = new Set(['cancel', 'reschedule'])

async function noteOf(tx: Writer, meeting: Meeting, told: ToldOne): Promise<Notification> {
  const occasion = told.occasion === '' ? 'call' : told.occasion
  const newDay = await findNewDay(tx, meeting)
  return {
    occasion,
    items: [],
    method: calledOff.has(occasion) ? 'cancel' : 'request',
    publication: told.publication,
    reason: told.reason,
    ...(newDay && { newDay }),
  }
}
