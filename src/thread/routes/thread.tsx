import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { readAs } from '#platform/database/session.ts'
import { optionalDay } from '#platform/web/day-fields.ts'
import { parseForm } from '#platform/web/fields.ts'
import { dayValues, formState } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { ThreadNeeds } from '../needs.ts'
import { FourThings } from '../pages/four-things.tsx'
import { ThreadPage } from '../pages/thread-page.tsx'
import { shownTogetherFor } from '../rules/four-things.ts'
import { type ThreadWords, threadProblemWords } from '../words/thread.ts'
import { dayOfRecord, recordAsked } from './asked.ts'
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
  const asked = c.req.query()
  const parsed = parseForm(z.object({ on: optionalDay() }), asked)
  const page = await readAs(needs.db, visit, async (reader) => {
    const day = (parsed.ok ? parsed.value.on : undefined) ?? (await dayOfRecord(reader, c))
    const form = formState(
      Object.keys(asked).some((name) => name.startsWith('on')) ? asked : dayValues('on', day),
      parsed.ok ? [] : parsed.problems,
      threadProblemWords,
    )
    const record = await recordAsked(reader, c, day)
    const thread = await readThread(record, day)
    const view = await threadViewOf(record, thread, day, words)
    const { kind } = record.node
    const serving = servingIn(record.node, thread)
    const four = shownTogetherFor.includes(kind)
      ? await fourThingsOf(reader, told, words.kinds, { noun: view.noun, serving, day })
      : undefined
    return <ThreadPage visit={visit} view={view} form={form} together={four && <FourThings {...four} />} />
  })
  return c.html(page, parsed.ok ? 200 : 422)
}
