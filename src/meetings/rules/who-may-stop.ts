import type { LadderStep } from '#governance/public.ts'
import type { TakenHome } from './taken-home.ts'

/** How another body stands to the one that decided, as far as it bears on its decisions. */
export interface StandsTo {
  readonly slug: string
  readonly name: string
  /** Where it is written; '' where that is not recorded. */
  readonly source: string
}

/** Who can still stop a decision, or have it looked at again (G3, G9, M10). */
export interface WhoMayStop {
  /** Partners without whom it does not come into force, and that have not agreed yet. */
  readonly waitsFor: readonly string[]
  /** True where it is in force already, so that nobody's silence stops it. */
  readonly inForce: boolean
  readonly challengers: readonly StandsTo[]
  readonly answersTo: readonly StandsTo[]
  /** In the order of the terms; empty where they name none. */
  readonly ladder: readonly LadderStep[]
}

/** One relation as it is kept. */
export interface Relation {
  readonly kind: string
  readonly source: string
  readonly from: { readonly id: string; readonly slug: string; readonly name: string }
  readonly to: { readonly id: string; readonly slug: string; readonly name: string }
}

/** Kinds of relation by which a body answers to another for what it decides. */
const answering: readonly string[] = ['accountable-to', 'sub-group-of']

/**
 * Says who can still stop a decision of a body, from what is on record: nothing is inferred from law that the record does not name.
 * @param relations - that hold on the day, from and to the body
 * @param home - how it stands with the partners that must take it home; undefined where nobody was asked
 */
export function whoMayStop(
  body: string,
  relations: readonly Relation[],
  home: TakenHome | undefined,
  ladder: readonly LadderStep[],
): WhoMayStop {
  const state = home?.purpose === 'ratify' ? home.force.state : undefined
  const waits = state === 'waiting' || state === 'changes-asked'
  const standing = ({ slug, name }: Relation['from'], { source }: Relation): StandsTo => ({ slug, name, source })
  return {
    waitsFor: waits ? (home?.partners ?? []).filter((partner) => partner.standing.answer !== 'agreed').map(({ name }) => name) : [],
    inForce: state === undefined || state === 'in-force',
    challengers: relations.filter(({ kind, to }) => kind === 'challenges' && to.id === body).map((one) => standing(one.from, one)),
    answersTo: relations.filter(({ kind, from }) => answering.includes(kind) && from.id === body).map((one) => standing(one.to, one)),
    ladder,
  }
}
