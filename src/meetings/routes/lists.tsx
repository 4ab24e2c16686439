import { Hono } from 'hono'
import { findBodyById, listAreas } from '#governance/public-data.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { succeed } from '#platform/result.ts'
import { systemClock } from '#platform/time/clock.ts'
import { dayOf } from '#platform/time/london.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { postedText } from '#platform/web/fields.ts'
import { readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { addEntry, changeList, createList, endList, removeEntry, setAudience } from '../commands/lists/keep-list.ts'
import { findListOfToken, leaveList } from '../commands/lists/leave-list.ts'
import {
  type EntryInput,
  parseAudience,
  parseBoardEntry,
  parseList,
  parseListChange,
  parseOutsideEntry,
  parsePersonEntry,
  parsePostEntry,
} from '../forms/lists.ts'
import type { Doer, MeetingsNeeds } from '../needs.ts'
import { LeaveListPage, ListPage, ListsPage, NoListPage } from '../pages/lists-page.tsx'
import { meetingPaths, readingPaths } from '../paths.ts'
import { type DistributionList, findEntries, findList, findLists, guardedLists } from '../queries/lists.ts'
import { actAt, formAt } from './endpoint.tsx'
import { type Asked, boardGate, itemGate } from './gates.ts'
import { audienceShape, boardShape, entryLines, listShape, outsideShape, personShape, postShape } from './list-shapes.ts'

type AskedList = Asked & { readonly list: DistributionList }

/** The lists of a board, who is on them, and which items they are told of (M7). */
export function listRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/lists', listsGate, listsPage)
  formAt(app, needs, '/boards/:slug/lists/new', listsGate, async (asked) =>
    form(await listShape(asked, undefined), parseList, async (doer, input) =>
      leadTo(await createList(needs, doer, asked.body.id, input), ({ id }) => readingPaths.list(asked.body.slug, id)),
    ),
  )
  pageAt(app, needs, '/boards/:slug/lists/:list', listGate, listPage)
  formAt(app, needs, '/boards/:slug/lists/:list/edit', listGate, async (asked) =>
    form(await listShape(asked, asked.list), parseListChange, async (doer, input) =>
      leadTo(await changeList(needs, doer, asked.body.id, asked.list.id, input), () => toList(asked)),
    ),
  )
  actAt(
    app,
    needs,
    '/boards/:slug/lists/:list/end',
    listGate,
    async (asked, doer) => {
      await endList(needs, doer, asked.body.id, asked.list.id)
      return succeed(readingPaths.lists(asked.body.slug))
    },
    toList,
  )
  entryRoutes(app, needs)
  formAt(app, needs, '/meetings/:id/items/:item/audience', itemGate('change'), async (asked) =>
    form(await audienceShape(asked), parseAudience, async (doer, input) =>
      leadTo(await setAudience(needs, doer, asked.meeting.id, asked.item.id, input), () => meetingPaths.agenda(asked.meeting.id)),
    ),
  )
  leavingRoutes(app, needs)
  return app
}

const listsGate: Gate<Asked> = boardGate(guardedLists, 'keep')
const listGate: Gate<AskedList> = async (reader, c) => {
  const asked = await listsGate(reader, c)
  return { ...asked, list: await findList(reader, asked.body.id, c.req.param('list') ?? '') }
}
const toList = ({ body, list }: AskedList): string => readingPaths.list(body.slug, list.id)

