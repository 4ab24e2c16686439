/** What stands in the library. */
export const procedureKinds = ['procedure', 'guidance', 'policy'] as const
/** One of them. */
export type ProcedureKind = (typeof procedureKinds)[number]
/** How far a version is. */
export type ProcedureState = 'draft' | 'consultation' | 'issued' | 'dropped'
/** How a version stands on a day; 'coming': issued, and to hold from a later day. */
export type ProcedureStanding = 'draft' | 'consultation' | 'dropped' | 'coming' | 'in-force' | 'superseded' | 'withdrawn'

/** What the standing of a version follows from; days are half-open. */
export interface VersionFacts {
  readonly state: ProcedureState
  readonly startsOn: Temporal.PlainDate | null
  readonly endsOn: Temporal.PlainDate | null
}

const before = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) < 0

/** How a version stands on a day. `withdrawnOn` is the first day on which nothing of the procedure holds; null: it was not withdrawn. */
export function procedureStanding(
  { state, startsOn, endsOn }: VersionFacts,
  withdrawnOn: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): ProcedureStanding {
  if (state !== 'issued' || startsOn === null) return state === 'issued' ? 'draft' : state
  if (endsOn !== null && !before(today, endsOn)) return withdrawnOn !== null && !before(endsOn, withdrawnOn) ? 'withdrawn' : 'superseded'
  return before(today, startsOn) ? 'coming' : 'in-force'
}

/** The version that an address without a number means: the one in force, else the one to come, else the latest issued, else the one worked on. Undefined for none. */
export function shownVersion<Version extends VersionFacts>(versions: readonly Version[], today: Temporal.PlainDate): Version | undefined {
  const ranks: readonly ProcedureStanding[] = ['in-force', 'coming', 'superseded', 'consultation', 'draft', 'dropped']
  return versions
    .map((version) => ({ version, rank: ranks.indexOf(procedureStanding(version, null, today)) }))
    .toSorted((a, b) => a.rank - b.rank || compareStarts(b.version, a.version))[0]?.version
}

function compareStarts(a: VersionFacts, b: VersionFacts): number {
  return a.startsOn === null || b.startsOn === null ? 0 : Temporal.PlainDate.compare(a.startsOn, b.startsOn)
}

/** Why a version cannot be issued from a day; undefined where it can. `issued` are the versions that were issued before. */
export function issueProblem(
  { startsOn, isEmpty }: { readonly startsOn: Temporal.PlainDate; readonly isEmpty: boolean },
  issued: readonly VersionFacts[],
): { readonly field: string; readonly code: string } | undefined {
  if (isEmpty) return { field: '', code: 'procedure-empty' }
  const latest = issued
    .flatMap(({ startsOn: day }) => day ?? [])
    .toSorted(Temporal.PlainDate.compare)
    .at(-1)
  return latest !== undefined && !before(latest, startsOn) ? { field: 'startsOn', code: 'before-latest' } : undefined
}

/** How the review of a procedure stands: overdue from the day after it was due, soon within 28 days. */
export function reviewStanding(
  reviewOn: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): 'not-settled' | 'overdue' | 'soon' | 'later' {
  if (reviewOn === null) return 'not-settled'
  if (before(reviewOn, today)) return 'overdue'
  return before(today.add({ days: 28 }), reviewOn) ? 'later' : 'soon'
}

/** Words written one a line or after commas, without repeats and empty ones; at most 10 of at most 60 characters. */
export function themesOf(words: string | undefined): readonly string[] {
  const found = (words ?? '').split(/[\n,;]/).map((theme) => theme.trim().slice(0, 60))
  return [...new Set(found.filter((theme) => theme !== ''))].slice(0, 10)
}
