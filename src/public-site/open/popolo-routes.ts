import { Hono } from 'hono'
import { findSeat } from '#governance/public-data.ts'
import { findMeetingOfMotion } from '#meetings/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { openBatches } from '../queries/open-batches.ts'
import { findOpenObject } from '../queries/open-objects.ts'
import { errorAnswer, jsonAnswer, nothingHere, openAnswer, openHeaders } from './answers.ts'
import { listOf, type OpenJson } from './csv/read-json.ts'
import type { OpenDoor } from './door.ts'
import type { OparlType } from './oparl/addresses.ts'
import { type PopoloType, popoloAddress, popoloLists, popoloRoot } from './popolo/addresses.ts'
import { membershipOf, motionsOf, organizationOf, type PopoloObject, personOf, postsOf } from './popolo/objects.ts'
import { streamOf } from './streamed.ts'

type ListName = (typeof popoloLists)[PopoloType]
const lists = Object.values(popoloLists)

/** The objects of OParl that a list is made of. */
const madeOf: Readonly<Record<ListName, OparlType>> = {
  organizations: 'Organization',
  persons: 'Person',
  memberships: 'Membership',
  posts: 'Organization',
  motions: 'Meeting',
  vote_events: 'Meeting',
}

/** What a meeting, and each of its items, holds of what was moved. */
function movedAt(site: string, meeting: OpenJson) {
  const [board = ''] = (meeting.organization ?? []) as readonly string[]
  return [meeting, ...listOf(meeting, 'agendaItem')].flatMap((holder) => motionsOf(site, holder, board, meeting.start))
}

const objectsOf: Readonly<Record<ListName, (site: string, object: OpenJson) => readonly PopoloObject[]>> = {
  organizations: (site, object) => [organizationOf(site, object)],
  persons: (site, object) => [personOf(site, object)],
  memberships: (site, object) => [membershipOf(site, object)],
  posts: (site, object) => postsOf(site, object),
  motions: (site, meeting) => movedAt(site, meeting).map(({ motion }) => motion),
  vote_events: (site, meeting) => movedAt(site, meeting).flatMap(({ event }) => (event === undefined ? [] : [event])),
}

/**
 * Popolo, which has words for votes (O2): people, organisations, memberships, posts, motions and vote events with their counts, and votes by name where a
 * vote was recorded. Made of the objects of OParl, so that the two never differ, and read as a visitor whoever asks. No secret ballot is among them.
 */
export function popoloRoutes(needs: Needs, door: OpenDoor): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  const site = needs.config.publicUrl
  const asked = (visit: Visit): Visit => ({ ...visit, actor: undefined })

  routes.get(`${popoloRoot}/:file{[a-z_]+\\.json}`, (c) =>
    openAnswer(c, needs.log, async () => {
      const name = c.req.param('file').replace(/\.json$/, '')
      const wanted = name === 'popolo' ? lists : lists.filter((list) => list === name)
      if (wanted.length === 0) return errorAnswer(c, nothingHere)
      await door.fresh()
      return c.body(streamOf(listsOf(needs, asked(c.get('visit')), wanted)), 200, {
        ...openHeaders,
        'content-type': 'application/json; charset=utf-8',
      })
    }),
  )
  for (const type of Object.keys(popoloLists) as PopoloType[])
    routes.get(`${popoloRoot}/${type}/:id`, (c) =>
      openAnswer(c, needs.log, async () => {
        const id = c.req.param('id')
        await door.fresh()
        const found = isUuid(id) && id === id.toLowerCase() ? await findOne(needs, asked(c.get('visit')), type, id) : undefined
        const one = found?.find((object) => object.id === popoloAddress(site, type, id))
        return one === undefined ? errorAnswer(c, nothingHere) : jsonAnswer(c, JSON.stringify(one))
      }),
    )
  routes.get(`${popoloRoot}/*`, (c) => errorAnswer(c, nothingHere))
  return routes
}

async function* listsOf(needs: Needs, visitor: Visit, names: readonly ListName[]): AsyncGenerator<string> {
  const site = needs.config.publicUrl
  for (const [number, name] of names.entries()) {
    yield `${number === 0 ? '{' : ','}${JSON.stringify(name)}:[`
    let isFirst = true
    for await (const batch of openBatches(needs, visitor, madeOf[name])) {
      const objects = batch.flatMap((object) => objectsOf[name](site, object)).map((object) => JSON.stringify(object))
      if (objects.length === 0) continue
      yield `${isFirst ? '' : ','}${objects.join(',')}`
      isFirst = false
    }
    yield ']'
  }
  yield '}'
}

/** The objects among which the one with that id is, if there is one. */
async function findOne({ db, config }: Needs, visitor: Visit, type: PopoloType, id: string): Promise<readonly PopoloObject[] | undefined> {
  const site = config.publicUrl
  const name = popoloLists[type]
  return readAs(db, visitor, async (reader) => {
    const key =
      name === 'posts'
        ? (await findSeat(reader, id))?.body
        : name === 'motions' || name === 'vote_events'
          ? await findMeetingOfMotion(reader, id)
          : id
    const found = key === undefined ? undefined : await findOpenObject(reader, madeOf[name], key)
    return found?.content ? objectsOf[name](site, JSON.parse(found.content) as OpenJson) : undefined
  })
}
