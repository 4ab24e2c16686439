import type { Writer } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { InterestOnly, RulingInput } from '../../forms/live/declared-interest.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { allows, demand } from '../../permission.ts'
import { type DeclaredInterestRow, findDeclaredInterests, guardedInterest } from '../../queries/declared-interests.ts'
import { notBehindTheCount } from '../../queries/live/counted-until.ts'
import type { MeetingGround } from '../../queries/record.ts'
import { type NotRuled, whyNotRuled } from '../../rules/declared-interest.ts'
import { holdingAt } from '../../rules/presence.ts'
import { type EntryHead, takeEntry } from '../live/take-entry.ts'
import { groundOf } from '../motion/hold-motion.ts'
import { changedByInterest } from './declare-interest.ts'

type Needs = Pick<CommandNeeds, 'db'>

const codes: Readonly<Record<NotRuled, string>> = {
  withdrawn: 'interest-withdrawn',
  dispensed: 'interest-dispensed',
  'settled-by-terms': 'settled-by-terms',
  'only-leave': 'only-leave',
  'chair-own-interest': 'chair-own-interest',
  'no-chair': 'no-chair',
}

/**
 * Keeps the chair's ruling on an interest in the chair's words, from now on (G13): the first one, or another that takes the place of the one before, which
 * stays in the record for the time it held. The chair enters it, or the clerk for whoever is in the chair.
 */
export async function ruleOnInterest(
  needs: Needs,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
  input: RulingInput,
): Promise<Result<string, FieldProblem>> {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    const interest = await held(tx, meetingId, input.interest)
    const guarded = guardedInterest(interest)
    const standing = await demand(tx, doer, guarded, 'rule')
    const ground = await groundOf(tx, meeting)
    const chair = chairNow(ground, head.happenedAt)
    // A chair who is not in the chair just now does not rule from the phone; the clerk enters what was said.
    const isTheirs = allows(standing, guarded, 'keep') || (chair !== null && chair.person === standing.person?.id)
    const no = chair !== null && !isTheirs ? 'no-chair' : whyNotRuled(interest, ground.terms, input.consequence, chair)
    if (no) return fail({ field: '', code: codes[no] })
    const at = allows(standing, guarded, 'keep') ? head.happenedAt : await notBehindTheCount(tx, meetingId, head.happenedAt)
    const last = interest.rulings.at(-1)?.at ?? interest.declaredAt
    // What was written before another ruling and comes after it (a line that was down) is not the later one.
    if (Temporal.Instant.compare(at, last) <= 0 && interest.rulings.length > 0) return fail({ field: '', code: 'ruled-since' })
    await tx
      .updateTable('meetings.declared_interest')
      .set((set) => ({
        consequence: input.consequence,
        decided_from: 'chair',
        ruling: input.ruling,
        ruled_by: chair?.name ?? '',
        ruled_at: Temporal.Instant.compare(at, last) < 0 ? last : at,
        version: set('version', '+', 1),
      }))
      .where('id', '=', interest.id)
      .execute()
    return succeed({ outcome: interest.id, changed: changedByInterest(interest.category) })
  })
}

/** Takes back a declaration that was entered in error; it stays in the record as withdrawn, and counted until then. */
export async function withdrawInterest(
  needs: Needs,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
  input: InterestOnly,
): Promise<Result<string, FieldProblem>> {
  return takeEntry(needs, doer, meetingId, head, async (tx) => {
    const interest = await held(tx, meetingId, input.interest)
    await demand(tx, doer, guardedInterest(interest), 'keep')
    if (interest.withdrawnAt) return fail({ field: '', code: 'interest-withdrawn' })
    await tx
      .updateTable('meetings.declared_interest')
      .set((set) => ({ withdrawn_at: head.happenedAt, version: set('version', '+', 1) }))
      .where('id', '=', interest.id)
      .execute()
    return succeed({ outcome: interest.id, changed: changedByInterest(interest.category) })
  })
}

async function held(tx: Writer, meeting: string, id: string): Promise<DeclaredInterestRow> {
  await tx.selectFrom('meetings.declared_interest').select('id').where('id', '=', id).forNoKeyUpdate().execute()
  const interest = (await findDeclaredInterests(tx, meeting)).find((one) => one.id === id)
  if (!interest) throw new NotFound('No such declaration.')
  return interest
}

/** Whoever is in the chair at an instant; null where nobody is recorded. */
export function chairNow(
  { attendance }: MeetingGround,
  at: Temporal.Instant,
): { readonly person: string | null; readonly name: string } | null {
  return holdingAt(attendance.chairs, at).at(-1) ?? null
}
