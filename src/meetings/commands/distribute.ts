import { findBodyById } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { type Mail, sendAllLater } from '#platform/mail/mail.ts'
import { stopNewsAddresses } from '#platform/mail/stop-news.ts'
import type { CommandNeeds, Doer } from '../needs.ts'
import { meetingPaths, readingPaths, recordPaths } from '../paths.ts'
import { findAddressees, type News } from '../queries/addressees.ts'
import { findMeeting, type Meeting } from '../queries/meeting.ts'
import type { Addressee } from '../rules/addressees.ts'
import { type CalendarMethod, calendarFile } from '../rules/calendar-entry.ts'
import { type MailWords, meetingTitle } from '../words/mails.ts'
import { listFooter, type MailMatter, mailOf, stopFooter, withoutCalendarWords } from '../words/occasions.ts'

/** What members and lists are told, and what it belongs to. */
export interface Notification extends News {
  /** How the calendar of members changes; undefined for news that changes none. */
  readonly method: Exclude<CalendarMethod, 'publish'> | undefined
  /** The publication that it announces; undefined for news of the meeting itself. */
  readonly publication: string | undefined
  /** Why, where the mail says it. */
  readonly reason?: string
  readonly newDay?: Temporal.PlainDate
  readonly minutesAreFinal?: boolean
}

/** How many were told, and who could not be because no address is recorded. */
export interface Told {
  readonly count: number
  readonly withoutAddress: readonly string[]
}

/** Tells everybody whom it concerns, once each, members with a calendar entry, and keeps the evidence (M7). */
export async function tellMembers(needs: CommandNeeds, tx: Writer, doer: Doer, meeting: Meeting, note: Notification): Promise<Told> {
  const everybody = await findAddressees(tx, meeting, note)
  const letter = await letterOf(needs, tx, meeting, note)
  const reached = everybody.filter(({ email, way }) => email !== '' || way !== 'email')
  // A statement takes 65,535 values.
  for (let at = 0; at < reached.length; at += 1_000) await tellAll(needs, tx, doer, letter, reached.slice(at, at + 1_000))
  const withoutAddress = everybody.filter(({ email, way }) => email === '' && way === 'email').map(({ name }) => name)
  return { count: reached.length, withoutAddress }
}

/** One mail before it has an address. */
export interface Letter {
  readonly meeting: Meeting
  readonly note: Notification
  readonly title: string
  readonly address: string
  readonly board: string
  readonly words: MailWords
}

/** Words the mail of an occasion. */
export async function letterOf(needs: CommandNeeds, tx: Writer, meeting: Meeting, note: Notification): Promise<Letter> {
  const body = await findBodyById(tx, meeting.body, meeting.heldOn)
  const board = body?.name ?? ''
  const title = meetingTitle(meeting, board)
  const { publicUrl } = needs.config
  const address = publicUrl + meetingPaths.meeting(meeting.id)
  const matter: MailMatter = {
    ...note,
    meeting,
    title,
    address,
    minutesAddress: publicUrl + recordPaths.minutes(meeting.id),
    reason: note.reason ?? '',
    newDay: note.newDay,
    minutesAreFinal: note.minutesAreFinal ?? true,
  }
  return { meeting, note, title, address, board, words: mailOf(matter) }
}

/** Tells each of at most a thousand, and keeps the evidence; `repeats` is the despatch that this one takes the place of. Returns their ids in the same order. */
export async function tellAll(
  needs: CommandNeeds,
  tx: Writer,
  doer: Doer,
  letter: Letter,
  everybody: readonly Addressee[],
  repeats?: string,
): Promise<readonly string[]> {
  if (everybody.length === 0) return []
  const byMail = everybody.filter(({ way }) => way === 'email')
  const mails = await sendAllLater(
    needs.outbox,
    tx,
    byMail.map((to) => mailTo(needs, doer, letter, to)),
  )
  const mailOfOne = new Map(byMail.map((to, at) => [to, mails[at] ?? null]))
  const told = everybody.map((to) => ({ to, row: { ...rowOf(doer, letter, to), mail: mailOfOne.get(to) ?? null } }))
  const first = told.map(({ to, row }) => ({ id: newId(), channel: to.way, repeats: repeats ?? null, ...row }))
  const calendars = told
    .filter(({ to, row }) => row.mail !== null && hasCalendar(letter, to))
    .map(({ row }) => ({ id: newId(), channel: 'calendar', repeats: null, ...row }))
  await tx
    .insertInto('meetings.despatch')
    .values([...first, ...calendars])
    .execute()
  return first.map(({ id }) => id)
}

