import type { Hono } from 'hono'
import type { DocumentStore } from '#platform/documents/store.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import * as paths from '../paths.ts'
import { fileAt, formAt, type GovernanceNeeds, pageAt } from './endpoint.tsx'
import { agreementSigned, changedAgreement, newAgreement, reviewedAgreement, signedPaper, withdrawnAgreement } from './sharing-forms.ts'
import { agreementPage, boardSharingPage, sharingRegisterPage, signedPaperFile } from './sharing-pages.tsx'

/** Information sharing agreements (G19). Forms ask the matrix again for the agreement itself: its owner may review it, wherever they sit. */
export function sharingRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds, documents: DocumentStore): void {
  const [slug, agreement] = [':slug', ':agreement']
  const read = { record: 'sharing-agreement', state: 'public', verb: 'read' } as const
  pageAt(app, needs, paths.sharingRegisterPath, read, sharingRegisterPage)
  pageAt(app, needs, paths.sharingPath(slug), read, boardSharingPage)
  formAt(app, needs, paths.newSharingPath(slug), { ...read, verb: 'add' }, newAgreement)
  pageAt(app, needs, paths.sharingAgreementPath(slug, agreement), read, agreementPage)
  formAt(app, needs, paths.agreementStepPath(slug, agreement, 'change'), { ...read, verb: 'change' }, changedAgreement)
  formAt(app, needs, paths.agreementStepPath(slug, agreement, 'review'), read, reviewedAgreement)
  formAt(app, needs, paths.agreementStepPath(slug, agreement, 'withdraw'), { ...read, verb: 'change' }, withdrawnAgreement)
  formAt(app, needs, paths.agreementStepPath(slug, agreement, 'paper'), { ...read, verb: 'change' }, signedPaper(documents))
  formAt(app, needs, paths.signAgreementPath(slug, agreement, ':organisation'), { ...read, verb: 'sign' }, agreementSigned)
  fileAt(app, needs, paths.signedPaperPath(slug, agreement), read, signedPaperFile(documents))
}
