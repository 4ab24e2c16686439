import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { PersonName } from './membership.ts'
import { nameAtLast } from './names.ts'

/** A post that somebody holds or held. */
export interface PostRecord {
  readonly id: string
  readonly title: string
  readonly organisation: PersonName | undefined
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

/** A person with posts, the latest first. Contact details are another record, which few may read. */
export interface Person extends PersonName {
  /** Whether the person can sign in. */
  readonly signsIn: boolean
  readonly posts: readonly PostRecord[]
  readonly version: number
}

/** Addresses of a person. */
export interface Contact {
  /** Empty where none is recorded. */
  readonly email: string
  readonly phone: string
}

/** One person with posts. */
export async function findPerson(reader: Reader, id: string): Promise<Person | undefined> {
  const row = await reader
    .selectFrom('governance.person')
    .select(['id', 'name', 'account', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const posts = await reader
    .selectFrom('governance.post as t')
    .leftJoin('governance.organisation as o', 'o.id', 't.organisation')
    .select(['t.id', 't.title', 't.organisation', 't.starts_on as startsOn', 't.ends_on as endsOn'])
    .select(nameAtLast('o', 't.ends_on').as('name'))
    .where('t.person', '=', id)
    .orderBy('t.starts_on', 'desc')
    .orderBy('t.id')
    .execute()
  return {
    id: row.id,
    name: row.name,
    version: row.version,
    signsIn: row.account !== null,
    posts: posts.map((post) => ({
      id: post.id,
      title: post.title,
      organisation: post.organisation === null ? undefined : { id: post.organisation, name: post.name ?? '' },
      startsOn: post.startsOn,
      endsOn: post.endsOn ?? undefined,
    })),
  }
}

/** Everybody, by name, for choosing somebody. */
export async function listPeople(reader: Reader): Promise<readonly PersonName[]> {
  return reader.selectFrom('governance.person').select(['id', 'name']).orderBy('name').orderBy('id').execute()
}

/** Somebody in the directory, with what they are today and whether they can sign in. */
export interface DirectoryLine extends PersonName {
  /** Posts held on the day, with the organisation, in words; '' for none. */
  readonly posts: string
  readonly signsIn: boolean
}

/** The first people by name, 200 at most, whose name holds `words`; '' for everybody. */
export async function findDirectory(reader: Reader, words: string, onDay: Temporal.PlainDate): Promise<readonly DirectoryLine[]> {
  return reader
    .selectFrom('governance.person as p')
    .select(['p.id', 'p.name', sql<boolean>`p.account is not null`.as('signsIn')])
    .select(
      sql<string>`coalesce((select string_agg(concat_ws(', ', t.title, o.name), '; ' order by t.starts_on)
        from governance.post t left join governance.organisation o on o.id = t.organisation
        where t.person = p.id and t.starts_on <= ${onDay.toString()}::date and (t.ends_on is null or ${onDay.toString()}::date < t.ends_on)), '')`.as(
        'posts',
      ),
    )
    .where(sql<boolean>`strpos(lower(p.name), lower(${words})) > 0`)
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(200)
    .execute()
}

/** Everybody who has an account, by name, for giving somebody a task that is done here. */
export async function listPeopleWhoSignIn(reader: Reader): Promise<readonly PersonName[]> {
  return reader
    .selectFrom('governance.person')
    .select(['id', 'name'])
    .where('account', 'is not', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** Names by id; unknown ids are left out. */
export async function findPeopleNames(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .selectFrom('governance.person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The account with which a person signs in; undefined where the person cannot. */
export async function findAccountOfPerson(reader: Reader, person: string): Promise<string | undefined> {
  const row = await reader.selectFrom('governance.person').select('account').where('id', '=', person).executeTakeFirst()
  return row?.account ?? undefined
}

/** The person behind an account; undefined for an account that nobody has linked. */
export async function findPersonOfAccount(reader: Reader, account: string): Promise<PersonName | undefined> {
  return reader.selectFrom('governance.person').select(['id', 'name']).where('account', '=', account).executeTakeFirst()
}

/** The people behind some accounts, by account; accounts that nobody has linked are left out. */
export async function findPeopleOfAccounts(reader: Reader, accounts: readonly string[]): Promise<ReadonlyMap<string, PersonName>> {
  if (accounts.length === 0) return new Map()
  const rows = await reader
    .selectFrom('governance.person')
    .select(['id', 'name', 'account'])
    .where('account', 'in', [...new Set(accounts)])
    .execute()
  return new Map(rows.flatMap(({ id, name, account }) => (account === null ? [] : [[account, { id, name }] as const])))
}

/** Whether the reader decides where this person's mail goes: the person, administrators, and clerks of bodies to which the person belongs. */
export async function mayKeepContact(reader: Reader, personId: string): Promise<boolean> {
  const { may } = await reader
    .selectNoFrom(sql<boolean>`governance.may_keep_contact(${personId}::uuid)`.as('may'))
    .executeTakeFirstOrThrow()
  return may
}

/** How to reach a person; undefined where nothing is recorded, or where the reader may not know. */
export async function findContact(reader: Reader, personId: string): Promise<Contact | undefined> {
  return reader.selectFrom('governance.person_contact').select(['email', 'phone']).where('person', '=', personId).executeTakeFirst()
}
