import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { feedbackPaths, voicePaths } from '../paths.ts'
import type { Answer } from '../queries/answers.ts'
import type { NamedTarget } from '../queries/attachments.ts'
import type { FeedbackRule, listFeedbackLines } from '../queries/feedback.ts'
import { feedbackKinds } from '../rules/feedback.ts'
import { feedbackKindsWords, lineLabel, lineNumber, periodInWords, spanInWords } from '../words/feedback.ts'
import { sightWords } from '../words/voice.ts'

/** A number that is told, with its period. */
export type ToldLine = Awaited<ReturnType<typeof listFeedbackLines>>[number]

interface Props {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly learned: readonly Answer[]
  /** Decisions that the learning names and the reader may see, by id. */
  readonly decisions: ReadonlyMap<string, NamedTarget>
  readonly lines: readonly ToldLine[]
  readonly rules: readonly FeedbackRule[]
  readonly fewest: number
  readonly mayReadRegister: boolean
  readonly mayKeep: boolean
}

/** What a board learned from complaints and compliments, for everybody, with the way to send one (S3). */
export function FeedbackPage(props: Props): JSX.Element {
  const { visit, board, mayReadRegister } = props
  return (
    <Page
      visit={visit}
      title={`Complaints and compliments: ${board.name}`}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: 'Voices', href: voicePaths.ofBoard(board.slug) },
      ]}
      width="workspace"
      description={`What ${board.name} learned from complaints and compliments, and how to send one.`}
    >
      <PageHead
        title="Complaints and compliments"
        caption={board.name}
        lead="What people complained about or were glad of, and what changed because of it. Nobody is named."
        actions={
          <>
            <a class="govuk-button" href={feedbackPaths.send(board.slug)}>
              Send a complaint or a compliment
            </a>{' '}
            {mayReadRegister && (
              <a class="govuk-button govuk-button--secondary" href={feedbackPaths.register(board.slug)}>
                The board’s register
              </a>
            )}
          </>
        }
      />
      {boardNavigation(board.slug, 'voices')}
      <Learned {...props} />
      <Numbers {...props} />
      <Rules {...props} />
    </Page>
  )
}

function Learned({ board, learned, decisions, mayKeep }: Props): JSX.Element {
  return (
    <Card
      id="learned"
      title="You said, we did"
      link={mayKeep ? { text: 'Say what was learned', href: feedbackPaths.learning(board.slug) } : undefined}
    >
      {learned.length === 0 ? (
        <EmptyState
          title="Nothing is told yet"
          text="What the board learns from complaints and compliments is told here, and what it did about it."
        />
      ) : (
        <ul class="govuk-list gt-rows">
          {learned.map((answer) => (
            <li id={`learned-${answer.id}`}>
              <div>
                {answer.service !== '' && <span class="govuk-caption-m">{answer.service}</span>}
                <p class="govuk-body">
                  <b>You said:</b> {answer.said}
                </p>
                <p class="govuk-body">
                  <b>{answer.did === '' ? 'Nothing was done, because:' : 'We did:'}</b> {answer.did === '' ? answer.reason : answer.did}
                </p>
                <span class="govuk-hint">
                  {dayInWords(answer.onDay)}. {answer.sight !== 'public' && `${sightWords[answer.sight].word}. `}
                  <DecisionLink answer={answer} decisions={decisions} />
                  <a class="govuk-link" href={threadAddress('complaint', answer.id)}>
                    Its golden thread<span class="govuk-visually-hidden"> of ‘{answer.said.slice(0, 40)}’</span>
                  </a>
                  {mayKeep && (
                    <>
                      {' '}
                      <a class="govuk-link" href={voicePaths.answer(answer.id, 'edit')}>
                        Change<span class="govuk-visually-hidden"> ‘{answer.said.slice(0, 40)}’</span>
                      </a>
                    </>
                  )}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function DecisionLink({ answer, decisions }: { readonly answer: Answer; readonly decisions: Props['decisions'] }): JSX.Element {
  const decision = answer.decision === null ? undefined : decisions.get(answer.decision)
  if (!decision) return <></>
  return (
    <>
      Decided:{' '}
      <a class="govuk-link" href={decision.href}>
        {decision.title}
      </a>
      .{' '}
    </>
  )
}

function Numbers({ board, lines, fewest, mayKeep }: Props): JSX.Element {
  const periods = [...new Map(lines.map((line) => [line.startsOn.toString(), line])).values()]
  return (
    <Card
      id="numbers"
      title="How many"
      lead={`Told once for each period. Numbers below ${fewest} are not shown, and those of small services are put together, so that nobody can be known by them.`}
      link={mayKeep ? { text: 'Publish the numbers of a period', href: feedbackPaths.numbers(board.slug) } : undefined}
      flush={periods.length > 0}
    >
      {periods.length === 0 ? (
        <p class="gt-missing">No numbers are published yet</p>
      ) : (
        periods.map(({ startsOn, endsOn }, index) => (
          <Fold title={spanInWords(startsOn, endsOn)} open={index === 0}>
            <DataTable
              caption={`Complaints and compliments, ${spanInWords(startsOn, endsOn)}`}
              hideCaption
              columns={[{ heading: 'What' }, { heading: 'Number', numeric: true }, { heading: 'Rating, of 5', numeric: true }]}
              groups={feedbackKinds.map((kind) => ({
                heading: feedbackKindsWords[kind],
                rows: lines
                  .filter((line) => line.kind === kind && line.startsOn.equals(startsOn))
                  .map((line) => ({ cells: [lineLabel(line as never), lineNumber(line as never, fewest), line.average ?? ''] })),
              }))}
            />
          </Fold>
        ))
      )}
    </Card>
  )
}

function Rules({ rules }: Props): JSX.Element {
  return (
    <Card id="rules" title="Within what time a complaint is answered" flush>
      <Fold title={`${rules.length} stages, each with where it is written`}>
        <DataTable
          caption="Stages of complaints, within what time each is answered, and where that is written"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Procedure and stage' }, { heading: 'Answered within' }, { heading: 'Where it is written' }]}
          rows={rules.map((rule) => ({
            cells: [
              `${rule.procedure}, stage ${rule.stage}: ${rule.name}`,
              periodInWords(rule),
              rule.isConfirmed ? rule.source : `${rule.source}. Check the text before relying on it`,
            ],
          }))}
        />
      </Fold>
    </Card>
  )
}

/** That something was sent, and its reference, which is told once and to whoever sent it alone. */
export function SentPage(props: {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  /** Undefined where the address names none. */
  readonly reference: string | undefined
}): JSX.Element {
  const { visit, board, reference } = props
  return (
    <Page
      visit={visit}
      title="Thank you"
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: 'Complaints and compliments', href: feedbackPaths.ofBoard(board.slug) },
      ]}
      width="form"
    >
      <PageHead title="Thank you. It is with the clerk" caption={board.name} />
      {reference && (
        <div class="govuk-inset-text">
          Your reference is <strong>{reference}</strong>. Keep it: with it the clerk finds what you sent.
        </div>
      )}
      <p class="govuk-body">
        The clerk of the board reads it and passes it to whoever must answer. Nothing of it is published. If you left an address, you get an
        answer there.
      </p>
      <p class="govuk-body">
        If a child is in danger now, call 999.{' '}
        <a class="govuk-link" href={feedbackPaths.ofBoard(board.slug)}>
          What the board learned from complaints and compliments
        </a>
      </p>
    </Page>
  )
}
