import type { JSX } from 'hono/jsx/jsx-runtime'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button, Panel, Radios } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { NOBODY } from '../forms/election.ts'
import { electionPaths } from '../paths.ts'
import type { Candidate, Election } from '../queries/elections.ts'
import { shownReceipt } from '../rules/ballot.ts'
import { electionTitle } from '../words/election.ts'
import { SecrecyCard } from './secrecy-card.tsx'

interface BallotProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly election: Election
}

const crumbs = ({ board, election }: BallotProps) => [
  { text: board.name, href: `/boards/${board.slug}` },
  { text: electionTitle(election), href: electionPaths.election(election.id) },
]

/** The ballot paper: one choice, with the receipt that only this page knows. */
export function BallotPage(
  props: BallotProps & { readonly candidates: readonly Candidate[]; readonly receipt: string; readonly form: FormState },
): JSX.Element {
  const { visit, election, candidates, receipt, form } = props
  const chosen = form.value('choice')
  const items = [
    ...candidates.map(({ id, name, statement }) => ({
      value: id,
      text: name,
      checked: chosen === id,
      ...(statement === '' ? {} : { hint: { text: statement } }),
    })),
    { divider: 'or' },
    { value: NOBODY, text: 'None of them', checked: chosen === NOBODY, hint: { text: 'Your paper is counted, and is for nobody' } },
  ]
  return (
    <Page
      visit={visit}
      title={`Ballot paper: ${electionTitle(election)}`}
      breadcrumbs={crumbs(props)}
      width="form"
      problems={form.problems}
    >
      <PageHead
        title="Ballot paper"
        caption={electionTitle(election)}
        lead="You have one vote. Once the paper is in the box it cannot be changed."
      />
      <form method="post" action={electionPaths.step(election.id, 'ballot')} novalidate autocomplete="off">
        <CsrfField visit={visit} />
        <input type="hidden" name="receipt" value={receipt} />
        <Radios
          idPrefix="choice"
          name="choice"
          fieldset={{ legend: { text: 'Who do you vote for?', classes: 'govuk-fieldset__legend--m' } }}
          errorMessage={form.error('choice')}
          items={items}
        />
        <div class="govuk-inset-text">
          <p>
            Your receipt: <strong>{shownReceipt(receipt)}</strong>
          </p>
          <p>Write it down before you vote. Nobody else knows it, and it is shown once more after you vote and then never again.</p>
        </div>
        <Button text="Put the paper in the box" preventDoubleClick />
      </form>
      <SecrecyCard />
    </Page>
  )
}

/** The answer to a paper that is in the box. The choice is not repeated, for whoever stands behind the voter. */
export function ReceiptPage(props: BallotProps & { readonly receipt: string; readonly wasThere: boolean }): JSX.Element {
  const { visit, election, receipt, wasThere } = props
  return (
    <Page visit={visit} title={`Your receipt: ${electionTitle(election)}`} breadcrumbs={crumbs(props)} width="form">
      <Panel titleText="Your paper is in the box" text={`Your receipt: ${shownReceipt(receipt)}`} headingLevel={1} />
      {wasThere && (
        <p class="govuk-inset-text">
          This paper was sent more than once, for example because the button was pressed twice. It is in the box once.
        </p>
      )}
      <p>
        <strong>Write the receipt down now.</strong> It is not kept with your name, so nobody can look it up for you, and this page cannot
        be opened again.
      </p>
      <p>
        After the count all papers are listed under their receipts on the page of the election. Find yours and see that it was counted as
        you filled it in. Show it to nobody who should not know how you voted.
      </p>
      <p>
        <a class="govuk-link" href={electionPaths.election(election.id)}>
          Back to the election
        </a>
      </p>
    </Page>
  )
}

/** Where there is no paper to fill in, with the reason. */
export function NoPaperPage(props: BallotProps & { readonly sentence: string }): JSX.Element {
  return (
    <Page visit={props.visit} title={`Ballot paper: ${electionTitle(props.election)}`} breadcrumbs={crumbs(props)} width="form">
      <PageHead title="Ballot paper" caption={electionTitle(props.election)} />
      <EmptyState
        title="There is no paper for you to fill in"
        text={`${props.sentence}.`}
        action={{ text: 'Back to the election', href: electionPaths.election(props.election.id) }}
      />
    </Page>
  )
}
