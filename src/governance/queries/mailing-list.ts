import type { Reader } from '#platform/database/session.ts'
import { holdsOn } from './periods.ts'

/** Somebody who receives a body's mail. */
export interface Recipient {
  readonly person: string
  readonly name: string
  /** Empty where no address is recorded: the clerk is told, nobody is left out in silence. */
  readonly email: string
  /** Account with which this person signs in; undefined for somebody who does not. */
  readonly account: string | undefined
  /** The widest of the person's ties to the body. */
  readonly role: 'chair' | 'clerk' | 'member' | 'observer' | 'deputy'
}

const order: readonly Recipient['role'][] = ['chair', 'clerk', 'member', 'observer', 'deputy']

/**
 * Everybody who receives a body's papers on a day, once each: chairs, clerks, members, observers and standing deputies (M7).
 * Addresses come through only where the reader may see contacts: a clerk, an administrator, or the system itself.
 */
export async function findMailingList(reader: Reader, bodyId: string, onDay: Temporal.PlainDate): Promise<readonly Recipient[]> {
  const officers = await reader
    .selectFrom('governance.office as f')
    .select(['f.person', 'f.role'])
    .where('f.body', '=', bodyId)
    .where(holdsOn('f', onDay))
    .execute()
  const members = await reader
    .selectFrom('governance.appointment as a')
    .innerJoin('governance.seat as s', 's.id', 'a.seat')
    .select(['a.person', 's.voting'])
    .where('s.body', '=', bodyId)
    .where(holdsOn('a', onDay))
    .where(holdsOn('s', onDay))
    .execute()
  const deputies = await reader
    .selectFrom('governance.deputy_authorisation as d')
    .innerJoin('governance.seat as s', 's.id', 'd.seat')
    .select('d.person')
    .where('s.body', '=', bodyId)
    .where('d.meeting', 'is', null)
    .where(holdsOn('d', onDay))
    .execute()
  const ties: readonly (readonly [string, Recipient['role']])[] = [
    ...officers.map(({ person, role }) => [person, role === 'clerk' ? 'clerk' : 'chair'] as const),
    ...members.map(({ person, voting }) => [person, voting === 'voting' || voting === 'non_voting' ? 'member' : 'observer'] as const),
    ...deputies.map(({ person }) => [person, 'deputy'] as const),
  ]
  return withAddresses(reader, ties)
}

async function withAddresses(reader: Reader, ties: readonly (readonly [string, Recipient['role']])[]): Promise<readonly Recipient[]> {
  const roles = new Map<string, Recipient['role']>()
  for (const [person, role] of ties) {
    const known = roles.get(person)
    if (known === undefined || order.indexOf(role) < order.indexOf(known)) roles.set(person, role)
  }
  if (roles.size === 0) return []
  const people = await reader
    .selectFrom('governance.person as p')
    .leftJoin('governance.person_contact as c', 'c.person', 'p.id')
    .select(['p.id', 'p.name', 'p.account', 'c.email'])
    .where('p.id', 'in', [...roles.keys()])
    .orderBy('p.name')
    .execute()
  return people.map(({ id, name, account, email }) => ({
    person: id,
    name,
    email: email ?? '',
    account: account ?? undefined,
    role: roles.get(id) ?? 'member',
  }))
}

/** People to be told, by their id: name, address and account, as on a mailing list. */
export async function findPeopleToTell(reader: Reader, people: readonly string[]): Promise<readonly Omit<Recipient, 'role'>[]> {
  const found = await withAddresses(
    reader,
    people.map((person) => [person, 'member'] as const),
  )
  return found.map(({ role: _role, ...one }) => one)
}

/** A post by its name and organisation. */
export interface PostName {
  readonly title: string
  /** Undefined for a post of no organisation. */
  readonly organisation: string | undefined
}

/** Everybody who holds a post of this name on a day. */
export async function findPostHolders(reader: Reader, post: PostName, onDay: Temporal.PlainDate): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('governance.post as t')
    .select('t.person')
    .where('t.title', '=', post.title)
    .where('t.organisation', post.organisation === undefined ? 'is' : '=', post.organisation ?? null)
    .where(holdsOn('t', onDay))
    .execute()
  return rows.map(({ person }) => person)
}

/** Every post that is held on a day, by name, with the name of its organisation. */
export async function listPosts(
  reader: Reader,
  onDay: Temporal.PlainDate,
): Promise<readonly (PostName & { readonly organisationName: string })[]> {
  const rows = await reader
    .selectFrom('governance.post as t')
    .leftJoin('governance.organisation as o', 'o.id', 't.organisation')
    .select(['t.title', 't.organisation', 'o.name'])
    .distinct()
    .where(holdsOn('t', onDay))
    .orderBy('t.title')
    .orderBy('o.name')
    .execute()
  return rows.map(({ title, organisation, name }) => ({ title, organisation: organisation ?? undefined, organisationName: name ?? '' }))
}
