import { z } from 'zod'
import { choice, formOf, text, uuid } from '#platform/web/fields.ts'
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
