import type { Reader } from '#platform/database/session.ts'
import { timeInWords } from '#platform/time/words.ts'
import { checkTally } from '../rules/decision.ts'
import {
  actionEntry,
  approvalEntry,
  byTold,
  decisionEntry,
  exclusionEntry,
  interestEntry,
  motionEntry,
  noteEntry,
  type RecordEntry,
  submissionEntry,
  viewEntry,
} from '../rules/minutes-entries.ts'
import type { MinutesRecord } from '../rules/minutes-record.ts'
import type { MinutedAttendance, MinutedPerson } from '../rules/minutes-text.ts'
import type { PublicExclusion } from '../rules/public-exclusion.ts'
import { quorumLine } from '../words/attendance.ts'
import { votesWords } from '../words/decision.ts'
import { movedWords, publicOutWords, resolutionWords } from '../words/part-two.ts'
import { findActionsOf } from './actions.ts'
import { type AgendaItem, findAgenda, titleOf } from './agenda.ts'
import { type Attender, attendanceView, firstVerdict, timeOf } from './attendance.ts'
import { findDecisionsOf, rightsAt } from './decisions.ts'
import {
  countPublic,
  findApprovalsAt,
  findItemsTaken,
  findMinutedInterests,
  findMinutedMotions,
  findMinutedNotes,
  findMinutedViews,
} from './minutes-live.ts'
import { findPublicExclusions } from './public-exclusions.ts'
import type { MeetingGround } from './record.ts'
import { findStandingItem } from './standing-items.ts'
import { findMinutedSubmissions } from './submissions.ts'

/** Reads what was recorded of a meeting, as minutes take it: whoever asks gets what they may see (M9, M12). */
export async function findMinutesRecord(reader: Reader, ground: MeetingGround): Promise<MinutesRecord> {
  const meeting = ground.meeting.id
  const agenda = (await findAgenda(reader, meeting)).filter(({ withdrawnAt }) => withdrawnAt === undefined)
  const taken = await findItemsTaken(reader, meeting)
  return {
    meeting,
    attendance: attendanceOf(ground, await countPublic(reader, meeting)),
    items: agenda.map((item) => ({
      id: item.id,
      parent: item.parent,
      number: item.number,
      title: titleOf(item),
      presenter: item.content?.presenter ?? '',
      category: item.category,
      takenAt: taken.get(item.id) ?? null,
    })),
    entries: [
      ...(await recordedEntries(reader, meeting)),
      ...(await liveEntries(reader, meeting, agenda, ground.meeting.body.settings?.legalRegime ?? 'partnership')),
    ],
  }
}

async function recordedEntries(reader: Reader, meeting: string): Promise<readonly RecordEntry[]> {
  const decisions = (await findDecisionsOf(reader, meeting)).map((decision) => {
    const rights = rightsAt(decision)
    const votes = votesWords(decision.votes, rights === undefined ? undefined : checkTally(decision.votes, rights))
    return decisionEntry({ ...decision, votes }, decision)
  })
  const actions = (await findActionsOf(reader, meeting)).map((action) => {
    const { id, text, leads, dueWords } = action
    return actionEntry({ id, text, leads: leads.map(({ name }) => name), due: dueWords }, action)
  })
  return [...decisions, ...actions]
}

async function liveEntries(
  reader: Reader,
  meeting: string,
  agenda: readonly AgendaItem[],
  regime: string,
): Promise<readonly RecordEntry[]> {
  const of = (id: string) => ({ item: id, category: agenda.find((item) => item.id === id)?.category ?? ('exempt' as const) })
  const interests = await findMinutedInterests(reader, meeting)
  const motions = await findMinutedMotions(reader, meeting)
  const views = await findMinutedViews(reader, meeting)
  const notes = await findMinutedNotes(reader, meeting)
  const approvals = await findApprovalsAt(reader, meeting)
  const standing = approvals.length === 0 ? undefined : await findStandingItem(reader, meeting, 'minutes')
  const brought = await findMinutedSubmissions(reader, meeting)
  const exclusions = await findPublicExclusions(reader, meeting)
  return [
    ...exclusions.map((one) => exclusionEntry(tellExclusion(one, regime))),
    ...interests.map(({ item, interest }) => interestEntry(interest, 'this item', of(item))),
    ...motions.toSorted((a, b) => byTold(a.motion, b.motion)).map(({ item, motion }) => motionEntry(motion, of(item))),
    ...views.map((view) => viewEntry(view, of(view.item))),
    ...notes.map((note) => noteEntry(note, of(note.item))),
    ...approvals.map((approval) =>
      approvalEntry(approval, standing === undefined ? { item: null, category: 'public' as const } : of(standing)),
    ),
    ...brought.map(({ item, category, submission }) => submissionEntry(submission, item === null ? { item, category } : of(item))),
  ]
}

function tellExclusion(one: PublicExclusion, regime: string) {
  const { id, items, mover, seconder } = one
  const words = { resolution: resolutionWords(items, regime), moved: movedWords(one), out: publicOutWords(one) }
  return { id, ...words, names: [mover, seconder], before: items[0]?.id }
}

function attendanceOf(ground: MeetingGround, publicCount: number | undefined): MinutedAttendance {
  const view = attendanceView(ground)
  const verdict = firstVerdict(view)
  const person = (attender: Attender): MinutedPerson => {
    const deputy = attender.notes.find((note) => note.startsWith('acting as deputy for '))
    return {
      name: attender.name,
      capacity: attender.notes.includes('in the chair') && attender.capacity === 'Chair' ? '' : attender.capacity,
      chaired: attender.notes.includes('in the chair'),
      deputyFor: deputy?.replace(/^acting as deputy for | \(.*$/g, '') ?? '',
      remote: attender.remote,
      times: attender.times,
    }
  }
  const { apologies, withoutApology } = view
  const present = view.present.map(person).sort((a, b) => Number(b.chaired) - Number(a.chaired))
  const quorum = verdict ? quorumLine(verdict) : ''
  const later = { quorumLater: quorumLater(view), chairLater: chairLater(view), publicCount }
  return { present, inAttendance: view.inAttendance.map(person), apologies, withoutApology, quorum, ...later }
}

type View = ReturnType<typeof attendanceView>

/** Each change of the verdict after the first, with its time. */
function quorumLater({ quorum }: View): readonly string[] {
  return (quorum ?? []).slice(1).flatMap(({ from, verdict }) => {
    const time = timeOf(from)
    return time ? [`From ${timeInWords(time)}: ${quorumLine(verdict)}`] : []
  })
}

/** Who took the chair after the first, with the time. */
function chairLater({ chairs }: View): readonly string[] {
  return chairs.flatMap(({ name, from, basis }) => {
    if (!from) return []
    return [`${name} took the chair at ${timeInWords(from)}${basis === 'elected_for_meeting' ? ', elected for this meeting' : ''}`]
  })
}
