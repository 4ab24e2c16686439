import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { ocdsPaths, ocdsRoot } from '#commissioning/public.ts'
import {
  type After,
  findNewlyOut,
  findOcidPrefix,
  findOpenTerms,
  findOutSummary,
  findRecordPage,
  findRelease,
  findReleasePage,
  findReleasesOf,
  type OutRelease,
} from '#commissioning/public-data.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { ContractingPage } from '../pages/contracting-page.tsx'
import { findPlaceName } from '../queries/open-objects.ts'
import { errorAnswer, jsonAnswer, nothingHere, openAnswer, openHeaders } from './answers.ts'
import type { OpenDoor } from './door.ts'
import { aboutAsJson, aboutContracting } from './ocds/about.ts'
import { type Publisher, recordPackage, releasePackage } from './ocds/packages.ts'

/** Releases, or processes, on a page. */
const PAGE = 100
/** Processes that the page about it lists. */
const NEWEST = 12

/** A question that nobody can answer, in words. */
class Misasked extends Error {}

/**
 * Open contracting data (C15, O2): what a visitor may know of contracts, release by release as it came out, and merged into records. Read as a visitor, whoever
 * asks. What was taken back answers 410.
 */
export function ocdsRoutes(needs: Needs, door: OpenDoor): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  const answer = (
    path: string,
    work: (reader: Reader, c: Context<AppEnv, string>, publisher: Publisher) => Promise<string | 404 | 410>,
  ): void => {
    routes.get(path, (c) =>
      openAnswer(c, needs.log, async () => {
        await door.fresh()
        const visitor = { ...c.get('visit'), actor: undefined }
        const found = await readAs(needs.db, visitor, async (reader) =>
          work(reader, c, {
            ...{ name: await findPlaceName(reader), publicUrl: needs.config.publicUrl },
            licence: (await findOpenTerms(reader)).licence?.uri,
          }),
        ).catch((error: unknown) => {
          if (error instanceof Misasked) return error
          throw error
        })
        if (found instanceof Misasked) return errorAnswer(c, { status: 400, message: found.message })
        if (found === 410) return errorAnswer(c, { status: 410, message: 'This was taken back by whoever published it.' })
        return found === 404 ? errorAnswer(c, nothingHere) : taggedAnswer(c, found)
      }),
    )
  }
  aboutRoute(routes, needs, door)
  answer(ocdsPaths.releases, releasesPage)
  answer(ocdsPaths.records, recordsPage)
  answer(`${ocdsRoot}/releases/:file{[0-9a-f-]+\\.json}`, async (reader, c, publisher) => {
    const [, subject = '', number = ''] = /^([0-9a-f-]{36})-(\d{1,6})\.json$/.exec(c.req.param('file') ?? '') ?? []
    const found = isUuid(subject) ? await findRelease(reader, subject, Number(number)) : undefined
    if (found === undefined) return 404
    return found.content === null ? 410 : releasePackage(publisher, ocdsPaths.release(`${subject}-${number}`), [found])
  })
  answer(`${ocdsRoot}/records/:file{.+\\.json}`, async (reader, c, publisher) => {
    const ocid = (c.req.param('file') ?? '').replace(/\.json$/, '')
    const all = await findReleasesOf(reader, ocid)
    const standing = all.filter(({ content }) => content !== null)
    if (all.length === 0) return 404
    return standing.length === 0 ? 410 : recordPackage(publisher, ocdsPaths.record(ocid), standing)
  })
  routes.get(`${ocdsRoot}/*`, (c) => errorAnswer(c, nothingHere))
  return routes
}

/** What there is, for people; a program that asks for JSON and not for a page gets the same as JSON. */
function aboutRoute(routes: Hono<AppEnv>, needs: Needs, door: OpenDoor): void {
  routes.get(ocdsPaths.about, async (c) => {
    await door.fresh()
    const visit = c.get('visit')
    // As a visitor, whoever asks; a copy of the whole visit would ask for the token of a form, and set its cookie.
    const { now, today } = visit
    const { about, newest } = await readAs(needs.db, { now, today, actor: undefined }, async (reader) => {
      const [summary, terms, prefix, newest] = await Promise.all([
        findOutSummary(reader),
        findOpenTerms(reader),
        findOcidPrefix(reader),
        findNewlyOut(reader, NEWEST),
      ])
      return { about: aboutContracting(summary, terms.licence, prefix), newest }
    })
    const accepts = c.req.header('accept') ?? ''
    c.header('Vary', 'Accept')
    return accepts.includes('application/json') && !accepts.includes('text/html')
      ? jsonAnswer(c, aboutAsJson(about, needs.config.publicUrl))
      : c.html(<ContractingPage visit={visit} view={{ about, newest }} />)
  })
}

async function releasesPage(reader: Reader, c: Context<AppEnv, string>, publisher: Publisher): Promise<string> {
  const [after, since] = [c.req.query('after'), c.req.query('since')]
  const rows = await findReleasePage(
    reader,
    { after: after === undefined ? undefined : afterOf(after), since: since === undefined ? undefined : instantOf(since) },
    PAGE + 1,
  )
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  const kept = since === undefined ? '' : `&since=${encodeURIComponent(since)}`
  const next = rows.length > PAGE && last ? `${ocdsPaths.releases}?after=${encodeURIComponent(keyOf(last))}${kept}` : undefined
  return releasePackage(publisher, askedPath(c), page, next)
}

async function recordsPage(reader: Reader, c: Context<AppEnv, string>, publisher: Publisher): Promise<string> {
  const after = c.req.query('after')
  if (after !== undefined && !/^ocds-[a-z0-9]{6}-.{1,200}$/.test(after))
    throw new Misasked('after is the one that stands in links.next of the page before.')
  const rows = await findRecordPage(reader, after, PAGE + 1)
  const ocids = [...new Set(rows.map(({ ocid }) => ocid))]
  const shown = ocids.slice(0, PAGE)
  const last = shown.at(-1)
  const next = ocids.length > PAGE && last ? `${ocdsPaths.records}?after=${encodeURIComponent(last)}` : undefined
  const page = rows.filter(({ ocid }) => shown.includes(ocid))
  return recordPackage(publisher, askedPath(c), page, next)
}

/** The address that was asked for, without the host. */
const askedPath = (c: Context<AppEnv, string>): string => {
  const { pathname, search } = new URL(c.req.url)
  return `${pathname}${search}`
}
const keyOf = ({ published, subject, number }: OutRelease): string => `${published.toString()}_${subject}_${number}`

function afterOf(text: string): After {
  const [time = '', subject = '', number = ''] = text.split('_')
  if (!isUuid(subject) || !/^\d{1,6}$/.test(number)) throw new Misasked('after is the one that stands in links.next of the page before.')
  return { published: instantOf(time), subject, number: Number(number) }
}

function instantOf(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text)
  } catch {
    throw new Misasked('since is a full time with an offset, for example 2027-07-01T14:00:00%2B01:00.')
  }
}

/** The same answer is not sent twice to whoever kept it. */
function taggedAnswer(c: Context<AppEnv, string>, json: string): Response {
  const etag = `"${createHash('sha256').update(json).digest('base64url')}"`
  c.header('ETag', etag)
  c.header('Cache-Control', 'no-cache')
  return c.req.header('if-none-match') === etag ? c.body(null, 304, openHeaders) : jsonAnswer(c, json)
}
