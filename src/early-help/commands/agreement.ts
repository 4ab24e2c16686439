import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import type { Database, Writer } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AgreementInput, WithdrawInput } from '../forms/agreement.ts'
import { findPracticeRule } from '../queries/families.ts'
import { findAgreements } from '../queries/record.ts'
import { holdsUntil } from '../rules/agreement.ts'
import { lookAt } from './look.ts'

type Needs = { readonly db: Database }

/** Records what a family agreed to, for whom, or that it refused; an earlier agreement that still holds is replaced by this one (E3). */
export async function recordAgreement(
  needs: Needs,
  doer: Doer,
  episode: string,
  input: AgreementInput,
): Promise<Result<void, FieldProblem>> {
  return lookAt(needs.db, doer, episode, 'agree', async ({ tx, family, ties }) => {
    if (family.closedOn) return fail({ field: '', code: 'closed-already' })
    if (Temporal.PlainDate.compare(input.givenOn, doer.today) > 0) return fail({ field: 'givenOn', code: 'in-the-future' })
    if (Temporal.PlainDate.compare(input.givenOn, family.requestedOn) < 0) return fail({ field: 'givenOn', code: 'before-it-began' })
    const earlier = await findAgreements(tx, episode, doer.today)
    const { agreementMonths } = await findPracticeRule(tx, input.givenOn)
    const id = newId()
    const { informedHow, evidence, givenBy, entitledBy, givenOn, isGiven } = input
    await tx
      .insertInto('casework.agreement')
      .values({
        ...{
          id,
          episode,
          number: (earlier[0]?.number ?? 0) + 1,
          is_given: isGiven,
          given_by: givenBy,
          entitled_by: entitledBy,
          given_on: givenOn,
        },
        ...{
          informed_how: informedHow,
          evidence,
          holds_until: isGiven ? holdsUntil(givenOn, agreementMonths) : null,
          recorded_by: ties.person,
        },
      })
      .execute()
    if (isGiven) {
      const scope = input.agencies.flatMap((organisation) => input.classes.map((one) => ({ agreement: id, organisation, class: one })))
      await tx.insertInto('casework.agreement_scope').values(scope).execute()
      if (!family.agreedOn)
        await tx
          .updateTable('casework.episode')
          .set({ agreed_on: givenOn, version: family.version + 1 })
          .where('id', '=', episode)
          .execute()
    }
    // A changed scope is a new version: what the former opened ends with it, and is opened anew as far as the new one goes.
    for (const former of earlier.filter(({ standing }) => standing === 'in-force')) {
      await endAgreement(tx, former, doer.now, isGiven ? 'Replaced by a later agreement' : givenBy)
      if (isGiven) await carryOver(tx, former.id, id, doer.now, ties.person)
    }
    await appendAudit(tx, {
      actor: doer.actor,
      act: isGiven ? 'family.agreed' : 'family.refused',
      subjectType: 'family',
      subject: episode,
      content: id,
    })
    return succeed(undefined)
  })
}

/** Withdraws an agreement: what rested on it ends in the same transaction (E3, handbook 3.1). */
export async function withdrawAgreement(
  needs: Needs,
  doer: Doer,
  of: { readonly episode: string; readonly agreement: string },
  input: WithdrawInput,
): Promise<Result<void, FieldProblem>> {
  return lookAt(needs.db, doer, of.episode, 'withdraw', async ({ tx }) => {
    const found = (await findAgreements(tx, of.episode, doer.today)).find(({ id }) => id === of.agreement)
    if (found?.isGiven !== true || found.withdrawnAt) return fail({ field: '', code: 'nothing-to-withdraw' })
    await endAgreement(tx, found, doer.now, input.withdrawnBy)
    await appendAudit(tx, { actor: doer.actor, act: 'family.withdrew', subjectType: 'family', subject: of.episode, content: found.id })
    return succeed(undefined)
  })
}

async function endAgreement(
  tx: Writer,
  { id, version }: { readonly id: string; readonly version: number },
  at: Temporal.Instant,
  by: string,
): Promise<void> {
  await tx
    .updateTable('casework.agreement')
    .set({ withdrawn_at: at, withdrawn_by: by, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

/** Opens under the new agreement what the former had opened until this moment, to the same people, as far as the new one covers it. */
async function carryOver(tx: Writer, former: string, next: string, now: Temporal.Instant, by: string): Promise<void> {
  const held = await tx
    .selectFrom('casework.access_grant as g')
    .innerJoin('casework.agreement_scope as s', (join) =>
      join.on('s.agreement', '=', next).onRef('s.organisation', '=', 'g.organisation').onRef('s.class', '=', 'g.class'),
    )
    .innerJoin('casework.agreement as a', 'a.id', 'g.agreement')
    .select(['g.episode', 'g.person', 'g.organisation', 'g.class', 'g.relation'])
    .where('g.agreement', '=', former)
    .whereRef('g.ends_at', '>=', 'a.withdrawn_at')
    .execute()
  if (held.length === 0) return
  const far = now.add({ hours: 24 * 366 })
  await tx
    .insertInto('casework.access_grant')
    .values(held.map((grant) => ({ id: newId(), ...grant, starts_at: now, ends_at: far, agreement: next, given_by: by })))
    .execute()
}
