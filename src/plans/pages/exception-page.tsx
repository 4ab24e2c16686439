import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { exceptionPaths, planPaths } from '../paths.ts'
import type { ExceptionReport } from '../queries/exceptions.ts'
import type { PlanHead } from '../queries/plans.ts'
import { exceptionStage } from '../rules/exception.ts'
import { exceptionStageWords } from '../words/exception.ts'

interface Props {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly head: PlanHead
  readonly exception: ExceptionReport
  /** Name of the row that it is about. */
  readonly row: string
  readonly items: readonly { readonly meeting: string; readonly heldOn: Temporal.PlainDate }[]
  /** The decision that the answer rests on, in words; '' for none. */
  readonly decided: string
  readonly mayChange: boolean
}

/** One exception report, for the board and for whoever leads what it is about (P2). */
export function ExceptionPage(props: Props): JSX.Element {
  const { visit, board, head, exception, mayChange } = props
  const { word, meaning } = exceptionStageWords[exceptionStage(exception)]
  return (
    <Page
      visit={visit}
      title={exception.title}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: 'Plans', href: planPaths.ofBoard(board.slug) },
        { text: head.title, href: planPaths.plan(head.id) },
      ]}
      width="workspace"
    >
      <PageHead
        title={exception.title}
        caption="Exception report"
        status={<StatusPill meaning={meaning}>{word}</StatusPill>}
        actions={mayChange && exception.closedOn === null ? <Steps visit={visit} exception={exception} /> : undefined}
      />
      {boardNavigation(board.slug, 'plans')}
      <Card id="about" title="What is off track">
        <KeyFacts facts={factsOf(props)} />
      </Card>
      <Card id="answer" title="What the board said">
        {exception.answeredOn === null ? (
          <p class="gt-missing">The board has not answered yet</p>
        ) : (
          <>
            <p class="govuk-hint">
              {dayInWords(exception.answeredOn)}
              {props.decided !== '' && `, by the decision: ${props.decided}`}
            </p>
            <TypedWords words={exception.answer} />
          </>
        )}
        {exception.closedOn !== null && (
          <>
            <h3 class="govuk-heading-s">What came of it, {dayInWords(exception.closedOn)}</h3>
            <TypedWords words={exception.closeWords} />
          </>
        )}
      </Card>
    </Page>
  )
}

function factsOf({ exception, row, items }: Props) {
  const { priority, action, offTrack, why, impact, proposed, asked, raisedOn, name } = exception
  return [
    {
      label: 'Of',
      value: (
        <a class="govuk-link" href={action === null ? planPaths.priority(priority) : planPaths.action(action)}>
          {row}
        </a>
      ),
    },
    { label: 'What is off track', value: offTrack },
    { label: 'Why', value: why },
    { label: 'What that means', value: impact },
    { label: 'What is proposed', value: proposed },
    { label: 'Decision asked for', value: asked },
    { label: 'Raised', value: `${dayInWords(raisedOn)} by ${name}` },
    ...items.slice(0, 1).map(({ meeting, heldOn }) => ({
      label: 'Before the board',
      value: (
        <a class="govuk-link" href={`/meetings/${meeting}`}>
          {dayInWords(heldOn)}
        </a>
      ),
    })),
  ]
}

function Steps({ visit, exception: { id, planItem, answeredOn } }: Pick<Props, 'visit' | 'exception'>): JSX.Element {
  return (
    <>
      <a class="govuk-button" href={exceptionPaths.step(id, answeredOn === null ? 'answer' : 'close')}>
        {answeredOn === null ? 'Record what the board said' : 'Close'}
      </a>{' '}
      {answeredOn !== null && (
        <a class="govuk-button govuk-button--secondary" href={exceptionPaths.step(id, 'answer')}>
          Correct the answer
        </a>
      )}
      {planItem === null && answeredOn === null && (
        <PostButton visit={visit} action={exceptionPaths.step(id, 'place')} text="Put on the forward plan" />
      )}
    </>
  )
}

/** The exception reports of a plan, on its page; nothing where there is none that one may see and one may raise none. */
export function ExceptionsOfPlan(props: {
  readonly plan: string
  readonly exceptions: readonly ExceptionReport[]
  readonly mayRaise: boolean
}): JSX.Element | null {
  const { plan, exceptions, mayRaise } = props
  if (exceptions.length === 0 && !mayRaise) return null
  return (
    <Card
      id="exceptions"
      title="Exception reports"
      link={mayRaise ? { text: 'Report what is off track', href: exceptionPaths.raise(plan) } : undefined}
    >
      {exceptions.length === 0 ? (
        <p class="gt-missing">Nothing of it was reported as off track</p>
      ) : (
        <ul class="govuk-list gt-rows">
          {exceptions.map((exception) => {
            const { word, meaning } = exceptionStageWords[exceptionStage(exception)]
            return (
              <li>
                <div>
                  <a class="govuk-link" href={exceptionPaths.exception(exception.id)}>
                    {exception.title}
                  </a>
                  <br />
                  <span class="govuk-hint">
                    Raised on {dayInWords(exception.raisedOn)} by {exception.name}
                  </span>
                </div>
                <StatusPill meaning={meaning}>{word}</StatusPill>
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}
