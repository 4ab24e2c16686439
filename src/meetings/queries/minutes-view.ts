import { afterVerdict, type DeadlineAfter } from '#governance/public.ts'
import { findCalendar, findStanding, findTermsInForce } from '#governance/public-data.ts'
import type { Acting, Reader } from '#platform/database/session.ts'
import { printMarkdown } from '#platform/paper/print-markdown.ts'
import { dayOf } from '#platform/time/london.ts'
import type { FormBody } from '#platform/web/forms.ts'
import { recordPaths, submissionPaths } from '../paths.ts'
import { allows } from '../permission.ts'
import { sourceInWords } from '../rules/deadlines.ts'
import { stepsFor } from '../rules/minutes.ts'
import type { RecordEntry } from '../rules/minutes-entries.ts'
import { attendanceLabel, disagreements } from '../rules/minutes-record.ts'
import { afterWords } from '../words/minutes.ts'
import { disagreementWords } from '../words/minutes-record.ts'
import { type AgendaItem, findAgenda } from './agenda.ts'
import { findClearance } from './clearance.ts'
import { findForce } from './decision-force.ts'
import { findFiledShown } from './filed-shown.ts'
import { guardedMeeting } from './meeting.ts'
import {
  findMinutes,
  findMinutesVersion,
  guardedMinutes,
  listMinutesVersions,
  type Minutes,
  type MinutesSection,
  standingOfMinutes,
} from './minutes.ts'
import { findMinutesFiles } from './minutes-files.ts'
import { partsOf } from './minutes-parts.ts'
import { findMinutesRecord, findRecordEntries } from './minutes-source.ts'
import { findMeetingGround, findRecordedMeeting, type RecordedMeeting } from './record.ts'

/** Where a piece of the record can be read, and what the link says. */
function linkTo({ kind, id, label }: Pick<RecordEntry, 'kind' | 'id' | 'label'>, meeting: string): MinutesLink {
  if (kind === 'decision') return { href: recordPaths.decision(id), text: label }
  if (kind === 'action') return { href: recordPaths.action(id), text: label }
  if (kind === 'attendance') return { href: recordPaths.attendance(id), text: label }
  if (kind === 'approval') return { href: recordPaths.minutes(id), text: label }
  if (kind === 'submission') return { href: submissionPaths.submission(id), text: label }
  return { href: `${recordPaths.minutesRecord(meeting)}#${kind}-${id}`, text: label }
}

const verbOf = {
  clear: 'clear',
  write: 'write',
  correct: 'write',
  circulate: 'circulate',
  approve: 'approve',
  sign: 'approve',
  publish: 'publish',
  'publish-draft': 'publish',
  withdraw: 'withdraw',
} as const

/** A link from minutes to what they rest on. */
export interface MinutesLink {
  readonly href: string
  readonly text: string
}

/** Everything that the page of minutes shows to this reader. */
export async function findMinutesView(reader: Reader, acting: Acting, meeting: RecordedMeeting, number: number | undefined) {
  // Sent together: none waits for another.
  const [standing, minutes, agenda, files] = await Promise.all([
    findStanding(reader, acting),
    findMinutes(reader, meeting.id),
    findAgenda(reader, meeting.id),
    findMinutesFiles(reader, meeting.id),
  ])
  const [version, versions, approving] = minutes
    ? await Promise.all([
        findMinutesVersion(reader, minutes.id, number),
        listMinutesVersions(reader, minutes.id),
        minutes.approvedAtMeeting === null ? undefined : findRecordedMeeting(reader, minutes.approvedAtMeeting),
      ])
    : [undefined, [], undefined]
  const steps = minutes
    ? stepsFor(standingOfMinutes(minutes)).filter((step) => allows(standing, guardedMinutes(minutes), verbOf[step]))
    : []
  const mayRecord = allows(standing, guardedMeeting({ ...meeting, body: meeting.body.id }), 'record')
  const isOld = version !== undefined && versions[0] !== undefined && versions[0].number !== version.number
  const [force, filed, links] = await Promise.all([
    version ? findForce(reader, meeting.id, acting.today) : [],
    // They are filed with the minutes, not with a version: an earlier one does not say what came with it.
    version && !isOld ? findFiledShown(reader, meeting.id, agenda) : [],
    version ? findLinks(reader, meeting, version.sections, agenda) : new Map<string, MinutesLink>(),
  ])
  return {
    minutes,
    version,
    isOld,
    force,
    parts: version ? partsOf(version.sections, agenda) : [],
    steps,
    mayDraft: mayRecord && minutes === undefined && ['in_progress', 'ended', 'abandoned'].includes(meeting.state),
    approvedAt: approving && { id: approving.id, heldOn: approving.heldOn },
    deadlines: minutes && steps.length > 0 ? await deadlinesOfMinutes(reader, meeting, minutes, acting.today) : [],
    files,
    filed,
    mayFile: minutes !== undefined && allows(standing, guardedMinutes(minutes), 'write'),
    mayRetry: minutes !== undefined && allows(standing, guardedMinutes(minutes), 'publish'),
    links,
    // What the text and the record say differently is for those who write it: others may not see all of the record.
    differences: version && steps.length > 0 ? await findDifferences(reader, meeting, version.sections) : [],
    clearance: minutes && steps.includes('circulate') ? await findClearance(reader, minutes) : undefined,
  }
}

