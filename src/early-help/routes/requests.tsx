import type { Context, Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { actsWith, doerOf, form, formsWith, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { paperPdf } from '../assessment-paper.ts'
import { beginRequest, decideEntry, endRequest, giveUnmarked, openHeld, sendAnswer, takeLonger } from '../commands/access-request.ts'
import { parseBegin, parseEnd, parseEntry, parseLonger, parseSend } from '../forms/access-request.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { AnswerPage, answerPaper, worksheetCsv } from '../pages/answer-page.tsx'
import { RequestPage } from '../pages/request-page.tsx'
import { RequestsPage } from '../pages/requests-page.tsx'
import { requestPaths } from '../paths.ts'
import { findHeld, findRequestLine, listExemptions, listRequests } from '../queries/access-request.ts'
import { idOf } from '../queries/ties.ts'
import { problemWords } from '../words/problems.ts'
import { type AskedCasework, caseworkGate } from './gates.ts'
import { beginShape, endShape, entryShape, longerShape, sendShape } from './request-shapes.ts'
import { contentFormAt } from './sections.tsx'

const formAt = formsWith(problemWords)
const actAt = actsWith(problemWords)
const keeps = caseworkGate('requests', 'keep')
const root = '/families/requests'
const one = `${root}/:request`

/** Asking what is held of somebody, and what is given of it (E12). */
export function requestRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  pageAt(app, needs, root, keeps, async ({ reader, visit, ties }) => (
    <RequestsPage visit={visit} relations={ties.relations} requests={await listRequests(reader)} />
  ))
  formAt(app, needs, `${root}/new`, keeps, async ({ visit }) =>
    form(
      beginShape(visit),
      (body) => parseBegin(body, visit.today),
      async (doer, input) => leadTo(await beginRequest(needs, doer, input), ({ id }) => requestPaths.one(id)),
    ),
  )
  reading(app, needs)
  deciding(app, needs)
  ending(app, needs)
}

const idIn = (c: Context<AppEnv, string>): string => idOf(c.req.param('request') ?? '')

/** Pages and files on which stands what is held; each reading is a look. */
function reading(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const opened = (c: Context<AppEnv, string>, act: string) => {
    const visit = c.get('visit')
    return openHeld(needs.db, doerOf(visit), { id: idIn(c), act }, async ({ tx, request, held }) => {
      if (act !== 'access-read' && (request.sentOn || request.endedOn)) throw new NotFound('This request is over.')
      return { visit, request, held, exemptions: await listExemptions(tx, visit.today) }
    })
  }
  app.get(one, async (c) => c.html(<RequestPage {...(await opened(c, 'access-read'))} />))
  app.get(`${one}/answer`, async (c) => c.html(<AnswerPage {...(await opened(c, 'access-answer'))} />))
  app.get(`${one}/answer.pdf`, async (c) => {
    const { visit, request, held, exemptions } = await opened(c, 'access-answer')
    const edition = { partnership: visit.partnership, large: false, madeAt: visit.now }
    const pdf = await paperPdf(answerPaper(request, held, exemptions, edition), edition)
    return c.body(pdf, 200, { 'Content-Type': 'application/pdf', 'cache-control': 'no-store' })
  })
  app.get(`${one}/answer.csv`, async (c) => {
    const { held } = await opened(c, 'access-answer')
    return c.body(worksheetCsv(held), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="worksheet.csv"',
      'cache-control': 'no-store',
    })
  })
}

function deciding(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  actAt(
    app,
    needs,
    `${one}/give-all`,
    keeps,
    async ({ part }, doer) => leadTo(await giveUnmarked(needs, doer, idOf(part('request'))), () => requestPaths.one(part('request'))),
    ({ part }) => requestPaths.one(part('request')),
  )
  contentFormAt(
    app,
    needs,
    `${one}/entries/:source/:record`,
    async (tx, c) => ({ ...(await keeps(tx, c)), tx }),
    async ({ tx, visit, part }) => {
      const request = await findRequestLine(tx, idOf(part('request')))
      const held = await findHeld(tx, request)
      const decided = held.entries.find(({ entry }) => entry.source === part('source') && entry.record === part('record'))
      if (!decided || decided.entry.source === 'look') throw new NotFound('No such entry.')
      const of = { id: request.id, source: decided.entry.source, record: decided.entry.record }
      return form(entryShape(request, decided, await listExemptions(tx, visit.today)), parseEntry, async (doer, input) =>
        leadTo(await decideEntry(needs, doer, of, input), () => requestPaths.one(request.id)),
      )
    },
  )
}

function ending(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const open = async ({ reader, part }: AskedCasework) => {
    const request = await findRequestLine(reader, idOf(part('request')))
    if (request.sentOn || request.endedOn) throw new NotFound('This request is over.')
    return request
  }
  formAt(app, needs, `${one}/longer`, keeps, async (asked) => {
    const request = await open(asked)
    return form(longerShape(request), parseLonger, async (doer, input) =>
      leadTo(await takeLonger(needs, doer, request, input), () => requestPaths.one(request.id)),
    )
  })
  formAt(app, needs, `${one}/end`, keeps, async (asked) => {
    const request = await open(asked)
    return form(endShape(request), parseEnd, async (doer, input) =>
      leadTo(await endRequest(needs, doer, request, input), () => requestPaths.one(request.id)),
    )
  })
  formAt(app, needs, `${one}/send`, keeps, async (asked) => {
    const request = await open(asked)
    return form(sendShape(request, asked.visit), parseSend, async (doer, input) =>
      leadTo(await sendAnswer(needs, doer, request.id, input), () => requestPaths.one(request.id)),
    )
  })
}
