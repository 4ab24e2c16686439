import { type Delegation, delegationOf } from './delegation.ts'
import type { Terms } from './terms/terms.ts'

/** How far somebody may go with a function, from the least (handbook 1.2). */
export const delegatedPowers = ['discuss', 'recommend', 'decide'] as const
/** How far somebody may go. */
export type DelegatedPower = (typeof delegatedPowers)[number]

/** Who holds what is delegated: a body, a person, or whoever holds a post on the day. */
export type DelegationHolder =
  | { readonly kind: 'body'; readonly body: string }
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'post'; readonly title: string; readonly organisation: string | undefined }

/** One delegation, as far as the rules ask. */
export interface DelegationFacts {
  readonly id: string
  readonly body: string
  /** Whether the function is one of the body's terms, or held by law. */
  readonly origin: 'terms' | 'law'
  readonly functionKey: string
  /** The delegation from which it is handed on; undefined where it rests on the terms or the law. */
  readonly parent: string | undefined
  readonly holder: DelegationHolder
  readonly may: DelegatedPower
  /** The most that one decision may commit, in pence; undefined where none is named here. */
  readonly limitPence: number | undefined
  readonly mayHandOn: boolean
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer holds; undefined: until it is revoked. */
  readonly endsOn: Temporal.PlainDate | undefined
  /** First day on which it no longer holds because it was revoked. */
  readonly revokedOn: Temporal.PlainDate | undefined
}

/** The delegations of a body by id. */
export type Scheme = ReadonlyMap<string, DelegationFacts>

/** How far the terms in force on a day let the body itself go with a function; undefined: not at all, or no terms. */
export type OwnPower = (functionKey: string, day: Temporal.PlainDate) => DelegatedPower | undefined

/** How far a body may go by itself, as the terms have it; undefined where they do not name the function. */
export function powerOf(delegation: Delegation): DelegatedPower | undefined {
  if (delegation.state === 'may-decide') return 'decide'
  if (delegation.state === 'may-recommend') return 'recommend'
  return delegation.state === 'may-discuss' ? 'discuss' : undefined
}

/** The same of dated terms: those in force on the day count (G4). */
export function ownPowerBy(
  versions: readonly { readonly terms: Terms; readonly startsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate | undefined }[],
): OwnPower {
  return (functionKey, day) => {
    const inForce = versions.find(({ startsOn, endsOn }) => holds(startsOn, endsOn, day))
    return inForce && powerOf(delegationOf(inForce.terms, functionKey))
  }
}

const compare = Temporal.PlainDate.compare

function holds(startsOn: Temporal.PlainDate, endsOn: Temporal.PlainDate | undefined, day: Temporal.PlainDate): boolean {
  return compare(startsOn, day) <= 0 && (endsOn === undefined || compare(day, endsOn) < 0)
}

const reaches = (power: DelegatedPower, wanted: DelegatedPower): boolean =>
  delegatedPowers.indexOf(power) >= delegatedPowers.indexOf(wanted)

/** Two holders are the same whatever the spelling of a post's title in capitals. */
export function sameHolder(one: DelegationHolder, other: DelegationHolder): boolean {
  if (one.kind === 'body') return other.kind === 'body' && one.body === other.body
  if (one.kind === 'person') return other.kind === 'person' && one.person === other.person
  return other.kind === 'post' && one.title.toLowerCase() === other.title.toLowerCase() && one.organisation === other.organisation
}

/** A delegation and those it rests on, from itself upwards. Ends at what is missing, and never goes round. */
export function chainOf(scheme: Scheme, id: string): readonly DelegationFacts[] {
  const chain: DelegationFacts[] = []
  for (let next = scheme.get(id); next !== undefined && !chain.includes(next); ) {
    chain.push(next)
    next = next.parent === undefined ? undefined : scheme.get(next.parent)
  }
  return chain
}

/** How a delegation stands on a day; 'rests-on-nothing': what it was given from no longer holds, or the terms no longer let the body do it. */
export type DelegationState = 'coming' | 'in-force' | 'ended' | 'revoked' | 'rests-on-nothing'

/** How a delegation stands on a day, everything above it asked too. */
export function delegationStanding(scheme: Scheme, id: string, own: OwnPower, day: Temporal.PlainDate): DelegationState {
  const chain = chainOf(scheme, id)
  const [first, ...above] = chain
  if (first === undefined) return 'rests-on-nothing'
  const self = ownState(first, day)
  if (self !== 'in-force') return self
  const root = chain.at(-1)
  if (root === undefined || root.parent !== undefined || above.some((one) => ownState(one, day) !== 'in-force')) return 'rests-on-nothing'
  const power = root.origin === 'law' ? 'decide' : own(root.functionKey, day)
  return power !== undefined && chain.every(({ may }) => reaches(power, may)) ? 'in-force' : 'rests-on-nothing'
}

function ownState({ startsOn, endsOn, revokedOn }: DelegationFacts, day: Temporal.PlainDate): DelegationState {
  if (revokedOn && compare(revokedOn, day) <= 0) return 'revoked'
  if (compare(day, startsOn) < 0) return 'coming'
  return endsOn && compare(endsOn, day) <= 0 ? 'ended' : 'in-force'
}

/** The most that one decision may commit under a delegation, in pence: the least that it or one above it names; undefined where none does. */
export function limitOf(scheme: Scheme, id: string): number | undefined {
  const named = chainOf(scheme, id).flatMap(({ limitPence }) => (limitPence === undefined ? [] : [limitPence]))
  return named.length === 0 ? undefined : Math.min(...named)
}

