import { Hono } from 'hono'
import type { GroupsOf } from '#platform/thread/group.ts'
import type { ThreadPart } from '#platform/thread/part.ts'
import type { WorthByKind } from '#platform/thread/worth.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { ThreadNeeds } from './needs.ts'
import type { ToldInPeriod } from './routes/four-things-view.ts'
import { gapRoutes } from './routes/gaps.tsx'
import { groupRoutes } from './routes/groups.tsx'
import { linkRoutes } from './routes/links.tsx'
import { threadPageRoutes } from './routes/thread.tsx'
import { threadWords } from './words/thread.ts'

/** The golden thread: every record's thread, links that people make, gaps. `parts` says how each domain's records appear on it, `told` what some of them say and come to in a period, `groups` for whom boards have services, `worth` what some come to. */
export function threadRoutes(
  needs: ThreadNeeds,
  parts: readonly ThreadPart[],
  told: ToldInPeriod,
  groups: GroupsOf,
  worth: WorthByKind = {},
): Hono<AppEnv> {
  const words = threadWords(parts)
  const app = new Hono<AppEnv>()
  // What is named comes before what is found by its kind: /thread/links/... is no record.
  app.route('/', gapRoutes(needs, words, worth))
  app.route('/', linkRoutes(needs, words))
  app.route('/', groupRoutes(needs, words, told, groups))
  app.route('/', threadPageRoutes(needs, words, told))
  return app
}
