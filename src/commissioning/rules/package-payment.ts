import type { PayerShare } from './package-payers.ts'
import { type Delivered, type PaymentReason, paymentsOf, type Rate, type WeekAmount } from './payment.ts'
import { mechanismOf, type PaymentTerms } from './payment-terms.ts'
import { halfUp, totalOf } from './split.ts'

/** What a contract says of payment besides its mechanism. Amounts in pence; weeks are those of a package. */
export interface PaymentConditions {
  /** Whether a week that begins on the last day is paid. */
  readonly countsLast: boolean
  /** In how many weeks of absence, and of hospital, the agreed minutes are paid. */
  readonly absentWeeks: number
  readonly hospitalWeeks: number
  /** Whether steps go on or begin anew when a package begins again. */
  readonly restart: 'continue' | 'anew'
  /** What another outcome changes: nothing, the period from then on, or nothing until somebody has looked at it. */
  readonly laterOutcome: 'keep' | 'revert' | 'review'
  /** For how many weeks after its end an outcome of a package counts. */
  readonly exitWeeks: number
  readonly cap: bigint | null
  readonly minimum: bigint | null
}

/** A week of a package as it was reported. */
export interface DeliveredWeek {
  readonly week: number
  readonly minutes: number
  readonly absent: number
  readonly hospital: number
}

/** A package as it is paid. */
export interface PackageFacts {
  readonly startsOn: Temporal.PlainDate
  /** First day without care; null: it goes on. */
  readonly endsOn: Temporal.PlainDate | null
  /** At most one row a week, in order of weeks; a week without a row is not reported yet and not paid. */
  readonly weeks: readonly DeliveredWeek[]
  /** Weeks of confirmed outcomes that stand, in order. */
  readonly outcomes: readonly number[]
  /** Payable minutes of the package that begins again with this one, in order; empty: there is none. */
  readonly before: readonly number[]
  /** What was found of amounts that the terms mark to be looked at, the last one of each week. */
  readonly reviews?: readonly PaymentReview[]
}

/** What somebody found of an amount that was to be looked at. It holds for that very amount: another report of the week opens it again. */
export interface PaymentReview {
  readonly week: number
  /** The amount that was looked at. */
  readonly ofPence: bigint
  readonly outcome: 'accepted' | 'corrected' | 'refused'
  /** What is paid in its place; null where it is not corrected. */
  readonly pence: bigint | null
}

/** Why a week of a package is paid as it is. */
export type LineReason = PaymentReason | 'minimum' | 'cap' | 'reviewed'

/** One amount of one week of a package. */
export interface PackageAmount {
  readonly week: number
  readonly pence: bigint
  readonly reason: LineReason
  readonly minutes: number | null
  readonly rate: Rate | null
  /** For how many weeks, from its own on; left out: for its own alone. */
  readonly weeks?: number
}

/** How many weeks of a package begin before a day, and while it lasts. */
export function weeksUntil(
  { startsOn, endsOn }: Pick<PackageFacts, 'startsOn' | 'endsOn'>,
  conditions: Pick<PaymentConditions, 'countsLast'>,
  until: Temporal.PlainDate,
): { readonly ended: number; readonly lasts: number | null } {
  const ended = Math.max(0, Math.floor(startsOn.until(until, { largestUnit: 'days' }).days / 7))
  if (endsOn === null) return { ended, lasts: null }
  const days = startsOn.until(endsOn, { largestUnit: 'days' }).days
  // The last day with care is the day before `endsOn`: a week that begins on it is paid only where the last day counts.
  return { ended, lasts: conditions.countsLast ? Math.ceil(days / 7) : Math.ceil((days - 1) / 7) }
}

/** The minutes of each week that are paid as delivered: what was delivered, and absence and hospital as far as the contract pays them. */
export function payableMinutes(
  weeks: readonly DeliveredWeek[],
  { absentWeeks, hospitalWeeks }: Pick<PaymentConditions, 'absentWeeks' | 'hospitalWeeks'>,
  upTo: number,
): readonly number[] {
  const known = new Map(weeks.map((one) => [one.week, one]))
  let [absences, stays] = [0, 0]
  return Array.from({ length: upTo }, (_, place) => {
    const { minutes = 0, absent = 0, hospital = 0 } = known.get(place + 1) ?? {}
    if (absent > 0) absences += 1
    if (hospital > 0) stays += 1
    return minutes + (absences <= absentWeeks ? absent : 0) + (stays <= hospitalWeeks ? hospital : 0)
  })
}

