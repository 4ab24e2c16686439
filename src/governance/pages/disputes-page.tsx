import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Missing, TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { boardPath, disputeActPath, disputePath, disputesPath, newDisputePath, personPath, termsPath } from '../paths.ts'
import type { Body } from '../queries/bodies.ts'
import type { Dispute, DisputeStep } from '../queries/disputes.ts'
import { type DisputeState, disputeState, type LadderStep, stepDueOn } from '../rules/dispute.ts'
import { disputeSightLabels, disputeStateWords, dueWords, ladderStepWords, settledHowLabels, stepOutcomeLabels } from '../words/disputes.ts'
import { BetweenBoards } from './between-boards.tsx'
import { BoardPage, ButtonLink, TextLink } from './board-page.tsx'

/** What the page of disputes shows. */
export interface DisputesView {
  readonly body: Body
  /** Those that the reader may see, those taken to this board too. */
  readonly disputes: readonly Dispute[]
  /** By the terms in force today; empty where they name none. */
  readonly ladder: readonly LadderStep[]
  readonly raises: boolean
}

/** What a board cannot agree on, what was taken to it, and the ladder of its terms (G9). */
export function DisputesPage({ visit, view }: { readonly visit: Visit; readonly view: DisputesView }): JSX.Element {
  const { body, disputes, ladder, raises } = view
  return (
    <BoardPage
      visit={visit}
      body={body}
      section="relationships"
      title="Disputes"
      lead="What this board cannot agree on: both views, the steps that its terms name, and the answer that comes down."
      actions={raises ? <ButtonLink href={newDisputePath(body.slug)} text="Record a dispute" /> : undefined}
    >
      <BetweenBoards visit={visit} slug={body.slug} />
      {disputes.length === 0 && (
        <EmptyState
          title="No dispute is recorded that you may see"
          text="Where members cannot agree, the clerk records both views here and takes the matter up, step by step."
        />
      )}
      <Disputes visit={visit} view={view} title="Of this board" disputes={disputes.filter((one) => one.body.id === body.id)} />
      <Disputes visit={visit} view={view} title="Taken to this board" disputes={disputes.filter((one) => one.body.id !== body.id)} />
      <Card id="ladder" title="The ladder of its terms today">
        {ladder.length === 0 ? (
          <p class="gt-missing">
            The <TextLink href={termsPath(body.slug)} text="terms of reference" /> name no steps for a dispute.
          </p>
        ) : (
          <ol class="govuk-list govuk-list--number">
            {ladder.map((step) => (
              <li>{ladderStepWords(step)}</li>
            ))}
          </ol>
        )}
      </Card>
    </BoardPage>
  )
}

function Disputes(props: {
  readonly visit: Visit
  readonly view: DisputesView
  readonly title: string
  readonly disputes: readonly Dispute[]
}): JSX.Element | null {
  const { visit, view, title, disputes } = props
  if (disputes.length === 0) return null
  const rows = disputes.map((dispute) => ({
    cells: [
      <TextLink href={disputePath(view.body.slug, dispute.id)} text={dispute.subject} />,
      <TextLink href={boardPath(dispute.body.slug)} text={dispute.body.name} />,
      <DateText day={dispute.raisedOn} weekday={false} />,
      <State dispute={dispute} state={disputeState(dispute, visit.today)} />,
    ],
  }))
  const columns = ['Matter', 'Board', 'Raised on', 'State'].map((heading) => ({ heading }))
  return <DataTable caption={title} narrow="stack" columns={columns} rows={rows} />
}

function State({ dispute, state }: { readonly dispute: Dispute; readonly state: DisputeState }): JSX.Element {
  const [meaning, words] = disputeStateWords[state]
  const last = dispute.steps.at(-1)
  const isOpen = state === 'waiting' || state === 'overdue' || state === 'postponed'
  return (
    <>
      <StatusPill meaning={meaning}>{words}</StatusPill>{' '}
      {isOpen && last && (
        <span class="gt-quiet">
          {last.body?.name ?? last.person?.name ?? last.who}. {dueWords(stepDueOn(last))}
        </span>
      )}
    </>
  )
}

/** What the page of one dispute shows. */
export interface DisputeView {
  readonly body: Body
  readonly dispute: Dispute
  readonly state: DisputeState
  readonly takesUp: boolean
  readonly postpones: boolean
  readonly answers: boolean
  readonly settles: boolean
}

