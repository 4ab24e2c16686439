import type { FormState } from '#platform/web/forms.ts'
import type { Picture } from '../../rules/arrangement/picture.ts'
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

/** What the map of the arrangement shows. */
export interface MapView {
  readonly onDay: Temporal.PlainDate
  /** As in an address, only where it is not today. */
  readonly on: string | undefined
  readonly form: FormState
  readonly kinds: readonly { readonly code: string; readonly label: string; readonly chosen: boolean }[]
  readonly bodies: readonly { readonly slug: string; readonly name: string }[]
  readonly focus: { readonly slug: string; readonly name: string } | undefined
  readonly picture: Picture
  readonly facts: ReadonlyMap<string, MapBodyFacts>
  readonly tiers: readonly { readonly tier: number; readonly bodies: readonly ToldBody[] }[]
  /** Bodies of that day without a relation that is asked for. */
  readonly apart: readonly ToldBody[]
  readonly count: number
  readonly relationCount: number
}
