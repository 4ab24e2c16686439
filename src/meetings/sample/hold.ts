import { readAs } from '#platform/database/session.ts'
import { parseMarkdown } from '#platform/paper/parse-markdown.ts'
import { succeed } from '#platform/result.ts'
import { monthName } from '#platform/time/words.ts'
import { recordAction } from '../commands/action/keep-action.ts'
import { setActionState } from '../commands/action/progress-action.ts'
import { recordAttendance } from '../commands/attendance/record-attendance.ts'
import { runMeeting } from '../commands/attendance/run-meeting.ts'
import { recordDecision } from '../commands/decision/record-decision.ts'
import { circulateMinutes } from '../commands/minutes/circulate-minutes.ts'
import { draftMinutes } from '../commands/minutes/draft-minutes.ts'
import { writeMinutes } from '../commands/minutes/write-minutes.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { findMinutes, findMinutesVersion } from '../queries/minutes.ts'
import { attendanceMark } from '../queries/record.ts'
import type { RollEntry, RollLine } from '../rules/roll.ts'
import { excludeForPartTwo } from './part-two.ts'
import { doerOn, done, type PlayedMeeting, type Prepared, personOf } from './play.ts'
import type { SampleOutcome } from './present-year.ts'

/** Who did not come: people by key, with the deputy's key where somebody came instead, '' for apologies alone, 'silent' where none came. */
export type Absent = Readonly<Record<string, string>>

/** Holds a prepared meeting on its day: attendance, decisions, actions, the end. */
export async function hold(needs: MeetingsNeeds, play: PlayedMeeting, { meeting, items }: Prepared, absent: Absent): Promise<void> {
  const clerk = doerOn(play.clerk, play.heldOn, play.endsAt)
  await runMeeting(needs, clerk, meeting, 'in_progress')
  const attendance = await recordAttendance(needs, clerk, meeting, (lines) =>
    succeed({
      entries: lines.map((line) => entryOf(line, play, absent)),
      others: [{ name: 'Leila Haddad', capacity: 'Performance and insight manager' }],
      chair: { who: 'chair' as const, other: undefined, next: undefined, nextFrom: undefined },
      mark: attendanceMark({ stays: [], absences: [], chairs: [], waiver: undefined }),
    }),
  )
  done('record attendance', attendance)
  for (const [index, { outcome }] of play.items.entries()) {
    const item = items[index]
    if (outcome !== undefined && item !== undefined) await decide(needs, play, meeting, { item, outcome })
  }
  if (play.access === 'public') await excludeForPartTwo(needs, play, { meeting, items })
  await runMeeting(needs, clerk, meeting, 'ended')
}

function entryOf({ field, person, deputies, also }: RollLine, play: PlayedMeeting, absent: Absent): RollEntry {
  const none = { deputy: undefined, arrived: undefined, left: undefined, back: undefined, leftAgain: undefined, remote: false }
  // Whoever sits on two boards is recorded once.
  if (person === undefined || also !== undefined) return { field, status: undefined, ...none }
  const missing = Object.entries(absent).find(([key]) => personOf(play, key) === person.id)
  if (missing === undefined) return { field, status: 'present', ...none }
  const deputy = deputies.find(({ id }) => id === play.people.get(missing[1]))
  if (deputy !== undefined) return { field, ...none, status: 'deputy', deputy: deputy.id }
  return { field, status: missing[1] === 'silent' ? 'no_apology' : 'apologies', ...none }
}

async function decide(
  needs: MeetingsNeeds,
  play: PlayedMeeting,
  meeting: string,
  about: { item: string; outcome: SampleOutcome },
): Promise<void> {
  const clerk = doerOn(play.clerk, play.heldOn, play.endsAt)
  const { item, outcome } = about
  const nothing = {
    functionKey: outcome.functionKey,
    referredTo: undefined,
    proposer: undefined,
    seconder: undefined,
    votesFor: undefined,
    votesAgainst: undefined,
  }
  const table = outcome.ownBoard ? play.body : 'each'
  const rest = {
    ofBody: play.jointBody === undefined ? undefined : table,
    abstained: undefined,
    minorityView: undefined,
    interests: undefined,
    at: undefined,
  }
  const flags = { matter: 'neither' as const, method: 'consensus' as const, consensusSought: true, castingVoteUsed: false }
  const { type, text, action } = outcome
  const decision = done(
    'record a decision',
    await recordDecision(needs, clerk, meeting, { item, type, text, ...nothing, ...rest, ...flags }),
  )
  if (action === undefined) return
  const input = {
    item,
    decision,
    text: action.text,
    lead1: { kind: 'person' as const, id: personOf(play, action.lead) },
    lead2: undefined,
    lead3: undefined,
    leadOther: undefined,
    unconfirmed: false,
    due: dueWords(action.due, play.heldOn),
  }
  const id = done('record an action', await recordAction(needs, clerk, meeting, input))
  if (action.done) await setActionState(needs, doerOn(play.clerk, play.heldOn.add({ days: 20 }), '09:00'), id, 'done')
}

/** The due date as a minute-taker writes it: 'by end July', or the meeting that follows a quarter later. */
function dueWords(due: 'end of next month' | 'next meeting', heldOn: Temporal.PlainDate): string {
  return due === 'next meeting'
    ? `to the ${monthName(heldOn.add({ months: 3 }))} meeting`
    : `by end ${monthName(heldOn.add({ months: 1 }))}`
}

/** Drafts the minutes, writes what was said under each item, and sends them to the members. */
export async function minute(
  needs: MeetingsNeeds,
  play: PlayedMeeting,
  { meeting, items }: Prepared,
  day: Temporal.PlainDate,
): Promise<void> {
  const clerk = doerOn(play.clerk, day, '09:30')
  await draftMinutes(needs, clerk, meeting)
  const { minutes, sections } = await readAs(needs.db, clerk, async (reader) => {
    const found = await findMinutes(reader, meeting)
    if (found === undefined) throw new Error('The sample’s minutes were not drafted.')
    const version = await findMinutesVersion(reader, found.id)
    return { minutes: found, sections: version?.sections ?? [] }
  })
  const edited = sections.map((section, index) => {
    const discussion = section.item === null ? undefined : play.items[items.indexOf(section.item)]?.outcome?.discussion
    const said = discussion === undefined ? undefined : parseMarkdown(discussion)
    const before = said?.ok ? said.value.paper.blocks : []
    return {
      id: section.id,
      heading: section.heading,
      position: index + 1,
      tree: { version: 1 as const, blocks: [...before, ...section.tree.blocks] },
    }
  })
  done(
    'write minutes',
    await writeMinutes(needs, clerk, meeting, () => succeed({ sections: edited, reason: '', version: minutes.version })),
  )
  done('circulate minutes', await circulateMinutes(needs, clerk, meeting, true))
}
