import type { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { choice, field, optionalChoice, optionalWholeNumber, postedText } from '#platform/web/fields.ts'
import type { PaymentTerms } from '../rules/payment-terms.ts'
import { optionalSum } from './pence.ts'

const bases = ['time-and-task', 'stepped', 'incentive', 'none'] as const
const relapses = ['keep', 'revert', 'review'] as const

/** A rate in pounds with up to four places, in hundredths of a penny; undefined where it is none. */
function rateOf(typed: string): bigint | undefined {
  const found = /^£?\s*(\d{1,4})(?:\.(\d{1,4}))?$/.exec(typed.trim())
  if (!found) return undefined
  const rate = BigInt(found[1] ?? '0') * 10_000n + BigInt((found[2] ?? '').padEnd(4, '0'))
  return rate > 0n ? rate : undefined
}

const optionalRate = () =>
  field<bigint | undefined>((posted) => {
    const typed = postedText(posted).trim()
    if (typed === '') return { value: undefined }
    const rate = rateOf(typed)
    return rate === undefined ? { code: 'rate-expected' } : { value: rate }
  })

const linesOf = (posted: unknown): readonly string[] =>
  postedText(posted)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

const steps = () =>
  field<PaymentTerms['steps']>((posted) => {
    const read = linesOf(posted).flatMap((line) => {
      const found = /^(\d{1,3})\D*?\s£?\s*(\d{1,4}(?:\.\d{1,4})?)$/.exec(line)
      const rate = rateOf(found?.[2] ?? '')
      return found && rate !== undefined && Number(found[1]) >= 1 && Number(found[1]) <= 104 ? [{ weeks: Number(found[1]), rate }] : []
    })
    return read.length === linesOf(posted).length && read.length <= 6 ? { value: read } : { code: 'steps-expected' }
  })

/** Lengths of packages, one a line: weeks and how many. */
export const lengthsField = () =>
  field<readonly { readonly weeks: number; readonly weight: number }[]>((posted) => {
    const lines = linesOf(posted)
    if (lines.length === 0) return { code: 'required' }
    const read = lines.flatMap((line) => {
      const found = /^(\d{1,3})[^\d.,]+(\d{1,6})\s*%?$/.exec(line)
      const [weeks, weight] = [Number(found?.[1]), Number(found?.[2])]
      return found && weeks >= 1 && weeks <= 104 && weight >= 1 ? [{ weeks, weight }] : []
    })
    if (read.length !== lines.length || read.length > 8) return { code: 'lengths-expected' }
    return new Set(read.map(({ weeks }) => weeks)).size === read.length ? { value: read } : { code: 'length-twice' }
  })

/** The fields of the terms of a mechanism, to be put into a form. */
export const termsFields = () => ({
  base: choice(bases),
  rate: optionalRate(),
  steps: steps(),
  continueWeeks: optionalWholeNumber(0, 104),
  onRelapse: optionalChoice(relapses),
  blockPence: optionalSum(),
  blockWeeks: optionalWholeNumber(1, 104),
  bonusPence: optionalSum(),
  clawBackWeeks: optionalWholeNumber(0, 104),
})

type Typed = z.output<z.ZodObject<ReturnType<typeof termsFields>>>

/** Terms as they belong together, or the field that does not. */
export function termsOf(typed: Typed): Result<PaymentTerms, FieldProblem> {
  const problem = problemOf(typed)
  if (problem) return fail(problem)
  const { base, rate, steps: typedSteps, continueWeeks, onRelapse, blockPence, blockWeeks, bonusPence, clawBackWeeks } = typed
  return succeed({
    ...{ base, rate: rate ?? null, steps: typedSteps, continueWeeks: continueWeeks ?? null, onRelapse: onRelapse ?? null },
    ...{ blockPence: blockPence ?? null, blockWeeks: blockWeeks ?? null },
    ...{ bonusPence: bonusPence ?? null, clawBackWeeks: clawBackWeeks ?? null },
  })
}

function problemOf(typed: Typed): FieldProblem | undefined {
  const { base, rate, blockPence, bonusPence } = typed
  if (base === 'none' && rate !== undefined) return { field: 'rate', code: 'belongs-not' }
  if (base !== 'none' && rate === undefined) return { field: 'rate', code: 'required' }
  if (base === 'stepped' && typed.steps.length === 0) return { field: 'steps', code: 'steps-expected' }
  if (base !== 'stepped' && typed.steps.length > 0) return { field: 'steps', code: 'belongs-not' }
  const incentive = incentiveProblem(typed)
  if (incentive) return incentive
  if ((blockPence === undefined) !== (typed.blockWeeks === undefined) || blockPence === 0n)
    return { field: 'blockPence', code: 'block-half' }
  if ((bonusPence === undefined) !== (typed.clawBackWeeks === undefined) || bonusPence === 0n)
    return { field: 'bonusPence', code: 'bonus-half' }
  return base === 'none' && blockPence === undefined && bonusPence === undefined ? { field: 'base', code: 'pays-nothing' } : undefined
}

function incentiveProblem({ base, continueWeeks, onRelapse }: Typed): FieldProblem | undefined {
  const isIncentive = base === 'incentive'
  if ((continueWeeks !== undefined) !== isIncentive) return { field: 'continueWeeks', code: isIncentive ? 'required' : 'belongs-not' }
  if ((onRelapse !== undefined) !== isIncentive) return { field: 'onRelapse', code: isIncentive ? 'choice-missing' : 'belongs-not' }
  return undefined
}
