import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  formOf,
  longText,
  optionalLongText,
  optionalText,
  optionalUuid,
  parseForm,
  text,
  ticked,
  wholeNumber,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { type CurveMethod, type Foreseen, forecastMethods, ideaCosts } from '../rules/curve.ts'
import { type PeriodType, periodOf } from '../rules/period.ts'
import { readSteps } from './target.ts'

const forecast = z.object({
  method: choice(forecastMethods),
  last: wholeNumber(1, 120),
  ahead: wholeNumber(1, 60),
  steps: optionalLongText(4000),
  assumes: optionalText(500),
  author: text(200),
  confirmed: ticked(),
})

/** What is to be frozen: how it is foreseen, and the figures where somebody states them. */
export type ForecastInput = Omit<z.output<typeof forecast>, 'steps'> & {
  readonly method: CurveMethod
  readonly stated: readonly Foreseen[]
}

/** Reads the form for a forecast. @param frequency - how often the measure has a figure, for periods as they are typed */
export function parseForecast(frequency: PeriodType): (body: FormBody) => Result<ForecastInput, FieldProblem> {
  return (body) => {
    const read = parseForm(forecast, body)
    if (!read.ok) return read
    const { steps, ...input } = read.value
    if (input.method !== 'stated') return succeed({ ...input, stated: [] })
    const typed = readSteps(steps ?? '', frequency)
    if (typed === undefined) return fail({ field: 'steps', code: 'steps-unreadable' })
    const type = frequency === 'other' ? 'month' : frequency
    return succeed({ ...input, stated: typed.map(({ startsOn, value }) => ({ period: periodOf(type, startsOn), value })) })
  }
}

/** Reads the story behind a curve. */
export const parseStory = formOf(z.object({ words: longText(6000) }))

const partner = z.object({ organisation: optionalUuid(), name: optionalText(200), part: text(500) })
/** Who has a part in turning a curve, and which. */
export type PartnerInput = z.output<typeof partner>

/** Reads who has a part: one of the organisations that are recorded, or somebody in words. */
export function parsePartner(body: FormBody): Result<PartnerInput, FieldProblem> {
  const read = parseForm(partner, body)
  if (!read.ok || read.value.organisation !== undefined || read.value.name !== undefined) return read
  return fail({ field: 'name', code: 'partner-missing' })
}

const idea = z.object({ words: longText(1000), cost: choice(ideaCosts), evidence: optionalText(500) })
/** What works, what it costs, and what says so. */
export type IdeaInput = z.output<typeof idea>
/** Reads an idea of what works. */
export const parseIdea = formOf(idea)

const agreed = z.object({ action: optionalUuid(), words: optionalLongText(1000), who: optionalText(200), byWhen: optionalDay() })
/** What was agreed: an action of a plan, or words until a plan takes it up. */
export type AgreedInput = z.output<typeof agreed>

/** Reads what was agreed. */
export function parseAgreed(body: FormBody): Result<AgreedInput, FieldProblem> {
  const read = parseForm(agreed, body)
  if (!read.ok) return read
  const { action, words, who, byWhen } = read.value
  if ((action === undefined) === (words === undefined)) return fail({ field: 'action', code: 'action-or-words' })
  if (action !== undefined && (who !== undefined || byWhen !== undefined)) return fail({ field: 'who', code: 'action-in-plan' })
  return read
}
