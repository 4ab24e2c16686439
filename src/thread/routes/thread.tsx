import { type Context, Hono } from 'hono'
import { readAs } from '#platform/database/session.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { ThreadNeeds } from '../needs.ts'
import { FourThings } from '../pages/four-things.tsx'
import { ThreadPage } from '../pages/thread-page.tsx'
import { shownTogetherFor } from '../rules/four-things.ts'
import type { ThreadWords } from '../words/thread.ts'
import { dayAsked, dayOfRecord, recordAsked } from './asked.ts'
import { fourThingsOf, type ToldInPeriod } from './four-things-view.ts'
import { readThread, servingIn, threadViewOf } from './thread-view.ts'

/** The golden thread of any record (T2). */
export function threadPageRoutes(needs: ThreadNeeds, words: ThreadWords, told: ToldInPeriod): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/thread/:kind/:id', (c) => show(needs, words, told, c)) // anybody, each record by its sight
  return app
}

async function show(needs: ThreadNeeds, words: ThreadWords, told: ToldInPeriod, c: Context<AppEnv, string>): Promise<Response> {
  const visit = c.get('visit')
  const { page, status } = await readAs(needs.db, visit, async (reader) => {
    const { day, form, status } = await dayAsked(c, () => dayOfRecord(reader, c))
    const record = await recordAsked(reader, c, day)
    const thread = await readThread(record, day)
    const view = await threadViewOf(record, thread, day, words)
    const { kind } = record.node
    const serving = servingIn(record.node, thread)
    const four = shownTogetherFor.includes(kind)
      ? await fourThingsOf(reader, told, words.kinds, { noun: view.noun, serving, day })
      : undefined
    return { page: <ThreadPage visit={visit} view={view} form={form} together={four && <FourThings {...four} />} />, status }
  })
  return c.html(page, status)
}
