import type { Reader } from '#platform/database/session.ts'
import type { DecidedItem } from '../../rules/decided-item.ts'
import { awaitingRuling, leaversOf } from '../../rules/declared-interest.ts'
import { type Electorate, electorateAt } from '../../rules/electorate.ts'
import type { MotionGround } from '../../rules/motion.ts'
import { placesVotingOn, quorumAt } from '../../rules/quorum-at.ts'
import { readFields, saysCost } from '../../rules/report.ts'
import type { AgendaItem } from '../agenda.ts'
import type { MotionRow } from '../motions.ts'
import type { MeetingGround } from '../record.ts'

/** Everything that the rules ask about a motion at an instant. */
export interface MotionScene {
  readonly motion: MotionRow
  readonly item: AgendaItem
  readonly leavers: ReadonlySet<string>
  readonly electorate: Electorate
  readonly ground: MotionGround
}

/** Ids of the items of a meeting with a published report that says what it costs (C16). */
export async function findItemsWithMoneySection(reader: Reader, meeting: string): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('meetings.paper_version as v')
    .innerJoin('meetings.paper as p', 'p.id', 'v.paper')
    .select(['p.item', 'v.fields'])
    .where('v.meeting', '=', meeting)
    .where('v.state', '=', 'published')
    .execute()
  return new Set(rows.filter(({ fields }) => saysCost(readFields(fields))).map(({ item }) => item))
}

/** Puts together what is asked of the item that somebody decides on. */
export function decidedItem({ interests }: MeetingGround, item: AgendaItem, withMoneySection: ReadonlySet<string>): DecidedItem {
  return {
    announced: item.sight !== 'draft' && !item.urgent,
    urgentReason: item.content?.urgentReason ?? '',
    moneySection: withMoneySection.has(item.id),
    awaitingRuling: awaitingRuling(interests, item.id).map(({ name }) => name),
  }
}

/** Puts together what is asked of a motion, from what was read of its meeting. */
export function motionScene(
  meeting: MeetingGround,
  motions: readonly MotionRow[],
  motion: MotionRow,
  item: AgendaItem,
  withMoneySection: ReadonlySet<string>,
  at: Temporal.Instant,
): MotionScene {
  const leavers = leaversOf(meeting.interests, motion.item)
  const electorate = electorateAt(meeting.quorum, meeting.terms, at, leavers, motion.functionKey)
  const others = motions.filter(({ id }) => id !== motion.id)
  const ground: MotionGround = {
    terms: meeting.terms,
    quorum: quorumAt(meeting.quorum, at, leavers),
    rightsPresent: electorate.voters.length,
    votingSeats: placesVotingOn(meeting.quorum.places, motion.functionKey).filter(({ voting }) => voting === 'voting').length,
    ...decidedItem(meeting, item, withMoneySection),
    amendments: others.filter(({ amends }) => amends === motion.id).map(({ state }) => state),
    anotherOpen: others.some(({ state }) => state === 'open'),
  }
  return { motion, item, leavers, electorate, ground }
}