/**
 * What is due for the weeks of a package that ended before `until`, week by week. A week's payment is rounded half up; a cap cuts the weeks that go beyond it, a
 * minimum fills a week that was reported and is below it. After the end of a package only what an outcome brings is paid. Source: handbook of joint commissioning, 3.6.
 */
export function packagePayments(
  terms: PaymentTerms,
  conditions: PaymentConditions,
  facts: PackageFacts,
  until: Temporal.PlainDate,
): readonly PackageAmount[] {
  const { ended, lasts } = weeksUntil(facts, conditions, until)
  const own = payableMinutes(
    facts.weeks.filter(({ week }) => lasts === null || week <= lasts),
    conditions,
    ended,
  )
  const before = conditions.restart === 'continue' ? facts.before : []
  const outcomes = facts.outcomes.filter((week) => lasts === null || week <= lasts + conditions.exitWeeks)
  const reported = new Set(facts.weeks.map(({ week }) => week))
  const amounts = byOutcome(terms, conditions, { minutes: [...before, ...own], achievedWeek: null }, outcomes, before.length)
    .map((one) => ({ ...one, week: one.week - before.length }))
    .filter(({ week, reason, pence }) => week >= 1 && isDue({ week, reason, pence }, lasts, reported))
  return capped(conditions, withMinimum(conditions, reviewed(amounts, facts.reviews ?? []), reported, lasts, ended))
}

/** The review that holds for an amount; undefined: nobody has looked at it as it is now. */
export const reviewOf = (
  { week, pence, reason }: Pick<PackageAmount, 'week' | 'pence' | 'reason'>,
  reviews: readonly PaymentReview[],
): PaymentReview | undefined => (reason === 'needs_review' ? reviews.find((one) => one.week === week && one.ofPence === pence) : undefined)

/** What was accepted stays as it is; what was corrected is paid in its place, and what was refused is not due. */
function reviewed(amounts: readonly PackageAmount[], reviews: readonly PaymentReview[]): readonly PackageAmount[] {
  return amounts.flatMap((one): readonly PackageAmount[] => {
    const found = reviewOf(one, reviews)
    if (found?.outcome === 'refused') return []
    if (found?.outcome !== 'corrected' || found.pence === null) return [one]
    return [{ week: one.week, pence: found.pence, reason: 'reviewed', minutes: null, rate: null }]
  })
}

/** A week that nobody reported is not paid as delivered; after the end nothing is but what an outcome brings. */
function isDue(
  { week, reason, pence }: Pick<WeekAmount, 'week' | 'reason' | 'pence'>,
  lasts: number | null,
  reported: ReadonlySet<number>,
): boolean {
  if (pence === 0n) return false
  const hasEnded = lasts !== null && week > lasts
  if (reason === 'bonus' || reason === 'claw_back' || reason === 'after_outcome') return true
  if (reason === 'block') return !hasEnded
  return !hasEnded && reported.has(week)
}

function byOutcome(
  terms: PaymentTerms,
  { laterOutcome }: PaymentConditions,
  delivered: Delivered,
  outcomes: readonly number[],
  offset: number,
): readonly WeekAmount[] {
  const mechanism = mechanismOf(terms)
  const at = (achieved: number | undefined): readonly WeekAmount[] =>
    paymentsOf(mechanism, { ...delivered, achievedWeek: achieved === undefined ? null : achieved + offset })
  const [first, second] = outcomes
  if (second === undefined || laterOutcome === 'keep') return at(first)
  const earlier = at(first)
  if (laterOutcome === 'review')
    return earlier.map((one) => (one.week > second + offset && one.reason === 'after_outcome' ? { ...one, reason: 'needs_review' } : one))
  // Each outcome brings its own bonus once; from the week of the later one on its own minutes are paid.
  return [...earlier.filter(({ week }) => week < second + offset), ...at(second).filter(({ week }) => week >= second + offset)]
}

