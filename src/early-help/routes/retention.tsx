import type { Hono } from 'hono'
import { csvOf } from '#platform/csv.ts'
import { readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { actsWith, form, formsWith, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { paperPdf } from '../assessment-paper.ts'
import { approveDestruction, destroyRecord, holdRecord, liftHold, reviewRecord } from '../commands/retention.ts'
import { parseDestroy, parseHold, parseReviewRecord } from '../forms/retention.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { CertificatePage, certificatePaper } from '../pages/certificate-page.tsx'
import { RetentionPage } from '../pages/retention-page.tsx'
import { retentionPaths } from '../paths.ts'
import { findQueueLine, listDestructions, listRetentionQueue, listRetentionRules } from '../queries/retention.ts'
import { idOf } from '../queries/ties.ts'
import { problemWords } from '../words/problems.ts'
import { type AskedCasework, caseworkGate } from './gates.ts'
import { destroyShape, holdShape, reviewRecordShape } from './retention-shapes.ts'

const formAt = formsWith(problemWords)
const actAt = actsWith(problemWords)
const root = '/families/retention'
const reads = caseworkGate('retention', 'read')
const keeps = caseworkGate('retention', 'keep')

/** How long records of families are kept, and what ends them (E12). */
export function retentionRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  pageAt(app, needs, root, reads, async ({ reader, visit, ties }) => (
    <RetentionPage
      {...{ visit, ties }}
      queue={await listRetentionQueue(reader, visit.today)}
      rules={await listRetentionRules(reader)}
      destroyed={await listDestructions(reader)}
    />
  ))
  app.get(`${root}/destroyed.csv`, async (c) => {
    const lines = await readAs(needs.db, c.get('visit'), async (reader) => {
      await keeps(reader, c)
      return listDestructions(reader)
    })
    const rows = lines.map(({ id, episode, destroyedAt, digest }) => [id, episode, destroyedAt.toString(), digest])
    return c.body(csvOf([['certificate', 'record', 'destroyed', 'digest'], ...rows]), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="destroyed.csv"',
      'cache-control': 'no-store',
    })
  })
  certificates(app, needs)
  deciding(app, needs)
}

const certificateOf = async ({ reader, part }: AskedCasework) => {
  const [one] = await listDestructions(reader, idOf(part('certificate')))
  if (!one) throw new NotFound('No such certificate.')
  return one
}

function certificates(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const path = `${root}/certificates/:certificate`
  pageAt(app, needs, path, reads, async (asked) => <CertificatePage visit={asked.visit} one={await certificateOf(asked)} />)
  app.get(`${path}/certificate.pdf`, async (c) => {
    const visit = c.get('visit')
    const edition = { partnership: visit.partnership, large: false, madeAt: visit.now }
    const one = await readAs(needs.db, visit, async (reader) => certificateOf(await reads(reader, c)))
    return c.body(await paperPdf(certificatePaper(one, edition), edition), 200, { 'Content-Type': 'application/pdf' })
  })
}

function deciding(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const lineOf = ({ reader, visit, part }: AskedCasework) => findQueueLine(reader, idOf(part('record')), visit.today)
  formAt(app, needs, `${root}/:record/review`, keeps, async (asked) => {
    const line = await lineOf(asked)
    return form(reviewRecordShape(line), parseReviewRecord, async (doer, input) =>
      leadTo(await reviewRecord(needs, doer, line.episode, input), retentionPaths.home),
    )
  })
  for (const [step, act] of [
    ['hold', holdRecord],
    ['lift', liftHold],
  ] as const)
    formAt(app, needs, `${root}/:record/${step}`, keeps, async (asked) => {
      const line = await lineOf(asked)
      return form(holdShape(line, step), parseHold, async (doer, input) =>
        leadTo(await act(needs, doer, line.episode, input), retentionPaths.home),
      )
    })
  formAt(app, needs, `${root}/:record/destroy`, keeps, async (asked) => {
    const { episode, review, ...line } = await lineOf(asked)
    if (line.state !== 'approved' || !review) throw new NotFound('Nothing to destroy.')
    return form(destroyShape({ ...line, episode, review }), parseDestroy, async (doer) =>
      leadTo(await destroyRecord(needs, doer, { episode, review }), ({ id }) => retentionPaths.certificate(id)),
    )
  })
  actAt(
    app,
    needs,
    `${root}/:record/approve`,
    async (reader, c) => {
      const asked = await caseworkGate('retention', 'approve')(reader, c)
      return lineOf(asked)
    },
    async ({ episode, review }, doer) => {
      if (!review) throw new NotFound('Nothing to approve.')
      return leadTo(await approveDestruction(needs, doer, { episode, review }), retentionPaths.home)
    },
    retentionPaths.home,
  )
}
