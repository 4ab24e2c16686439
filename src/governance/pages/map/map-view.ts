import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FormState } from '#platform/web/forms.ts'
import type { Picture } from '../../rules/arrangement/picture.ts'
import type { LastWordClash } from '../../rules/last-word.ts'
import type { RelationWords } from '../../words/relations.ts'
import type { MapBodyFacts } from './map-svg.tsx'

/** A relation from the body that has it. */
export interface ToldRelation extends RelationWords {
  readonly other: { readonly name: string; readonly slug: string }
}

/** A body in words. */
export interface ToldBody {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly caption: string
  readonly relations: readonly ToldRelation[]
  /** How many others relate to this one, which their own sentences say. */
  readonly named: number
}

/** The picture with its legend, and the same in words. */
export interface DrawnView {
  /** As in an address, only where the day is not today. */
  readonly on: string | undefined
  /** The address of the body around which the map is drawn. */
  readonly focus: string | undefined
  readonly kinds: readonly { readonly code: string; readonly label: string }[]
  readonly picture: Picture
  readonly facts: ReadonlyMap<string, MapBodyFacts>
  readonly tiers: readonly { readonly tier: number; readonly bodies: readonly ToldBody[] }[]
  /** Bodies of that day without a relation that is asked for. */
  readonly apart: readonly ToldBody[]
}

/** What the map of the arrangement shows. */
export interface MapView {
  readonly onDay: Temporal.PlainDate
  readonly on: string | undefined
  readonly form: FormState
  readonly kinds: readonly { readonly code: string; readonly label: string; readonly chosen: boolean }[]
  readonly bodies: readonly { readonly slug: string; readonly name: string }[]
  readonly focus: { readonly slug: string; readonly name: string } | undefined
  readonly count: number
  readonly relationCount: number
  /** Functions on which nobody can tell who has the last word. */
  readonly clashes: readonly LastWordClash[]
  /** `MapDrawn`, drawn. */
  readonly drawn: JSX.Element
}
