import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { importNational, readNationalFolder } from '#performance/public-data.ts'
import { performanceClient } from '#performance/testing/client.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { writeAs } from '#platform/database/session.ts'
import { systemClock } from '#platform/time/clock.ts'
import { dayOf } from '#platform/time/london.ts'
import { openNeeds } from '../support/needs.ts'
import { alone, type Figure, rounded } from './figure.ts'
import { benchNow, openBenchHouse } from './house.ts'

const SHARED = process.env.GOLDENTHREAD_SHARED ?? join(import.meta.dirname, '../../../shared')
const ASKED = 60

/** The published figures of all authorities read in, and the scorecards of many of them drawn, one after the other; nothing where the files are not there. */
export async function nationalBench(): Promise<readonly Figure[]> {
  const folder = join(SHARED, 'standards/lait')
  if (!existsSync(folder)) {
    process.stderr.write(`There are no published figures in ${folder}: nothing is measured.\n`)
    return []
  }
  const house = await openBenchHouse(false)
  try {
    const now = systemClock.now()
    const began = performance.now()
    const set = await readNationalFolder(folder)
    const { report } = await writeAs(house.ownerDb, { actor: SYSTEM_ACTOR, now, today: dayOf(now) }, (tx) =>
      importNational(tx, { now }, set),
    )
    const seconds = (performance.now() - began) / 1000
    const memory = process.resourceUsage().maxRSS / 1000
    if (report.rows < 600_000) throw new Error(`Only ${report.rows} values were read: they measure nothing.`)
    const p95 = await scorecards(
      house,
      set.areas.filter(({ kind }) => kind === 'authority').map(({ number }) => number),
    )
    return [
      alone(`import of ${report.rows} published values`, 's', seconds, 'within 60 s', seconds < 60),
      alone('memory of that import', 'MB', memory, 'under 1,000 MB', memory < 1000),
      alone(`scorecard of ${report.measures} published measures, 95 of 100`, 'ms', p95, 'under 300 ms', p95 < 300),
    ]
  } finally {
    await house.close()
  }
}

async function scorecards(house: Awaited<ReturnType<typeof openBenchHouse>>, authorities: readonly number[]): Promise<number> {
  const { needs, close } = await openNeeds(house.appUrl, house.data, benchNow)
  const visitor = performanceClient(needs, undefined, benchNow.toString())
  const times: number[] = []
  for (let turn = -10; turn < ASKED; turn += 1) {
    const began = performance.now()
    const { status, text } = await visitor.get(`/national/${authorities[(turn + 10) % authorities.length]}`)
    if (status !== 200 || !text.includes('gt-spark')) throw new Error(`A scorecard was answered with ${status}.`)
    if (turn >= 0) times.push(performance.now() - began)
  }
  await close()
  const sorted = times.toSorted((one, other) => one - other)
  process.stderr.write(`Scorecards: median ${rounded(sorted[ASKED / 2] ?? Number.NaN)} ms.\n`)
  return sorted[Math.floor(ASKED * 0.95)] ?? Number.NaN
}
