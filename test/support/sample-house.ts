import type { Page } from 'playwright-core'
import type { Database } from '#platform/database/session.ts'
import type { Needs } from '#src/needs.ts'
import { loadSample, type SamplePerson } from '#src/sample/load.ts'
import { openPageAs } from './journey.ts'
import { type ServedHouse, serveHouse } from './served-house.ts'

/** A served house with the sample in it. */
export interface SampleHouse extends ServedHouse {
  readonly people: readonly SamplePerson[]
  /** A page of somebody of the sample, signed in. */
  pageAs(role: string): Promise<Page>
}

/** Serves a house with the sample; what its past year left to send and to set is dropped unless `keepsJobs`, because that takes a while. */
export async function serveSample(now: Temporal.Instant, keepsJobs = false): Promise<SampleHouse> {
  const people: SamplePerson[] = []
  const house = await serveHouse(now, async ({ needs, ownerDb }: { readonly needs: Needs; readonly ownerDb: Database }) => {
    people.push(...(await loadSample(needs, ownerDb)))
    if (!keepsJobs) await ownerDb.deleteFrom('pgboss.job').where('name', 'in', ['mail', 'pack']).execute()
  })
  const pageAs = (role: string): Promise<Page> => {
    const person = people.find((one) => one.role === role)
    if (person === undefined) throw new Error(`Nobody of the sample has the role ${role}.`)
    return openPageAs(house, person)
  }
  return { ...house, people, pageAs }
}
