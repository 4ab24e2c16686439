import type { Context } from 'hono'
import { appendAudit } from '#platform/database/audit.ts'
import { writeAs } from '#platform/database/session.ts'
import { doerOf } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import type { MeetingsNeeds } from '../needs.ts'

/** A file that the reader may have. */
export interface FileToSend {
  readonly document: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  /** Of what it belongs to. */
  readonly category: string
  readonly sight: string
  /** True for the bytes as somebody brought them: no browser is given them to open. */
  readonly asItCame?: boolean
}

/** What the audit keeps of opening a file that is not public. */
export interface Opening {
  readonly act: string
  readonly subjectType: string
  readonly subject: string
}

/** A PDF that was written anew opens in the browser; everything else is handed over, so that no browser makes a page of it. */
const inBrowser = new Set(['application/pdf'])

/** Sends a file from the store. That somebody opened what is not for the public is kept (handbook governance 7). */
export async function sendFile(needs: MeetingsNeeds, c: Context<AppEnv, string>, file: FileToSend, opening: Opening): Promise<Response> {
  const visit = c.get('visit')
  if (file.category !== 'public') {
    const entry = { actor: doerOf(visit).actor, ...opening, content: file.document }
    await writeAs(needs.db, visit, (tx) => appendAudit(tx, entry))
  }
  const isPublic = file.sight === 'public'
  const isShown = inBrowser.has(file.mediaType) && file.asItCame !== true
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
