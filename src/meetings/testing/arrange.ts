import { type ActorId, type Reader, readAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { plainItem } from '../commands/agenda/add-item.ts'
import type { MeetingInput } from '../forms/meeting.ts'
import type { PaperInput } from '../forms/paper.ts'
import type { Doer, MeetingsNeeds } from '../needs.ts'
import { findMeeting } from '../queries/meeting.ts'
import { findPaperVersions } from '../queries/papers.ts'
import type { ItemInput } from '../rules/item.ts'

/** Somebody who acts at an instant. */
export function doerAt(account: ActorId, instant: string): Doer {
  const now = Temporal.Instant.from(instant)
  return { actor: account, now, today: dayOf(now) }
}

/** The details of a public meeting at 2pm, for the fields that a test does not care about. */
export function meetingInput(heldOn: string, more: Partial<MeetingInput> = {}): MeetingInput {
  return {
    title: undefined,
    kind: 'ordinary',
    heldOn: Temporal.PlainDate.from(heldOn),
    startsAt: Temporal.PlainTime.from('14:00'),
    endsAt: undefined,
    place: 'The Exchange',
    access: 'public',
    accessNotes: undefined,
    filmingNotice: undefined,
    contact: undefined,
    onlineLink: undefined,
    joiningNotes: undefined,
    jointBodies: [],
    recordsHistory: false,
    shortNoticeReason: undefined,
    ...more,
  }
}

/** An item of Part 1, for the fields that a test does not care about. */
export function itemInput(title: string, more: Partial<ItemInput> = {}): ItemInput {
  return { ...plainItem(title), ...more }
}

/** An item of Part 2 with everything that it needs. */
export function exemptInput(title: string, publicTitle: string): ItemInput {
  return itemInput(title, {
    publicTitle,
    category: 'exempt',
    paragraphs: ['lga1972.3'],
    publicInterest: `Prices would be known, ${title}`,
    exemptDecidedBy: 'The monitoring officer',
    interestFor: 'People ask what is spent.',
    exemptDecidedOn: Temporal.PlainDate.from('2014-01-02'),
  })
}

/** What an author saves, made from the draft's version. */
export function paperInput(title: string, body: string, version = 1, more: Partial<PaperInput> = {}): PaperInput {
  return { title, body, version, fields: {}, reason: undefined, ...more }
}

/** Reads as somebody. */
export function as<T>(needs: Pick<MeetingsNeeds, 'db'>, doer: Doer, work: (reader: Reader) => Promise<T>): Promise<T> {
  return readAs(needs.db, doer, work)
}

/** The version of a meeting, for forms. */
export async function versionOf(needs: Pick<MeetingsNeeds, 'db'>, doer: Doer, meeting: string): Promise<number> {
  return (await as(needs, doer, (reader) => findMeeting(reader, meeting))).version
}

/** The version of a paper's newest text, for forms. */
export async function draftOf(needs: Pick<MeetingsNeeds, 'db'>, doer: Doer, paper: string): Promise<number> {
  return (await as(needs, doer, (reader) => findPaperVersions(reader, paper)))[0]?.version ?? 0
}

/** The value of a result that must be a success. */
export function value<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly unknown[] },
): Value {
  if (!result.ok) throw new Error(`Expected a success: ${JSON.stringify(result.problems)}`)
  return result.value
}