function withMinimum(
  { minimum }: PaymentConditions,
  amounts: readonly PackageAmount[],
  reported: ReadonlySet<number>,
  lasts: number | null,
  ended: number,
): readonly PackageAmount[] {
  if (minimum === null) return amounts
  const filled = [...reported]
    .filter((week) => week <= ended && (lasts === null || week <= lasts))
    .flatMap((week): readonly PackageAmount[] => {
      const paid = amounts.filter((one) => one.week === week).reduce((sum, { pence }) => sum + pence, 0n)
      return paid < minimum ? [{ week, pence: minimum - paid, reason: 'minimum', minutes: null, rate: null }] : []
    })
  return [...amounts, ...filled].toSorted((one, other) => one.week - other.week)
}

function capped({ cap }: PaymentConditions, amounts: readonly PackageAmount[]): readonly PackageAmount[] {
  if (cap === null) return amounts
  let sum = 0n
  return amounts.flatMap((one): readonly PackageAmount[] => {
    const room = cap - sum
    const isAbove = one.pence > room
    const pence = isAbove ? room : one.pence
    sum += pence
    if (!isAbove) return [one]
    const weeks = one.weeks === undefined ? {} : { weeks: one.weeks }
    return [one, { week: one.week, pence: pence - one.pence, reason: 'cap', minutes: null, rate: null, ...weeks }]
  })
}

/** A line that was paid, as the next run compares it. */
export interface PaidLine extends Pick<PackageAmount, 'week' | 'pence' | 'reason'> {
  readonly id: string
  readonly reverses: string | null
  /** What each payer bore of it. */
  readonly shares?: readonly PayerShare[]
}

/** An amount that is due, with what each payer bears of it. */
export interface DueLine extends PackageAmount {
  readonly shares?: readonly PayerShare[]
}

/** The lines that were paid and not reversed since. */
export function standingLines<Line extends PaidLine>(paid: readonly Line[]): readonly Line[] {
  const gone = new Set(paid.flatMap(({ reverses }) => (reverses === null ? [] : [reverses])))
  return paid.filter(({ id, reverses }) => reverses === null && !gone.has(id))
}

/**
 * What a run has to write for a package: lines that are due and were not paid, and reversals of those that were paid and are not due any more, or not by the same
 * payers. A reversal negates what was stored; nothing is worked out anew. Days that fall into other months since an end became known change nothing of what is paid.
 */
export function runLines<Due extends DueLine, Line extends PaidLine>(
  due: readonly Due[],
  paid: readonly Line[],
): { readonly add: readonly Due[]; readonly reverse: readonly Line[] } {
  const keyOf = ({ week, reason, pence, shares = [] }: Omit<DueLine, 'minutes' | 'rate'>): string =>
    [week, reason, pence, ...sumsOf(shares)].join(' ')
  const left = Map.groupBy(standingLines(paid), keyOf)
  const add = due.filter((one) => left.get(keyOf(one))?.pop() === undefined)
  return { add, reverse: [...left.values()].flat().toSorted((one, other) => one.week - other.week) }
}

/** What each payer bears from each line, whichever months it is for. */
function sumsOf(shares: readonly PayerShare[]): readonly string[] {
  const groups = Map.groupBy(shares, ({ payer, line }) => `${payer} ${line ?? ''}`)
  return [...groups].map(([of, parts]) => `${of} ${totalOf(parts.map(({ pence }) => pence))}`)
}

/** Works a stored line again from what it keeps: its minutes and rate, rounded half up. Lines that do not rest on time are what they are. */
export function isReplayed(line: {
  readonly minutes: number | null
  readonly rate: bigint | null
  readonly pence: bigint
  readonly reverses: string | null
}): boolean {
  if (line.minutes === null || line.rate === null) return true
  const pence = halfUp(BigInt(line.minutes) * line.rate, 6000n)
  return line.pence === (line.reverses === null ? pence : -pence)
}
