import { type Exact, exactOf } from './exact.ts'
import type { NationalPolarity } from './national-place.ts'
import type { NationalPeriod, NationalState } from './national-reading.ts'
import type { Known } from './rag.ts'

/** A published value as it is stored: an exact decimal, or the state in its place. */
export type Published = { readonly state: 'value'; readonly decimal: string } | { readonly state: NationalState }

/** A place of the country that figures are published of. */
export interface PlaceOfCountry {
  readonly number: number
  readonly name: string
  readonly kind: 'country' | 'region' | 'authority'
  readonly region: number | null
  readonly type: string
  /** First day on which it no longer existed; null: it exists. */
  readonly endsOn: Temporal.PlainDate | null
  readonly followedBy: readonly number[]
}

/** A place that is like another. */
export interface Neighbour {
  readonly number: number
  readonly name: string
  /** 'Very close'; '' where nothing is said. */
  readonly closeness: string
}

/** Whom a place is held beside: the country, its region, its neighbours by one dated list. */
export interface Beside {
  readonly country: PlaceOfCountry | null
  readonly region: PlaceOfCountry | null
  /** First day of the month of the list; null where there is none. */
  readonly edition: Temporal.PlainDate | null
  readonly neighbours: readonly Neighbour[]
}

/** A published measure as it is stored. */
export interface StoredMeasure {
  readonly number: number
  readonly code: string
  readonly title: string
  readonly topic: string
  readonly unit: string
  readonly polarity: NationalPolarity
  readonly decimals: number
  readonly owner: string
  readonly link: string
}

/** A published measure with the figures of one place, and those of others in its latest period. */
export interface NationalLine {
  readonly measure: StoredMeasure
  /** Oldest first; at least one. */
  readonly periods: readonly NationalPeriod[]
  /** The place's own, period by period; what is not in the file is missing. */
  readonly own: readonly Published[]
  /** Of the latest period, by number of the place. */
  readonly others: ReadonlyMap<number, Published>
}

/** The published measure a measure is tied to, with the figures of the place that stands for the partnership's own. */
export interface NationalBeside {
  readonly line: NationalLine
  readonly authority: PlaceOfCountry
  readonly beside: Beside
  readonly source: string
}

/** A published value to reckon with: exact. */
export function knownPublished(published: Published | undefined): Known {
  if (published === undefined) return { state: 'missing' }
  if (published.state !== 'value') return { state: published.state }
  const value = exactOf(published.decimal)
  if (value === null) throw new Error(`The database holds a figure that is none: ${published.decimal}.`)
  return { state: 'value', value }
}

/** The figure of a published value; null where a state stands in its place. */
export function publishedFigure(published: Published | undefined): Exact | null {
  const known = knownPublished(published)
  return known.state === 'value' ? known.value : null
}
