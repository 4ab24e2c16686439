import type { Hono } from 'hono'
import { readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { actsWith, form, formsWith, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { paperPdf } from '../assessment-paper.ts'
import { approveDestruction, destroyRecord, holdRecord, liftHold, reviewRecord } from '../commands/retention.ts'
import { parseDestroy, parseHold, parseReviewRecord } from '../forms/retention.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { CertificatePage, certificatePaper } from '../pages/certificate-page.tsx'
import { type ComeAgain, RetentionPage } from '../pages/retention-page.tsx'
import { retentionPaths } from '../paths.ts'
import { findQueueLine, listDestructions, listRetentionQueue, listRetentionRules } from '../queries/retention.ts'
import { idOf } from '../queries/ties.ts'
import { problemWords } from '../words/problems.ts'
import { destroyedListRoutes } from './destroyed-list.ts'
import { type AskedCasework, caseworkGate } from './gates.ts'
import { destroyShape, holdShape, reviewRecordShape } from './retention-shapes.ts'

const formAt = formsWith(problemWords)
const actAt = actsWith(problemWords)
const root = '/families/retention'
const reads = caseworkGate('retention', 'read')
const keeps = caseworkGate('retention', 'keep')

/** How long records of families are kept, and what ends them (E12). */
export function retentionRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const readsAgain: Gate<AskedCasework & { readonly again: string | undefined }> = async (reader, c) => ({
    ...(await reads(reader, c)),
    again: c.req.query('again'),
  })
  pageAt(app, needs, root, readsAgain, async ({ reader, visit, ties, again }) => (
    <RetentionPage
      {...{ visit, ties }}
      again={againOf(again)}
      queue={await listRetentionQueue(reader, visit.today)}
      rules={await listRetentionRules(reader)}
      destroyed={await listDestructions(reader)}
    />
  ))
  destroyedListRoutes(app, needs)
  certificates(app, needs)
  deciding(app, needs)
}

/** What came of a list that was just given back, as the address says it; undefined where it says nothing of that kind. */
function againOf(said: string | undefined): ComeAgain | undefined {
  const [, records, photographs, gone] = /^(\d{1,4})-(\d{1,4})-(\d{1,4})$/.exec(said ?? '') ?? []
  return records === undefined ? undefined : { records: Number(records), photographs: Number(photographs), gone: Number(gone) }
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
      leadTo(await reviewRecord(needs, doer, line.episode, input), () => retentionPaths.home()),
    )
  })
  for (const [step, act] of [
    ['hold', holdRecord],
    ['lift', liftHold],
  ] as const)
    formAt(app, needs, `${root}/:record/${step}`, keeps, async (asked) => {
      const line = await lineOf(asked)
      return form(holdShape(line, step), parseHold, async (doer, input) =>
        leadTo(await act(needs, doer, line.episode, input), () => retentionPaths.home()),
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
      return leadTo(await approveDestruction(needs, doer, { episode, review }), () => retentionPaths.home())
    },
    () => retentionPaths.home(),
  )
}
