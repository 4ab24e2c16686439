import type { Reader } from '#platform/database/session.ts'
import { timeInWords } from '#platform/time/words.ts'
import { checkTally } from '../rules/decision.ts'
import { boardsOf, type MeetingBody } from '../rules/joint.ts'
import {
  actionEntry,
  approvalEntry,
  byTold,
  decisionEntry,
  exclusionEntry,
  heldBackEntry,
  interestEntry,
  motionEntry,
  noteEntry,
  type RecordEntry,
  submissionEntry,
  viewEntry,
} from '../rules/minutes-entries.ts'
import type { MinutesRecord } from '../rules/minutes-record.ts'
import type { MinutedAttendance, MinutedPerson } from '../rules/minutes-text.ts'
import { inPrivateForPaper, type PublicExclusion } from '../rules/public-exclusion.ts'
import { quorumLine } from '../words/attendance.ts'
import { votesWords } from '../words/decision.ts'
import { heldBackSentence, movedWords, publicOutWords, resolutionWords } from '../words/part-two.ts'
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
import { findHeldBack } from './paper-secrecy.ts'
import { findPublicExclusions } from './public-exclusions.ts'
import type { MeetingGround, RecordedMeeting } from './record.ts'
import { findStandingItem } from './standing-items.ts'
import { findMinutedSubmissions } from './submissions.ts'

/** Reads what was recorded of a meeting, as minutes take it: whoever asks gets what they may see (M9, M12). */
export async function findMinutesRecord(reader: Reader, ground: MeetingGround): Promise<MinutesRecord> {
  const meeting = ground.meeting.id
  const [all, taken, publicCount] = await Promise.all([
    findAgenda(reader, meeting),
    findItemsTaken(reader, meeting),
    countPublic(reader, meeting),
  ])
  return {
    meeting,
    attendance: attendanceOf(ground, publicCount),
    items: all
      .filter(({ withdrawnAt }) => withdrawnAt === undefined)
      .map((item) => ({
        id: item.id,
        parent: item.parent,
        number: item.number,
        title: titleOf(item),
        presenter: item.content?.presenter ?? '',
        category: item.category,
        takenAt: taken.get(item.id) ?? null,
      })),
    entries: await findRecordEntries(reader, ground.meeting, all),
  }
}

/** The entries of that record alone; of some kinds, where no others are asked for. Those of the attendance are no entry here. */
export async function findRecordEntries(
  reader: Reader,
  { id, body, joint }: Pick<RecordedMeeting, 'id' | 'body' | 'joint'>,
  agenda: readonly AgendaItem[],
  kinds?: ReadonlySet<RecordEntry['kind']>,
): Promise<readonly RecordEntry[]> {
  const asked: Asked = (kind, read) => (kinds === undefined || kinds.has(kind) ? read(reader, id) : Promise.resolve([]))
  const boards = boardsOf({ body, joint })
  const [recorded, live] = await Promise.all([
    recordedEntries(asked, boards),
    liveEntries(asked, reader, { id, boards, regime: body.settings?.legalRegime ?? 'partnership' }, agenda),
  ])
  return [...recorded, ...live]
}

/** Reads records of a kind, or none where nobody asks for that kind. */
type Asked = <One>(kind: RecordEntry['kind'], read: (reader: Reader, meeting: string) => Promise<readonly One[]>) => Promise<readonly One[]>

async function recordedEntries(asked: Asked, boards: readonly MeetingBody[]): Promise<readonly RecordEntry[]> {
  const [decided, acts] = await Promise.all([asked('decision', findDecisionsOf), asked('action', findActionsOf)])
  const decisions = decided.map((decision) => {
    const rights = rightsAt(decision)
    const votes = votesWords(decision.votes, rights === undefined ? undefined : checkTally(decision.votes, rights))
    return decisionEntry({ ...decision, votes, byBody: boards.find(({ id }) => id === decision.ofBody)?.name }, decision)
  })
  const actions = acts.map((action) => {
    const { id, text, leads, dueWords } = action
    return actionEntry({ id, text, leads: leads.map(({ name }) => name), due: dueWords }, action)
  })
  return [...decisions, ...actions]
}

