import type { JSX } from 'hono/jsx/jsx-runtime'
import { DateText, InstantText } from '#platform/web/components/date-text.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { changeClaimPath, expensesPath, myExpensesPath, payClaimPath, receiptPath, settleClaimPath, withdrawClaimPath } from '../paths.ts'
import type { ExpenseClaim } from '../queries/expenses.ts'
import { budgetYearOf } from '../rules/expenses.ts'
import { claimKindLabels, milesInWords, sumInWords } from '../words/expenses.ts'
import { ButtonLink, TextLink } from './board-page.tsx'
import { ClaimState } from './expenses-page.tsx'

/** What the page of one claim shows. */
export interface ClaimView {
  readonly claim: ExpenseClaim
  readonly isOwn: boolean
  readonly settles: boolean
  readonly pays: boolean
  /** Why an act did not happen; undefined when nothing went wrong. */
  readonly problem?: string | undefined
}

/** One claim, for the claimant, the approver and the clerk. */
export function ClaimPage({ visit, view }: { readonly visit: Visit; readonly view: ClaimView }): JSX.Element {
  const { claim, isOwn } = view
  const { slug } = claim.body
  const isOpen = claim.state === 'submitted' || claim.state === 'returned'
  const up = isOwn
    ? { text: 'My expenses', href: myExpensesPath }
    : { text: 'Expenses', href: expensesPath(slug, budgetYearOf(claim.spentOn)) }
  return (
    <Page visit={visit} title={`Claim of ${sumInWords(claim.pence)}`} breadcrumbs={[up]} width="workspace">
      <PageHead
        title={`Claim of ${sumInWords(claim.pence)}`}
        caption={`${claim.person.name}, ${claim.body.name}`}
        status={<ClaimState claim={claim} />}
        actions={
          <>
            {isOwn && isOpen && <ButtonLink href={changeClaimPath(slug, claim.id)} text="Change and send again" />}
            {isOwn && isOpen && (
              <PostButton visit={visit} action={withdrawClaimPath(slug, claim.id)} text="Withdraw" fields={{ version: claim.version }} />
            )}
            {view.settles && <ButtonLink href={settleClaimPath(slug, claim.id)} text="Approve or return" main />}
            {view.pays && <ButtonLink href={payClaimPath(slug, claim.id)} text="Mark as paid" />}
          </>
        }
      />
      {view.problem && (
        <div class="govuk-inset-text" role="alert">
          {view.problem}
        </div>
      )}
      {claim.state === 'returned' && (
        <div class="govuk-inset-text">
          <b>Returned:</b> <span class="gt-typed">{claim.reason}</span>
        </div>
      )}
      <KeyFacts facts={factsOf(claim)} />
    </Page>
  )
}

function factsOf(claim: ExpenseClaim) {
  const { miles, receipt, settled, paid } = claim
  return [
    { label: 'For', value: <span class="gt-typed">{claim.words}</span> },
    { label: 'Kind', value: claimKindLabels[claim.kind] },
    ...(miles
      ? [
          {
            label: 'Distance',
            value: (
              <>
                {milesInWords(miles)} <span class="gt-quiet">{miles.source}</span>
              </>
            ),
          },
        ]
      : []),
    { label: 'Spent on', value: <DateText day={claim.spentOn} weekday={false} /> },
    { label: 'Sum', value: sumInWords(claim.pence) },
    {
      label: 'Receipt',
      value: receipt ? <TextLink href={receiptPath(claim.body.slug, claim.id)} text="Open the receipt" /> : 'None came with it',
    },
    { label: 'Sent in', value: <InstantText instant={claim.submittedAt} /> },
    ...(settled
      ? [
          {
            label: claim.state === 'approved' ? 'Approved' : 'Last returned',
            value: (
              <>
                <DateText day={settled.on} weekday={false} /> by {settled.by.name}
              </>
            ),
          },
        ]
      : []),
    ...(paid
      ? [
          {
            label: 'Paid',
            value: (
              <>
                <DateText day={paid.on} weekday={false} />, reference {paid.reference}
              </>
            ),
          },
        ]
      : []),
  ]
}
