import type { OparlAddresses, OparlType } from './addresses.ts'
import type { OparlProperties } from './values.ts'

/** An object as it is to be given out, without its times: those are known once it is compared with what was given out before. */
export interface Draft {
  readonly type: OparlType
  readonly id: string
  /** The bodies in whose lists it stands; empty for what stands in the list of the partnership only. */
  readonly organizations: readonly string[]
  /** Without id, type, created and modified, and without what is embedded. */
  readonly properties: OparlProperties
  /** Objects that are given out inside this one, by property. */
  readonly embedded?: Readonly<Record<string, Embedded | readonly Embedded[]>>
}

/** An object inside another. */
export interface Embedded {
  readonly type: OparlType
  readonly id: string
  /** Properties that only its own address gives: they lead back to what holds it. */
  readonly without: readonly string[]
}

/** What every mapping needs. */
export interface Mapping {
  readonly addresses: OparlAddresses
  /** Id of the partnership as a body of the interface. */
  readonly place: string
}

/** The key under which an object is kept. */
export function keyOf({ type, id }: { readonly type: string; readonly id: string }): string {
  return `${type}/${id}`
}