/** One dispute: the matter, both views, the steps that were taken and those to come. */
export function DisputePage({ visit, view }: { readonly visit: Visit; readonly view: DisputeView }): JSX.Element {
  const { body, dispute, state } = view
  const [meaning, words] = disputeStateWords[state]
  return (
    <BoardPage
      visit={visit}
      body={body}
      section="relationships"
      title={dispute.subject}
      crumbs={[{ text: 'Disputes', href: disputesPath(body.slug) }]}
      status={<StatusPill meaning={meaning}>{words}</StatusPill>}
      actions={<Acts view={view} />}
    >
      <KeyFacts
        facts={[
          { label: 'Board', value: <TextLink href={boardPath(dispute.body.slug)} text={dispute.body.name} /> },
          { label: 'Matter', value: <TypedWords words={dispute.words} /> },
          { label: 'Raised on', value: <DateText day={dispute.raisedOn} /> },
          { label: 'Raised at', value: dispute.raisedIn || <Missing>Not recorded</Missing> },
          { label: `View of the majority: ${dispute.majority}`, value: <TypedWords words={dispute.majorityView} /> },
          { label: `View of the minority: ${dispute.minority}`, value: <TypedWords words={dispute.minorityView} /> },
          { label: 'Who may read this', value: disputeSightLabels[dispute.sight] },
        ]}
      />
      <h2 class="gt-section-title">Steps</h2>
      {dispute.ladder.length === 0 && <Missing>The terms of that day name no steps for a dispute.</Missing>}
      {dispute.steps.map((step) => (
        <Step step={step} />
      ))}
      <ToCome ladder={dispute.ladder.slice(dispute.steps.length)} from={dispute.steps.length + 1} isSettled={state === 'settled'} />
      {dispute.settledOn && (
        <>
          <h2 class="gt-section-title">How it ended</h2>
          <p>
            {settledHowLabels[dispute.settledHow]}, on <DateText day={dispute.settledOn} />
          </p>
          <TypedWords words={dispute.settledWords} />
        </>
      )}
    </BoardPage>
  )
}

function Acts({ view }: { readonly view: DisputeView }): JSX.Element {
  const { body, dispute, takesUp, postpones, answers, settles } = view
  const link = (act: 'up' | 'postpone' | 'answer' | 'settle', text: string) => (
    <ButtonLink href={disputeActPath(body.slug, dispute.id, act)} text={text} />
  )
  return (
    <>
      {answers && link('answer', 'Record the answer')} {takesUp && link('up', 'Take it to the next step')}{' '}
      {postpones && link('postpone', 'Put it off for information')} {settles && link('settle', 'End it')}
    </>
  )
}

function Step({ step }: { readonly step: DisputeStep }): JSX.Element {
  const { number, who, body, person, takenOn, takenIn, postponedUntil, postponedFor, answeredOn, outcome, answer } = step
  const to = body ? (
    <TextLink href={boardPath(body.slug)} text={body.name} />
  ) : (
    person && <TextLink href={personPath(person.id)} text={person.name} />
  )
  const left = outcome === 'moved_up' ? 'Left without an answer' : undefined
  return (
    <Card id={`step-${number}`} title={`Step ${number}: ${who}`}>
      <KeyFacts
        facts={[
          { label: 'Taken to', value: to ?? <Missing>Nobody who is known here</Missing> },
          { label: 'On', value: <DateText day={takenOn} /> },
          ...(takenIn === '' ? [] : [{ label: 'By', value: takenIn }]),
          { label: 'To be answered', value: dueWords(step.dueOn) },
          ...(postponedUntil ? [{ label: 'Put off', value: `${dueWords(postponedUntil)}: ${postponedFor}` }] : []),
          ...(answeredOn ? [{ label: left ?? 'Answered', value: <DateText day={answeredOn} /> }] : []),
          ...(answer === '' ? [] : [{ label: 'Answer', value: <TypedWords words={answer} /> }]),
          ...(outcome === 'settled' || outcome === 'returned' ? [{ label: 'What follows', value: stepOutcomeLabels[outcome] }] : []),
        ]}
      />
    </Card>
  )
}

function ToCome(props: { readonly ladder: readonly LadderStep[]; readonly from: number; readonly isSettled: boolean }): JSX.Element | null {
  const { ladder, from, isSettled } = props
  if (ladder.length === 0 || isSettled) return null
  return (
    <>
      <h3 class="govuk-heading-s">Steps that it can still be taken to</h3>
      <ul class="govuk-list">
        {ladder.map((step, index) => (
          <li>
            {from + index}. {ladderStepWords(step)}
          </li>
        ))}
      </ul>
    </>
  )
}
