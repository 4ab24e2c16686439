import { z } from 'zod'
import { day, time } from '#platform/web/day-fields.ts'
import { formOf, longText, optionalLongText, optionalText, optionalUuid, text, uuid } from '#platform/web/fields.ts'
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
const withdrawForm = z.object({ because: text(500) })
const decideForm = z.object({
  ...{ decidedOn: day(), decision: optionalUuid(), note: optionalText(300), awarded: optionalText(36), because: optionalText(500) },
})

/** A call for bids. */
export type CallInput = z.output<typeof callForm>
/** A bid. */
export type BidInput = z.output<typeof bidForm>

/** Why a call is withdrawn. */
export type WithdrawInput = z.output<typeof withdrawForm>
/** That it was decided on bids, when and by which decision or by whom. */
export type DecideInput = z.output<typeof decideForm>

/** Reads why a call is withdrawn. */
export const parseWithdraw = formOf(withdrawForm)
/** Reads that it was decided on bids. */
export const parseDecide = formOf(decideForm)
/** Reads a call for bids. */
export const parseCall = formOf(callForm)
/** Reads a bid. */
export const parseBid = formOf(bidForm)
