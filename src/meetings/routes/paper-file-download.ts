import { type Context, Hono } from 'hono'
import { appendAudit } from '#platform/database/audit.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { findFileOfPaper } from '../queries/paper-files.ts'
import { doerOf, paperGate } from './gates.ts'

type AtFile = Context<AppEnv, '/papers/:paper/files/:file/:name'>

/** A PDF opens in the browser; everything else is handed over, so that no browser makes a page of it. */
const inBrowser = new Set(['application/pdf'])

/** Sends a file to those who may read the version that it belongs to. */
export function paperFileDownload(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/papers/:paper/files/:file/:name', (c) => send(needs, c)) // read paper, by the version of the file
  return app
}

async function send(needs: MeetingsNeeds, c: AtFile): Promise<Response> {
  const visit = c.get('visit')
  const { file, paper } = await readAs(needs.db, visit, async (reader) => {
    const asked = await paperGate('read')(reader, c as never)
    return { paper: asked.paper, file: await findFileOfPaper(reader, asked.paper.id, c.req.param('file')) }
  })
  if (c.req.param('name') !== file.fileName) throw new NotFound('No such file.')
  // That somebody opened what is not public is kept (handbook governance 7).
  if (paper.category !== 'public') {
    const doer = doerOf(visit)
    const entry = { actor: doer.actor, act: 'paper.file-opened', subjectType: 'paper', subject: paper.id, content: file.document }
    await writeAs(needs.db, visit, (tx) => appendAudit(tx, entry))
  }
  const isPublic = file.sight === 'public'
  const isShown = inBrowser.has(file.mediaType)
  const headers = {
    'content-type': file.mediaType === 'text/csv' ? 'text/csv; charset=utf-8' : file.mediaType,
    'content-disposition': disposition(isShown ? 'inline' : 'attachment', file.fileName),
    'content-security-policy': `default-src 'none'; frame-ancestors 'none'${isShown ? '' : '; sandbox'}`,
    'cache-control': isPublic ? 'public, max-age=0, must-revalidate' : 'private, no-store',
    etag: `"${file.document}"`,
  }
  if (isPublic && c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers)
  return c.body(await needs.documents.stream(file.document), 200, { ...headers, 'content-length': String(file.bytes) })
}

/** The name in plain letters for old programs, and in full for the others (RFC 6266). */
function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const full = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${how}; filename="${plain}"; filename*=UTF-8''${full}`
}
