import { findSeat } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { ElectionInput } from '../../forms/election.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { guardedElections } from '../../queries/elections.ts'
import { findMeeting } from '../../queries/meeting.ts'

/**
 * Calls an election to the chair, the deputy chair or a seat; nominations are taken from now on (G8, M14).
 * Problems: 'election-seat-missing', 'choice-unknown', 'nominations-over-already'.
 */
export async function callElection(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  body: string,
  input: ElectionInput,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedElections(body), 'keep')
    const problem = await problemOf(tx, doer, body, input)
    if (problem) return fail(problem)
    const id = newId()
    const { post, note = '', meeting = null, nominationsUntil = null } = input
    const seat = post === 'seat' ? (input.seat ?? null) : null
    await tx.insertInto('meetings.election').values({ id, body, post, seat, meeting, nominations_until: nominationsUntil, note }).execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'election.called',
      subjectType: 'election',
      subject: id,
      content: JSON.stringify(input),
    })
    return succeed(id)
  })
}

async function problemOf(tx: Writer, doer: Doer, body: string, input: ElectionInput): Promise<FieldProblem | undefined> {
  const { post, seat, meeting, nominationsUntil } = input
  if (post === 'seat') {
    if (seat === undefined) return { field: 'seat', code: 'election-seat-missing' }
    if ((await findSeat(tx, seat))?.body !== body) return { field: 'seat', code: 'choice-unknown' }
  }
  if (meeting !== undefined) {
    const found = await findMeeting(tx, meeting).catch(() => undefined)
    if (found?.body !== body || !['called', 'in_progress'].includes(found.state)) return { field: 'meeting', code: 'choice-unknown' }
  }
  if (nominationsUntil && Temporal.PlainDate.compare(nominationsUntil, doer.today) < 0)
    return { field: 'nominationsUntil', code: 'nominations-over-already' }
  return undefined
}