async function liveEntries(
  asked: Asked,
  reader: Reader,
  { id: meeting, boards, regime }: { readonly id: string; readonly boards: readonly MeetingBody[]; readonly regime: string },
  agenda: readonly AgendaItem[],
): Promise<readonly RecordEntry[]> {
  const categories = new Map(agenda.filter(({ withdrawnAt }) => withdrawnAt === undefined).map(({ id, category }) => [id, category]))
  const of = (id: string) => ({ item: id, category: categories.get(id) ?? ('exempt' as const) })
  const [interests, motions, views, notes, approvals, brought, exclusions, held] = await Promise.all([
    asked('interest', findMinutedInterests),
    asked('motion', (from, at) => findMinutedMotions(from, at, boards)),
    asked('view', findMinutedViews),
    asked('note', findMinutedNotes),
    asked('approval', findApprovalsAt),
    asked('submission', findMinutedSubmissions),
    asked('exclusion', (from, at) => findPublicExclusions(from, at, agenda)),
    asked('held-back', findHeldBack),
  ])
  // What was noted while the public was out for a paper is known by the resolutions, whether these are asked for or not.
  const out = notes.length === 0 || exclusions.length > 0 ? exclusions : await findPublicExclusions(reader, meeting, agenda)
  const standing = approvals.length === 0 ? undefined : await findStandingItem(reader, meeting, 'minutes')
  return [
    ...exclusions.map((one) => exclusionEntry(tellExclusion(one, regime))),
    ...held.map((one) => heldBackEntry({ ...one, words: heldBackSentence(one) })),
    ...interests.map(({ item, interest }) => interestEntry(interest, 'this item', of(item))),
    ...motions.toSorted((a, b) => byTold(a.motion, b.motion)).map(({ item, motion }) => motionEntry(motion, of(item))),
    ...views.map((view) => viewEntry(view, of(view.item))),
    ...notes.map((note) => tellNote(note, of(note.item), out, agenda)),
    ...approvals.map((approval) =>
      approvalEntry(approval, standing === undefined ? { item: null, category: 'public' as const } : of(standing)),
    ),
    ...brought.map(({ item, category, submission }) => submissionEntry(submission, item === null ? { item, category } : of(item))),
  ]
}

type Note = Awaited<ReturnType<typeof findMinutedNotes>>[number]

/** What was noted of an item while the public was out for a paper of it stands among what is not for the public, and says of which item it is. */
function tellNote(
  note: Note,
  of: Pick<RecordEntry, 'item' | 'category'>,
  exclusions: readonly PublicExclusion[],
  agenda: readonly AgendaItem[],
) {
  if (of.category !== 'public' || !inPrivateForPaper(note, exclusions)) return noteEntry(note, of)
  const number = agenda.find(({ id }) => id === note.item)?.number ?? ''
  return noteEntry({ id: note.id, text: `Of item ${number}, while the public was out: ${note.text}` }, { item: null, category: 'exempt' })
}

function tellExclusion(one: PublicExclusion, regime: string) {
  const { id, items, papers, mover, seconder } = one
  const words = { resolution: resolutionWords(one, regime), moved: movedWords(one), out: publicOutWords(one) }
  return { id, ...words, names: [mover, seconder], before: items[0]?.id ?? papers[0]?.item }
}

function attendanceOf(ground: MeetingGround, publicCount: number | undefined): MinutedAttendance {
  const view = attendanceView(ground)
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
  const rolled = (own: Pick<View, 'present' | 'apologies' | 'withoutApology' | 'quorum'>) => {
    const verdict = firstVerdict(own)
    const present = own.present.map(person).sort((a, b) => Number(b.chaired) - Number(a.chaired))
    const { apologies, withoutApology } = own
    return { present, apologies, withoutApology, quorum: verdict ? quorumLine(verdict) : '', quorumLater: quorumLater(own) }
  }
  const bodies = view.bodies.map((own) => ({ name: own.body.name, ...rolled(own) }))
  const rest = { inAttendance: view.inAttendance.map(person), chairLater: chairLater(view), publicCount }
  return { ...rolled(view), ...rest, ...(bodies.length === 0 ? {} : { bodies }) }
}

type View = ReturnType<typeof attendanceView>

/** Each change of the verdict after the first, with its time. */
function quorumLater({ quorum }: Pick<View, 'quorum'>): readonly string[] {
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
