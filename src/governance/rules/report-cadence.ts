const numbers: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, six: 6, twice: 2, thrice: 3 }

/**
 * How many months a cadence in words means: 'yearly' 12, 'every six months' 6, 'quarterly' 3, 'twice a year' 6, 'every two years' 24.
 * Undefined where the words say nothing that can be counted in months.
 */
export function monthsOfCadence(words: string): number | undefined {
  const said = words.trim().toLowerCase()
  const count = (word: string | undefined): number | undefined =>
    word === undefined ? undefined : (numbers[word] ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined))
  const perYear = /^(once|twice|thrice|(?:two|three|four|six|\d{1,2}) times) (?:a|per|each|every) year$/.exec(said)?.[1]
  if (perYear !== undefined) {
    const times = perYear === 'once' ? 1 : count(perYear.replace(' times', ''))
    return times !== undefined && times > 0 && 12 % times === 0 ? 12 / times : undefined
  }
  const every = /^every (?:(\w+) )?(month|quarter|year)s?$/.exec(said)
  if (every) {
    const unit = every[2] === 'year' ? 12 : every[2] === 'quarter' ? 3 : 1
    const times = every[1] === undefined ? 1 : every[1] === 'other' || every[1] === 'second' ? 2 : count(every[1])
    return times === undefined || times === 0 ? undefined : times * unit
  }
  if (/^(yearly|annually|annual|once a year)$/.test(said)) return 12
  if (/^(half-?yearly|six-?monthly|every half year)$/.test(said)) return 6
  if (/^quarterly$/.test(said)) return 3
  return said === 'monthly' ? 1 : undefined
}

/** Relations in which the first body reports, and the one whose groups report at least yearly where nothing else is said (G14). */
const reporting: readonly string[] = ['accountable-to', 'reports-to', 'sub-group-of']

/** A relation as far as reports go. */
export interface ReportingRelation {
  readonly kind: string
  readonly cadence: string
}

/** After how many months a report is due, and whether that is written or follows from being a sub-group; undefined where none is. */
export function reportEvery({
  kind,
  cadence,
}: ReportingRelation): { readonly months: number; readonly basis: 'written' | 'sub-group' } | undefined {
  if (!reporting.includes(kind)) return undefined
  const months = monthsOfCadence(cadence)
  if (months !== undefined) return { months, basis: 'written' }
  return kind === 'sub-group-of' && cadence === '' ? { months: 12, basis: 'sub-group' } : undefined
}

/** How reporting stands: in time; due within the month; overdue; never recorded although one was due; or the words cannot be counted. */
export type ReportState = 'in-time' | 'due-soon' | 'overdue' | 'none-recorded' | 'not-counted'

/** How reporting stands on a day, and by when the next report is due. */
export interface ReportStanding {
  readonly state: ReportState
  readonly dueOn: Temporal.PlainDate | undefined
}

/**
 * How reporting stands on a day. The next report is due the given months after the last one, or after the relation began.
 * @param every - months; undefined where none can be counted
 */
export function reportStanding(
  every: number | undefined,
  startsOn: Temporal.PlainDate,
  last: Temporal.PlainDate | undefined,
  today: Temporal.PlainDate,
): ReportStanding {
  if (every === undefined) return { state: 'not-counted', dueOn: undefined }
  const dueOn = (last ?? startsOn).add({ months: every })
  if (Temporal.PlainDate.compare(today, dueOn) > 0) return { state: last === undefined ? 'none-recorded' : 'overdue', dueOn }
  return { state: Temporal.PlainDate.compare(today.add({ months: 1 }), dueOn) >= 0 && every > 1 ? 'due-soon' : 'in-time', dueOn }
}
