import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findStanding } from '#governance/public-data.ts'
import { type Edition, editions } from '#platform/archive/format.ts'
import { openStreamedArchive } from '#platform/archive/stream-out.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type ActorId, readAs, writeAs } from '#platform/database/session.ts'
import { identityWords } from '#platform/identity/words.ts'
import { Conflict, Forbidden, SignInNeeded } from '#platform/refusals.ts'
import { commonFieldWords } from '#platform/web/field-words.ts'
import { choice, optionalText, parseForm } from '#platform/web/fields.ts'
import { emptyForm, type FormState, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { ExportPage } from './pages/export-page.tsx'
import { homePaths } from './paths.ts'

const exportForm = z.object({ edition: choice(editions), code: optionalText(100) })

/** The export of the record, for administrators; a full edition asks for the second step again. */
export function exportRoutes(needs: Needs): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  const running = new Set<string>()
  routes.get(homePaths.exported, async (c) => {
    await administratorOf(needs, c)
    return draw(c, needs, emptyForm())
  })
  routes.post(homePaths.exported, async (c) => {
    const account = await administratorOf(needs, c)
    const body = await readForm(c)
    const again = (code: string, field: string) => draw(c, needs, formState(body, [{ field, code }], exportWords), 422)
    const parsed = parseForm(exportForm, body)
    if (!parsed.ok) return draw(c, needs, formState(body, parsed.problems, exportWords), 422)
    const { edition, code = '' } = parsed.value
    if (edition === 'full') {
      const step = { headers: c.req.raw.headers, typed: code, client: c.get('client') }
      const confirmed = await needs.identity.confirmCode(account, step)
      if (!confirmed.ok) return again(confirmed.problems[0], 'code')
    }
    return send(needs, c, account, edition, running)
  })
  return routes
}

const exportWords: typeof commonFieldWords = (problem) =>
  problem.code === 'choice-missing' ? 'Choose an edition' : (identityWords(problem) ?? commonFieldWords(problem))

function draw(c: Context<AppEnv, string>, needs: Needs, form: FormState, status: 200 | 422 = 200): Response | Promise<Response> {
  return c.html(<ExportPage visit={c.get('visit')} form={form} isPossible={needs.exportRecord !== undefined} />, status)
}

async function administratorOf({ db }: Needs, c: Context<AppEnv, string>): Promise<ActorId> {
  const visit = c.get('visit')
  if (visit.actor === undefined) throw new SignInNeeded('Sign in as an administrator.')
  const { administrator } = await readAs(db, visit, (reader) => findStanding(reader, visit))
  if (!administrator) throw new Forbidden('Only administrators export the record.')
  return visit.actor
}

/** The file goes out as it is made: nothing of it lies on disk, the browser shows how far it is, and cancelling there ends the work here. */
async function send(needs: Needs, c: Context<AppEnv, string>, actor: ActorId, edition: Edition, running: Set<string>): Promise<Response> {
  const { exportRecord, db, log } = needs
  if (exportRecord === undefined) throw new Conflict('This installation exports from its command line only.')
  if (running.size > 0) throw new Conflict('An export is on its way already. Wait until it is there, or cancel it in the browser.')
  const id = newId()
  running.add(id)
  const left = new AbortController()
  const visit = c.get('visit')
  try {
    const entry = { actor, act: 'archive.exported', subjectType: 'archive', subject: id, content: edition }
    await writeAs(db, visit, (tx) => appendAudit(tx, entry))
  } catch (error) {
    running.delete(id)
    throw error
  }
  const archive = openStreamedArchive(() => left.abort())
  void exportRecord(edition, archive.out, { now: visit.now, signal: left.signal })
    .then(archive.finish)
    .catch((error: Error) => {
      if (!left.signal.aborted) log.error({ err: error }, 'an export was cut short')
      archive.fail(error)
    })
    .finally(() => running.delete(id))
  return c.body(archive.stream, 200, {
    'content-type': 'application/gzip',
    'content-disposition': `attachment; filename="goldenthread-${edition}-${visit.today}.tar.gz"`,
    'cache-control': 'no-store',
  })
}
