import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths, reviewPaths } from '../paths.ts'
import type { PlanView } from '../queries/plan-view.ts'
import type { ReviewAsk, ReviewRound } from '../queries/reviews.ts'
import { countColours } from '../rules/rag.ts'
import { countsInWords } from '../words/rag.ts'
import { rowCrumbs } from './row-pages.tsx'

interface Props {
  readonly visit: Visit
  readonly view: PlanView
  readonly round: ReviewRound
  /** As far as whoever reads may see them: the clerk and the board see all, whoever is asked their own. */
  readonly asks: readonly ReviewAsk[]
  /** The person who reads; undefined for a visitor. */
  readonly person: string | undefined
  readonly mayChange: boolean
}

/** One review: who was asked, who has answered, and what the board is told (P2). */
export function ReviewPage(props: Props): JSX.Element {
  const { visit, view, round, asks, person, mayChange } = props
  const own = asks.filter((ask) => ask.person !== null && ask.person === person)
  const isOpen = round.closedOn === null
  const open = asks.filter(({ answeredAt }) => answeredAt === null)
  return (
    <Page visit={visit} title={`Review ${round.number}: ${view.head.title}`} breadcrumbs={rowCrumbs(view)} width="workspace">
      <PageHead
        title={`Review ${round.number}`}
        caption={view.head.title}
        lead={isOpen ? `Answers are asked for by ${dayInWords(round.dueOn)}.` : undefined}
        status={<StatusPill meaning={isOpen ? 'information' : 'neutral'}>{isOpen ? 'Open' : 'Closed'}</StatusPill>}
        actions={
          mayChange && isOpen ? (
            <>
              {open.length > 0 && (
                <PostButton visit={visit} action={reviewPaths.step(round.id, 'chase')} text="Remind whoever has not answered" />
              )}{' '}
              <a class="govuk-button" href={reviewPaths.step(round.id, 'close')}>
                Close this review
              </a>
            </>
          ) : undefined
        }
      />
      {own.length > 0 && <OwnAsks view={view} asks={own} isOpen={isOpen} />}
      <Card id="about" title="About this review">
        <KeyFacts
          facts={[
            { label: 'Opened', value: dayInWords(round.openedOn) },
            ...(round.closedOn === null ? [] : [{ label: 'Closed', value: dayInWords(round.closedOn) }]),
            { label: 'Actions now', value: countsInWords(countColours(view.actions.map(({ colour }) => colour))) },
          ]}
        />
        {round.summary !== '' && <TypedWords words={round.summary} />}
      </Card>
      {asks.length > own.length && <AskedCard view={view} asks={asks} />}
    </Page>
  )
}

function titleOf(view: PlanView, { action }: ReviewAsk): string {
  return view.actions.find(({ id }) => id === action)?.title ?? 'An action that was taken out'
}

function OwnAsks({
  view,
  asks,
  isOpen,
}: {
  readonly view: PlanView
  readonly asks: readonly ReviewAsk[]
  readonly isOpen: boolean
}): JSX.Element {
  return (
    <Card id="own" title="What you are asked">
      <ul class="govuk-list gt-rows">
        {asks.map((ask) => (
          <li>
            <div>
              {titleOf(view, ask)}
              <br />
              <a class="govuk-link" href={isOpen ? planPaths.actionStep(ask.action, 'say') : planPaths.action(ask.action)}>
                {isOpen ? 'Say how it goes' : 'Open it'}
                <span class="govuk-visually-hidden">: {titleOf(view, ask)}</span>
              </a>
            </div>
            <Answered ask={ask} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Answered({ ask: { answeredAt } }: { readonly ask: ReviewAsk }): JSX.Element {
  return answeredAt === null ? <StatusPill meaning="warning">Not answered</StatusPill> : <StatusPill meaning="good">Answered</StatusPill>
}

function AskedCard({ view, asks }: { readonly view: PlanView; readonly asks: readonly ReviewAsk[] }): JSX.Element {
  const answered = asks.filter(({ answeredAt }) => answeredAt !== null).length
  return (
    <Card id="asked" title="Who was asked" lead={`${answered} of ${asks.length} answered.`} flush>
      <DataTable
        caption="Who was asked in this review, and whether they answered"
        hideCaption
        narrow="stack"
        columns={[{ heading: 'Who' }, { heading: 'Action' }, { heading: 'Asked' }, { heading: 'Answer' }]}
        rows={asks
          .toSorted((a, b) => Number(a.answeredAt !== null) - Number(b.answeredAt !== null))
          .map((ask) => ({
            cells: [
              ask.name,
              <a class="govuk-link" href={planPaths.action(ask.action)}>
                {titleOf(view, ask)}
              </a>,
              askedWords(ask),
              <Answered ask={ask} />,
            ],
          }))}
      />
    </Card>
  )
}

function askedWords({ mailedAt, chasedAt }: ReviewAsk): string {
  if (mailedAt === null && chasedAt === null) return 'Not by mail: no address is known. Ask in person'
  const first = mailedAt === null ? '' : `By mail on ${instantInWords(mailedAt)}`
  return chasedAt === null ? first : `${first}; reminded on ${instantInWords(chasedAt)}`.replace(/^; r/, 'R')
}

/** The reviews of a plan on its own page, and when the next is due. */
export function ReviewsCard(props: {
  readonly plan: string
  readonly rounds: readonly ReviewRound[]
  readonly nextOn: Temporal.PlainDate | null
  readonly today: Temporal.PlainDate
  readonly mayOpen: boolean
}): JSX.Element {
  const { plan, rounds, nextOn, today, mayOpen } = props
  const isOpen = rounds.some(({ closedOn }) => closedOn === null)
  const isLate = nextOn !== null && !isOpen && Temporal.PlainDate.compare(nextOn, today) < 0
  return (
    <Card
      id="reviews"
      title="Reviews"
      link={mayOpen && !isOpen ? { text: 'Open a review', href: reviewPaths.open(plan) } : undefined}
      lead={isOpen || nextOn === null ? undefined : `The next one ${isLate ? 'was' : 'is'} due on ${dayInWords(nextOn)}.`}
    >
      {rounds.length === 0 ? (
        <p class="gt-missing">It has not been reviewed yet</p>
      ) : (
        <ul class="govuk-list gt-rows">
          {rounds.map(({ id, number, openedOn, closedOn, dueOn }) => (
            <li>
              <div>
                <a class="govuk-link" href={reviewPaths.round(id)}>
                  Review {number}
                </a>
                <br />
                <span class="govuk-hint">
                  {closedOn === null
                    ? `Open since ${dayInWords(openedOn)}, answers by ${dayInWords(dueOn)}`
                    : `${dayInWords(openedOn)} to ${dayInWords(closedOn)}`}
                </span>
              </div>
              <StatusPill meaning={closedOn === null ? 'information' : 'neutral'}>{closedOn === null ? 'Open' : 'Closed'}</StatusPill>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
