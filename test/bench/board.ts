import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { createApp } from '#src/app.tsx'
import type { SamplePerson } from '#src/sample/load.ts'
import { openNeeds } from '../support/needs.ts'
import { againstFloor, type Figure } from './figure.ts'
import { type BenchHouse, benchNow, openBenchHouse } from './house.ts'
import { signIn } from './live-desks.ts'
import type { Captured } from './product-server.ts'

const CONNECTIONS = 10
const SECONDS = 6
const path = '/boards/northbrook-childrens-partnership'
const run = (file: string): string => join(import.meta.dirname, file)

/**
 * The dashboard of the board of which the sample tells most, as a visitor, as a member and as its clerk, against plain node:http with the same statements,
 * the same rows and as many bytes. Nothing is kept between requests on either side but what is constant on the page.
 */
export async function boardBench(): Promise<readonly Figure[]> {
  const house = await openBenchHouse()
  try {
    const cookies = await cookiesOf(house, ['member', 'clerk'])
    const figures: Figure[] = []
    for (const [who, cookie] of [['visitor', ''], ...cookies] as const) figures.push(await measureAs(house, who, cookie))
    return figures
  } finally {
    await house.close()
  }
}

/** Signs people of the sample in. */
async function cookiesOf(house: BenchHouse, roles: readonly SamplePerson['role'][]): Promise<readonly (readonly [string, string])[]> {
  const { needs, close } = await openNeeds(house.appUrl, house.data, benchNow)
  const app = createApp(needs)
  const cookies: [string, string][] = []
  for (const [index, role] of roles.entries()) {
    const person = house.people.find((one) => one.role === role)
    if (person === undefined) throw new Error(`The sample has no ${role}.`)
    cookies.push([role, (await signIn(app, person, index)).cookie])
  }
  await close()
  return cookies
}

async function measureAs(house: BenchHouse, who: string, cookie: string): Promise<Figure> {
  const environment = { ...process.env, APP_URL: house.appUrl, DATA: house.data, COOKIE: cookie }
  const asked = execFileSync(process.execPath, ['--import', 'tsx', run('product-server.ts')], {
    env: { ...environment, CAPTURE: path },
    maxBuffer: 64 * 1024 * 1024,
    encoding: 'utf8',
  })
  // Who is signed in is asked on a line of its own, which the floor has not: it asks what the page asks.
  const pages = (JSON.parse(asked) as readonly Captured[]).map((page) => ({
    ...page,
    statements: page.statements.filter(({ text }) => !/\b(?:from|update|into) "(?!chosen|shown)\w+"(?!\.)/.test(text)),
  }))
  const [page] = pages
  if (page === undefined) throw new Error('Nothing was asked.')
  const file = join(house.data, `board-${who}.json`)
  writeFileSync(file, JSON.stringify(pages))
  const floor = await measure('floor-server.ts', { ...environment, PAGES: file }, cookie, page.html.length)
  const product = await measure('product-server.ts', environment, cookie, page.html.length)
  process.stderr.write(`${who}: ${page.statements.length} statements, ${page.html.length} characters.\n`)
  return againstFloor(
    `dashboard of a board as a ${who}, requests`,
    'requests/s',
    floor,
    product,
    'at least 0.35 of the floor',
    (ratio) => ratio >= 0.35,
  )
}

/** Requests a second. */
async function measure(file: string, environment: NodeJS.ProcessEnv, cookie: string, bytes: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', run(file)], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const url = `http://127.0.0.1:${await portOf(child)}${path}`
    const headers = { cookie }
    const answer = await (await fetch(url, { headers })).text()
    if (Math.abs(answer.length / bytes - 1) > 0.1) throw new Error(`${file} answers ${answer.length} bytes instead of ${bytes}.`)
    await autocannon({ url, headers, connections: CONNECTIONS, duration: 3 }) // until the code is warm
    const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: SECONDS })
    if (result.non2xx > 0 || result.errors > 0) throw new Error(`${file} refused ${result.non2xx + result.errors} requests.`)
    return result.requests.average
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
