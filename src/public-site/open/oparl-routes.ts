import { type Context, Hono } from 'hono'
import { readAs } from '#platform/database/session.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { findOpenObject, findOpenPage, findPlace, type ListOf } from '../queries/open-objects.ts'
import { errorAnswer, jsonAnswer, nothingHere, openAnswer, openHeaders } from './answers.ts'
import type { OpenDoor } from './door.ts'
import { sendFile } from './files.ts'
import { bodyLists, type OparlType, oparlAddresses, oparlRoot, oparlTypes, organizationLists } from './oparl/addresses.ts'
import { readAsked } from './oparl/asked.ts'
import { listJson } from './oparl/list-page.ts'
import { goneContent } from './oparl/stamp.ts'

type At = Context<AppEnv, string>

/** Everything of OParl 1.1, read as a visitor whoever asks (requirement O2). What was taken back is gone before anything is answered. */
export function oparlRoutes(needs: Needs, door: OpenDoor): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  const addresses = oparlAddresses(needs.config.publicUrl)
  const answer = (c: At, work: () => Promise<Response>): Promise<Response> =>
    openAnswer(c, needs.log, async () => {
      await door.fresh()
      return work()
    })

  const object = async (c: At, type: OparlType, id: string): Promise<Response> => {
    const found =
      isUuid(id) && id === id.toLowerCase() ? await asVisitor(needs, c, (reader) => findOpenObject(reader, type, id)) : undefined
    if (found === undefined) return errorAnswer(c, nothingHere)
    return jsonAnswer(c, found.content ?? goneContent(addresses, found))
  }

  const list = async (c: At, address: string, of: ListOf): Promise<Response> => {
    const asked = readAsked(new URL(c.req.url).searchParams)
    if (!asked.ok) return errorAnswer(c, { status: 400, message: asked.problems[0] })
    const page = await asVisitor(needs, c, (reader) => findOpenPage(reader, of, asked.value, (one) => goneContent(addresses, one)))
    return jsonAnswer(c, listJson(address, asked.value, page))
  }

  const listBelow = async (c: At, holder: 'Body' | 'Organization', id: string, word: string): Promise<Response> => {
    const lists: Readonly<Record<string, OparlType>> = holder === 'Body' ? bodyLists : organizationLists
    const name = Object.keys(lists).find((one) => one.toLowerCase() === word)
    const type = name === undefined ? undefined : lists[name]
    if (type === undefined || !isUuid(id) || id !== id.toLowerCase()) return errorAnswer(c, nothingHere)
    const found = await asVisitor(needs, c, (reader) => findOpenObject(reader, holder, id))
    if (!found?.content) return errorAnswer(c, nothingHere)
    const address = `${addresses.of(holder, id)}/${word}`
    return list(c, address, holder === 'Body' ? { type } : { type, organization: id })
  }

  routes.get(`${oparlRoot}/system`, (c) => answer(c, async () => object(c, 'System', (await asVisitor(needs, c, findPlace)) ?? '')))
  routes.get(`${oparlRoot}/body`, (c) => answer(c, () => list(c, addresses.bodies, { type: 'Body' })))
  for (const [type, word] of Object.entries(oparlTypes) as [OparlType, string][]) {
    if (type === 'System') continue
    routes.get(`${oparlRoot}/${word}/:id`, (c) => answer(c, () => object(c, type, c.req.param('id'))))
  }
  for (const how of ['access', 'download'] as const)
    routes.get(`${oparlRoot}/file/:id/${how}`, (c) => answer(c, () => sendFile(needs, c, c.req.param('id'), how)))
  for (const holder of ['Body', 'Organization'] as const)
    routes.get(`${oparlRoot}/${oparlTypes[holder]}/:id/:list`, (c) =>
      answer(c, () => listBelow(c, holder, c.req.param('id'), c.req.param('list'))),
    )
  // What a browser asks before it asks with headers of a program's own.
  routes.options(`${oparlRoot}/*`, (c) =>
    c.body(null, 204, { ...openHeaders, 'access-control-allow-methods': 'GET, HEAD', 'access-control-allow-headers': '*' }),
  )
  routes.get(`${oparlRoot}/*`, (c) => errorAnswer(c, nothingHere))
  return routes
}

/** Open data are read as a visitor, whoever asks: a program that happens to carry somebody's cookie gets nothing more. */
export async function asVisitor<T>(
  { db }: Pick<Needs, 'db'>,
  c: Context<AppEnv, string>,
  work: Parameters<typeof readAs<T>>[2],
): Promise<T> {
  const visitor: Visit = { ...c.get('visit'), actor: undefined }
  return readAs(db, visitor, work)
}
