import type { FamilyLine } from '../queries/families.ts'
import type { findRequestAndWork } from '../queries/next-step.ts'
import type { AgreementRecord } from '../queries/record.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { type CaseworkRelation, type ContentClass, mayIn } from '../rules/access.ts'
import type { FamilyWork, NextMay } from '../rules/next-step.ts'

/** How far the work with a family is, as far as whoever looks may know. */
export function workOf(
  of: {
    readonly family: FamilyLine
    readonly agreements: readonly AgreementRecord[]
    readonly proposal: { readonly person: string } | undefined
    readonly progress: Awaited<ReturnType<typeof findRequestAndWork>>['progress']
    readonly opens: (part: ContentClass) => boolean
  },
  { person }: CaseworkTies,
): FamilyWork {
  const { family, agreements, proposal, progress, opens } = of
  return {
    isClosed: family.closedOn !== undefined,
    agreement: agreements[0],
    hasAgreed: family.agreedOn !== undefined,
    hasLead: family.lead !== undefined,
    asked: proposal && (proposal.person === person ? 'me' : 'other'),
    assessment: opens('assessment') ? progress.assessment : 'sealed',
    plan: opens('plan') ? (progress.reviewOn ? { reviewOn: progress.reviewOn } : 'none') : 'sealed',
    renewalNoticeDays: progress.renewalNoticeDays,
  }
}

/** What whoever looks may do of what can be next, as the matrix has it. */
export const nextMay = (relations: ReadonlySet<CaseworkRelation>): NextMay => ({
  agree: mayIn(relations, 'family', 'agree'),
  propose: mayIn(relations, 'family', 'propose'),
  assess: mayIn(relations, 'family', 'assess'),
  lead: mayIn(relations, 'family', 'plan-lead'),
})
