import { Hono } from 'hono'
import type { Database, Writer } from '#platform/database/session.ts'
import type { DocumentStore } from '#platform/documents/store.ts'
import type { Identity } from '#platform/identity/identity.ts'
import type { Outbox } from '#platform/jobs/outbox.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { bodyKindPath } from './body-kind-paths.ts'
import { endCompositionRulePath, newCompositionRulePath } from './composition-paths.ts'
import { governanceDated } from './dated.ts'
import * as paths from './paths.ts'
import { endedRelation, newBody, newRelation, newStatus } from './routes/body-forms.ts'
import { newKind } from './routes/body-kind-form.ts'
import { endedCompositionRule, newCompositionRule } from './routes/composition-forms.ts'
import { handedOn, heldByLaw, newDelegation, revokedDelegation } from './routes/delegation-forms.ts'
import { delegationPage, delegationsPage } from './routes/delegation-pages.tsx'
import { endedDispensation, newDispensation } from './routes/dispensation-form.ts'
import {
  actAt,
  type DatedKinds,
  type Elsewhere,
  fileAt,
  formAt,
  type GovernanceNeeds,
  pageAt,
  type WorkElsewhere,
} from './routes/endpoint.tsx'
import { importRoutes } from './routes/import-routes.tsx'
import { amendedInterest, endedInterest, newInterest } from './routes/interest-forms.ts'
import { lifeRoutes } from './routes/life-routes.ts'
import { mapPage } from './routes/map-page.tsx'
import { endedAppointment, endedDeputy, endedOffice, newAppointment, newDeputy, newOffice } from './routes/member-forms.ts'
import { appointmentPage, memberHistoryPage, membersFile, membersPage } from './routes/member-pages.tsx'
import { membersOwnRoutes } from './routes/members-own-routes.ts'
import { reportMade, settledDuty } from './routes/outcome-forms.ts'
import { partnershipName } from './routes/partnership-form.ts'
import { partnershipLogo } from './routes/partnership-logo.ts'
import { changedProtocol, endedDuty, newDuty, newProtocol, signedProtocol } from './routes/protocol-forms.ts'
import { protocolPage, protocolsPage } from './routes/protocol-pages.tsx'
import { changedOrganisation, changedPerson, endedPost, newOrganisation, newPerson, newPost, ownContact } from './routes/record-forms.ts'
import * as pages from './routes/record-pages.tsx'
import * as register from './routes/register-pages.tsx'
import { answeredRequest, newRequest, withdrawnRequest } from './routes/request-forms.ts'
import { requestPage, requestsPage } from './routes/request-pages.tsx'
import { changedSeat, endedSeat, newSeat } from './routes/seat-forms.ts'
import { sharingRoutes } from './routes/sharing-routes.ts'
import {
  adoptedTerms,
  copyOfTerms,
  importedTerms,
  termsFile,
  termsInForce,
  termsPrinted,
  termsVersion,
  withdrawnTerms,
} from './routes/terms-forms.tsx'
import { begunTerms, changesPage, guidePage, guideSeat, guideSeatsPage } from './routes/terms-guide/pages.tsx'
import { guideSection } from './routes/terms-guide/sections.tsx'

const slug = ':slug'
const noWork: WorkElsewhere = { count: async () => ({ actions: 0, partTwo: 0, plan: 0 }), handOn: async () => {} }

