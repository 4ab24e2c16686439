import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import {
  choice,
  field,
  longText,
  optionalLongText,
  optionalText,
  optionalUuid,
  parseForm,
  postedText,
  text,
  ticked,
  uuids,
  version,
  wholeNumber,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { type Breakdown, forecasts, kinds, levels, polarities } from '../rules/measure.ts'
import { periodTypes } from '../rules/period.ts'
import { optionalDecimal } from './decimal.ts'

/** 'Sex: Female, Male', one split a line; each name at most once. */
function breakdowns(): z.ZodType<readonly Breakdown[]> {
  return field<readonly Breakdown[]>((posted) => {
    const lines = postedText(posted)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    const read = lines.map((line) => {
      const [dimension = '', list = ''] = line.split(':').map((part) => part.trim())
      const categories = list.split(',').map((part) => part.trim())
      const fine = dimension !== '' && categories.length > 1 && categories.every((one) => one !== '' && one.length <= 60)
      return fine && new Set(categories).size === categories.length && dimension.length <= 60 ? { dimension, categories } : undefined
    })
    const known = read.filter((one) => one !== undefined)
    const names = new Set(known.map(({ dimension }) => dimension))
    const odd = known.length < lines.length || names.size < known.length || known.length > 8 || /[\p{Cc}]/u.test(lines.join(''))
    return odd || !lines.join('').isWellFormed() ? { code: 'breakdowns-unreadable' } : { value: known }
  })
}

const definition = {
  title: text(200),
  meaning: optionalLongText(2000),
  unit: optionalText(40),
  polarity: choice(polarities),
  level: choice(levels),
  kind: choice(kinds),
  numerator: optionalText(300),
  denominator: optionalText(300),
  scale: choice(['1', '100', '1000', '10000', '100000']),
  overTime: choice(['sum', 'mean', 'last', 'remade', 'none']),
  overAreas: choice(['sum', 'remade', 'none']),
  source: optionalText(300),
  ownerPerson: optionalUuid(),
  ownerOffice: optionalText(200),
  ownerOrganisation: optionalUuid(),
  frequency: choice(periodTypes),
  lagDays: wholeNumber(0, 1500),
  breakdowns: breakdowns(),
  areas: uuids(),
  forecast: choice(forecasts),
  decimals: wholeNumber(0, 6),
  suppression: choice(['none', 'small-counts']),
  plausibleFrom: optionalDecimal(),
  plausibleTo: optionalDecimal(),
  startsOn: day(),
}

const newForm = z.object({ ...definition, reference: optionalText(20), sight: choice(['draft', 'members', 'public']) })
const changeForm = z.object({
  ...definition,
  reference: optionalText(20),
  breaksSeries: ticked(),
  reason: longText(500),
  version: version(),
})

/** What is asked of a new measure. */
export type MeasureInput = z.output<typeof newForm>
/** What is asked of a new definition of one: from when, and why. */
export type DefinitionInput = z.output<typeof changeForm>

type Checked = Pick<MeasureInput, 'plausibleFrom' | 'plausibleTo' | 'kind' | 'overTime'>

/** What the fields of a definition say together: limits in order, and no percentage that is averaged. */
function inOrder<Input>(parsed: Result<Input & Checked, FieldProblem>): Result<Input & Checked, FieldProblem> {
  if (!parsed.ok) return parsed
  const { kind, overTime } = parsed.value
  if (overTime === 'mean' && (kind === 'rate' || kind === 'ratio' || kind === 'text'))
    return { ok: false, problems: [{ field: 'overTime', code: 'mean-of-rates' }] }
  const { plausibleFrom, plausibleTo } = parsed.value
  const backward = plausibleFrom !== null && plausibleTo?.lt(plausibleFrom)
  return backward ? { ok: false, problems: [{ field: 'plausibleTo', code: 'limits-backward' }] } : parsed
}

/** Reads the form for a new measure. */
export function parseMeasure(body: FormBody): Result<MeasureInput, FieldProblem> {
  return inOrder(parseForm(newForm, body))
}

/** Reads the form for a new definition. */
export function parseDefinition(body: FormBody): Result<DefinitionInput, FieldProblem> {
  return inOrder(parseForm(changeForm, body))
}

/** Reads who may know of a measure from now on. */
export function parseSight(body: FormBody): Result<{ readonly sight: 'members' | 'public'; readonly version: number }, FieldProblem> {
  return parseForm(z.object({ sight: choice(['members', 'public']), version: version() }), body)
}

const withdrawal = z.object({ withdrawnOn: day(), reason: longText(500), replacedBy: optionalUuid(), version: version() })
/** From when and why a measure is no longer kept, and what is kept in its place. */
export type WithdrawalInput = z.output<typeof withdrawal>

/** Reads from when and why a measure is no longer kept. */
export function parseWithdrawal(body: FormBody): Result<WithdrawalInput, FieldProblem> {
  return parseForm(withdrawal, body)
}
