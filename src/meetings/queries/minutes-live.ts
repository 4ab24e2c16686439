import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { LONDON } from '#platform/time/london.ts'
import type { MinutedInterest, MinutedMotion } from '../rules/minutes-entries.ts'
import { votesWords } from '../words/decision.ts'
import { leaveWords } from '../words/declared-interest.ts'
import { rulingsOf } from './declared-interests.ts'

/** When each item of a meeting was first taken up, by item; items that nobody put on the clock are not in it. */
export async function findItemsTaken(reader: Reader, meeting: string): Promise<ReadonlyMap<string, Temporal.Instant>> {
  const rows = await reader
    .selectFrom('meetings.item_time')
    .select(['item', sql<Temporal.Instant>`min(from_at)`.as('at')])
    .where('meeting', '=', meeting)
    .groupBy('item')
    .execute()
  return new Map(rows.map(({ item, at }) => [item, at]))
}

/** Interests that were declared and not taken back, in the order in which they were declared. */
export async function findMinutedInterests(
  reader: Reader,
  meeting: string,
): Promise<readonly { readonly item: string; readonly interest: MinutedInterest }[]> {
  const rows = await reader
    .selectFrom('meetings.declared_interest')
    .select(['id', 'item', 'name', 'kind', 'nature', 'sensitive', 'consequence', 'decided_from'])
    .select(['rulings', 'dispensed_by', 'dispensed_until'])
    .where('meeting', '=', meeting)
    .where('withdrawn_at', 'is', null)
    .orderBy('declared_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, item, name, kind, nature, sensitive, ...row }) => ({
    item,
    interest: {
      ...{ id, name, nature, sensitive, kind: kind.replaceAll('_', ' ') },
      consequence: row.consequence as MinutedInterest['consequence'],
      decidedFrom: row.decided_from as MinutedInterest['decidedFrom'],
      rulings: rulingsOf(row.rulings).map(({ at, ...ruling }) => ({ ...ruling, time: at.toZonedDateTimeISO(LONDON).toPlainTime() })),
      leave:
        row.decided_from === 'dispensation' ? leaveWords({ grantedBy: row.dispensed_by, until: row.dispensed_until ?? undefined }) : '',
    },
  }))
}

/** Motions and amendments in the order put; how each voted only where the vote is over. `boards` are those of a joint meeting. */
export async function findMinutedMotions(
  reader: Reader,
  meeting: string,
  boards: readonly { readonly id: string; readonly name: string }[],
): Promise<readonly { readonly item: string; readonly motion: MinutedMotion }[]> {
  const rows = await reader.selectFrom('meetings.motion').selectAll().where('meeting', '=', meeting).orderBy('number').execute()
  const votes = await reader
    .selectFrom('meetings.vote')
    .select(['motion', 'name', 'choice'])
    .where('meeting', '=', meeting)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const byMotion = Map.groupBy(votes, ({ motion }) => motion)
  const isOver = (state: string): boolean => state === 'carried' || state === 'lost' || state === 'closed'
  return rows.map((row) => ({
    item: row.item,
    motion: {
      id: row.id,
      number: row.number,
      amends: rows.find(({ id }) => id === row.amends)?.number ?? null,
      text: row.text,
      toBody: boards.find(({ id }) => id === row.of_body)?.name,
      state: row.state as MinutedMotion['state'],
      proposer: row.proposer_name,
      seconder: row.seconder_name,
      votes: votesWords({ for: row.votes_for, against: row.votes_against, abstained: row.abstained }, undefined),
      castingVote: row.casting_vote as MinutedMotion['castingVote'],
      minorityView: row.minority_view,
      decided: row.decision !== null,
      voters: (isOver(row.state) ? (byMotion.get(row.id) ?? []) : []).map(({ name, choice }) => ({
        name,
        choice: choice as MinutedMotion['voters'][number]['choice'],
      })),
    },
  }))
}

/** Views of absent members, in the order received. */
export async function findMinutedViews(reader: Reader, meeting: string) {
  const rows = await reader
    .selectFrom('meetings.absent_view')
    .select(['id', 'item', 'name', 'sent', 'text'])
    .where('meeting', '=', meeting)
    .orderBy('received_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, sent: row.sent as 'in_writing' | 'by_phone' }))
}

/** Notes typed under items, in the order typed; only those who prepare the meeting see any. */
export async function findMinutedNotes(reader: Reader, meeting: string) {
  return reader
    .selectFrom('meetings.item_note')
    .select(['id', 'item', 'text', 'at'])
    .where('meeting', '=', meeting)
    .where('withdrawn_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** How many members of the public were there; undefined where nobody counted. Their names are not read here at all. */
export async function countPublic(reader: Reader, meeting: string): Promise<number | undefined> {
  const row = await reader
    .selectFrom('meetings.public_attendance')
    .select(sql<number | null>`sum(number)::int`.as('count'))
    .where('meeting', '=', meeting)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row?.count ?? undefined
}

/** Minutes that a meeting approved, the earliest meeting first. */
export async function findApprovalsAt(reader: Reader, meeting: string) {
  const rows = await reader
    .selectFrom('meetings.minutes as n')
    .innerJoin('meetings.meeting as m', 'm.id', 'n.meeting')
    .select([
      'n.meeting as id',
      'm.held_on as heldOn',
      'n.amendments',
      'n.amendments_by as amendmentsBy',
      'n.amendments_refused as refused',
      'n.signed_by as signedBy',
    ])
    .where('n.approved_at_meeting', '=', meeting)
    .orderBy('m.held_on')
    .execute()
  return rows
}
