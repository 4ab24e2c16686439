import { type Context, Hono } from 'hono'
import { csvOf } from '#platform/csv.ts'
import { readAs } from '#platform/database/session.ts'
import { typesetDocument } from '#platform/documents/pdf/typeset-pack.ts'
import { NotFound } from '#platform/refusals.ts'
import { type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { markPosted, tellAgain } from '../commands/tell-again.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { ProofPage } from '../pages/proof-page.tsx'
import { ToldPage } from '../pages/told-page.tsx'
import { readingPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { findTold, guardedTold } from '../queries/told.ts'
import { proofDocument, proofOf } from '../words/proof.ts'
import { actAt } from './endpoint.tsx'
import { type AskedMeeting, type AskedPublication, meetingGate, publicationGate } from './gates.ts'

/** Who was told, what came back, and the proof of it (M7). */
export function toldRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const back = ({ meeting }: AskedMeeting): string => readingPaths.told(meeting.id)
  pageAt(app, needs, '/meetings/:id/told', toldGate('read'), async ({ reader, visit, body, meeting }) => (
    <ToldPage visit={visit} board={body} meeting={meeting} told={await findTold(reader, meeting.id)} />
  ))
  for (const [step, perform] of [['again', tellAgain] as const, ['posted', markPosted] as const])
    actAt(
      app,
      needs,
      `/meetings/:id/told/:despatch/${step}`,
      async (reader, c) => ({ ...(await toldGate('repeat')(reader, c)), despatch: c.req.param('despatch') ?? '' }),
      async (asked, doer) => leadTo(await perform(needs, doer, asked.meeting.id, asked.despatch), () => back(asked)),
      back,
    )
  pageAt(app, needs, '/meetings/:id/publications/:publication/proof', proofGate, async (asked) => (
    <ProofPage
      visit={asked.visit}
      board={asked.body}
      meeting={asked.meeting.id}
      publication={asked.publication.id}
      proof={await proofFor(asked)}
    />
  ))
  app.get('/meetings/:id/publications/:publication/proof.csv', (c) => proofCsv(needs, c)) // read despatch
  app.get('/meetings/:id/publications/:publication/proof.pdf', (c) => proofPdf(needs, c)) // read despatch
  return app
}

function toldGate(verb: 'read' | 'repeat'): Gate<AskedMeeting> {
  return async (reader, c) => {
    const asked = await meetingGate('read')(reader, c)
    // Nobody else learns whether there is anything to send again, a visitor neither.
    if (verb === 'repeat' && !asked.may(guardedTold(asked.meeting), verb)) throw new NotFound('Nobody was told so.')
    demandOf(asked.standing, asked.visit, guardedTold(asked.meeting), verb)
    return asked
  }
}

const proofGate: Gate<AskedPublication> = async (reader, c) => {
  const asked = await publicationGate('read')(reader, c)
  demandOf(asked.standing, asked.visit, guardedTold(asked.meeting), 'read')
  return asked
}

async function proofFor({ reader, visit, meeting, publication }: AskedPublication) {
  return proofOf(meeting, publication, await findTold(reader, meeting.id, publication.id), visit.now)
}

const readProof = (needs: MeetingsNeeds, c: Context<AppEnv, string>) =>
  readAs(needs.db, c.get('visit'), async (reader) => {
    const asked = await proofGate(reader, c)
    return { asked, proof: await proofFor(asked) }
  })

const fileHeaders = ({ body, meeting }: AskedPublication, type: string, ending: string): Record<string, string> => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${body.slug}-${meeting.heldOn.toString()}-despatch.${ending}"`,
  'cache-control': 'private, no-store',
})

async function proofCsv(needs: MeetingsNeeds, c: Context<AppEnv, string>): Promise<Response> {
  const { asked, proof } = await readProof(needs, c)
  return c.body(csvOf([proof.columns, ...proof.rows]), 200, fileHeaders(asked, 'text/csv; charset=utf-8', 'csv'))
}

async function proofPdf(needs: MeetingsNeeds, c: Context<AppEnv, string>): Promise<Response> {
  const { asked, proof } = await readProof(needs, c)
  const { pdf } = await typesetDocument(proofDocument(proof, asked.body.name, asked.visit.partnership))
  return c.body(new Uint8Array(pdf), 200, fileHeaders(asked, 'application/pdf', 'pdf'))
}
