import { type Context, Hono } from 'hono'
import { boardPath, boardsPath } from '#governance/paths.ts'
import { type BodySummary, findBody } from '#governance/public-data.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { GroupsOf, ThreadGroup } from '#platform/thread/group.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { ThreadNeeds } from '../needs.ts'
import { FourThings } from '../pages/four-things.tsx'
import { GroupPage, GroupsPage } from '../pages/groups-page.tsx'
import { threadPaths } from '../paths.ts'
import { findServingThrough } from '../queries/group-things.ts'
import { findNodes } from '../queries/nodes.ts'
import { sumsOfSets } from '../queries/sums.ts'
import { yearUntil } from '../rules/four-things.ts'
import { keyOf } from '../rules/node.ts'
import { thingLines } from '../words/four-things.ts'
import { scopeWords } from '../words/gaps.ts'
import { clipped, type ThreadWords } from '../words/thread.ts'
import { dayAsked, part } from './asked.ts'
import { fourThingsOf, type ToldInPeriod } from './four-things-view.ts'

/** Cost beside performance, activity and views by client group (T5). */
export function groupRoutes(needs: ThreadNeeds, words: ThreadWords, told: ToldInPeriod, groups: GroupsOf): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/boards/:slug/thread/groups', (c) => list(needs, told, groups, c)) // anybody, each record by its sight
  app.get('/boards/:slug/thread/groups/:group', (c) => one(needs, words, told, groups, c)) // anybody, each record by its sight
  return app
}

async function boardAsked(reader: Reader, c: Context<AppEnv, string>): Promise<BodySummary> {
  const board = await findBody(reader, part(c, 'slug'), c.get('visit').today)
  if (board === undefined) throw new NotFound('No such board.')
  return board
}

const crumbs = ({ slug, name }: BodySummary) => [
  { text: 'Boards', href: boardsPath },
  { text: name, href: boardPath(slug) },
  { text: 'Golden thread', href: threadPaths.board(slug) },
]

async function list(needs: ThreadNeeds, { sums }: ToldInPeriod, groups: GroupsOf, c: Context<AppEnv, string>): Promise<Response> {
  const visit = c.get('visit')
  const { day, form, status } = await dayAsked(c, () => visit.today)
  const span = yearUntil(day)
  const { board, lines } = await readAs(needs.db, visit, async (reader) => {
    const asked = await boardAsked(reader, c)
    const found = await groupsOn(reader, await groups(reader, asked.id, day), day)
    const through = await findServingThrough(reader, found, day)
    const said = await sumsOfSets(reader, sums, new Map([...through].map(([code, { serving }]) => [code, serving])), span)
    return {
      board: asked,
      lines: found.map(({ code, name, records }) => ({
        ...{ name, href: addressOn(threadPaths.group(asked.slug, code), day, visit.today), services: records.length },
        things: thingLines(through.get(code)?.serving ?? [], said.get(code)),
      })),
    }
  })
  return c.html(
    <GroupsPage
      visit={visit}
      board={board}
      breadcrumbs={crumbs(board)}
      lines={lines}
      period={`As on ${dayInWords(day)}. Money from ${dayInWords(span.from)} to ${dayInWords(day)}.`}
      scope={scopeWords(visit.actor !== undefined)}
      form={form}
    />,
    status,
  )
}

/** Groups with those of their services that stand on the thread on a day; groups without any are left out. */
async function groupsOn(reader: Reader, groups: readonly ThreadGroup[], day: Temporal.PlainDate): Promise<readonly ThreadGroup[]> {
  const nodes = await findNodes(
    reader,
    groups.flatMap(({ records }) => records.map(({ id }) => id)),
    day,
  )
  return groups
    .map((group) => ({ ...group, records: group.records.filter((record) => nodes.has(keyOf(record))) }))
    .filter(({ records }) => records.length > 0)
}

const addressOn = (address: string, day: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  day.equals(today) ? address : threadPaths.on(address, day)

async function one(
  needs: ThreadNeeds,
  words: ThreadWords,
  told: ToldInPeriod,
  groups: GroupsOf,
  c: Context<AppEnv, string>,
): Promise<Response> {
  const visit = c.get('visit')
  const { day, form, status } = await dayAsked(c, () => visit.today)
  const page = await readAs(needs.db, visit, async (reader) => {
    const board = await boardAsked(reader, c)
    const asked = (await groups(reader, board.id, day)).find(({ code }) => code === part(c, 'group'))
    if (asked === undefined) throw new NotFound('No such client group with services that you may see.')
    const group = (await groupsOn(reader, [asked], day))[0] ?? { ...asked, records: [] }
    const through = (await findServingThrough(reader, [group], day)).get(group.code)
    const four = await fourThingsOf(reader, told, words.kinds, { noun: 'client group', serving: through?.serving ?? [], day })
    const list = addressOn(threadPaths.groups(board.slug), day, visit.today)
    return (
      <GroupPage
        visit={visit}
        board={board}
        breadcrumbs={[...crumbs(board), { text: 'Client groups', href: list }]}
        name={group.name}
        services={linksTo(group.records)}
        ends={linksTo(through?.ends ?? [])}
        scope={scopeWords(visit.actor !== undefined)}
        together={<FourThings {...four} />}
        on={`As on ${dayInWords(day)}.`}
        action={threadPaths.group(board.slug, group.code)}
        form={form}
      />
    )
  })
  return c.html(page, status)
}

const linksTo = (records: ThreadGroup['records']) =>
  records.map(({ kind, id, label }) => ({ text: clipped(label, 140), href: threadPaths.record(kind, id) }))