function entryRoutes(app: Hono<AppEnv>, needs: MeetingsNeeds): void {
  const put = (asked: AskedList) => async (doer: Doer, input: EntryInput) =>
    leadTo(await addEntry(needs, doer, asked.body.id, asked.list.id, input), () => toList(asked))
  const at = (step: string): string => `/boards/:slug/lists/:list/${step}`
  formAt(app, needs, at('add-person'), listGate, async (asked) => form(await personShape(asked, asked.list), parsePersonEntry, put(asked)))
  formAt(app, needs, at('add-post'), listGate, async (asked) => {
    const { shape, offered } = await postShape(asked, asked.list)
    return form(shape, parsePostEntry(offered), put(asked))
  })
  formAt(app, needs, at('add-board'), listGate, async (asked) => form(await boardShape(asked, asked.list), parseBoardEntry, put(asked)))
  formAt(app, needs, at('add-outside'), listGate, async (asked) =>
    form(outsideShape(asked, asked.list), parseOutsideEntry(asked.visit.today), put(asked)),
  )
  actAt(
    app,
    needs,
    at('entries/:entry/remove'),
    async (reader, c) => ({ ...(await listGate(reader, c)), entry: c.req.param('entry') ?? '' }),
    async (asked, doer) => {
      await removeEntry(needs, doer, asked.body.id, asked.list.id, asked.entry)
      return succeed(toList(asked))
    },
    toList,
  )
}

async function listsPage({ reader, visit, body }: Asked) {
  const lists = await findLists(reader, body.id)
  const entries = await findEntries(
    reader,
    lists.map(({ id }) => id),
  )
  const areas = await areaNames(reader, visit.today)
  const lines = lists.map((list) => ({
    list,
    area: areas.get(list.area ?? '') ?? '',
    entries: entries.filter((entry) => entry.list === list.id).length,
  }))
  return <ListsPage visit={visit} board={body} lists={lines} />
}

async function listPage(asked: AskedList) {
  const { reader, visit, body, list } = asked
  // Who left by the link of a mail stays on the page, so that nobody puts them back by mistake.
  const entries = (await findEntries(reader, [list.id], true)).filter(({ endedHow }) => endedHow !== 'removed')
  const area = (await areaNames(reader, visit.today)).get(list.area ?? '') ?? ''
  return <ListPage visit={visit} board={body} list={list} area={area} entries={await entryLines(asked, entries)} />
}

async function areaNames(reader: Reader, today: Temporal.PlainDate): Promise<ReadonlyMap<string, string>> {
  return new Map((await listAreas(reader, today)).map(({ id, name }) => [id, name]))
}

/** Leaving by the link of a mail: a page that asks first, for anybody who has the link. */
function leavingRoutes(app: Hono<AppEnv>, needs: MeetingsNeeds): void {
  app.get('/leave-list', async (c) => {
    const visit = c.get('visit')
    const token = c.req.query('token') ?? ''
    if (token === '') return c.html(<NoListPage visit={visit} />)
    const page = await readAs(needs.db, visit, async (reader) => {
      const found = await findListOfToken(reader, token)
      if (!found) throw new NotFound('No such link.')
      const body = await findBodyById(reader, found.body, visit.today)
      return <LeaveListPage visit={visit} list={found.listName} board={body?.name ?? ''} hasLeft={found.hasLeft} token={token} />
    })
    c.header('cache-control', 'no-store')
    return c.html(page)
  }) // the link is the permission
  app.post('/leave-list', async (c) => {
    const token = postedText((await readForm(c)).token)
    await leaveList(needs, c.get('visit'), token)
    return c.redirect(readingPaths.leaveList(encodeURIComponent(token)), 303)
  }) // the link is the permission
}

/**
 * What a mail program posts by itself when its reader unsubscribes (RFC 8058). It stands outside the frame: the program has no cookie and no token
 * of a form, and the link is the permission. Opened in a browser it leads to the page that asks first.
 */
export function oneClickRoutes({ db }: Pick<MeetingsNeeds, 'db'>, clock = systemClock): Hono {
  const app = new Hono()
  app.post('/mail/leave/:token', async (c) => {
    const now = clock.now()
    await leaveList({ db }, { actor: undefined, now, today: dayOf(now) }, c.req.param('token'))
    return c.text('done\n', 200)
  })
  app.get('/mail/leave/:token', (c) => c.redirect(readingPaths.leaveList(encodeURIComponent(c.req.param('token'))), 303))
  return app
}
