import { type Context, Hono } from 'hono'
import { readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { findFileOfPaper } from '../queries/paper-files.ts'
import { paperGate } from './gates.ts'
import { fileGate } from './paper-file-gate.ts'
import { sendFile } from './send-file.ts'

type AtFile = Context<AppEnv, '/papers/:paper/files/:file/:name'>
type AtOriginal = Context<AppEnv, '/papers/:paper/files/:file/original/:name'>

/** Sends a file to those who may read the version that it belongs to; of a PDF the file as it came to its author and the clerks alone (X4). */
export function paperFileDownload(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/papers/:paper/files/:file/:name', (c) => send(needs, c)) // read paper, by the version of the file
  app.get('/papers/:paper/files/:file/original/:name', (c) => sendOriginal(needs, c)) // write paper
  return app
}

async function send(needs: MeetingsNeeds, c: AtFile): Promise<Response> {
  const { file, paper } = await readAs(needs.db, c.get('visit'), async (reader) => {
    const asked = await paperGate('read')(reader, c)
    return { paper: asked.paper, file: await findFileOfPaper(reader, asked.paper.id, c.req.param('file')) }
  })
  if (c.req.param('name') !== file.fileName) throw new NotFound('No such file.')
  const opening = { act: 'paper.file-opened', subjectType: 'paper', subject: paper.id }
  const asItCame = file.original === undefined
  return sendFile(needs, c, { ...file, category: paper.category, asItCame }, opening)
}

async function sendOriginal(needs: MeetingsNeeds, c: AtOriginal): Promise<Response> {
  const { file, paper } = await readAs(needs.db, c.get('visit'), (reader) => fileGate()(reader, c))
  if (c.req.param('name') !== file.fileName || !file.original) throw new NotFound('No such file.')
  const opening = { act: 'paper.original-opened', subjectType: 'paper', subject: paper.id }
  // Never public, even where the paper is: what was left out of the other file is in it.
  return sendFile(needs, c, { ...file, ...file.original, category: paper.category, sight: 'draft', asItCame: true }, opening)
}
