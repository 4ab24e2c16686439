import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { SharingInput } from '../forms/sharing.ts'
import { findDecisions } from '../queries/record.ts'
import { listSharingAgreements } from '../queries/sharing-agreements.ts'
import { demandTie, findTies } from '../queries/ties.ts'
import { lookAt } from './look.ts'

type Needs = { readonly db: Database }

/** Asks that something is shared without resting on agreement, or records that it is not shared; another person approves it (G19, E3). */
export async function askToShare(
  needs: Needs,
  doer: Doer,
  episode: string,
  input: SharingInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return lookAt(needs.db, doer, episode, 'share', async ({ tx, ties }) => {
    if (Temporal.PlainDate.compare(input.holdsUntil, doer.today) <= 0) return fail({ field: 'holdsUntil', code: 'in-the-past' })
    if (input.agreement && !(await mayCite(tx, episode, doer.today, input.organisation, input.agreement)))
      return fail({ field: 'agreement', code: 'agreement-cited' })
    const id = newId()
    const { isToShare, basis, purpose, organisation, classes, because, isFamilyTold, toldWords, holdsUntil } = input
    await tx
      .insertInto('casework.sharing_decision')
      .values({
        ...{ id, episode, is_to_share: isToShare, basis, purpose, organisation, classes: [...classes], proportionate_because: because },
        ...{
          is_family_told: isFamilyTold,
          told_words: toldWords,
          requested_by: ties.person,
          requested_at: doer.now,
          holds_until: holdsUntil,
          sharing_agreement: input.agreement ?? null,
        },
      })
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'family.sharing-asked', subjectType: 'family', subject: episode, content: id })
    return succeed({ id })
  })
}

async function mayCite(tx: Writer, episode: string, today: Temporal.PlainDate, organisation: string, agreement: string): Promise<boolean> {
  const agreements = await listSharingAgreements(tx, episode, today)
  return agreements.some((one) => one.id === agreement && one.organisation === organisation)
}

/** Approves a decision that somebody else asked for, or ends one that stands: then what rested on it ends at once. */
export async function settleSharing(
  needs: Needs,
  doer: Doer,
  decision: string,
  step: 'approve' | 'end',
): Promise<Result<void, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'family', 'approve')
    const [found] = await findDecisions(tx, { id: decision })
    if (!found || found.endedAt || (step === 'approve') === (found.approvedAt !== null))
      return fail({ field: '', code: 'nothing-to-settle' })
    if (found.requestedBy === ties.person) return fail({ field: '', code: 'own-request' })
    const { numUpdatedRows } = await tx
      .updateTable('casework.sharing_decision')
      .set({
        ...(step === 'approve' ? { approved_by: ties.person, approved_at: doer.now } : { ended_at: doer.now }),
        version: found.version + 1,
      })
      .where('id', '=', decision)
      .where('version', '=', found.version)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Conflict('Somebody else changed this first.')
    await appendAudit(tx, {
      actor: doer.actor,
      act: `family.sharing-${step}`,
      subjectType: 'family',
      subject: found.episode,
      content: decision,
    })
    return succeed(undefined)
  })
}