/** Every address of governance, one line an endpoint, each with what one must be allowed to do there. */
export function governanceRoutes(house: {
  readonly db: Database
  readonly outbox: Outbox
  readonly identity: Pick<Identity, 'inviteAccount' | 'inviteAgain'>
  readonly documents: DocumentStore
  /** What other parts hold in the names of organisations; nothing where there are none. */
  readonly elsewhere?: Elsewhere
  /** The work of bodies that other parts hold; nothing where there are none. */
  readonly work?: WorkElsewhere
  /** Dated rules of all parts; governance's own where nothing is said. */
  readonly dated?: DatedKinds
}): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const invite: GovernanceNeeds['invite'] = (tx: Writer, invitation) => house.identity.inviteAccount(tx, house.outbox, invitation)
  const inviteAgain: GovernanceNeeds['inviteAgain'] = (tx, again) => house.identity.inviteAgain(tx, house.outbox, again)
  const needs: GovernanceNeeds = {
    db: house.db,
    invite,
    inviteAgain,
    elsewhere: house.elsewhere ?? (async () => []),
    work: house.work ?? noWork,
    dated: house.dated ?? { parts: governanceDated, elsewhere: [] },
  }
  boardRoutes(app, needs)
  delegationRoutes(app, needs)
  sharingRoutes(app, needs, house.documents)
  betweenRoutes(app, needs)
  protocolRoutes(app, needs)
  memberRoutes(app, needs)
  termsRoutes(app, needs, house.documents)
  guideRoutes(app, needs)
  recordRoutes(app, needs, house.documents)
  membersOwnRoutes(app, needs, house.documents)
  lifeRoutes(app, needs)
  return app
}

function boardRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds): void {
  pageAt(app, needs, paths.boardsPath, { record: 'body', verb: 'read' }, pages.boardsPage)
  pageAt(app, needs, paths.arrangementPath(), { record: 'body', verb: 'read' }, mapPage)
  formAt(app, needs, paths.newBoardPath, { record: 'body', verb: 'add' }, newBody)
  formAt(app, needs, paths.statusPath(slug), { record: 'body', verb: 'set-status' }, newStatus)
  formAt(app, needs, bodyKindPath(slug), { record: 'body', verb: 'set-status' }, newKind)
  pageAt(app, needs, paths.relationshipsPath(slug), { record: 'body', verb: 'read' }, pages.relationshipsPage)
  formAt(app, needs, paths.newRelationPath(slug), { record: 'body', verb: 'relate' }, newRelation)
  formAt(app, needs, paths.endRelationPath(slug, ':relation'), { record: 'body', verb: 'relate' }, endedRelation)
  pageAt(app, needs, paths.interestsPath(slug), { record: 'interest', state: 'public', verb: 'read' }, register.registerPage)
  formAt(app, needs, paths.newDispensationPath(slug), { record: 'dispensation', verb: 'add' }, newDispensation)
  formAt(app, needs, paths.endDispensationPath(slug, ':dispensation'), { record: 'dispensation', verb: 'end' }, endedDispensation)
}

function delegationRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds): void {
  const delegation = ':delegation'
  pageAt(app, needs, paths.delegationsPath(slug), { record: 'delegation', verb: 'read' }, delegationsPage)
  formAt(app, needs, paths.newDelegationPath(slug), { record: 'delegation', verb: 'add' }, newDelegation)
  formAt(app, needs, paths.heldByLawPath(slug), { record: 'delegation', verb: 'add' }, heldByLaw)
  pageAt(app, needs, paths.delegationPath(slug, delegation), { record: 'delegation', verb: 'read' }, delegationPage)
  formAt(app, needs, paths.handOnPath(slug, delegation), { record: 'delegation', verb: 'add' }, handedOn)
  formAt(app, needs, paths.revokeDelegationPath(slug, delegation), { record: 'delegation', verb: 'revoke' }, revokedDelegation)
}

function betweenRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds): void {
  pageAt(app, needs, paths.requestsPath(slug), { record: 'body', verb: 'read' }, requestsPage)
  formAt(app, needs, paths.newRequestPath(slug), { record: 'body-request', state: 'public', verb: 'add' }, newRequest)
  pageAt(app, needs, paths.requestPath(slug, ':request'), { record: 'body', verb: 'read' }, requestPage)
  formAt(
    app,
    needs,
    paths.answerRequestPath(slug, ':request'),
    { record: 'body-request', state: 'public', verb: 'answer' },
    answeredRequest,
  )
  formAt(
    app,
    needs,
    paths.withdrawRequestPath(slug, ':request'),
    { record: 'body-request', state: 'public', verb: 'withdraw' },
    withdrawnRequest,
  )
}

function protocolRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds): void {
  const [protocol, duty] = [':protocol', ':duty']
  pageAt(app, needs, paths.protocolsPath(slug), { record: 'protocol', verb: 'read' }, protocolsPage)
  formAt(app, needs, paths.settleDutyPath(slug, duty, ':year'), { record: 'duty-outcome', verb: 'record' }, settledDuty)
  formAt(app, needs, paths.newReportPath(slug, ':relation'), { record: 'report-made', verb: 'record' }, reportMade)
  formAt(app, needs, paths.newProtocolPath, { record: 'protocol', verb: 'add' }, newProtocol)
  pageAt(app, needs, paths.protocolPath(protocol), { record: 'protocol', verb: 'read' }, protocolPage)
  formAt(app, needs, paths.changeProtocolPath(protocol), { record: 'protocol', verb: 'change' }, changedProtocol)
  formAt(app, needs, paths.signProtocolPath(protocol, ':party'), { record: 'protocol', verb: 'sign' }, signedProtocol)
  formAt(app, needs, paths.newDutyPath(protocol), { record: 'protocol', verb: 'change' }, newDuty)
  formAt(app, needs, paths.endDutyPath(protocol, duty), { record: 'protocol', verb: 'change' }, endedDuty)
}

function memberRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds): void {
  pageAt(app, needs, paths.membersPath(slug), { record: 'seat', verb: 'read' }, membersPage)
  fileAt(app, needs, paths.memberCsvPath(slug), { record: 'seat', verb: 'read' }, membersFile)
  pageAt(app, needs, paths.memberHistoryPath(slug), { record: 'appointment', verb: 'read' }, memberHistoryPage)
  importRoutes(app, needs)
  formAt(app, needs, newCompositionRulePath(slug), { record: 'composition-rule', verb: 'add' }, newCompositionRule)
  formAt(app, needs, endCompositionRulePath(slug, ':rule'), { record: 'composition-rule', verb: 'end' }, endedCompositionRule)
  formAt(app, needs, paths.newSeatPath(slug), { record: 'seat', verb: 'add' }, newSeat)
  formAt(app, needs, paths.changeSeatPath(slug, ':seat'), { record: 'seat', verb: 'change' }, changedSeat)
  formAt(app, needs, paths.endSeatPath(slug, ':seat'), { record: 'seat', verb: 'end' }, endedSeat)
  formAt(app, needs, paths.appointPath(slug, ':seat'), { record: 'appointment', verb: 'add' }, newAppointment)
  formAt(app, needs, paths.newOfficePath(slug), { record: 'office', verb: 'add' }, newOffice)
  formAt(app, needs, paths.endOfficePath(slug, ':office'), { record: 'office', verb: 'end' }, endedOffice)
  formAt(app, needs, paths.endDeputyPath(slug, ':deputy'), { record: 'deputy-authorisation', verb: 'end' }, endedDeputy)
  pageAt(app, needs, paths.appointmentPath(slug, ':appointment'), { record: 'appointment', verb: 'read' }, appointmentPage)
  formAt(app, needs, paths.endAppointmentPath(slug, ':appointment'), { record: 'appointment', verb: 'end' }, endedAppointment)
  formAt(app, needs, paths.newDeputyPath(slug, ':appointment'), { record: 'deputy-authorisation', verb: 'add' }, newDeputy)
}

function termsRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds, documents: DocumentStore): void {
  pageAt(app, needs, paths.termsPath(slug), { record: 'terms', state: 'adopted', verb: 'read' }, termsInForce)
  formAt(app, needs, paths.termsImportPath(slug), { record: 'terms', state: 'draft', verb: 'add' }, importedTerms)
  actAt(app, needs, paths.termsCopyPath(slug), { record: 'terms', state: 'draft', verb: 'add' }, copyOfTerms)
  fileAt(app, needs, `${paths.termsPath(slug)}/:number{[0-9]+\\.json}`, { record: 'terms', state: 'adopted', verb: 'export' }, termsFile)
  const printed = `${paths.termsPath(slug)}/:number{[0-9]+\\.pdf}`
  fileAt(app, needs, printed, { record: 'terms', state: 'adopted', verb: 'export' }, termsPrinted(documents))
  pageAt(app, needs, `${paths.termsPath(slug)}/:number`, { record: 'terms', state: 'adopted', verb: 'read' }, termsVersion)
  formAt(app, needs, `${paths.termsPath(slug)}/:number/adopt`, { record: 'terms', state: 'draft', verb: 'adopt' }, adoptedTerms)
  actAt(app, needs, `${paths.termsPath(slug)}/:number/withdraw`, { record: 'terms', state: 'draft', verb: 'withdraw' }, withdrawnTerms)
}

function guideRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds): void {
  const number = ':number'
  const change = { record: 'terms', state: 'draft', verb: 'change' } as const
  actAt(app, needs, paths.termsBeginPath(slug), { record: 'terms', state: 'draft', verb: 'add' }, begunTerms)
  pageAt(app, needs, paths.termsChangesPath(slug, number), { record: 'terms', state: 'adopted', verb: 'read' }, changesPage)
  pageAt(app, needs, paths.termsGuidePath(slug, number), change, guidePage)
  pageAt(app, needs, paths.termsSectionPath(slug, number, 'seats'), change, guideSeatsPage)
  formAt(app, needs, paths.termsSeatPath(slug, number, ':seat'), change, guideSeat)
  formAt(app, needs, paths.termsSectionPath(slug, number, ':section'), change, guideSection)
}

function recordRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds, documents: DocumentStore): void {
  pageAt(app, needs, paths.organisationsPath, { record: 'organisation', verb: 'read' }, pages.organisationsPage)
  formAt(app, needs, paths.partnershipNamePath, { record: 'partnership', verb: 'change' }, partnershipName)
  formAt(app, needs, paths.partnershipLogoPath, { record: 'partnership', verb: 'change' }, partnershipLogo(documents))
  formAt(app, needs, paths.newOrganisationPath, { record: 'organisation', verb: 'add' }, newOrganisation)
  pageAt(app, needs, paths.organisationPath(':organisation'), { record: 'organisation', verb: 'read' }, pages.organisationPage)
  formAt(app, needs, paths.changeOrganisationPath(':organisation'), { record: 'organisation', verb: 'change' }, changedOrganisation)
  pageAt(app, needs, paths.peoplePath, { record: 'person', verb: 'list' }, pages.peoplePage)
  formAt(app, needs, paths.newPersonPath, { record: 'person', verb: 'add' }, newPerson)
  pageAt(app, needs, paths.personPath(':person'), { record: 'person', verb: 'read' }, pages.personPage)
  formAt(app, needs, paths.changePersonPath(':person'), { record: 'person', verb: 'change' }, changedPerson)
  actAt(app, needs, paths.invitePersonPath(':person'), { record: 'person', verb: 'invite' }, pages.invitedPerson)
  actAt(app, needs, paths.invitePersonAgainPath(':person'), { record: 'person', verb: 'invite' }, pages.invitedPersonAgain)
  formAt(app, needs, paths.myContactPath, { record: 'person-contact', verb: 'change', own: true }, ownContact)
  formAt(app, needs, paths.newPostPath(':person'), { record: 'post', verb: 'add' }, newPost)
  formAt(app, needs, paths.endPostPath(':person', ':post'), { record: 'post', verb: 'end' }, endedPost)
  pageAt(app, needs, paths.myInterestsPath, { record: 'interest', state: 'public', verb: 'review', own: true }, register.myInterestsPage)
  formAt(app, needs, paths.newInterestPath, { record: 'interest', state: 'public', verb: 'add', own: true }, newInterest)
  actAt(
    app,
    needs,
    paths.reviewInterestsPath,
    { record: 'interest', state: 'public', verb: 'review', own: true },
    register.reviewedInterests,
  )
  formAt(
    app,
    needs,
    paths.changeInterestPath(':interest'),
    { record: 'interest', state: 'public', verb: 'change', own: true },
    amendedInterest,
  )
  formAt(app, needs, paths.endInterestPath(':interest'), { record: 'interest', state: 'public', verb: 'end', own: true }, endedInterest)
}
