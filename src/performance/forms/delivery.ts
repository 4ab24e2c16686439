import { z } from 'zod'
import { fail, type Result, succeed } from '#platform/result.ts'
import { type DeliveredFigure, type DeliveryProblem, deliveredParts, mostDelivered } from '../rules/delivery.ts'

const LONGEST = 2000
const words = (about: string) => z.string().max(LONGEST).nullable().optional().describe(about)
const number = (about: string) =>
  z
    .union([z.string().max(200), z.number()])
    .nullable()
    .optional()
    .describe(about)

const figure = z.strictObject({
  period: z
    .string()
    .min(1)
    .max(200)
    .describe('As often as the measure has figures: 2026-03 or March 2026, Q1 2026-27, 2026-27 or 2026, or a day of the period.'),
  status: words(
    'observed, provisional, final, estimated, not-yet-available, missing, suppressed, not-applicable or not-due; without one, a number is final. The last five come without a number, and none of them is a zero.',
  ),
  value: number('Digits in quotes are read exactly; a JSON number is read as its shortest digits.'),
  numerator: number('Of a rate: with the denominator in place of a value, or beside it.'),
  denominator: number('Of a rate.'),
  lower: number('Lower end of the confidence interval; both ends or none.'),
  upper: number('Upper end of the confidence interval.'),
  area: words('Where the figure is of one area: its name or its code, one of those that the definition names. Not together with a split.'),
  split: words('Where the figure is of one part: the split, as the definition names it.'),
  part: words('The part of the split.'),
  note: words('A note on data quality, which travels with the figure.'),
  source: words('Where the figure comes from.'),
  confirmed: z.boolean().optional().describe('True once somebody has looked at what was asked about this figure, and it is right.'),
})

/** What a program posts for one measure. */
export const deliverySchema = z
  .strictObject({
    figures: z.array(figure).min(1).max(mostDelivered).describe('All of them are stored, or none.'),
    reason: z
      .string()
      .max(500)
      .nullable()
      .optional()
      .describe(
        'Why earlier figures are other ones than before. Needed where one is revised: the old figure stays, with this beside the new one.',
      ),
  })
  .describe('Figures of one measure.')

/** Figures of one measure, and why earlier ones are revised; '' where nobody said. */
export interface DeliveryInput {
  readonly figures: readonly DeliveredFigure[]
  readonly reason: string
}

/** Reads the body of a request: JSON of the shape above, or a problem for each place where it is another one. */
export function parseDelivery(body: unknown): Result<DeliveryInput, DeliveryProblem> {
  const parsed = deliverySchema.safeParse(body)
  if (!parsed.success) {
    const [first, ...more] = parsed.error.issues.slice(0, mostDelivered).flatMap(problemsOf)
    return fail(first ?? whole('body-shape'), ...more)
  }
  const reason = parsed.data.reason?.trim() ?? ''
  if (!reason.isWellFormed() || /\p{Cc}/u.test(reason)) return fail({ ...whole('control-characters'), field: 'reason' })
  const cell = (given: string | number | null | undefined): string => (typeof given === 'number' ? String(given) : (given ?? ''))
  const figures = parsed.data.figures.map((one): DeliveredFigure => {
    const parts = Object.fromEntries(deliveredParts.map((part) => [part, cell(one[part])])) as Omit<DeliveredFigure, 'confirmed'>
    return { ...parts, confirmed: one.confirmed === true }
  })
  return succeed({ figures, reason })
}

const whole = (code: string): DeliveryProblem => ({ figure: -1, field: '', value: '', code, asked: false })

function problemsOf(issue: z.core.$ZodIssue): readonly DeliveryProblem[] {
  const [top, at, part] = issue.path
  const place = { figure: top === 'figures' && typeof at === 'number' ? at : -1, asked: false }
  const field = typeof part === 'string' ? part : typeof top === 'string' && place.figure < 0 ? top : ''
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, 20).map((key) => ({ ...place, field: key.slice(0, 60), value: '', code: 'part-unknown' }))
  const code =
    issue.code === 'too_big' ? (field === 'figures' ? 'figures-many' : 'too-long') : field === 'figures' ? 'figures-needed' : 'part-shape'
  return [{ ...place, field, value: '', code }]
}
