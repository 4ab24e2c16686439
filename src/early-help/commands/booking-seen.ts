import { appendAudit } from '#platform/database/audit.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { demandTie, findTies } from '../queries/ties.ts'
import { listBookings } from '../queries/training.ts'

/**
 * Says that one saw what changed of a session that one booked. Of the session as it was shown: where it changed again since, that has not been seen, and
 * nothing is written.
 */
export async function seeChange(
  needs: { readonly db: Database },
  doer: Doer,
  booking: string,
  sessionVersion: number,
): Promise<Result<{ readonly session: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'training', 'book')
    const [found] = await listBookings(tx, { id: booking })
    if (found?.person !== ties.person) return fail({ field: '', code: 'no-booking' })
    const { session } = found
    await tx.selectNoFrom((of) => of.fn('casework.lock_session', [of.val(session)]).as('locked')).execute()
    const [its] = await listBookings(tx, { id: booking })
    if (its?.sessionVersion !== sessionVersion) return fail({ field: '', code: 'session-changed-again' })
    if (its.changed.length === 0) return succeed({ session })
    await tx.updateTable('casework.booking').set({ seen_at: doer.now }).where('id', '=', booking).execute()
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'training-booking.change-seen', subjectType: 'training-booking', subject: booking, content: session },
    })
    return succeed({ session })
  })
}
