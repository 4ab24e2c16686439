import { z } from 'zod'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, formOf, longText, optionalText, optionalUuid, text, ticked, uuid, version } from '#platform/web/fields.ts'
import { optionalSum, sumAboveNothing } from './pence.ts'

const variationForm = z.object({
  what: longText(4000),
  startsOn: day(),
  changesTerm: ticked(),
  lastDay: optionalDay(),
  decision: optionalUuid(),
  decidedBy: optionalText(300),
  signedOn: optionalDay(),
  signedBy: optionalText(300),
  version: version(),
})
const signForm = z.object({ signedOn: day(), signedBy: text(300), version: version() })
const givenForm = z.object({ organisation: uuid(), pence: optionalSum(), startsOn: day(), variation: optionalUuid(), version: version() })
const grantYearForm = z.object({ startsOn: day(), pence: optionalSum(), version: version() })
const claimForm = z.object({
  year: uuid(),
  kind: choice(['support', 'set-up']),
  claimedOn: day(),
  pence: sumAboveNothing(),
  evidence: longText(4000),
  version: version(),
})
const grantSavingForm = z.object({
  year: uuid(),
  expected: optionalSum(),
  saving: optionalUuid(),
  because: longText(1000),
  version: version(),
})
const settleForm = z.object({
  answer: choice(['pay', 'refuse']),
  settledOn: day(),
  paidPence: optionalSum(),
  because: optionalText(1000),
  version: version(),
})
const clawForm = z.object({ clawedOn: day(), clawedPence: sumAboveNothing(), because: longText(1000), version: version() })
const madeForm = z.object({ madeOn: day(), found: text(300), version: version() })

/** A variation as it is typed. */
export type VariationInput = z.output<typeof variationForm>
/** Who signed a variation, and when. */
export type SignInput = z.output<typeof signForm>
/** What a party gives a year. */
export type GivenInput = z.output<typeof givenForm>
/** A year of a grant. */
export type GrantYearInput = z.output<typeof grantYearForm>
/** A claim. */
export type ClaimInput = z.output<typeof claimForm>
/** What a year of a grant is expected to save. */
export type GrantSavingInput = z.output<typeof grantSavingForm>
/** How a claim is settled. */
export type SettleClaimInput = z.output<typeof settleForm>
/** What is taken back. */
export type ClawInput = z.output<typeof clawForm>
/** Where a report is to be found. */
export type MadeInput = z.output<typeof madeForm>

/** Reads a variation. */
export const parseVariation = formOf(variationForm)
/** Reads a signature. */
export const parseSign = formOf(signForm)
/** Reads what a party gives. */
export const parseGiven = formOf(givenForm)
/** Reads a year of a grant. */
export const parseGrantYear = formOf(grantYearForm)
/** Reads a claim. */
export const parseClaim = formOf(claimForm)
/** Reads what a year of a grant is expected to save. */
export const parseGrantSaving = formOf(grantSavingForm)
/** Reads how a claim is settled. */
export const parseSettleClaim = formOf(settleForm)
/** Reads what is taken back. */
export const parseClaw = formOf(clawForm)
/** Reads where a report is. */
export const parseMade = formOf(madeForm)