/** The way to each record that a section rests on, by kind and id. */
async function findLinks(
  reader: Reader,
  meeting: RecordedMeeting,
  sections: readonly MinutesSection[],
  agenda: readonly AgendaItem[],
): Promise<ReadonlyMap<string, MinutesLink>> {
  const kinds = new Set(sections.flatMap(({ sources }) => sources.map(({ kind }) => kind)))
  const entries = await findRecordEntries(reader, meeting, agenda, kinds)
  const attendance = { kind: 'attendance', id: meeting.id, label: attendanceLabel } as const
  return new Map([attendance, ...entries].map((entry) => [`${entry.kind}/${entry.id}`, linkTo(entry, meeting.id)]))
}

/** What the text and the record say differently, in words. */
async function findDifferences(reader: Reader, meeting: RecordedMeeting, sections: readonly MinutesSection[]) {
  const record = await findMinutesRecord(reader, await findMeetingGround(reader, meeting))
  return disagreements(record, sections).map(disagreementWords)
}

/** When the draft and the approved minutes are due by the terms in force on the day of the meeting; empty where they state nothing. */
export async function deadlinesOfMinutes(reader: Reader, meeting: RecordedMeeting, minutes: Minutes, today: Temporal.PlainDate) {
  const terms = await findTermsInForce(reader, meeting.body.id, meeting.heldOn)
  const calendar = await findCalendar(reader, meeting.body.settings?.holidayDivision ?? 'england-and-wales')
  const events = { meeting: meeting.heldOn, approval: minutes.approvedOn }
  const day = (instant: Temporal.Instant | null) => (instant === null ? null : dayOf(instant))
  const one = (label: string, rule: DeadlineAfter | null | undefined, source: string, done: Temporal.PlainDate | null) => {
    if (!rule) return { label, words: 'The terms do not say by when.', reading: '' }
    const reading = [rule.clock.reading, source].filter((part) => part !== '').join(' ')
    return { label, words: afterWords(afterVerdict(rule, events, done, today, calendar)), reading }
  }
  return [
    one('Draft to members', terms?.draftMinutes.value, terms ? sourceInWords(terms, terms.draftMinutes) : '', day(minutes.circulatedAt)),
    one(
      'Publication',
      terms?.minutesPublished.value,
      terms ? sourceInWords(terms, terms.minutesPublished) : '',
      minutes.state === 'published' ? day(minutes.publishedAt) : null,
    ),
  ] as const
}

/** What stands in the editor at first. */
export function editorValues(sections: readonly MinutesSection[]): FormBody {
  return Object.fromEntries(
    sections.flatMap(({ id, heading, tree }, index) => [
      [`heading_${id}`, heading],
      [`position_${id}`, String(index + 1)],
      [`text_${id}`, printMarkdown(tree).trimEnd()],
    ]),
  )
}
