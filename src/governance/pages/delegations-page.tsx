import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { dateItems } from '#platform/web/components/day-input.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Missing } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { DateInput } from '#platform/web/govuk/components.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { boardPath, delegationPath, delegationsPath, heldByLawPath, newDelegationPath, relationshipsPath, termsPath } from '../paths.ts'
import type { Body } from '../queries/bodies.ts'
import type { DelegationRecord } from '../queries/delegations.ts'
import type { Reporting } from '../queries/reports.ts'
import type { Delegation } from '../rules/delegation.ts'
import { delegationStateWords, grantWords, holderWords, ownPowerWords } from '../words/delegation.ts'
import { reportDueWords, reportStateWords } from '../words/protocols.ts'
import { BoardPage, ButtonLink, TextLink } from './board-page.tsx'

/** A function of the terms, with what the board itself may do, and who else may do what on the day. */
export interface FunctionLine {
  readonly name: string
  readonly own: Delegation
  readonly others: readonly DelegationRecord[]
}

/** What the page of who may decide what shows. */
export interface DelegationsView {
  readonly body: Body
  readonly onDay: Temporal.PlainDate
  readonly form: FormState
  /** Undefined where no terms were in force on the day. */
  readonly functions: readonly FunctionLine[] | undefined
  /** In force on the day, held by law or handed on from there. */
  readonly byLaw: readonly DelegationRecord[]
  /** Of this board, not in force on the day. */
  readonly rest: readonly DelegationRecord[]
  /** What other boards gave to this one. */
  readonly received: readonly DelegationRecord[]
  /** Boards that hold something on the day, with how each reports back; undefined where no report is agreed. */
  readonly reporting: readonly { readonly slug: string; readonly name: string; readonly report: Reporting | undefined }[]
  readonly keeps: boolean
}

/** Who may decide what for a board, function by function, as it was or will be on any day (G14). */
export function DelegationsPage({ visit, view }: { readonly visit: Visit; readonly view: DelegationsView }): JSX.Element {
  const { body, onDay, keeps } = view
  return (
    <BoardPage
      visit={visit}
      body={body}
      section="terms"
      title="Who may decide what"
      lead={`What this board decides itself, what is reserved to others, and what it has given to somebody else, on ${dayInWords(onDay)}.`}
      crumbs={[{ text: 'Terms of reference', href: termsPath(body.slug) }]}
      actions={
        keeps ? (
          <>
            <ButtonLink href={newDelegationPath(body.slug)} text="Record a delegation" />{' '}
            <ButtonLink href={heldByLawPath(body.slug)} text="Record what is held by law" />
          </>
        ) : undefined
      }
    >
      <p class="govuk-body">Whoever lets somebody else decide stays accountable for it.</p>
      <Functions view={view} />
      <List title="Held by law" records={view.byLaw} />
      <Reports view={view} />
      <List title="Received from other boards" records={view.received} withState withOwner />
      <List title="Not in force on that day" records={view.rest} withState />
      <form method="get" action={delegationsPath(body.slug)} novalidate>
        <DateInput
          id="on"
          namePrefix="on"
          items={[...dateItems(view.form, 'on')]}
          fieldset={{ legend: { text: 'Show another day', classes: 'govuk-fieldset__legend--s' } }}
          errorMessage={view.form.error('on')}
        />
        <button class="govuk-button govuk-button--secondary" type="submit">
          Show
        </button>
      </form>
    </BoardPage>
  )
}

function Functions({ view: { functions } }: { readonly view: DelegationsView }): JSX.Element {
  if (functions === undefined)
    return (
      <EmptyState
        title="No terms were in force on that day"
        text="Terms of reference say what a board may decide. Without them nothing can be delegated."
      />
    )
  if (functions.length === 0)
    return (
      <EmptyState
        title="The terms name no function"
        text="They do not say what this board may decide. Its clerk can add that to a new version of the terms."
      />
    )
  const columns = ['Function', 'The board itself', 'Others'].map((heading) => ({ heading }))
  const rows = functions.map(({ name, own, others }) => ({
    cells: [
      name,
      ownPowerWords(own),
      others.length === 0 ? (
        <span class="gt-quiet">Nobody else</span>
      ) : (
        <ul class="gt-list">
          {others.map((one) => (
            <li>
              <Grant record={one} />
            </li>
          ))}
        </ul>
      ),
    ],
  }))
  return <DataTable caption="Function by function" narrow="stack" columns={columns} rows={rows} />
}

/** 'Director of Public Health, County Council (Femi Adeyemi) may decide, up to £50,000 each time', handed on by whom. */
function Grant({ record }: { readonly record: DelegationRecord }): JSX.Element {
  const { to, of, id, giver } = record
  return (
    <>
      <TextLink href={delegationPath(of.slug, id)} text={holderWords(to)} />
      {to.heldBy.length > 0 && ` (${to.heldBy.map(({ name }) => name).join(', ')})`} {grantWords(record)}
      {giver && `, handed on by ${holderWords(giver)}`}
    </>
  )
}

function List(props: {
  readonly title: string
  readonly records: readonly DelegationRecord[]
  /** False where all are in force. */
  readonly withState?: boolean
  readonly withOwner?: boolean
}): JSX.Element | null {
  const { title, records, withState = false, withOwner = false } = props
  if (records.length === 0) return null
  const columns = ['Function', ...(withOwner ? ['From'] : []), 'Who', ...(withState ? ['State'] : [])].map((heading) => ({ heading }))
  const rows = records.map((one) => {
    const [meaning, words] = delegationStateWords[one.state]
    return {
      cells: [
        one.functionName,
        ...(withOwner ? [<TextLink href={delegationsPath(one.of.slug)} text={one.of.name} />] : []),
        <Grant record={one} />,
        ...(withState ? [<StatusPill meaning={meaning}>{words}</StatusPill>] : []),
      ],
    }
  })
  return <DataTable caption={title} narrow="stack" columns={columns} rows={rows} />
}

/** Whoever holds something reports back: sub-bodies at least yearly (G14). */
function Reports({ view }: { readonly view: DelegationsView }): JSX.Element | null {
  if (view.reporting.length === 0) return null
  const columns = ['Board', 'How it reports back'].map((heading) => ({ heading }))
  const rows = view.reporting.map(({ slug, name, report }) => {
    const [meaning, words] = report === undefined ? (['unknown', ''] as const) : reportStateWords[report.state]
    return {
      cells: [
        <TextLink href={boardPath(slug)} text={name} />,
        report === undefined ? (
          <>
            <Missing>No report back is agreed</Missing>{' '}
            <span class="gt-quiet">Whoever holds something of this board reports to it at least yearly.</span>{' '}
            <TextLink href={relationshipsPath(view.body.slug)} text="Relationships" />
          </>
        ) : (
          <>
            <StatusPill meaning={meaning}>{words}</StatusPill>{' '}
            <span class="gt-quiet">{reportDueWords(report.state, report.dueOn, report.basis)}</span>
          </>
        ),
      ],
    }
  })
  return <DataTable caption="Reports back" narrow="stack" columns={columns} rows={rows} />
}
