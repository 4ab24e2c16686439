/** When somebody was born, as far as anybody knows: the day, the month, the year, the day on which they are due, or nothing (handbook of early help 1.1). */
export type Birth =
  | { readonly known: 'day'; readonly day: Temporal.PlainDate }
  | { readonly known: 'month'; readonly year: number; readonly month: number }
  | { readonly known: 'year'; readonly year: number }
  | { readonly known: 'due'; readonly day: Temporal.PlainDate }
  | { readonly known: 'nothing' }

/** What stands in the record of a birth; at most one of day, due day and year. */
export interface BirthColumns {
  readonly bornOn: Temporal.PlainDate | null
  readonly dueOn: Temporal.PlainDate | null
  readonly bornYear: number | null
  readonly bornMonth: number | null
}

/** The birth that a record holds. */
export function birthOf({ bornOn, dueOn, bornYear, bornMonth }: BirthColumns): Birth {
  if (bornOn !== null) return { known: 'day', day: bornOn }
  if (dueOn !== null) return { known: 'due', day: dueOn }
  if (bornYear === null) return { known: 'nothing' }
  return bornMonth === null ? { known: 'year', year: bornYear } : { known: 'month', year: bornYear, month: bornMonth }
}

/** How old somebody was on a day, in whole years; `most` is one more than `least` where only month or year are known. Months under two years. */
export type Age = { readonly unit: 'years' | 'months'; readonly least: number; readonly most: number } | 'unborn' | 'unknown'

/**
 * How old somebody was on a day: a birthday counts from the day itself, and whoever was born on 29 February has it on 1 March of other years, when the year is full
 * (Family Law Reform Act 1969, section 9: an age is attained at the commencement of the birthday). Born later than the day: 'unborn'.
 */
export function ageOn(birth: Birth, on: Temporal.PlainDate): Age {
  if (birth.known === 'nothing') return 'unknown'
  if (birth.known === 'due') return 'unborn'
  if (birth.known === 'day') return between(birth.day, birth.day, on)
  const [first, last] = birth.known === 'month' ? [birth.month, birth.month] : [1, 12]
  const from = Temporal.PlainDate.from({ year: birth.year, month: first, day: 1 })
  return between(from, Temporal.PlainDate.from({ year: birth.year, month: last, day: 31 }), on)
}

function between(earliest: Temporal.PlainDate, latest: Temporal.PlainDate, on: Temporal.PlainDate): Age {
  if (Temporal.PlainDate.compare(on, earliest) < 0) return 'unborn'
  const [most, least] = [yearsFrom(earliest, on), Math.max(0, yearsFrom(latest, on))]
  if (most >= 2) return { unit: 'years', least, most }
  return { unit: 'months', least: Math.max(0, monthsFrom(latest, on)), most: monthsFrom(earliest, on) }
}

const monthsFrom = (born: Temporal.PlainDate, on: Temporal.PlainDate): number =>
  (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day ? 1 : 0)
const yearsFrom = (born: Temporal.PlainDate, on: Temporal.PlainDate): number => Math.floor(monthsFrom(born, on) / 12)

/** A name as it is compared: one way of writing each letter, in small letters, with single spaces. Accents stay: they tell people apart. */
export function plainName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()
}

/** Whether two births may be one: what is known of both agrees. Nothing known agrees with everything. */
export function birthsAgree(one: Birth, other: Birth): boolean {
  if (one.known === 'nothing' || other.known === 'nothing') return true
  if (one.known === 'due') return other.known === 'due' && one.day.equals(other.day)
  if (other.known === 'due') return false
  const [a, b] = [parts(one), parts(other)]
  return a.every((part, at) => part === undefined || b[at] === undefined || part === b[at])
}

function parts(birth: Exclude<Birth, { known: 'nothing' } | { known: 'due' }>): readonly (number | undefined)[] {
  if (birth.known === 'day') return [birth.day.year, birth.day.month, birth.day.day]
  return [birth.year, birth.known === 'month' ? birth.month : undefined, undefined]
}

/** Whoever of these may be the same person: the same name, and births that may be one. Twins have two names, and are not found. */
export function seemTheSame<One extends { readonly name: string; readonly birth: Birth }>(
  entered: { readonly name: string; readonly birth: Birth },
  others: readonly One[],
): readonly One[] {
  return others.filter((one) => plainName(one.name) === plainName(entered.name) && birthsAgree(one.birth, entered.birth))
}
