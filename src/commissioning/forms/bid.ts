import { z } from 'zod'
import { isUploadedFile, type UploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import { day, time } from '#platform/web/day-fields.ts'
import { formOf, longText, optionalLongText, optionalText, optionalUuid, parseForm, text, uuid } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
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
const bidFileForm = z.object({ provider: optionalUuid() })
const withdrawForm = z.object({ because: text(500) })
const decideForm = z.object({
  ...{ decidedOn: day(), decision: optionalUuid(), note: optionalText(300), awarded: optionalText(36), because: optionalText(500) },
})

/** A call for bids. */
export type CallInput = z.output<typeof callForm>
/** A bid. */
export type BidInput = z.output<typeof bidForm>

/** A file that goes with a bid; without a provider, the only one for which one bid. */
export type BidFileInput = z.output<typeof bidFileForm> & { readonly file: UploadedFile | undefined }
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
/** Reads a file that goes with a bid. */
export function parseBidFile(body: FormBody): Result<BidFileInput, FieldProblem> {
  const parsed = parseForm(bidFileForm, body)
  return parsed.ok ? succeed({ ...parsed.value, file: isUploadedFile(body.file) ? body.file : undefined }) : parsed
}
/** Reads nothing: that a file is withdrawn is all. */
export const parseNothing = formOf(z.object({}))
/** Reads a bid. */
export const parseBid = formOf(bidForm)
