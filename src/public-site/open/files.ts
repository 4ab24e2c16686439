import type { Context } from 'hono'
import { findOpenFile, type OpenFile } from '#meetings/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { findOpenObject } from '../queries/open-objects.ts'
import { errorAnswer, nothingHere, openHeaders } from './answers.ts'
import { textFileName } from './oparl/paper-objects.ts'
import { textDocument } from './text-document.tsx'

/** A file of the open data, shown or handed over. What was taken back answers 410, what never was 404. */
export async function sendFile(needs: Needs, c: Context<AppEnv, string>, id: string, how: 'access' | 'download'): Promise<Response> {
  const visitor = { ...c.get('visit'), actor: undefined }
  const { file, given } = await readAs(needs.db, visitor, async (reader) => ({
    file: isUuid(id) ? await findOpenFile(reader, id) : undefined,
    given: isUuid(id) ? await findOpenObject(reader, 'File', id) : undefined,
  }))
  if (given !== undefined && given.content === null) return errorAnswer(c, { status: 410, message: 'This file was taken back.' })
  // Nothing is sent that no object of the interface leads to.
  if (file === undefined || given === undefined) return errorAnswer(c, nothingHere)
  const name = file.kind === 'text' ? textFileName(file.title) : file.fileName
  const headers = {
    ...openHeaders,
    'content-type': mediaTypeOf(file, how),
    'content-disposition': disposition(how === 'access' ? 'inline' : 'attachment', name),
    // Nothing in it may load, run or pretend to be this site.
    'content-security-policy': file.kind === 'document' && file.opens ? "default-src 'none'" : "default-src 'none'; sandbox",
    'cache-control': 'public, max-age=0, must-revalidate',
  }
  if (file.kind === 'text') return c.body(textDocument(file.title, file.tree), 200, headers)
  const etag = `"${file.document}"`
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, { ...headers, etag })
  const length = String(await needs.documents.size(file.document))
  return c.body(await needs.documents.stream(file.document), 200, { ...headers, etag, 'content-length': length })
}

/** What no browser is given to open is sent as mere bytes where OParl allows no attachment: the object names its type. */
function mediaTypeOf(file: OpenFile, how: 'access' | 'download'): string {
  if (file.kind === 'text') return 'text/html; charset=utf-8'
  if (how === 'access' && !file.opens) return 'application/octet-stream'
  return file.mediaType.startsWith('text/') ? `${file.mediaType}; charset=utf-8` : file.mediaType
}

/** The name in plain letters for old programs, and in full for the others (RFC 6266). */
function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const full = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${how}; filename="${plain}"; filename*=UTF-8''${full}`
}