/** What somebody wants to delegate; without an id, and not yet revoked. */
export type ProposedDelegation = Omit<DelegationFacts, 'id' | 'revokedOn'>

/** Why it cannot be delegated, and beside which field. `day` and `pence` fill the sentence. */
export interface DelegationRefusal {
  readonly field: 'functionKey' | 'to' | 'may' | 'limit' | 'startsOn' | 'endsOn'
  readonly code:
    | 'ends-before-start'
    | 'not-held'
    | 'beyond-own-power'
    | 'not-handed-on'
    | 'not-in-force-above'
    | 'ends-after-above'
    | 'limit-above'
    | 'goes-round'
  readonly power?: DelegatedPower | undefined
  readonly day?: Temporal.PlainDate | undefined
  readonly pence?: number | undefined
}

/** What is known when somebody delegates. */
export interface DelegationGround {
  readonly scheme: Scheme
  readonly own: OwnPower
  /** Whether two holders are one and the same on the first day, for example a person and the post that this person holds. */
  readonly isSame: (one: DelegationHolder, other: DelegationHolder) => boolean
}

/** Every reason why somebody cannot delegate so; empty where they can (G14). Nobody gives more, for longer or to more than they hold. */
export function refuseDelegation(proposed: ProposedDelegation, ground: DelegationGround): readonly DelegationRefusal[] {
  const { startsOn, endsOn } = proposed
  const period: readonly DelegationRefusal[] =
    endsOn && compare(endsOn, startsOn) <= 0 ? [{ field: 'endsOn', code: 'ends-before-start' }] : []
  return [...period, ...(proposed.parent === undefined ? refuseFirst(proposed, ground) : refuseHandedOn(proposed, proposed.parent, ground))]
}

function refuseFirst(proposed: ProposedDelegation, { own }: DelegationGround): readonly DelegationRefusal[] {
  if (proposed.origin === 'law') return []
  const power = own(proposed.functionKey, proposed.startsOn)
  const isSelf = proposed.holder.kind === 'body' && proposed.holder.body === proposed.body
  if (power === undefined) return [{ field: 'functionKey', code: 'not-held' }]
  return [
    ...(isSelf ? [{ field: 'to', code: 'goes-round' } as const] : []),
    ...(reaches(power, proposed.may) ? [] : [{ field: 'may', code: 'beyond-own-power', power } as const]),
  ]
}

function refuseHandedOn(
  { holder, body, may, limitPence, startsOn, endsOn }: ProposedDelegation,
  parent: string,
  { scheme, own, isSame }: DelegationGround,
): readonly DelegationRefusal[] {
  const chain = chainOf(scheme, parent)
  const [above] = chain
  if (above === undefined) return [{ field: 'functionKey', code: 'not-held' }]
  if (!above.mayHandOn) return [{ field: 'functionKey', code: 'not-handed-on' }]
  const limit = limitOf(scheme, parent)
  const end = earliest(chain.flatMap(({ endsOn: end, revokedOn }) => [end, revokedOn]))
  const before: readonly DelegationHolder[] = [{ kind: 'body', body }, ...chain.map((one) => one.holder)]
  const isLate = end !== undefined && (endsOn === undefined || compare(endsOn, end) > 0)
  return [
    ...(before.some((one) => isSame(one, holder)) ? [{ field: 'to', code: 'goes-round' } as const] : []),
    ...(reaches(above.may, may) ? [] : [{ field: 'may', code: 'beyond-own-power', power: above.may } as const]),
    ...(limit !== undefined && limitPence !== undefined && limitPence > limit
      ? [{ field: 'limit', code: 'limit-above', pence: limit } as const]
      : []),
    ...(delegationStanding(scheme, parent, own, startsOn) === 'in-force'
      ? []
      : [{ field: 'startsOn', code: 'not-in-force-above' } as const]),
    ...(isLate ? [{ field: 'endsOn', code: 'ends-after-above', day: end } as const] : []),
  ]
}

function earliest(days: readonly (Temporal.PlainDate | undefined)[]): Temporal.PlainDate | undefined {
  return days.filter((day) => day !== undefined).toSorted(compare)[0]
}

/** What a decision under a delegation is, as far as the delegation asks. */
export interface DelegatedAct {
  readonly decidedOn: Temporal.PlainDate
  /** What it commits in pence; undefined where it commits no money. */
  readonly pence: number | undefined
  /** Whether whoever decides is who holds it, on that day. */
  readonly isHolder: boolean
}

/** Why a decision cannot rest on a delegation. */
export type UseRefusal =
  | { readonly code: 'delegation-not-in-force'; readonly state: Exclude<DelegationState, 'in-force'> }
  | { readonly code: 'delegation-only-advises' }
  | { readonly code: 'delegation-of-another' }
  | { readonly code: 'over-delegated-limit'; readonly pence: number }

/** Every reason why a decision cannot rest on a delegation; empty where it can: in force on the day, to decide, by its holder, within its limit. */
export function refuseUse(scheme: Scheme, id: string, own: OwnPower, act: DelegatedAct): readonly UseRefusal[] {
  const state = delegationStanding(scheme, id, own, act.decidedOn)
  const limit = limitOf(scheme, id)
  return [
    ...(state === 'in-force' ? [] : [{ code: 'delegation-not-in-force', state } as const]),
    ...(scheme.get(id)?.may === 'decide' ? [] : [{ code: 'delegation-only-advises' } as const]),
    ...(act.isHolder ? [] : [{ code: 'delegation-of-another' } as const]),
    ...(limit !== undefined && act.pence !== undefined && act.pence > limit
      ? [{ code: 'over-delegated-limit', pence: limit } as const]
      : []),
  ]
}
