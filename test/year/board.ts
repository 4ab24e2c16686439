import { loadGovernanceSample } from '#governance/sample/load.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import type { ActorId } from '#platform/database/session.ts'
import { openHouse, type TestHouse } from './house.ts'

/** The board whose year is lived: its terms ask for two of each side, deputies agreed by the chair, and no vote on policy or resources. */
const slug = 'women-and-childrens-delivery-board'

/** Somebody who can act. */
export interface Actor {
  readonly person: string
  readonly account: ActorId
}

/** A voting place and who fills it. */
export interface Place extends Actor {
  readonly seat: string
  readonly group: string
  /** Names the line in the live list. */
  readonly line: string
}

/** The board and everybody who may come. */
export interface YearBoard {
  readonly house: TestHouse
  readonly body: string
  readonly clerk: Actor
  readonly chair: Actor
  readonly author: Actor
  readonly places: readonly Place[]
  /** Some of them the chair has agreed to, for some of the places; the others nobody has agreed to. */
  readonly substitutes: readonly Actor[]
}

/** The board of the sample with an account for everybody. */
export async function openYearBoard(): Promise<YearBoard> {
  const now = Temporal.Instant.from('2026-01-02T09:00:00Z')
  const house = await openHouse(now)
  const { ownerDb } = house
  const acting = { actor: SYSTEM_ACTOR, now, today: Temporal.PlainDate.from('2026-01-02') }
  const sample = await loadGovernanceSample(ownerDb, acting, now)
  const named = async (key: string): Promise<Actor> => {
    const person = sample.people.get(key) ?? ''
    const account = newId() as ActorId
    await ownerDb.updateTable('governance.person').set({ account }).where('id', '=', person).execute()
    return { person, account }
  }
  const clerk = await named('mbeki')
  const chair = await named('marsh')
  const known = new Map([clerk, chair].map((actor) => [actor.person, actor]))
  const rows = await ownerDb
    .selectFrom('governance.seat as s')
    .innerJoin('governance.appointment as a', 'a.seat', 's.id')
    .select(['s.id as seat', 's.group_key as group', 'a.person'])
    .where('s.body', '=', sample.bodies.get(slug) ?? '')
    .where('s.voting', '=', 'voting')
    .where('a.ends_on', 'is', null)
    .orderBy('s.position')
    .execute()
  const keys = new Map([...sample.people].map(([key, id]) => [id, key]))
  const places: Place[] = []
  for (const { seat, group, person } of rows)
    places.push({ ...(known.get(person) ?? (await named(keys.get(person) ?? ''))), seat, group, line: `${seat}_1` })
  const substitutes: Actor[] = []
  for (const key of ['ferris', 'adeyemi', 'osei', 'blackwood']) substitutes.push(await named(key))
  return { house, body: sample.bodies.get(slug) ?? '', clerk, chair, author: await named('haddad'), places, substitutes }
}
