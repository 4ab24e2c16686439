import { z } from 'zod'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, formOf, longText, optionalText, optionalUuid, text, ticked, uuid, version, wholeNumber } from '#platform/web/fields.ts'
import { forecastMethods } from '../rules/forecast.ts'
import { fundKinds } from '../rules/fund.ts'
import { moverRoles } from '../rules/virement.ts'
import { optionalSum, sumAboveNothing } from './pence.ts'

const fundForm = z.object({
  kind: choice(fundKinds),
  title: text(200),
  purpose: longText(1000),
  agreement: optionalUuid(),
  host: uuid(),
  manager: optionalUuid(),
})
const changedFundForm = fundForm.extend({ version: version() })
const showFundForm = z.object({ sight: choice(['members', 'public']), version: version() })
const yearFields = { minimum: optionalSum(), minimumSource: optionalText(300), method: choice(forecastMethods) }
const yearForm = z.object({ year: wholeNumber(2000, 2100), ...yearFields, otherAgreement: ticked() })
const changedYearForm = z.object({ ...yearFields, version: version() })
const agreeForm = z.object({ version: version() })
const fenceForm = z.object({ title: text(200), source: text(300) })
const limitForm = z.object({
  ...{
    role: choice(moverRoles),
    amount: sumAboveNothing(),
    per: choice(['move', 'year']),
    clause: text(200),
    startsOn: day(),
    endsOn: optionalDay(),
  },
})

/** A fund as it is typed. */
export type FundInput = z.output<typeof fundForm>
/** The same with the version that the form was made from. */
export type ChangedFundInput = z.output<typeof changedFundForm>
/** Who may see a fund from now on. */
export type ShowFundInput = z.output<typeof showFundForm>
/** A year to be planned. */
export type YearInput = z.output<typeof yearForm>
/** What is settled for a year. */
export type ChangedYearInput = z.output<typeof changedYearForm>
/** Money for one purpose. */
export type FenceInput = z.output<typeof fenceForm>
/** Who may move how much. */
export type LimitInput = z.output<typeof limitForm>

/** Reads the form of a new fund. */
export const parseFund = formOf(fundForm)
/** Reads the form of a fund that is changed. */
export const parseChangedFund = formOf(changedFundForm)
/** Reads who may see a fund. */
export const parseShowFund = formOf(showFundForm)
/** Reads the form of a new year. */
export const parseYear = formOf(yearForm)
/** Reads what is settled for a year. */
export const parseChangedYear = formOf(changedYearForm)
/** Reads which version is agreed. */
export const parseAgree = formOf(agreeForm)
/** Reads the form of a ring-fence. */
export const parseFence = formOf(fenceForm)
/** Reads the form of a limit. */
export const parseLimit = formOf(limitForm)
