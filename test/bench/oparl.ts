import { reading } from '#public-site/open/testing/crawl.ts'
import { createApp } from '#src/app.tsx'
import { openNeeds } from '../support/needs.ts'
import { alone, type Figure, median } from './figure.ts'
import { benchNow, openBenchHouse } from './house.ts'
import { addTwentyYears, twentyYears } from './twenty-years.ts'

const slug = 'northbrook-childrens-partnership'

/** The open data of a body of twenty years: writing them down, reading all of them page by page, and one change. */
export async function oparlBench(): Promise<readonly Figure[]> {
  const house = await openBenchHouse()
  const { needs, close } = await openNeeds(house.appUrl, house.data, benchNow)
  try {
    await addTwentyYears(house.ownerDb, slug)
    const app = await createApp(needs)
    const { publicUrl } = needs.config
    const timesOfPages: number[] = []
    const system = `${publicUrl}/open/oparl/v1.1/system`
    const filled = await timed(async () => void (await app.request(system.replace(publicUrl, ''))))
    const read = reading(
      {
        request: async (path: string) => {
          const began = performance.now()
          const answer = await app.request(path)
          const text = await answer.text()
          timesOfPages.push(performance.now() - began)
          return new Response(text, answer)
        },
      } as typeof app,
      publicUrl,
    )
    let found = new Map<string, readonly unknown[]>()
    const crawled = await timed(async () => {
      found = new Map(await read.crawl())
    })
    for (const [list, least] of [
      ['meeting', twentyYears.meetings],
      ['agendaItem', twentyYears.items],
      ['paper', twentyYears.papers],
    ] as const)
      if ((found.get(list)?.length ?? 0) < least) throw new Error(`The list ${list} holds ${found.get(list)?.length} of ${least}.`)
    timesOfPages.sort((a, b) => a - b)
    const meeting = (
      await house.ownerDb.selectFrom('meetings.meeting').select('id').where('place', 'like', 'Council chamber%').executeTakeFirstOrThrow()
    ).id
    const changes: number[] = []
    for (let round = 0; round < 10; round += 1) {
      await house.ownerDb
        .updateTable('meetings.meeting')
        .set({ place: `Council chamber ${round}` })
        .where('id', '=', meeting)
        .execute()
      changes.push(await timed(async () => void (await app.request(`/open/oparl/v1.1/meeting/${meeting}`))))
    }
    const nearlyAll = timesOfPages[Math.floor(timesOfPages.length * 0.95)] ?? Number.NaN
    return [
      alone(
        `open data of ${twentyYears.meetings} meetings written down for the first time`,
        'ms',
        filled,
        'under 30000 ms',
        filled < 30_000,
      ),
      alone('crawl of every list, page by page', 'ms', crawled, 'under 60000 ms', crawled < 60_000),
      alone('page of 100, median', 'ms', median(timesOfPages), 'under 200 ms', median(timesOfPages) < 200),
      alone('page of 100, 95 of 100', 'ms', nearlyAll, 'under 200 ms', nearlyAll < 200),
      alone('first answer after a change of one meeting, median', 'ms', median(changes), 'under 200 ms', median(changes) < 200),
    ]
  } finally {
    await close()
    await house.close()
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
