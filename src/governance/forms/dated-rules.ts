import { z } from 'zod'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, longText, text, version, wholeNumber } from '#platform/web/fields.ts'
import { type DatedRuleKind, noticeModes } from '../rules/dated-rule.ts'
import { vehicles } from '../rules/expenses.ts'
import { codeOf } from './fields.ts'

type Codes = readonly { readonly code: string }[]

const dates = { source: text(300), startsOn: day(), endsOn: optionalDay() }
const rate = { amount: wholeNumber(1, 500), ...dates }
const notice = { amount: wholeNumber(0, 366), mode: choice(noticeModes), ...dates }

/** A new rule of a kind. @param regimes - the regimes of the law that can be chosen */
export function newRuleForm(kind: DatedRuleKind, regimes: Codes) {
  return kind === 'mile-rates' ? z.object({ about: choice(vehicles), ...rate }) : z.object({ about: codeOf(regimes), ...notice })
}

const why = { reason: longText(500), version: version() }

/** What is put right about one, and why. */
export function correctedRuleForm(kind: DatedRuleKind) {
  return kind === 'mile-rates' ? z.object({ ...rate, ...why }) : z.object({ ...notice, ...why })
}

/** Until when one holds. */
export const endedRuleForm = z.object({ endsOn: day(), version: version() })
