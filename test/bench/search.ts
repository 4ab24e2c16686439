import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone, type Figure, rounded } from './figure.ts'
import { type BenchHouse, openBenchHouse } from './house.ts'
import { openDesks } from './live-desks.ts'
import { addManyDocuments, manyDocuments, vocabulary } from './many-documents.ts'
import type { Captured } from './product-server.ts'

const CONNECTIONS = 10
const SECONDS = 12
const run = (file: string): string => join(import.meta.dirname, file)

/** Searches as people make them: a rare word, a few words, exact words, a kind, a board, days, the newest first; every tenth is for a word that stands everywhere. */
function searches(): readonly string[] {
  const { word } = vocabulary()
  const asked: string[] = []
  for (let turn = 0; turn < 60; turn += 1) {
    const [rare, middling, usual] = [word(2_000 + turn * 97), word(300 + turn * 11), word(20 + turn * 3)]
    const words = [
      rare,
      `${usual} ${middling}`,
      `${middling} or ${rare}`,
      `"${usual} ${word(turn)}"`,
      `${middling} -${usual}`,
      `${usual} ${word(60 + turn)} ${middling}`,
    ]
    const filters = ['', '', '', '&kind=paper', '&order=newest', '&from-day=1&from-month=1&from-year=2015']
    const q = turn % 10 === 9 ? word(turn % 4) : (words[turn % words.length] ?? rare)
    asked.push(`/search?q=${encodeURIComponent(q)}${filters[(turn * 7) % filters.length]}`)
  }
  return asked
}

/** Search over 20,000 documents under row-level security, as a visitor and as a member, against the same statements in plain node:http. */
export async function searchBench(): Promise<readonly Figure[]> {
  const house = await openBenchHouse(false)
  try {
    const desks = await openDesks(house, 1, 0)
    const { body } = await house.ownerDb
      .selectFrom('meetings.meeting')
      .select('body')
      .where('id', '=', desks.meeting)
      .executeTakeFirstOrThrow()
    await addManyDocuments(house.ownerDb, body)
    const figures: Figure[] = []
    for (const [who, cookie] of [
      ['visitor', ''],
      ['member', desks.acting[0]?.cookie ?? ''],
    ] as const)
      figures.push(await measureAs(house, who, cookie))
    return figures
  } finally {
    await house.close()
  }
}

async function measureAs(house: BenchHouse, who: string, cookie: string): Promise<Figure> {
  const paths = searches()
  const environment = { ...process.env, APP_URL: house.appUrl, DATA: house.data, COOKIE: cookie }
  const captured = execFileSync(process.execPath, ['--import', 'tsx', run('product-server.ts')], {
    env: { ...environment, CAPTURE: paths.join(' ') },
    maxBuffer: 256 * 1024 * 1024,
    encoding: 'utf8',
  })
  const file = join(house.data, `search-${who}.json`)
  // Who is signed in is asked on a line of its own, which the floor has not: it asks what the page asks.
  const pages = (JSON.parse(captured) as readonly Captured[]).map((page) => ({
    ...page,
    statements: page.statements.filter(({ text }) => !/\b(?:from|update|into) "(?!chosen|shown)\w+"(?!\.)/.test(text)),
  }))
  writeFileSync(file, JSON.stringify(pages))
  const found = pages.filter(({ html }) => html.includes('id="results"')).length
  if (found < paths.length * 0.7) throw new Error(`Only ${found} of ${paths.length} searches find anything: they measure nothing.`)
  if (who === 'member' && !pages.some(({ html }) => html.includes('Not public'))) throw new Error('The member finds nothing of their own.')
  process.stderr.write(`${who}: ${found} of ${paths.length} searches find something.\n`)
  const floor = await measure('floor-server.ts', { ...environment, PAGES: file }, paths, cookie)
  const product = await measure('product-server.ts', environment, paths, cookie)
  process.stderr.write(`${who}: ${rounded(product)} ms, floor ${rounded(floor)} ms.\n`)
  const name = `search over ${manyDocuments.documents} documents as a ${who}, 95 of 100, ${CONNECTIONS} connections`
  return {
    ...alone(name, 'ms', product, 'under 150 ms', product < 150),
    floor: rounded(floor),
    ratio: Math.round((product / floor) * 100) / 100,
  }
}

/** How long 95 of 100 answers take at most, in milliseconds, while so many ask one search after the other. */
async function measure(file: string, environment: NodeJS.ProcessEnv, paths: readonly string[], cookie: string): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', run(file)], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    const origin = `http://127.0.0.1:${Number(line.toString().trim())}`
    await askAll(origin, paths, cookie, 4) // until the code is warm
    const times = (await askAll(origin, paths, cookie, SECONDS)).toSorted((a, b) => a - b)
    return times[Math.floor(times.length * 0.95)] ?? Number.NaN
  } finally {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}

async function askAll(origin: string, paths: readonly string[], cookie: string, seconds: number): Promise<readonly number[]> {
  const until = performance.now() + seconds * 1000
  const times: number[] = []
  const one = async (_: unknown, index: number): Promise<void> => {
    for (let turn = index * 7; performance.now() < until; turn += 1) {
      const began = performance.now()
      const answer = await fetch(`${origin}${paths[turn % paths.length]}`, { headers: { cookie } })
      await answer.text()
      if (!answer.ok) throw new Error(`A search was answered with ${answer.status}.`)
      times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, one))
  return times
}
