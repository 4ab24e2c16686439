import { readFileSync } from 'node:fs'
import { newId } from '#platform/database/ids.ts'
import type { ActorId, Database } from '#platform/database/session.ts'

/** Somebody of a test board. */
export interface BoardPerson {
  readonly person: string
  readonly account: ActorId
  readonly name: string
  readonly email: string
}

/** A board with sample terms in force and the people that a meeting needs. */
export interface TestBoard {
  readonly body: string
  readonly slug: string
  readonly name: string
  readonly clerk: BoardPerson
  readonly chair: BoardPerson
  readonly member: BoardPerson
  readonly observer: BoardPerson
  /** Can sign in and belongs to no body. */
  readonly author: BoardPerson
}

const from = Temporal.PlainDate.from('2010-01-01')

/** Adds somebody with an account id and an address; no account to sign in with. */
export async function addPerson(owner: Database, name: string): Promise<BoardPerson> {
  const person = newId()
  const account = newId() as ActorId
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}.${person}@example.org`
  await owner.insertInto('governance.person').values({ id: person, name, account }).execute()
  await owner.insertInto('governance.person_contact').values({ person, email }).execute()
  return { person, account, name, email }
}

/** Builds a board under the sample terms of that name, with the owner's connection. */
export async function buildBoard(owner: Database, termsName: string): Promise<TestBoard> {
  const text = readFileSync(new URL(`../../src/governance/sample/terms/${termsName}.json`, import.meta.url), 'utf8')
  const terms = JSON.parse(text) as { readonly from: string; readonly body: { readonly name: string; readonly kind: string } }
  const body = newId()
  const slug = `${termsName}-${body}`
  await owner.insertInto('governance.body').values({ id: body, slug, name: terms.body.name, kind: terms.body.kind }).execute()
  await owner.insertInto('governance.body_status').values({ body, status: 'live', starts_on: from }).execute()
  await owner
    .insertInto('governance.body_setting')
    .values({ body, legal_regime: 'partnership', holiday_division: 'england-and-wales', public_access: 'public', starts_on: from })
    .execute()
  const clerk = await addPerson(owner, 'Ada Clerk')
  const chair = await addPerson(owner, 'Ben Chair')
  const member = await addPerson(owner, 'Cora Member')
  const observer = await addPerson(owner, 'Dan Observer')
  const author = await addPerson(owner, 'Eve Author')
  await owner
    .insertInto('governance.terms_version')
    .values({
      id: newId(),
      body,
      number: 1,
      state: 'adopted',
      starts_on: Temporal.PlainDate.from(terms.from),
      document: text,
      recorded_at: Temporal.Instant.from('2010-01-01T10:00:00Z'),
      recorded_by: clerk.account,
    })
    .execute()
  await owner
    .insertInto('governance.office')
    .values([
      { id: newId(), body, role: 'clerk', person: clerk.person, basis: 'appointed', starts_on: from },
      { id: newId(), body, role: 'chair', person: chair.person, basis: 'independent', starts_on: from },
    ])
    .execute()
  await seat(owner, body, 'member_seat', 'voting', member)
  await seat(owner, body, 'observer_seat', 'observer', observer)
  return { body, slug, name: terms.body.name, clerk, chair, member, observer, author }
}

async function seat(owner: Database, body: string, key: string, voting: string, holder: BoardPerson): Promise<void> {
  const id = newId()
  await owner
    .insertInto('governance.seat')
    .values({ id, body, key, name: `Seat of ${holder.name}`, voting, places: 1, starts_on: from })
    .execute()
  await owner
    .insertInto('governance.appointment')
    .values({ id: newId(), seat: id, place: 1, person: holder.person, starts_on: from })
    .execute()
}
