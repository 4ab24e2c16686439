import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { sql } from 'kysely'
import type { Database } from '#platform/database/session.ts'
import { type Figure, rounded } from './figure.ts'
import { openBenchHouse } from './house.ts'
import { addTwentyYears } from './twenty-years.ts'

const CONNECTIONS = 10
const WARM = 1
const SECONDS = 3
const slug = 'northbrook-childrens-partnership'
const run = (file: string): string => join(import.meta.dirname, file)

/** Every kind of page, list and feed that a visitor asks for, by what it is. */
async function publicAddresses(owner: Database): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<Record<'meeting' | 'item' | 'minuted' | 'decision' | 'action' | 'person' | 'organisation', string>>`select
    (select m.id from meetings.meeting m where m.place = 'Council chamber, Harbour House' order by m.held_on desc limit 1) as meeting,
    (select meeting || '/items/' || item from meetings.paper where title like 'Report %' order by id limit 1) as item,
    (select meeting from meetings.minutes where sight = 'public' and state = 'published' order by id limit 1) as minuted,
    (select id from meetings.decision where sight = 'public' order by id limit 1) as decision,
    (select id from meetings.action where sight = 'public' order by id limit 1) as action,
    (select person from governance.appointment where ends_on is null order by id limit 1) as person,
    (select id from governance.organisation where ends_on is null order by id limit 1) as organisation`.execute(owner)
  const [one] = rows
  if (one === undefined) throw new Error('The house is empty.')
  const board = `/boards/${slug}`
  return new Map([
    ['front page', '/'],
    ['boards', '/boards'],
    ['map', '/arrangement'],
    ['compliance of all boards', '/compliance'],
    ['board', board],
    ['members', `${board}/members`],
    ['members over time', `${board}/members/history`],
    ['terms of reference', `${board}/terms`],
    ['interests', `${board}/interests`],
    ['meetings', `${board}/meetings`],
    ['meetings of a year', `${board}/meetings?year=2010`],
    ['meeting', `/meetings/${one.meeting}`],
    ['paper', `/meetings/${one.item}`],
    ['minutes', `/meetings/${one.minuted}/minutes`],
    ['decisions', `${board}/decisions`],
    ['decision', `/decisions/${one.decision}`],
    ['actions', `${board}/actions`],
    ['action', `/actions/${one.action}`],
    ['register of attendance', `${board}/attendance`],
    ['person', `/people/${one.person}`],
    ['organisation', `/organisations/${one.organisation}`],
    ['search', '/search?q=report'],
    ['open data', '/open'],
    ['list of open data', '/open/oparl/v1.1/system'],
    ['feed', `/feeds/${slug}.atom`],
    ['calendar', `/calendar/${slug}.ics`],
  ])
}

/** Public pages of a house of twenty years at ten connections, nothing kept between requests, against the same statements in plain node:http. */
export async function publicBench(): Promise<readonly Figure[]> {
  const house = await openBenchHouse()
  try {
    await addTwentyYears(house.ownerDb, slug)
    const addresses = await publicAddresses(house.ownerDb)
    const environment = { ...process.env, APP_URL: house.appUrl, DATA: house.data }
    const pages = join(house.data, 'public.json')
    const asked = execFileSync(process.execPath, ['--import', 'tsx', run('product-server.ts')], {
      env: { ...environment, CAPTURE: [...addresses.values()].join(' ') },
      maxBuffer: 256 * 1024 * 1024,
      encoding: 'utf8',
    })
    writeFileSync(pages, asked)
    const floor = await measure('floor-server.ts', { ...environment, PAGES: pages }, addresses)
    const product = await measure('product-server.ts', environment, addresses)
    return [...addresses.keys()].map((name): Figure => {
      const [least, taken] = [floor.get(name) ?? Number.NaN, product.get(name) ?? Number.NaN]
      return {
        ...{ name: `${name}, 97.5 of 100`, unit: 'ms', floor: rounded(least), product: rounded(taken) },
        ...{ ratio: rounded(taken / least), goal: 'under 100 ms', met: taken < 100 },
      }
    })
  } finally {
    await house.close()
  }
}

async function measure(
  file: string,
  environment: NodeJS.ProcessEnv,
  addresses: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, number>> {
  const child = spawn(process.execPath, ['--import', 'tsx', run(file)], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const base = `http://127.0.0.1:${await portOf(child)}`
    const found = new Map<string, number>()
    for (const [name, path] of addresses) {
      await autocannon({ url: base + path, connections: CONNECTIONS, duration: WARM }) // until the code is warm
      const result = await autocannon({ url: base + path, connections: CONNECTIONS, duration: SECONDS })
      if (result.non2xx > 0 || result.errors > 0) throw new Error(`${file} refused ${result.non2xx + result.errors} requests for ${path}.`)
      // autocannon knows no 95 of 100: this is stricter. Where nothing was answered in time there is no figure, and the goal is missed.
      found.set(name, result.requests.total === 0 ? Number.NaN : result.latency.p97_5)
    }
    return found
  } finally {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}

async function portOf(child: ChildProcess): Promise<number> {
  if (child.stdout === null) throw new Error('The server has no output.')
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return Number(line.toString().trim())
}