const rowOf = (doer: Doer, { meeting, note }: Letter, to: Addressee) => ({
  publication: note.publication ?? null,
  meeting: meeting.id,
  person: to.person ?? null,
  entry: to.entry ?? null,
  name: to.person === undefined ? to.name : '',
  email: to.email,
  lists: [...to.lists],
  occasion: note.occasion,
  reason: note.reason ?? '',
  at: doer.now,
})

const hasCalendar = ({ note }: Letter, to: Addressee): boolean => note.method !== undefined && to.calendar

function mailTo(needs: CommandNeeds, doer: Doer, letter: Letter, to: Addressee): Mail {
  const { meeting, note, title, address, board, words } = letter
  const leave = to.token === undefined ? undefined : needs.config.publicUrl + readingPaths.leaveList(to.token)
  const text = hasCalendar(letter, to) ? words.text : withoutCalendarWords(words.text)
  const stop =
    to.account !== undefined && needs.secrets
      ? stopNewsAddresses({ publicUrl: needs.config.publicUrl, secret: needs.secrets.feeds }, to.account)
      : undefined
  const mail: Mail = {
    to: to.email,
    // As mailing lists do, so that one sees at once why it comes.
    subject: to.belongs ? words.subject : `[${to.lists[0] ?? ''}] ${words.subject}`,
    text: `${to.belongs ? text : `${text}\n${listFooter(to.lists, board, leave)}`}${stop ? stopFooter(stop.page) : ''}`,
    about: { type: 'meeting', id: meeting.id },
    ...(to.token !== undefined && { unsubscribe: needs.config.publicUrl + readingPaths.leaveAtOnce(to.token) }),
    ...(stop && { unsubscribe: stop.atOnce }),
  }
  if (note.method === undefined || !hasCalendar(letter, to)) return mail
  const content = calendarFile([entryOf(meeting, title, address)], note.method, doer.now, hostOf(needs), {
    from: { name: board === '' ? 'Goldenthread' : board, email: addressOf(needs.config.mailFrom) },
    to: { name: to.name, email: to.email },
  })
  return { ...mail, calendar: { method: note.method === 'cancel' ? 'CANCEL' : 'REQUEST', content } }
}

/** A meeting as its calendar entry shows it. */
export function entryOf(meeting: Meeting, title: string, address: string) {
  const { id, heldOn, startsAt, endsAt, place, sequence, accessNotes } = meeting
  return { id, title, heldOn, startsAt, endsAt, place, address, sequence, cancelled: isOff(meeting), notes: accessNotes }
}

function isOff({ state }: Meeting): boolean {
  return state === 'cancelled' || state === 'rescheduled'
}

/** Whether anybody has been told of this meeting yet. */
export async function wasTold(tx: Writer, meeting: string): Promise<boolean> {
  return (await tx.selectFrom('meetings.despatch').select('id').where('meeting', '=', meeting).limit(1).executeTakeFirst()) !== undefined
}

/** The day of the meeting that took this one's place. */
export async function findNewDay(tx: Writer, { successor }: Meeting): Promise<Temporal.PlainDate | undefined> {
  return successor === undefined ? undefined : (await findMeeting(tx, successor)).heldOn
}

/** The address within 'Name <address>'. */
function addressOf(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from
}

/** The host that identifies calendar entries for ever. */
export function hostOf(needs: Pick<CommandNeeds, 'config'>): string {
  return new URL(needs.config.publicUrl).hostname
}
