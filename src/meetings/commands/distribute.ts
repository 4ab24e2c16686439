import { findBodyById, findMailingList, type Recipient } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { sendLater } from '#platform/mail/mail.ts'
import type { CommandNeeds, Doer } from '../needs.ts'
import { meetingPaths } from '../paths.ts'
import { findJointBodies, type Meeting } from '../queries/meeting.ts'
import { type CalendarMethod, calendarFile } from '../rules/calendar-entry.ts'
import { type MailWords, meetingTitle } from '../words/mails.ts'

/** What members are told, and what it belongs to. */
export interface Notification {
  readonly method: Exclude<CalendarMethod, 'publish'>
  /** The publication that it announces; undefined for news of the meeting itself. */
  readonly publication: string | undefined
  /** The words, given the title of the meeting and its address. They name no item, so that nothing of Part 2 can be in them. */
  readonly words: (title: string, address: string) => MailWords
}

/** How many were told, and who could not be because no address is recorded. */
export interface Told {
  readonly count: number
  readonly withoutAddress: readonly string[]
}

/** Mails everybody on the lists of the body and of those that meet jointly, with a calendar entry, and keeps the evidence (M7). */
export async function tellMembers(needs: CommandNeeds, tx: Writer, doer: Doer, meeting: Meeting, note: Notification): Promise<Told> {
  const body = await findBodyById(tx, meeting.body, meeting.heldOn)
  const title = meetingTitle(meeting, body?.name ?? '')
  const address = needs.config.publicUrl + meetingPaths.meeting(meeting.id)
  const recipients = await recipientsOf(tx, meeting)
  const words = note.words(title, address)
  for (const to of recipients.filter(({ email }) => email !== '')) {
    const content = calendarFile([entryOf(meeting, title, address)], note.method, doer.now, hostOf(needs), {
      from: { name: body?.name ?? 'Goldenthread', email: addressOf(needs.config.mailFrom) },
      to: { name: to.name, email: to.email },
    })
    const method = note.method === 'cancel' ? 'CANCEL' : 'REQUEST'
    const mail = await sendLater(needs.outbox, tx, {
      to: to.email,
      ...words,
      calendar: { method, content },
      about: { type: 'meeting', id: meeting.id },
    })
    await keepEvidence(tx, doer, meeting.id, note.publication, to, mail)
  }
  const withoutAddress = recipients.filter(({ email }) => email === '').map(({ name }) => name)
  return { count: recipients.length - withoutAddress.length, withoutAddress }
}

async function recipientsOf(tx: Writer, meeting: Meeting): Promise<readonly Recipient[]> {
  const found = new Map<string, Recipient>()
  for (const body of [meeting.body, ...(await findJointBodies(tx, meeting.id))]) {
    for (const one of await findMailingList(tx, body, meeting.heldOn)) if (!found.has(one.person)) found.set(one.person, one)
  }
  return [...found.values()]
}

async function keepEvidence(
  tx: Writer,
  doer: Doer,
  meeting: string,
  publication: string | undefined,
  to: Recipient,
  mail: string,
): Promise<void> {
  const row = { publication: publication ?? null, meeting, person: to.person, email: to.email, mail, at: doer.now }
  await tx
    .insertInto('meetings.despatch')
    .values([
      { id: newId(), channel: 'email', ...row },
      { id: newId(), channel: 'calendar', ...row },
    ])
    .execute()
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

/** The address within 'Name <address>'. */
function addressOf(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from
}

/** The host that identifies calendar entries for ever. */
export function hostOf(needs: Pick<CommandNeeds, 'config'>): string {
  return new URL(needs.config.publicUrl).hostname
}
