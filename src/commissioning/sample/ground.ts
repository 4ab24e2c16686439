import type { Area } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { ActorId, Writer } from '#platform/database/session.ts'

/** What the sample of commissioning builds on: ids by slug and by key, and the accounts of those who act in it. */
export interface CommissioningSampleGround {
  readonly bodies: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
  readonly organisations: ReadonlyMap<string, string>
  /** `otherClerk` is the clerk of the joint commissioning board. */
  readonly accounts: { readonly clerk: ActorId; readonly otherClerk: ActorId }
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
}

/** The sample as its parts write it: everything belongs to the joint commissioning board. */
export interface Scene extends CommissioningSampleGround {
  readonly tx: Writer
  readonly body: string
  /** A day so many days ago; a negative number is ahead. */
  ago(days: number): Temporal.PlainDate
  person(key: string): string
  organisation(key: string): string
  /** The id of an area by its name. */
  area(name: string): string
  /** The id of a record of the sample: made when it is first asked for, the same afterwards. */
  id(kind: 'service' | 'agreement' | 'chapter' | 'strategy' | 'contract' | 'provider', key: string): string
}

/** Puts a scene together. */
export function sceneOf(tx: Writer, ground: CommissioningSampleGround, areas: readonly Area[]): Scene {
  const made = new Map<string, string>()
  const find = (map: ReadonlyMap<string, string>) => (key: string) => {
    const id = map.get(key)
    if (id === undefined) throw new Error(`The sample holds no ${key}.`)
    return id
  }
  return {
    ...ground,
    ...{ tx, body: find(ground.bodies)('joint-commissioning-board'), ago: (days) => ground.today.subtract({ days }) },
    ...{
      person: find(ground.people),
      organisation: find(ground.organisations),
      area: find(new Map(areas.map(({ name, id }) => [name, id]))),
    },
    id(kind, key) {
      const known = made.get(`${kind} ${key}`) ?? newId()
      made.set(`${kind} ${key}`, known)
      return known
    },
  }
}
