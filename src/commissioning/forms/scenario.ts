import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { field, formOf, longText, optionalUuid, postedText, text, uuid, version, wholeNumber } from '#platform/web/fields.ts'
import { sumAboveNothing } from './pence.ts'

/** A percentage with at most two places, in hundredths of a percent: '62.5' is 6250. Both bounds in hundredths. */
const percentBetween = (least: number, most: number): z.ZodType<number> =>
  field((posted) => {
    const typed = postedText(posted)
      .trim()
      .replace(/\s*%$/, '')
      .replace(/^\u2212/, '-')
    if (typed === '') return { code: 'required' }
    const [, sign, whole = '', part = ''] = /^(-?)(\d{1,3})(?:\.(\d{1,2}))?$/.exec(typed) ?? []
    if (whole === '') return { code: 'percent-from-to' }
    const size = Number(whole) * 100 + Number(part.padEnd(2, '0'))
    const value = sign === '-' ? 0 - size : size
    return value < least || value > most ? { code: 'percent-from-to' } : { value }
  })

const volume = () => wholeNumber(0, 100_000_000)
const takeUp = () => percentBetween(0, 10_000)
const rise = () => percentBetween(-5_000, 10_000)
const year = () => wholeNumber(2000, 2100)

const scenarioForm = z.object({
  ...{ title: text(200), lead: uuid(), duty: longText(4000), service: optionalUuid(), strategy: optionalUuid() },
})
const changedForm = scenarioForm.extend({ version: version() })
const yearForm = z.object({
  ...{ year: year(), source: text(500), saidOn: day() },
  ...{ volumeLow: volume(), takeUpLow: takeUp(), unitLow: sumAboveNothing(), riseLow: rise() },
  ...{ volumeCentral: volume(), takeUpCentral: takeUp(), unitCentral: sumAboveNothing(), riseCentral: rise() },
  ...{ volumeHigh: volume(), takeUpHigh: takeUp(), unitHigh: sumAboveNothing(), riseHigh: rise() },
  version: version(),
})
const fundingForm = z.object({ year: year(), pence: sumAboveNothing(), fund: optionalUuid(), source: text(500), version: version() })
const removeForm = z.object({ version: version() })

/** A cost scenario as it is typed. */
export type ScenarioInput = z.output<typeof scenarioForm>
/** The same with the version that the form was made from. */
export type ChangedScenarioInput = z.output<typeof changedForm>
/** What is assumed of a year: low, central and high. */
export type ScenarioYearInput = z.output<typeof yearForm>
/** Money that is named for a year. */
export type ScenarioFundingInput = z.output<typeof fundingForm>
/** Money that is not named any longer. */
export type FundingRemovalInput = z.output<typeof removeForm>

/** Reads a new scenario. */
export const parseScenario = formOf(scenarioForm)
/** Reads a changed scenario. */
export const parseChangedScenario = formOf(changedForm)
/** Reads what is assumed of a year. */
export const parseScenarioYear = formOf(yearForm)
/** Reads which money is named. */
export const parseScenarioFunding = formOf(fundingForm)
/** Reads that money is not named any longer. */
export const parseFundingRemoval = formOf(removeForm)
