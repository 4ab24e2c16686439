import { type Impact, impactOf } from './training.ts'

/** What somebody said of a course on the day, for the agency for which they came. */
export interface DayAnswer {
  readonly agency: string
  readonly before: number
  readonly now: number
}

/** What somebody said months later: whether they had used what they learnt. */
export interface LaterAnswer {
  readonly agency: string
  readonly isUsed: boolean
}

/** How many of those who answered months later had used it: a state where too few answered. */
export type Use =
  | { readonly state: 'nobody' }
  | { readonly state: 'too-few' }
  | { readonly state: 'shown'; readonly used: number; readonly people: number }

/** What a course changed for everybody, and for the people of each agency. */
export interface CourseImpact {
  readonly all: { readonly day: Impact; readonly later: Use }
  readonly agencies: readonly { readonly agency: string; readonly day: Impact; readonly later: Use }[]
}

/**
 * What a course changed, for everybody and by agency (E9). An agency of which fewer than `smallest` answered is not shown; and where those who are not shown are
 * together fewer than that, the smallest agency that would be shown is not shown either, so that nobody takes the agencies from the whole and finds them.
 */
export function impactByAgency(day: readonly DayAnswer[], later: readonly LaterAnswer[], smallest: number): CourseImpact {
  const shownByDay = shownGroups(day, smallest)
  const shownLater = shownGroups(later, smallest)
  const agencies = [...new Set([...day, ...later].map(({ agency }) => agency))].sort()
  return {
    all: { day: impactOf(day, smallest), later: useOf(later, smallest) },
    agencies: agencies.map((agency) => {
      const ofDay = day.filter((one) => one.agency === agency)
      const ofLater = later.filter((one) => one.agency === agency)
      return {
        agency,
        day: impactOf(ofDay, shownByDay.has(agency) ? smallest : Number.POSITIVE_INFINITY),
        later: useOf(ofLater, shownLater.has(agency) ? smallest : Number.POSITIVE_INFINITY),
      }
    }),
  }
}

function shownGroups(answers: readonly { readonly agency: string }[], smallest: number): ReadonlySet<string> {
  const groups = [...Map.groupBy(answers, ({ agency }) => agency)].map(([agency, its]) => ({ agency, size: its.length }))
  const shown = groups.filter(({ size }) => size >= smallest).sort((a, b) => a.size - b.size || (a.agency < b.agency ? -1 : 1))
  const hidden = answers.length - shown.reduce((sum, { size }) => sum + size, 0)
  return new Set((hidden > 0 && hidden < smallest ? shown.slice(1) : shown).map(({ agency }) => agency))
}

function useOf(answers: readonly LaterAnswer[], smallest: number): Use {
  if (answers.length === 0) return { state: 'nobody' }
  if (answers.length < smallest) return { state: 'too-few' }
  return { state: 'shown', used: answers.filter(({ isUsed }) => isUsed).length, people: answers.length }
}

/** What whoever attended is asked on a day: what it changed, then from some months after the course whether they used it; undefined where nothing is asked. */
export function evaluationAsked(
  its: {
    readonly attended: boolean | null
    readonly now: number | null
    readonly later: number | null
    /** The day from which it is asked whether it was used. */
    readonly laterFrom: Temporal.PlainDate | null
  },
  today: Temporal.PlainDate,
): 'day' | 'later' | undefined {
  if (!its.attended) return undefined
  if (its.now === null) return 'day'
  return its.later === null && its.laterFrom !== null && Temporal.PlainDate.compare(its.laterFrom, today) <= 0 ? 'later' : undefined
}
