import { z } from 'zod'
import { optionalDay } from '#platform/web/day-fields.ts'
import { choice, formOf, optionalChoice, optionalText, optionalUuid, text, uuid } from '#platform/web/fields.ts'
import type { Regime } from '../rules/contract.ts'
import { identifierSchemes } from '../rules/provider.ts'

const buyerForm = z.object({
  organisation: uuid(),
  scheme: choice([...identifierSchemes] as [(typeof identifierSchemes)[number]]),
  value: text(40),
  source: text(300),
})
/** By which number notices know an organisation that buys. */
export type BuyerInput = z.infer<typeof buyerForm>
/** Reads it. */
export const parseBuyer = formOf(buyerForm)

const regimes = ['procurement-act', 'light-touch', 'provider-selection', 'below-threshold', 'grant', 'earlier'] as const satisfies Regime[]
const completionForm = z
  .object({ title: optionalText(200), regime: optionalChoice(regimes), startsOn: optionalDay(), buyer: optionalUuid(), source: text(300) })
  .superRefine(({ title, regime, startsOn, buyer }, context) => {
    if ([title, regime, startsOn, buyer].every((one) => one === undefined))
      context.addIssue({ code: 'custom', path: ['source'], message: 'nothing-completed', params: {} })
  })
/** What a person says of a process whose notices say too little, and where it comes from. */
export type CompletionInput = z.infer<typeof completionForm>
/** Reads it. */
export const parseCompletion = formOf(completionForm)
