import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { guardedMeeting, lockMeeting } from '../../queries/meeting.ts'
import { findRetainedRecords, findRetentionClasses, guardedRetention } from '../../queries/retention.ts'
import { classProblems, type NewRetentionClass, type RetainedKind, type ReviewedRecord, retentionProblems } from '../../rules/retention.ts'

type Needs = Pick<CommandNeeds, 'db'>

/** Sets for how long a board's records of a kind are kept from a day on; what held before ends on that day (M16). */
export async function setRetention(needs: Needs, doer: Doer, body: string, input: NewRetentionClass): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedRetention(body), 'keep')
    const own = (await findRetentionClasses(tx, body)).filter((one) => one.body === body && one.kind === input.kind)
    const open = own.find(({ endsOn }) => endsOn === null)
    const [first, ...more] = classProblems(input, open)
    if (first) return fail(first, ...more)
    if (open) await tx.updateTable('meetings.retention_period').set({ ends_on: input.startsOn }).where('id', '=', open.id).execute()
    await tx
      .insertInto('meetings.retention_period')
      .values({
        ...{ id: newId(), kind: input.kind, body, years: input.years ?? null, action: input.action, counts_from: 'meeting' },
        ...{ source: input.source, set_by: input.setBy, starts_on: input.startsOn, actor: doer.actor },
      })
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'retention.set', subjectType: 'board', subject: body, content: JSON.stringify(input) })
    return succeed(null)
  })
}

/**
 * Records what somebody decided of a part of a meeting's record. Nothing is deleted: what is to be destroyed is destroyed by people, who know what hangs on it.
 * @throws NotFound where the meeting has no such record; Conflict where somebody else decided since the form was drawn
 */
export async function reviewRetention(
  needs: Needs,
  doer: Doer,
  of: { readonly meeting: string; readonly kind: RetainedKind },
  input: ReviewedRecord & { readonly reason: string; readonly decidedBy: string; readonly version: number },
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockMeeting(tx, of.meeting)
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    const record = (await findRetainedRecords(tx, meeting, doer.today)).find(({ kind }) => kind === of.kind)
    if (!record) throw new NotFound('No such record.')
    const number = record.reviews.length + 1
    if (input.version !== number) throw new Conflict('Somebody else has decided on this record.')
    const [first, ...more] = retentionProblems(record.standing, input, doer.today)
    if (first) return fail(first, ...more)
    const { outcome, reason, decidedBy, decidedOn } = input
    await tx
      .insertInto('meetings.retention_review')
      .values({
        ...{ id: newId(), meeting: meeting.id, body: meeting.body, kind: of.kind, number, outcome, reason },
        ...{
          keep_until: outcome === 'kept' ? (input.keepUntil ?? null) : null,
          place: outcome === 'transferred' ? (input.place ?? '') : '',
        },
        ...{ decided_by: decidedBy, decided_on: decidedOn, actor: doer.actor, at: doer.now },
      })
      .execute()
    const content = JSON.stringify({ kind: of.kind, ...input })
    await appendAudit(tx, { actor: doer.actor, act: 'retention.decided', subjectType: 'meeting', subject: meeting.id, content })
    return succeed(null)
  })
}
