import { appendAudit } from '#platform/database/audit.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { holdForEntry, type Meeting } from '../../queries/meeting.ts'
import { mayEnter, type PartChange } from '../../rules/live-parts.ts'
import { tellParts } from './tell-parts.ts'

/** What every entry on the live screen says of itself. */
export interface EntryHead {
  /** Made by the page that sends it: the same form sent twice is one entry. */
  readonly id: string
  /** For example 'arrive'; small letters and hyphens. */
  readonly act: string
  /** When it happened by our clock, also for what was written while the line was down. */
  readonly happenedAt: Temporal.Instant
  /** What was entered, as parsed; never a ballot. */
  readonly content: unknown
}

/** What an entry did. */
export interface Taken {
  /** Id of what it made; '' where it made nothing. A repeated entry is answered with it. */
  readonly outcome: string
  readonly changed: readonly PartChange[]
}

/**
 * Takes one thing entered on the live screen, in one transaction: the meeting is held, `work` asks the matrix and the rules and writes, the entry is
 * kept, and everybody who may see a changed part hears of it when all of it stands. An entry that was taken before does nothing and is answered as
 * before; a problem writes nothing (M8, X5). `work` asks for the permission: taking an entry is no permission of its own.
 * @throws Conflict where the id belongs to another entry
 */
export async function takeEntry(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
  work: (tx: Writer, meeting: Meeting) => Promise<Result<Taken, FieldProblem>>,
): Promise<Result<string, FieldProblem>> {
  try {
    return await writeAs(needs.db, doer, async (tx) => {
      const meeting = await holdForEntry(tx, meetingId)
      const before = await findEntry(tx, head.id)
      if (before) return repeated(before, doer, meetingId, head)
      if (!mayEnter(head.act, meeting.state)) return fail({ field: '', code: 'meeting-not-running' })
      const taken = await work(tx, meeting)
      if (!taken.ok) throw new Undone(taken.problems)
      await keepEntry(tx, doer, meeting, head, taken.value)
      await tellParts(tx, meetingId, taken.value.changed)
      return succeed(taken.value.outcome)
    })
  } catch (error) {
    if (error instanceof Undone) return { ok: false, problems: error.problems }
    const code = constraintProblems[(error as { constraint?: string }).constraint ?? '']
    if (code !== undefined) return fail({ field: '', code })
    throw error
  }
}

/** Carries problems out of the transaction, so that nothing of it stays. */
class Undone extends Error {
  readonly problems: readonly [FieldProblem, ...FieldProblem[]]
  constructor(problems: readonly [FieldProblem, ...FieldProblem[]]) {
    super('The entry found problems.')
    this.problems = problems
  }
}

/** What the database refuses when two things happen at the same moment. */
const constraintProblems: Readonly<Record<string, string>> = {
  entry_while_it_runs: 'meeting-not-running',
  one_stay_at_a_time: 'in-two-places',
  one_chair_at_a_time: 'two-chairs',
  one_item_at_a_time: 'two-items',
  public_out_once: 'public-out-already',
}

interface KnownEntry {
  readonly meeting: string
  readonly act: string
  readonly actor: string
  readonly outcome: string
}

async function findEntry(tx: Writer, id: string): Promise<KnownEntry | undefined> {
  return tx.selectFrom('meetings.entry').select(['meeting', 'act', 'actor', 'outcome']).where('id', '=', id).executeTakeFirst()
}

function repeated(before: KnownEntry, doer: Doer, meeting: string, head: EntryHead): Result<string, FieldProblem> {
  if (before.actor === doer.actor && before.meeting === meeting && before.act === head.act) return succeed(before.outcome)
  throw new Conflict('This entry belongs to something else.')
}

async function keepEntry(tx: Writer, doer: Doer, meeting: Meeting, head: EntryHead, taken: Taken): Promise<void> {
  const content = JSON.stringify(head.content ?? {})
  const kept = await tx
    .insertInto('meetings.entry')
    .values({
      id: head.id,
      meeting: meeting.id,
      body: meeting.body,
      act: head.act,
      content,
      outcome: taken.outcome,
      happened_at: head.happenedAt,
      entered_at: doer.now,
      actor: doer.actor,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  // Somebody else's entry has this id, and is not for these eyes.
  if (kept.numInsertedOrUpdatedRows !== 1n) throw new Conflict('This entry belongs to something else.')
  await appendAudit(tx, { actor: doer.actor, act: `live.${head.act}`, subjectType: 'meeting', subject: meeting.id, content })
}
