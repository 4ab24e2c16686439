import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import {
  claimPath,
  endApproverPath,
  expenseBudgetPath,
  expensesCsvPath,
  expensesPath,
  membersPath,
  newApproverPath,
  newClaimPath,
} from '../paths.ts'
import type { Approver, ExpenseClaim } from '../queries/expenses.ts'
import { datedRulesPath } from '../rule-paths.ts'
import type { BudgetStanding } from '../rules/expenses.ts'
import { claimKindLabels, claimStateWords, milesInWords, sumInWords, yearInWords } from '../words/expenses.ts'
import { BoardPage, ButtonLink, TextLink } from './board-page.tsx'

/** What clerks and approvers see of the expenses of a board. */
export interface ExpensesView {
  readonly body: { readonly slug: string; readonly name: string }
  /** In which the budget begins, on 1 April. */
  readonly year: number
  readonly budget: BudgetStanding
  readonly claims: readonly ExpenseClaim[]
  readonly approvers: readonly Approver[]
  /** Whether the reader is a clerk of the board. */
  readonly keeps: boolean
}

/** The board's own small budget, what is claimed from it, and who approves. */
export function ExpensesPage({ visit, view }: { readonly visit: Visit; readonly view: ExpensesView }): JSX.Element {
  const { body, year, claims, keeps } = view
  return (
    <BoardPage
      visit={visit}
      body={body}
      section="members"
      title={`Expenses ${yearInWords(year)}`}
      lead="What members are paid back from the board’s own budget, from 1 April to 31 March. Clerks and approvers see this; members see their own claims."
      crumbs={[{ text: 'Members', href: membersPath(body.slug) }]}
      actions={keeps ? <ButtonLink href={expenseBudgetPath(body.slug, year)} text="Set the budget" /> : undefined}
    >
      <Budget view={view} />
      <Card id="claims" title="Claims" flush={claims.length > 0}>
        {claims.length === 0 ? (
          <EmptyState title="Nothing was claimed in this year" text="Members claim from My work, with a receipt where they have one." />
        ) : (
          <ClaimTable claims={claims} caption="Claims of the year, the latest first" named />
        )}
      </Card>
      <Approvers view={view} />
      <p class="gt-actions">
        <TextLink href={expensesPath(body.slug, year - 1)} text={`Year ${yearInWords(year - 1)}`} />{' '}
        <TextLink href={expensesPath(body.slug, year + 1)} text={`Year ${yearInWords(year + 1)}`} />{' '}
        <TextLink href={expensesCsvPath(body.slug, year)} text="Download for finance (CSV)" />
      </p>
    </BoardPage>
  )
}

function Budget({ view: { budget, year } }: { readonly view: ExpensesView }): JSX.Element {
  const { given, approved, paid, waiting, left } = budget
  return (
    <Card id="budget" title={`Budget ${yearInWords(year)}`}>
      <KeyFacts
        facts={[
          { label: 'Given', value: given === undefined ? undefined : sumInWords(given) },
          { label: 'Approved', value: `${sumInWords(approved)}, of which ${sumInWords(paid)} is paid` },
          { label: 'Left', value: left === undefined ? undefined : sumInWords(left) },
          { label: 'Waits for approval', value: sumInWords(waiting) },
        ]}
      />
    </Card>
  )
}

function Approvers({ view: { body, approvers, keeps } }: { readonly view: ExpensesView }): JSX.Element {
  const rows = approvers.map(({ id, person, namedIn, startsOn }) => ({
    cells: [
      person.name,
      namedIn,
      <DateText day={startsOn} weekday={false} />,
      ...(keeps ? [<TextLink href={endApproverPath(body.slug, id)} text="End" about={person.name} />] : []),
    ],
  }))
  const columns = [
    ...['Approver', 'Named in', 'Since'].map((heading) => ({ heading })),
    ...(keeps ? [{ heading: 'End', hiddenHeading: true }] : []),
  ]
  return (
    <Card
      id="approvers"
      title="Who approves"
      lead="Nobody approves their own claim."
      link={keeps ? { text: 'Name somebody', href: newApproverPath(body.slug) } : undefined}
      flush={rows.length > 0}
    >
      {rows.length === 0 ? (
        <EmptyState title="The board has named nobody" text="Until somebody is named, claims wait." />
      ) : (
        <DataTable caption="Who approves expenses today" hideCaption narrow="stack" columns={columns} rows={rows} />
      )}
    </Card>
  )
}

function ClaimTable(props: { readonly claims: readonly ExpenseClaim[]; readonly caption: string; readonly named: boolean }): JSX.Element {
  const rows = props.claims.map((claim) => ({
    cells: [
      <TextLink href={claimPath(claim.body.slug, claim.id)} text={claim.words} />,
      props.named ? claim.person.name : claim.body.name,
      claim.miles ? milesInWords(claim.miles) : claimKindLabels[claim.kind],
      <DateText day={claim.spentOn} weekday={false} />,
      sumInWords(claim.pence),
      <ClaimState claim={claim} />,
    ],
  }))
  const columns = [
    { heading: 'For' },
    { heading: props.named ? 'Member' : 'Board' },
    { heading: 'What' },
    { heading: 'Spent on' },
    { heading: 'Sum', numeric: true },
    { heading: 'State' },
  ]
  return <DataTable caption={props.caption} hideCaption narrow="stack" columns={columns} rows={rows} />
}

/** Where a claim stands. */
export function ClaimState({ claim }: { readonly claim: ExpenseClaim }): JSX.Element {
  const [meaning, words] = claimStateWords[claim.isPaid ? 'paid' : claim.state]
  return <StatusPill meaning={meaning}>{words}</StatusPill>
}

/** One's own claims on all boards, and where one may claim. */
export function MyExpensesPage(props: {
  readonly visit: Visit
  readonly claims: readonly ExpenseClaim[]
  /** Boards to which one belongs today. */
  readonly boards: readonly { readonly slug: string; readonly name: string }[]
}): JSX.Element {
  const { visit, claims, boards } = props
  return (
    <Page visit={visit} title="My expenses" breadcrumbs={[{ text: 'My work', href: '/work' }]} width="workspace">
      <PageHead
        title="My expenses"
        lead="Travel, care of a child or an older person while you are at a meeting, and what else a board pays back. Only you, the board’s clerks and those who approve see a claim."
      />
      <Card id="own-claims" title="Your claims" flush={claims.length > 0}>
        {claims.length === 0 ? (
          <EmptyState title="You have claimed nothing" text="Choose the board below for whose meeting you spent money." />
        ) : (
          <ClaimTable claims={claims} caption="Your claims, the latest first" named={false} />
        )}
      </Card>
      <p class="govuk-body">
        <a class="govuk-link" href={`${datedRulesPath}#mile-rates`}>
          What a mile is paid
        </a>
      </p>
      <Card id="claim-from" title="Make a claim">
        {boards.length === 0 ? (
          <p class="gt-quiet">You belong to no board today.</p>
        ) : (
          <ul class="gt-list">
            {boards.map(({ slug, name }) => (
              <li>
                <TextLink href={newClaimPath(slug)} text={`Claim from the ${name}`} />
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Page>
  )
}
