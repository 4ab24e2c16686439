import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, field, formOf, longText, optionalUuid, postedText, text, uuid, version, wholeNumber } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { optionalSum, sumAboveNothing } from './pence.ts'

const delegatedForm = z.object({
  title: text(200),
  lead: uuid(),
  purpose: longText(4000),
  pence: sumAboveNothing(),
  startsOn: day(),
  lastDay: day(),
  fund: optionalUuid(),
  line: optionalUuid(),
})
const changedDelegatedForm = delegatedForm.extend({ version: version() })
const holderForm = z.object({
  kind: choice(['locality', 'cluster', 'professional']),
  name: text(200),
  person: optionalUuid(),
  delegation: optionalUuid(),
  version: version(),
})
const factorForm = z.object({ name: text(200), weight: wholeNumber(1, 1000), source: text(300), datedOn: day(), version: version() })
const handForm = z.object({ decision: uuid(), version: version() })
const ruleForm = z.object({
  holder: optionalUuid(),
  text: text(500),
  service: optionalUuid(),
  limit: optionalSum(),
  authority: text(300),
  startsOn: day(),
  lastDay: optionalDay(),
  version: version(),
})
const purchaseForm = z.object({ rule: uuid(), pence: sumAboveNothing(), what: text(300), provider: optionalUuid(), happenedOn: day() })
const returnForm = z.object({ pence: sumAboveNothing(), what: text(300), happenedOn: day() })
const undoForm = z.object({ what: text(300), happenedOn: day() })
const reference = () =>
  field<string>((posted) => {
    const typed = postedText(posted).trim().toUpperCase()
    return /^[A-Z]{1,4}-[0-9]{1,8}$/.test(typed) ? { value: typed } : { code: typed === '' ? 'required' : 'reference-form' }
  })
const individualForm = z.object({
  reference: reference(),
  lead: uuid(),
  heldBy: choice(['family', 'young-person', 'provider', 'council']),
  professional: uuid(),
  pence: sumAboveNothing(),
  startsOn: day(),
  lastDay: day(),
  line: optionalUuid(),
})
const ruleEndForm = z.object({ lastDay: day(), version: version() })
const readerForm = z.object({ person: uuid(), why: text(300), lastDay: optionalDay(), version: version() })

/** A delegated budget as it is typed. */
export type DelegatedInput = z.output<typeof delegatedForm>
/** The same with the version that the form was made from. */
export type ChangedDelegatedInput = z.output<typeof changedDelegatedForm>
/** Who holds a share. */
export type HolderInput = z.output<typeof holderForm>
/** A factor with what each holder has of it. */
export type FactorInput = z.output<typeof factorForm> & { readonly values: ReadonlyMap<string, bigint> }
/** By which decision it is handed over. */
export type HandInput = z.output<typeof handForm>
/** What may be bought. */
export type BudgetRuleInput = z.output<typeof ruleForm>
/** The last day of a rule. */
export type RuleEndInput = z.output<typeof ruleEndForm>
/** What was bought. */
export type PurchaseInput = z.output<typeof purchaseForm>
/** What is given back. */
export type ReturnedInput = z.output<typeof returnForm>
/** Why an entry is undone. */
export type UndoInput = z.output<typeof undoForm>
/** The budget of one person. */
export type IndividualInput = z.output<typeof individualForm>
/** Who else works with that person. */
export type ReaderInput = z.output<typeof readerForm>

/** Reads the last day of a rule. */
export const parseRuleEnd = formOf(ruleEndForm)
/** Reads a new delegated budget. */
export const parseDelegated = formOf(delegatedForm)
/** Reads one that is changed. */
export const parseChangedDelegated = formOf(changedDelegatedForm)
/** Reads a holder. */
export const parseHolder = formOf(holderForm)
/** Reads by which decision it is handed over. */
export const parseHand = formOf(handForm)
/** Reads a rule. */
export const parseBudgetRule = formOf(ruleForm)
/** Reads a purchase. */
export const parsePurchase = formOf(purchaseForm)
/** Reads what is given back. */
export const parseReturned = formOf(returnForm)
/** Reads why an entry is undone. */
export const parseUndo = formOf(undoForm)
/** Reads the budget of one person. */
export const parseIndividual = formOf(individualForm)
/** Reads who else works with that person. */
export const parseReader = formOf(readerForm)

/** Reads a factor with a whole number for each holder, in fields named `value-` and the holder's id. */
export function parseFactor(holders: readonly string[]): (body: FormBody) => Result<FactorInput, FieldProblem> {
  return (body) => {
    const read = formOf(factorForm)(body)
    const values = new Map<string, bigint>()
    const problems: FieldProblem[] = []
    for (const holder of holders) {
      const typed = postedText(body[`value-${holder}`]).replaceAll(/[,\s]/g, '')
      if (/^\d{1,12}$/.test(typed)) values.set(holder, BigInt(typed))
      else problems.push({ field: `value-${holder}`, code: 'whole-value' })
    }
    if (!read.ok) return fail(...([...read.problems, ...problems] as [FieldProblem, ...FieldProblem[]]))
    const [first, ...more] = problems
    return first ? fail(first, ...more) : succeed({ ...read.value, values })
  }
}
