import type { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import * as paths from '../paths.ts'
import { actAt, formAt, type GovernanceNeeds, pageAt } from './endpoint.tsx'
import { didStep, endedStep, inductionPage, markedStep, myInductionPage, newStep } from './induction.tsx'
import { agreementPage, newAgreement, signed } from './signing.tsx'
import { reviewedTerms } from './terms-review.ts'

const slug = ':slug'
const number = ':number'

/** Every address of what members keep themselves, and of the reviews that are asked for once a year. */
export function membersOwnRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds): void {
  formAt(app, needs, paths.reviewTermsPath(slug, number), { record: 'terms-review', verb: 'record' }, reviewedTerms)
  inductionRoutes(app, needs)
}

function inductionRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds): void {
  pageAt(app, needs, paths.inductionPath(slug), { record: 'induction', verb: 'keep' }, inductionPage)
  formAt(app, needs, paths.newStepPath(slug), { record: 'induction-step', verb: 'add' }, newStep)
  formAt(app, needs, paths.endStepPath(slug, ':step'), { record: 'induction-step', verb: 'end' }, endedStep)
  formAt(app, needs, paths.markStepPath(slug, ':appointment', ':step'), { record: 'induction', verb: 'keep' }, markedStep)
  formAt(app, needs, paths.newMemberAgreementPath(slug), { record: 'member-agreement', verb: 'add' }, newAgreement)
  pageAt(app, needs, paths.memberAgreementPath(slug, number), { record: 'member-agreement', verb: 'read' }, agreementPage)
  formAt(app, needs, paths.signPath(slug, 'agreement', number), { record: 'member-agreement', verb: 'sign' }, signed('agreement'))
  formAt(app, needs, paths.signPath(slug, 'terms', number), { record: 'member-agreement', verb: 'sign' }, signed('terms'))
  pageAt(app, needs, paths.myInductionPath, { record: 'induction', verb: 'record', own: true }, myInductionPage)
  actAt(app, needs, paths.doStepPath(':appointment', ':step'), { record: 'induction', verb: 'record', own: true }, didStep)
}
