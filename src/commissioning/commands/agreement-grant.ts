import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ClaimInput, ClawInput, GrantSavingInput, GrantYearInput, SettleClaimInput } from '../forms/agreement-change.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { findGrantYears, type GrantClaim } from '../queries/agreement-change.ts'
import { findGrantSavingChoices, findGrantSavings } from '../queries/grant-savings.ts'
import { taperSums } from '../rules/agreement-change.ts'
import { agreementStep, saveAgreement } from './agreed.ts'
import { takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Written = Promise<Result<string, FieldProblem>>
const compare = Temporal.PlainDate.compare
const ofDay = (field: string, code: string): FieldProblem => ({ field, code, details: { part: 'day' } })

/** Adds a year to the taper of a grant (C4). */
export function addGrantYear(needs: Needs, doer: Doer, id: string, input: GrantYearInput): Written {
  return takeStep(needs.db, doer, agreementStep(doer, id, 'change', 'grant-year', input.version), async (tx, agreement) => {
    if (agreement.kind !== 'grant') throw new NotFound('This agreement is no grant.')
    if (input.pence === undefined) return fail({ field: 'pence', code: 'amount-missing' })
    if (compare(input.startsOn, agreement.startsOn) < 0) return fail(ofDay('startsOn', 'before-its-term'))
    const years = await findGrantYears(tx, id)
    const endsOn = input.startsOn.add({ years: 1 })
    if (years.some((year) => compare(year.startsOn, endsOn) < 0 && compare(input.startsOn, year.endsOn) < 0))
      return fail(ofDay('startsOn', 'year-already'))
    const { body, sight } = agreement
    await tx
      .insertInto('commissioning.grant_year')
      .values({ id: newId(), agreement: id, body, sight, starts_on: input.startsOn, ends_on: endsOn, pence: input.pence })
      .execute()
    await saveAgreement(tx, agreement, {})
    return succeed(id)
  })
}

/** Records a claim: never more than is left of its year. */
export function claimGrant(needs: Needs, doer: Doer, id: string, input: ClaimInput): Written {
  return takeStep(needs.db, doer, agreementStep(doer, id, 'change', 'grant-claim', input.version), async (tx, agreement) => {
    const year = (await findGrantYears(tx, id)).find((one) => one.id === input.year)
    if (!year) return fail({ field: 'year', code: 'choice-unknown' })
    if (compare(input.claimedOn, doer.today) > 0) return fail(ofDay('claimedOn', 'in-the-future'))
    if (input.pence > taperSums(year.pence, year.claims).left) return fail({ field: 'pence', code: 'claims-within-taper' })
    const { body, sight } = agreement
    await tx
      .insertInto('commissioning.grant_claim')
      .values({
        ...{ id: newId(), agreement: id, body, sight, year: year.id, claimed_on: input.claimedOn },
        ...{ pence: input.pence, evidence: input.evidence, kind: input.kind },
      })
      .execute()
    await saveAgreement(tx, agreement, {})
    return succeed(id)
  })
}

/** Says what a year of a grant is expected to save, and which saving of a fund it became; what was said before is replaced, and the audit keeps it (C7, C10). */
export function expectSaving(needs: Needs, doer: Doer, id: string, input: GrantSavingInput): Written {
  return takeStep(needs.db, doer, agreementStep(doer, id, 'change', 'grant-saving', input.version), async (tx, agreement) => {
    if (!(await findGrantYears(tx, id)).some((one) => one.id === input.year)) return fail({ field: 'year', code: 'choice-unknown' })
    if (input.expected === undefined) return fail({ field: 'expected', code: 'amount-missing' })
    const chosen = await findGrantSavingChoices(tx, agreement.body, input.year)
    if (input.saving !== undefined && !chosen.some((one) => one.id === input.saving))
      return fail({ field: 'saving', code: 'grant-saving-of-year' })
    const known = await findGrantSavings(tx, id)
    if (input.saving !== undefined && known.some((one) => one.saving === input.saving && one.year !== input.year))
      return fail({ field: 'saving', code: 'saving-of-one-grant' })
    const { body, sight } = agreement
    const said = { expected: input.expected, because: input.because, saving: input.saving ?? null }
    await tx
      .insertInto('commissioning.grant_saving')
      .values({ id: newId(), agreement: id, body, sight, year: input.year, ...said })
      .onConflict((conflict) => conflict.column('year').doUpdateSet(said))
      .execute()
    await saveAgreement(tx, agreement, {})
    return succeed(id)
  })
}

/** Pays a claim, whole or in part, or refuses it: once. */
export function settleClaim(needs: Needs, doer: Doer, id: string, claim: string, input: SettleClaimInput): Written {
  return takeStep(needs.db, doer, agreementStep(doer, id, 'change', 'grant-claim-settled', input.version), async (tx, agreement) => {
    const found = await claimOf(tx, id, claim)
    if (found.paidOn ?? found.refusedOn) return fail(ofDay('settledOn', 'claim-settled-once'))
    if (compare(input.settledOn, found.claimedOn) < 0) return fail(ofDay('settledOn', 'before-the-claim'))
    if (compare(input.settledOn, doer.today) > 0) return fail(ofDay('settledOn', 'in-the-future'))
    const paid = input.paidPence ?? found.pence
    const isPart = input.answer === 'refuse' || paid < found.pence
    if (input.answer === 'pay' && paid > found.pence) return fail({ field: 'paidPence', code: 'more-than-claimed' })
    if (input.answer === 'pay' && paid === 0n) return fail({ field: 'paidPence', code: 'sum-above-nothing' })
    if (isPart && input.because === undefined) return fail({ field: 'because', code: 'required' })
    const columns = input.answer === 'pay' ? { paid_on: input.settledOn, paid_pence: paid } : { refused_on: input.settledOn }
    await tx
      .updateTable('commissioning.grant_claim')
      .set({ ...columns, settled_because: input.because ?? '' })
      .where('id', '=', claim)
      .execute()
    await saveAgreement(tx, agreement, {})
    return succeed(id)
  })
}

/** Takes back what was paid, whole or in part: once. */
export function clawBack(needs: Needs, doer: Doer, id: string, claim: string, input: ClawInput): Written {
  return takeStep(needs.db, doer, agreementStep(doer, id, 'change', 'grant-clawed-back', input.version), async (tx, agreement) => {
    const found = await claimOf(tx, id, claim)
    if (found.paidOn === undefined || found.paidPence === undefined) return fail(ofDay('clawedOn', 'not-paid'))
    if (found.clawedOn !== undefined) return fail(ofDay('clawedOn', 'claim-settled-once'))
    if (compare(input.clawedOn, found.paidOn) < 0) return fail(ofDay('clawedOn', 'before-the-claim'))
    if (compare(input.clawedOn, doer.today) > 0) return fail(ofDay('clawedOn', 'in-the-future'))
    if (input.clawedPence > found.paidPence) return fail({ field: 'clawedPence', code: 'more-than-paid' })
    await tx
      .updateTable('commissioning.grant_claim')
      .set({ clawed_on: input.clawedOn, clawed_pence: input.clawedPence, clawed_because: input.because })
      .where('id', '=', claim)
      .execute()
    await saveAgreement(tx, agreement, {})
    return succeed(id)
  })
}

async function claimOf(tx: Writer, agreement: string, claim: string): Promise<GrantClaim> {
  const found = (await findGrantYears(tx, agreement)).flatMap(({ claims }) => claims).find(({ id }) => id === claim)
  if (!found) throw new NotFound('No such claim.')
  return found
}
