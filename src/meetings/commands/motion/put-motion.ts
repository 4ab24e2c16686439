import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { MotionInput } from '../../forms/live/motion.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { type AgendaItem, findItem } from '../../queries/agenda.ts'
import type { Meeting } from '../../queries/meeting.ts'
import { findMotions, guardedMotion, type MotionRow } from '../../queries/motions.ts'
import { tableOf } from '../../queries/roll-lines.ts'
import { leaversOf } from '../../rules/declared-interest.ts'
import { electorateAt } from '../../rules/electorate.ts'
import { decidingBodies } from '../../rules/joint.ts'
import { whyNotPut } from '../../rules/motion.ts'
import { type EntryHead, takeEntry } from '../live/take-entry.ts'
import { changedBy, groundOf } from './hold-motion.ts'

/** Puts a motion, or an amendment to one, as somebody moved it (G9). An amendment belongs to the item and the part of its motion. */
export async function putMotion(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
  input: MotionInput,
): Promise<Result<string, FieldProblem>> {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    await demand(tx, doer, guardedMotion({ ...meeting, sight: 'members', meeting: meeting.id }), 'keep')
    const motions = await findMotions(tx, meetingId)
    const parent = motions.find(({ id }) => id === input.amends)
    const itemId = parent?.item ?? input.item
    if (itemId === undefined) return fail({ field: 'item', code: 'choice-missing' })
    const item = await findItem(tx, meetingId, itemId)
    const bodies = parent ? succeed([parent.ofBody] as const) : decidingBodies(meeting, input.ofBody)
    if (!bodies.ok) return bodies
    const on = parent?.functionKey ?? input.functionKey ?? ''
    const movers = await moversOf(tx, meeting, item, head.happenedAt, on, bodies.value)
    const names = new Map(movers.flatMap((own) => [...own.names]))
    const [first, ...more] = whyNotPut({
      proposer: input.proposer,
      seconder: input.seconder,
      movers: new Set(names.keys()),
      amends: input.amends === undefined ? null : parent,
      itemWithdrawn: item.withdrawnAt !== undefined,
    })
    if (first) return fail(first, ...more)
    const put = movers.map((own, index) => ({ id: newId(), ...own, number: motions.length + 1 + index }))
    // Of each body its own: it is voted on, counted and decided by itself.
    for (const own of put) await write(tx, meeting, item, { ...own, input, parent, at: head.happenedAt })
    return succeed({ outcome: put[0]?.id ?? '', changed: changedBy(item, false) })
  })
}

/** Who may move and second on an item, with their names, by body: whoever has a vote there and need not leave. */
async function moversOf(
  tx: Writer,
  meeting: Meeting,
  item: AgendaItem,
  at: Temporal.Instant,
  on: string,
  bodies: readonly string[],
): Promise<readonly Movers[]> {
  const whole = await groundOf(tx, meeting)
  return bodies.map((ofBody) => {
    const record = tableOf(whole, ofBody) ?? whole
    const { voters } = electorateAt(record.quorum, record.terms, at, leaversOf(record.interests, item.id), on)
    return { ofBody, names: new Map(voters.map(({ person, name }) => [person, name])) }
  })
}

interface Movers {
  readonly ofBody: string
  readonly names: ReadonlyMap<string, string>
}

interface Putting extends Movers {
  readonly id: string
  readonly input: MotionInput
  readonly parent: MotionRow | undefined
  readonly number: number
  readonly at: Temporal.Instant
}

async function write(tx: Writer, meeting: Meeting, item: AgendaItem, putting: Putting): Promise<void> {
  const { id, input, parent, names, number, at, ofBody } = putting
  // Who moved it for another body at the table has no vote here.
  const own = (person: string | undefined): string | null => (person !== undefined && names.has(person) ? person : null)
  const nameOf = (person: string | undefined): string => (person === undefined ? '' : (names.get(person) ?? ''))
  await tx
    .insertInto('meetings.motion')
    .values({
      ...{ id, number, meeting: meeting.id, body: meeting.body, of_body: ofBody, sight: 'members', state: 'put', put_at: at },
      ...{ item: item.id, category: item.category, amends: parent?.id ?? null, text: input.text },
      type: parent?.type ?? input.type ?? 'resolve',
      matter: parent?.matter ?? input.matter,
      function_key: parent?.functionKey ?? input.functionKey ?? '',
      commits_money: parent === undefined && input.commitsMoney,
      referred_to: parent === undefined ? (input.referredTo ?? '') : '',
      ...{ proposer: own(input.proposer), proposer_name: nameOf(input.proposer) },
      ...{ seconder: own(input.seconder), seconder_name: nameOf(input.seconder) },
    })
    .execute()
}
