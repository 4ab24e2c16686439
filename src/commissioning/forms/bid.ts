import { z } from 'zod'
import { day, time } from '#platform/web/day-fields.ts'
import { formOf, longText, optionalLongText, text, uuid } from '#platform/web/fields.ts'
import { sumAboveNothing } from './pence.ts'

const callForm = z.object({
  title: text(200),
  asks: longText(4000),
  whereTo: text(60),
  closesOn: day(),
  closesAt: time(),
  opensOn: day(),
  opensAt: time(),
  first: uuid(),
  second: uuid(),
})
const bidForm = z.object({ provider: uuid(), amount: sumAboveNothing(), text: optionalLongText(10_000) })

/** A call for bids. */
export type CallInput = z.output<typeof callForm>
/** A bid. */
export type BidInput = z.output<typeof bidForm>

/** Reads a call for bids. */
export const parseCall = formOf(callForm)
/** Reads a bid. */
export const parseBid = formOf(bidForm)
