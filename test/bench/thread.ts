import { newId } from '#platform/database/ids.ts'
import { openDatabase } from '#platform/database/open.ts'
import { type Acting, type Database, readAs } from '#platform/database/session.ts'
import { readGround } from '#thread/queries/gaps.ts'
import { findNodes } from '#thread/queries/nodes.ts'
import { findWalk } from '#thread/queries/walk.ts'
import { type GapRule, gapRules } from '#thread/rules/gap-rules.ts'
import { judgeGaps } from '#thread/rules/gaps.ts'
import { alone, type Figure } from './figure.ts'
import { benchNow, openBenchHouse } from './house.ts'
import { addGraph, addPlannedThread, idIn, layerNames, layerSizes, plannedKinds } from './thread-graph.ts'

const today = Temporal.PlainDate.from('2026-03-10')
const visitor: Acting = { actor: undefined, now: benchNow, today }

/** Walks over 100,000 links under row-level security, and what is missing over 50 plans, 5,000 actions and 2,000 measures, both as a visitor. */
export async function threadBench(): Promise<readonly Figure[]> {
  return [await walks(), await gaps()]
}

async function walks(): Promise<Figure> {
  const house = await openBenchHouse(false)
  const db = await openDatabase(house.appUrl)
  try {
    await addGraph(house.ownerDb, await addBody(house.ownerDb))
    const all = layerNames.flatMap((name, layer) => Array.from({ length: layerSizes[name] }, (_, number) => ({ name, layer, number })))
    const times: number[] = []
    let links = 0
    // Every 97th record: of each layer as many as it has, walked in both directions as its page does.
    for (let turn = 0; turn < 400; turn += 1) {
      const { name, layer, number } = all[(turn * 97) % all.length] ?? { name: 'need', layer: 0, number: 0 }
      const start = { kind: name, id: idIn(layer, number) }
      const began = performance.now()
      links += await readAs(db, visitor, async (reader) => {
        const both = await Promise.all([findWalk(reader, start, today, 'towards'), findWalk(reader, start, today, 'back')])
        const walked = both.flatMap((walk) => walk.links)
        await findNodes(reader, [...new Set(walked.flatMap(({ from, to }) => [from.id, to.id]))], today)
        return walked.length
      })
      // The first few plan their statements, once a connection.
      if (turn >= 40) times.push(performance.now() - began)
    }
    if (links < 10_000) throw new Error(`The walks went along ${links} links: they measure nothing.`)
    const slow = at(times, 0.95)
    return alone('thread of a record in both directions over 100,000 links as a visitor, 95 of 100', 'ms', slow, 'under 50 ms', slow < 50)
  } finally {
    await db.destroy()
    await house.close()
  }
}

async function gaps(): Promise<Figure> {
  const house = await openBenchHouse(false)
  const db = await openDatabase(house.appUrl)
  try {
    await addPlannedThread(house.ownerDb, await addBody(house.ownerDb))
    const rules: readonly GapRule[] = gapRules
    const times: number[] = []
    for (let turn = 0; turn < 12; turn += 1) {
      const began = performance.now()
      const judged = judgeGaps(rules, await readAs(db, visitor, (reader) => readGround(reader, today, plannedKinds)))
      if (turn > 1) times.push(performance.now() - began)
      const asked = judged.find(({ rule }) => rule.key === 'action-without-lead')?.asked
      if (asked !== 5_000) throw new Error(`${asked} actions were asked and not 5,000.`)
    }
    const slow = at(times, 0.95)
    return alone('gaps over 50 plans, 5,000 actions and 2,000 measures, 95 of 100', 'ms', slow, 'under 1,000 ms', slow < 1_000)
  } finally {
    await db.destroy()
    await house.close()
  }
}

async function addBody(owner: Database): Promise<string> {
  const id = newId()
  await owner.insertInto('governance.body').values({ id, slug: 'bench', name: 'Bench', kind: 'strategic-partnership' }).execute()
  return id
}

function at(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN
}
