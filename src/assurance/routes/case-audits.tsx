import { Hono } from 'hono'
import { type AskedBoard, withBody } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { addCaseAudit, writeLearning } from '../commands/case-audit.ts'
import { parseCaseAudit, parseLearning } from '../forms/audit.ts'
import type { AssuranceNeeds } from '../needs.ts'
import { CaseAuditPage } from '../pages/case-audit-page.tsx'
import { auditPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { type CaseAudit, findCaseAudit } from '../queries/case-audits.ts'
import { learningShape, newCaseAuditShape } from './audit-shapes.ts'
import { formAt } from './endpoint.ts'
import { begin, boardGate, boardOnly } from './gates.ts'

type AskedCaseAudit = AskedBoard & { readonly audit: CaseAudit }

const guardedCaseAudit = ({ body }: CaseAudit) => ({ record: 'case-audit', state: 'members', ties: { body } })

/** An audit of case files, and a verb on it; row-level security shows it to the members of its board alone. */
function caseAuditGate(verb: 'read' | 'keep'): Gate<AskedCaseAudit> {
  return async (reader: Reader, c) => {
    const asked = await begin(reader, c)
    const audit = await findCaseAudit(reader, asked.part('id'))
    demandOf(asked.standing, asked.visit, guardedCaseAudit(audit), verb)
    return { ...(await withBody(asked, audit.body)), audit }
  }
}

/** Audits of case files and of what children and families say: for the board alone (P6). */
export function caseAuditRoutes(needs: AssuranceNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  formAt(app, needs, '/boards/:slug/case-audits/new', boardGate(boardOnly, 'keep'), async (asked) =>
    form(await newCaseAuditShape(asked), parseCaseAudit, async (doer, input) =>
      leadTo(await addCaseAudit(needs, doer, asked.body.id, input), auditPaths.caseAudit),
    ),
  )
  pageAt(app, needs, '/case-audits/:id', caseAuditGate('read'), async ({ reader, visit, body, audit, may }) => (
    <CaseAuditPage
      visit={visit}
      board={body}
      audit={audit}
      before={audit.againOf === undefined ? undefined : await findCaseAudit(reader, audit.againOf)}
      mayKeep={may(guardedCaseAudit(audit), 'keep')}
    />
  ))
  formAt(app, needs, '/case-audits/:id/learning', caseAuditGate('keep'), async (asked) =>
    form(learningShape(asked, asked.audit), parseLearning, async (doer, input) =>
      leadTo(await writeLearning(needs, doer, asked.audit.id, input), auditPaths.caseAudit),
    ),
  )
  return app
}
