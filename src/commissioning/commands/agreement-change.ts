import { findDecision } from '#meetings/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { GivenInput, MadeInput, SignInput, VariationInput } from '../forms/agreement-change.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { findAgreedContributions, findReportsMade, findVariations, listReportRules } from '../queries/agreement-change.ts'
import type { Agreement } from '../queries/agreements.ts'
import { partiesOn } from '../rules/agreement.ts'
import { reportsOwed } from '../rules/agreement-change.ts'
import { agreementStep, saveAgreement } from './agreed.ts'
import { takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Written = Promise<Result<string, FieldProblem>>
const compare = Temporal.PlainDate.compare

/** Records a variation: what changes, from when, by which decision. One of the term changes the term; what was before can still be read (C4). */
export function recordVariation(needs: Needs, doer: Doer, id: string, input: VariationInput): Written {
  return takeStep(needs.db, doer, agreementStep(doer, id, 'change', 'agreement-varied', input.version), async (tx, agreement) => {
    const variations = await findVariations(tx, id)
    const problem = variationProblem(doer, agreement, variations.at(-1)?.startsOn, input)
    if (problem) return fail(problem)
    if (input.decision !== undefined && (await findDecision(tx, input.decision))?.ofBody !== agreement.body)
      return fail({ field: 'decision', code: 'choice-unknown' })
    const endsAfter = input.lastDay?.add({ days: 1 }) ?? null
    const term = input.changesTerm ? { changes_term: true, ends_before: agreement.endsOn ?? null, ends_after: endsAfter } : {}
    const { body, sight } = agreement
    await tx
      .insertInto('commissioning.variation')
      .values({
        ...{ id: newId(), agreement: id, body, sight, number: variations.length + 1, what: input.what, starts_on: input.startsOn, ...term },
        ...{ decision: input.decision ?? null, decided_by: input.decidedBy ?? '' },
        ...{ signed_on: input.signedOn ?? null, signed_by: input.signedBy ?? '' },
      })
      .execute()
    await saveAgreement(tx, agreement, input.changesTerm ? { ends_on: endsAfter } : {})
    return succeed(id)
  })
}

function variationProblem(
  { today }: Doer,
  agreement: Agreement,
  last: Temporal.PlainDate | undefined,
  input: VariationInput,
): FieldProblem | undefined {
  const day = (field: string, code: string): FieldProblem => ({ field, code, details: { part: 'day' } })
  if (compare(input.startsOn, agreement.startsOn) < 0) return day('startsOn', 'before-its-term')
  if (last && compare(input.startsOn, last) < 0) return day('startsOn', 'not-before-last')
  if (input.decision === undefined && input.decidedBy === undefined) return { field: 'decision', code: 'decision-or-where' }
  if ((input.signedOn === undefined) !== (input.signedBy === undefined)) return { field: 'signedBy', code: 'signature-half' }
  if (input.signedOn && compare(input.signedOn, today) > 0) return day('signedOn', 'in-the-future')
  if (!input.changesTerm) return input.lastDay === undefined ? undefined : day('lastDay', 'term-not-ticked')
  if (input.lastDay && compare(input.lastDay, input.startsOn) < 0) return day('lastDay', 'ends-before-it-begins')
  if (String(input.lastDay?.add({ days: 1 })) === String(agreement.endsOn)) return day('lastDay', 'term-the-same')
  return undefined
}

/** Says who signed a variation, and on which day. */
export function signVariation(needs: Needs, doer: Doer, id: string, variation: string, input: SignInput): Written {
  return takeStep(needs.db, doer, agreementStep(doer, id, 'change', 'agreement-variation-signed', input.version), async (tx, agreement) => {
    const found = (await findVariations(tx, id)).find((one) => one.id === variation)
    if (!found) throw new NotFound('No such variation.')
    if (found.signedOn !== undefined) return fail({ field: 'signedOn', code: 'signed-already', details: { part: 'day' } })
    if (compare(input.signedOn, doer.today) > 0) return fail({ field: 'signedOn', code: 'in-the-future', details: { part: 'day' } })
    await tx
      .updateTable('commissioning.variation')
      .set({ signed_on: input.signedOn, signed_by: input.signedBy })
      .where('id', '=', variation)
      .execute()
    await saveAgreement(tx, agreement, {})
    return succeed(id)
  })
}

/** Says what a party gives a year: at first, or from the day of a variation on. */
export function agreeContribution(needs: Needs, doer: Doer, id: string, input: GivenInput): Written {
  return takeStep(needs.db, doer, agreementStep(doer, id, 'change', 'agreement-contribution', input.version), async (tx, agreement) => {
    if (input.pence === undefined) return fail({ field: 'pence', code: 'amount-missing' })
    const variation = input.variation === undefined ? undefined : (await findVariations(tx, id)).find((one) => one.id === input.variation)
    if (input.variation !== undefined && !variation) return fail({ field: 'variation', code: 'choice-unknown' })
    const startsOn = variation?.startsOn ?? input.startsOn
    if (!partiesOn(agreement, startsOn).some(({ organisation }) => organisation === input.organisation))
      return fail({ field: 'organisation', code: 'no-party-then' })
    const own = (await findAgreedContributions(tx, id)).filter(({ organisation }) => organisation === input.organisation)
    if (own.some((one) => one.startsOn.equals(startsOn)))
      return fail({ field: 'startsOn', code: 'given-already', details: { part: 'day' } })
    if (variation === undefined && own.length > 0) return fail({ field: 'variation', code: 'by-variation' })
    const { body, sight } = agreement
    await tx
      .insertInto('commissioning.agreed_contribution')
      .values({
        ...{ id: newId(), agreement: id, body, sight, organisation: input.organisation, pence: input.pence, starts_on: startsOn },
        variation: variation?.id ?? null,
      })
      .execute()
    await saveAgreement(tx, agreement, {})
    return succeed(id)
  })
}

/** Says where a report that the law asks for is to be found; `period` is the first day after its period. */
export function recordReport(
  needs: Needs,
  doer: Doer,
  id: string,
  of: { readonly rule: string; readonly period: string },
  input: MadeInput,
): Written {
  return takeStep(needs.db, doer, agreementStep(doer, id, 'change', 'agreement-report', input.version), async (tx, agreement) => {
    const rules = await listReportRules(tx, [agreement.basis], doer.today)
    const owed = reportsOwed({ startsOn: agreement.startsOn, endsOn: agreement.endedOn ?? agreement.endsOn }, rules, doer.today)
    const found = owed.find(({ rule, periodEndsOn }) => rule.code === of.rule && String(periodEndsOn) === of.period)
    if (!found) throw new NotFound('No such report.')
    const made = await findReportsMade(tx, [id])
    if (made.some((one) => one.rule === of.rule && String(one.periodEndsOn) === of.period))
      return fail({ field: 'madeOn', code: 'reported-already', details: { part: 'day' } })
    if (compare(input.madeOn, doer.today) > 0) return fail({ field: 'madeOn', code: 'in-the-future', details: { part: 'day' } })
    if (compare(input.madeOn, found.periodEndsOn) < 0)
      return fail({ field: 'madeOn', code: 'before-period-ends', details: { part: 'day' } })
    const { body, sight } = agreement
    await tx
      .insertInto('commissioning.agreement_report')
      .values({
        ...{ id: newId(), agreement: id, body, sight, rule: of.rule, period_ends_on: found.periodEndsOn },
        ...{ made_on: input.madeOn, found: input.found },
      })
      .execute()
    await saveAgreement(tx, agreement, {})
    return succeed(id)
  })
}
