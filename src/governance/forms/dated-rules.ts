import { z } from 'zod'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, longText, text, version, wholeNumber } from '#platform/web/fields.ts'
import { type DatedRuleKind, memberDemands, memberMatter, noticeModes } from '../rules/dated-rule.ts'
import { vehicles } from '../rules/expenses.ts'
import { codeOf } from './fields.ts'

type Codes = readonly { readonly code: string }[]

const dates = { source: text(300), startsOn: day(), endsOn: optionalDay() }
const rate = { amount: wholeNumber(1, 500), ...dates }
const demand = { amount: wholeNumber(1, 366), ...dates }
const notice = { amount: wholeNumber(0, 366), mode: choice(noticeModes), ...dates }

/** What stands for boards under any law, where a demand is for all of them. */
export const everyLaw = 'every'

/** A new rule of a kind. @param regimes - the regimes of the law that can be chosen */
export function newRuleForm(kind: DatedRuleKind, regimes: Codes) {
  if (kind === 'mile-rates') return z.object({ about: choice(vehicles), ...rate })
  if (kind === 'notice') return z.object({ about: codeOf(regimes), ...notice })
  const asked = z.object({ about: choice(memberDemands), law: codeOf([...regimes, { code: everyLaw }]), ...demand })
  return asked.transform(({ law, about, ...rule }) => ({ ...rule, about: memberMatter(about, law === everyLaw ? undefined : law) }))
}

const why = { reason: longText(500), version: version() }

/** What is put right about one, and why. */
export function correctedRuleForm(kind: DatedRuleKind) {
  if (kind === 'mile-rates') return z.object({ ...rate, ...why })
  return kind === 'notice' ? z.object({ ...notice, ...why }) : z.object({ ...demand, ...why })
}

/** Until when one holds. */
export const endedRuleForm = z.object({ endsOn: day(), version: version() })
