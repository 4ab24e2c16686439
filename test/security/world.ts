import { type AccessMatrix, type Role, roles } from '#governance/rules/access.ts'
import { newId } from '#platform/database/ids.ts'
import type { ActorId, Database } from '#platform/database/session.ts'

/** The day on which the matrix is tried; every office and appointment of the world holds on it. */
export const matrixDay = Temporal.PlainDate.from('2026-03-10')
/** The instant of every act in the world. */
export const matrixNow = Temporal.Instant.from('2026-03-10T10:00:00Z')
/** Stands in every exempt text of the world, and must not stand in anything that a visitor receives. */
export const MARKER = 'Kestrelhold'

/** Somebody of the matrix: the account that acts and the person behind it; no account for a visitor. */
export interface Somebody {
  readonly role: Role
  readonly actor: ActorId | undefined
  readonly person: string | undefined
}

/** A small partnership with one body, everybody of the matrix and a record of every type in every state. */
export interface World {
  readonly body: string
  readonly slug: string
  readonly otherBody: string
  readonly somebodies: readonly Somebody[]
  readonly ids: Readonly<Record<string, string>>
}

/** One of each; whoever a record is about is 'self' besides what they are. */
const tried: readonly Role[] = roles.filter((role) => role !== 'self')
const from = Temporal.PlainDate.from('2020-01-01')

/** Builds the people and bodies of the world with the owner's connection. */
export async function buildWorld(owner: Database): Promise<World> {
  const body = newId()
  const otherBody = newId()
  await owner
    .insertInto('governance.body')
    .values([
      { id: body, slug: 'matrix-board', name: 'Matrix board', kind: 'strategic-partnership' },
      { id: otherBody, slug: 'other-board', name: 'Other board', kind: 'delivery-board' },
    ])
    .execute()
  for (const id of [body, otherBody]) {
    await owner.insertInto('governance.body_status').values({ body: id, status: 'live', starts_on: from }).execute()
    await owner
      .insertInto('governance.body_setting')
      .values({ body: id, legal_regime: 'partnership', holiday_division: 'england-and-wales', public_access: 'public', starts_on: from })
      .execute()
  }
  const somebodies: Somebody[] = []
  for (const role of tried) somebodies.push(await addSomebody(owner, role))
  const world: World = { body, slug: 'matrix-board', otherBody, somebodies, ids: {} }
  await giveRoles(owner, world)
  return world
}

async function addSomebody(owner: Database, role: Role): Promise<Somebody> {
  if (role === 'visitor') return { role, actor: undefined, person: undefined }
  const person = newId()
  const account = newId()
  await owner
    .insertInto('governance.person')
    .values({ id: person, name: `Person ${role}`, account })
    .execute()
  return { role, actor: account as ActorId, person }
}

/** The person of the world who holds a role. */
export function personWho(world: World, role: Role): string {
  const person = world.somebodies.find((somebody) => somebody.role === role)?.person
  if (person === undefined) throw new Error(`Nobody in the world is ${role}.`)
  return person
}

async function giveRoles(owner: Database, world: World): Promise<void> {
  const { body, otherBody } = world
  const who = (role: Role): string => personWho(world, role)
  await owner
    .insertInto('governance.office')
    .values([
      { id: newId(), body, role: 'clerk', person: who('clerk'), basis: 'appointed', starts_on: from },
      { id: newId(), body: otherBody, role: 'clerk', person: who('other-clerk'), basis: 'appointed', starts_on: from },
      { id: newId(), body, role: 'chair', person: who('chair'), basis: 'independent', starts_on: from },
    ])
    .execute()
  await owner
    .insertInto('governance.administrator')
    .values({ person: who('administrator'), starts_on: from })
    .execute()
  const seat = newId()
  const observerSeat = newId()
  await owner
    .insertInto('governance.seat')
    .values([
      { id: seat, body, key: 'member', name: 'Member', voting: 'voting', places: 3, starts_on: from },
      { id: observerSeat, body, key: 'observer', name: 'Observer', voting: 'observer', places: 1, starts_on: from },
    ])
    .execute()
  await owner
    .insertInto('governance.appointment')
    .values([
      { id: newId(), seat, place: 1, person: who('member'), starts_on: from },
      { id: newId(), seat: observerSeat, place: 1, person: who('observer'), starts_on: from },
    ])
    .execute()
  await owner
    .insertInto('governance.deputy_authorisation')
    .values({ id: newId(), seat, place: 1, person: who('deputy'), basis: 'named', starts_on: from })
    .execute()
}

/** Every cell of a matrix for one verb: record, state, and whether each role may. */
export function cells(matrix: AccessMatrix, verb: string): { record: string; state: string; allowed: readonly Role[] }[] {
  return Object.entries(matrix).flatMap(([record, states]) =>
    Object.entries(states).flatMap(([state, verbs]) => (verbs[verb] ? [{ record, state, allowed: verbs[verb] }] : [])),
  )
}
