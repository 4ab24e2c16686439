import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  longText,
  optionalChoice,
  optionalLongText,
  optionalText,
  optionalUuid,
  optionalWholeNumber,
  parseForm,
  text,
  ticked,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { readNumber } from '../rules/figure.ts'
import { type Aim, baselineMethods, type TargetStep } from '../rules/measure.ts'
import { type PeriodType, readPeriod } from '../rules/period.ts'
import type { Tolerance } from '../rules/rag.ts'
import { decimal, optionalDecimal } from './decimal.ts'

/** The kinds of target as one chooses them; percent and points are two, so that nobody means the one and sets the other. */
export const targetKinds = ['value', 'band', 'relative', 'points', 'yearly', 'each-period', 'trajectory'] as const

const form = z.object({
  words: text(200),
  kind: choice(targetKinds),
  value: optionalDecimal(),
  upper: optionalDecimal(),
  years: optionalWholeNumber(1, 30),
  growth: optionalChoice(['compound', 'simple']),
  steps: optionalLongText(4000),
  baseline: optionalUuid(),
  toleranceKind: optionalChoice(['share', 'amount', 'edge']),
  tolerance: optionalDecimal(),
  startsOn: day(),
  lastDay: optionalDay(),
  setBy: text(200),
  source: optionalText(300),
  green: optionalText(200),
  amber: optionalText(200),
  red: optionalText(200),
  confirmed: ticked(),
})

/** A target as it is set. */
export interface TargetInput {
  readonly words: string
  readonly aim: Aim
  /** Undefined: it waits for its baseline, or needs none. */
  readonly baseline: string | undefined
  readonly tolerance: Tolerance | null
  readonly startsOn: Temporal.PlainDate
  /** Undefined: open. */
  readonly lastDay: Temporal.PlainDate | undefined
  readonly setBy: string
  readonly source: string
  readonly means: { readonly green: string; readonly amber: string; readonly red: string }
  /** True once whoever sets it has seen what it means. */
  readonly confirmed: boolean
}

/** Reads the form for a target. */
export function parseTarget(frequency: PeriodType): (body: FormBody) => Result<TargetInput, FieldProblem> {
  return (body) => {
    const parsed = parseForm(form, body)
    if (!parsed.ok) return parsed
    const { value } = parsed
    const aim = aimOf(value, frequency)
    if (!aim.ok) return aim
    if (value.toleranceKind !== undefined && value.tolerance === null) return fail({ field: 'tolerance', code: 'required' })
    if (value.lastDay && Temporal.PlainDate.compare(value.lastDay, value.startsOn) < 0) {
      return fail({ field: 'lastDay', code: 'day-impossible', details: { part: 'day' } })
    }
    const { words, baseline, startsOn, lastDay, setBy, source = '', green = '', amber = '', red = '', confirmed } = value
    const tolerance = toleranceOf(value)
    return succeed({
      words,
      aim: aim.value,
      baseline,
      tolerance,
      startsOn,
      lastDay,
      setBy,
      source,
      means: { green, amber, red },
      confirmed,
    })
  }
}

type Typed = z.output<typeof form>

function aimOf({ kind, value, upper, years, growth, steps }: Typed, frequency: PeriodType): Result<Aim, FieldProblem> {
  if (kind === 'trajectory') {
    const read = readSteps(steps ?? '', frequency)
    return read === undefined ? fail({ field: 'steps', code: 'steps-unreadable' }) : succeed({ kind, steps: read })
  }
  if (value === null) return fail({ field: 'value', code: 'required' })
  if (kind === 'band') {
    if (upper === null) return fail({ field: 'upper', code: 'required' })
    return upper.lt(value) ? fail({ field: 'upper', code: 'band-backward' }) : succeed({ kind, from: value, to: upper })
  }
  if (kind === 'yearly') {
    if (years === undefined || growth === undefined) return fail({ field: years === undefined ? 'years' : 'growth', code: 'years-needed' })
    return succeed({ kind, percent: value, years, growth })
  }
  if (kind === 'relative') return succeed({ kind, percent: value })
  if (kind === 'points') return succeed({ kind, points: value })
  return kind === 'each-period' ? succeed({ kind, value, due: 1 }) : succeed({ kind, value })
}

/** '2026-04: 80', one step a line, in any order, each period once; undefined where a line is none. */
export function readSteps(written: string, frequency: PeriodType): readonly TargetStep[] | undefined {
  const lines = written.split('\n').filter((line) => line.trim() !== '')
  const steps = lines.map((line): TargetStep | undefined => {
    const [, name = '', figure = ''] = /^(.*?)[:=\t]\s*([^:=\t]+)$/.exec(line.trim()) ?? []
    const period = frequency === 'other' ? readPeriod('month', name) : readPeriod(frequency, name)
    const read = readNumber(figure)
    return period && 'number' in read && read.number !== null ? { startsOn: period.startsOn, value: read.number } : undefined
  })
  const known = steps.filter((step) => step !== undefined).sort((a, b) => Temporal.PlainDate.compare(a.startsOn, b.startsOn))
  const days = new Set(known.map(({ startsOn }) => startsOn.toString()))
  return known.length === 0 || known.length < lines.length || days.size < known.length ? undefined : known
}

function toleranceOf({ toleranceKind: kind, tolerance }: Typed): Tolerance | null {
  if (kind === undefined || tolerance === null) return null
  return kind === 'share' ? { kind, percent: tolerance } : kind === 'amount' ? { kind, amount: tolerance } : { kind, edge: tolerance }
}

const baselineForm = z.object({
  value: decimal(),
  period: text(40),
  method: choice(baselineMethods),
  source: optionalText(300),
})

/** A baseline as it is stated; the period is still as it was typed. */
export type BaselineInput = z.output<typeof baselineForm>

/** Reads the form for a baseline. */
export function parseBaseline(body: FormBody): Result<BaselineInput, FieldProblem> {
  return parseForm(baselineForm, body)
}

/** Reads why a target is taken back. */
export function parseTargetWithdrawal(body: FormBody): Result<{ readonly reason: string }, FieldProblem> {
  return parseForm(z.object({ reason: longText(500) }), body)
}

/** Reads what the owner says of a period. */
export function parseCommentary(body: FormBody): Result<{ readonly words: string }, FieldProblem> {
  return parseForm(z.object({ words: longText(4000) }), body)
}
