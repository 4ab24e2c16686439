import type { Hono } from 'hono'
import type { DocumentStore } from '#platform/documents/store.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import * as paths from '../paths.ts'
import { findApprovers } from '../queries/expenses.ts'
import { ownNeeds } from './access-needs.ts'
import { actAt, fileAt, formAt, type GovernanceNeeds, type Permission, pageAt } from './endpoint.tsx'
import { changedClaim, newClaim, paidClaim, settledClaim } from './expense-forms.ts'
import { claimPage, expensesFile, expensesPage, myExpensesPage, receiptFile, withdrawnClaim } from './expense-pages.tsx'
import { changedBudget, endedApprover, newApprover } from './expense-settings.ts'
import { didStep, endedStep, inductionPage, markedStep, myInductionPage, newStep } from './induction.tsx'
import { agreementPage, newAgreement, signed } from './signing.tsx'
import { reviewedTerms } from './terms-review.ts'

const slug = ':slug'
const number = ':number'

/** Every address of what members keep themselves, and of the reviews that are asked for once a year. */
export function membersOwnRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds, documents: DocumentStore): void {
  formAt(app, needs, paths.reviewTermsPath(slug, number), { record: 'terms-review', verb: 'record' }, reviewedTerms)
  inductionRoutes(app, needs)
  expenseRoutes(app, needs, documents)
  formAt(app, needs, paths.myNeedsPath, { record: 'access-need', verb: 'change', own: true }, ownNeeds)
}

/** Whom a body names to approve expenses: towards them they lead. */
const leads: NonNullable<Permission['leads']> = async (reader, body, today) =>
  (await findApprovers(reader, body, today)).map(({ person }) => person.id)

function expenseRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds, documents: DocumentStore): void {
  const claim = ':claim'
  const [read, change] = [
    { record: 'expense-claim', verb: 'read', own: true },
    { record: 'expense-claim', verb: 'change', own: true },
  ] as const
  pageAt(app, needs, paths.expensesPath(slug), { record: 'expense-budget', verb: 'read', leads }, expensesPage)
  fileAt(app, needs, paths.expensesCsvPath(slug), { record: 'expense-budget', verb: 'read', leads }, expensesFile)
  formAt(app, needs, paths.expenseBudgetPath(slug, ':year'), { record: 'expense-budget', verb: 'change' }, changedBudget)
  formAt(app, needs, paths.newApproverPath(slug), { record: 'expense-approver', verb: 'add' }, newApprover)
  formAt(app, needs, paths.endApproverPath(slug, ':approver'), { record: 'expense-approver', verb: 'end' }, endedApprover)
  formAt(app, needs, paths.newClaimPath(slug), { record: 'expense-claim', verb: 'add', own: true }, newClaim(documents))
  pageAt(app, needs, paths.claimPath(slug, claim), read, claimPage)
  fileAt(app, needs, paths.receiptPath(slug, claim), read, receiptFile(documents))
  formAt(app, needs, paths.changeClaimPath(slug, claim), change, changedClaim(documents))
  actAt(app, needs, paths.withdrawClaimPath(slug, claim), change, withdrawnClaim)
  formAt(app, needs, paths.settleClaimPath(slug, claim), { record: 'expense-claim', verb: 'settle', leads }, settledClaim)
  formAt(app, needs, paths.payClaimPath(slug, claim), { record: 'expense-claim', verb: 'pay' }, paidClaim)
  pageAt(app, needs, paths.myExpensesPath, read, myExpensesPage)
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
