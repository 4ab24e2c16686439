import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { againstFloor, type Figure } from './figure.ts'
import { openBenchHouse } from './house.ts'
import type { Captured } from './product-server.ts'
import { busiestMeeting } from './subjects.ts'

const CONNECTIONS = 50
const SECONDS = 8
const run = (file: string): string => join(import.meta.dirname, file)

/** Public meeting page and board page as a visitor, against plain node:http with the same statements, the same rows and as many bytes. */
export async function pagesBench(): Promise<readonly Figure[]> {
  const house = await openBenchHouse()
  try {
    const environment = { ...process.env, APP_URL: house.appUrl, DATA: house.data }
    const paths = [`/meetings/${await busiestMeeting(house.ownerDb)}`, '/boards/northbrook-childrens-partnership']
    const asked = execFileSync(process.execPath, ['--import', 'tsx', run('product-server.ts')], {
      env: { ...environment, CAPTURE: paths.join(' ') },
      maxBuffer: 64 * 1024 * 1024,
      encoding: 'utf8',
    })
    const file = join(house.data, 'pages.json')
    writeFileSync(file, asked)
    const pages = JSON.parse(asked) as readonly Captured[]
    const figures: Figure[] = []
    for (const { path, html } of pages) {
      const floor = await measure('floor-server.ts', { ...environment, PAGES: file }, path, html.length)
      const product = await measure('product-server.ts', environment, path, html.length)
      const name = path.startsWith('/meetings') ? 'public meeting page' : 'board page'
      figures.push(
        againstFloor(
          `${name}, requests`,
          'requests/s',
          floor.perSecond,
          product.perSecond,
          'at least 0.35 of the floor',
          (ratio) => ratio >= 0.35,
        ),
        againstFloor(`${name}, p99`, 'ms', floor.p99, product.p99, 'under 4 times the floor', (ratio) => ratio < 4),
      )
    }
    return figures
  } finally {
    await house.close()
  }
}

interface Measured {
  readonly perSecond: number
  readonly p99: number
}

async function measure(file: string, environment: NodeJS.ProcessEnv, path: string, bytes: number): Promise<Measured> {
  const child = spawn(process.execPath, ['--import', 'tsx', run(file)], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const url = `http://127.0.0.1:${await portOf(child)}${path}`
    const answer = await (await fetch(url)).text()
    if (Math.abs(answer.length / bytes - 1) > 0.1) throw new Error(`${file} answers ${answer.length} bytes instead of ${bytes}.`)
    await autocannon({ url, connections: CONNECTIONS, duration: 3 }) // until the code is warm
    const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS })
    if (result.non2xx > 0 || result.errors > 0) throw new Error(`${file} refused ${result.non2xx + result.errors} requests.`)
    return { perSecond: result.requests.average, p99: result.latency.p99 }
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
