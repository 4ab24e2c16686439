import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { loadSample } from '#src/sample/load.ts'
import { type Client, openClient } from '#test/support/client.ts'
import { openHouse } from '#test/support/house.ts'

type Fields = Readonly<Record<string, string | string[]>>

/** The fields of a form that ask for a day, for example `endsOn-day`. */
export const dayFields = (name: string, day: string): Record<string, string> => {
  const { year, month, day: number } = Temporal.PlainDate.from(day)
  return { [`${name}-day`]: String(number), [`${name}-month`]: String(month), [`${name}-year`]: String(year) }
}

/** The version that a form's page shows; empty where it has none. */
export const versionIn = (text: string): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''

/** The only id that a query finds in the house. */
type One = (query: ReturnType<typeof sql<{ id: string }>>) => Promise<string>

/** The sample place at an instant with people who are signed in, the clerk of the commissioning board first; forms are sent with the version that their page shows. */
export async function openSampledMarkets(now: Temporal.Instant) {
  const house = await openHouse(now)
  const people = await loadSample(house.needs, house.ownerDb)
  const clientAs = (role: string): Promise<Client> => openClient(house, people.find((person) => person.role === role) ?? assert.fail(role))
  const clerk = await clientAs('other-clerk')
  const one: One = async (query) => (await query.execute(house.ownerDb)).rows[0]?.id ?? assert.fail('no such record')
  const post = async (address: string, fields: Fields, by: Client = clerk) => {
    const version = versionIn((await by.get(address)).text)
    return by.post(address, { ...fields, ...(version !== '' && { version }) } as Record<string, string>)
  }
  return {
    ...{ house, people, clientAs, clerk, one },
    visitor: await openClient(house),
    home: await one(sql`select id from commissioning.market where title = 'Help at home'`),
    areaOf: (name: string) => one(sql`select id from governance.area where name = ${name}`),
    /** Sends a form that is taken, and hands back where it leads. */
    async send(address: string, fields: Fields, by: Client = clerk): Promise<string> {
      const answer = await post(address, fields, by)
      assert.equal(answer.status, 303, answer.text)
      return answer.location
    },
    /** Sends a form that is refused in the given words. */
    async refuse(address: string, fields: Fields, words: RegExp, by: Client = clerk): Promise<void> {
      const answer = await post(address, fields, by)
      assert.equal(answer.status, 422)
      assert.match(answer.text, words)
    },
  }
}
