import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Missing } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { questionPaths } from '../paths.ts'
import type { AskedKeyQuestion, QuestionSet } from '../queries/key-questions.ts'
import { BoardRecordPage } from './record-page.tsx'

/** What the page of a board's key questions shows. */
export interface QuestionSetsView {
  readonly board: { readonly slug: string; readonly name: string }
  readonly sets: readonly (QuestionSet & { readonly kindLabel: string; readonly isOver: boolean })[]
  readonly mayKeep: boolean
}

/** What a board asks of every paper of a kind, before it is cleared (S2). */
export function QuestionSetsPage({ visit, view }: { readonly visit: Visit; readonly view: QuestionSetsView }): JSX.Element {
  const { board, sets, mayKeep } = view
  return (
    <BoardRecordPage
      visit={visit}
      board={board}
      section="plan"
      title="Key questions"
      lead="What this board asks of papers. The clerk attaches a set to an item; the author answers before the paper can be cleared, and everybody who reads the paper reads the answers."
      width="workspace"
      actions={
        mayKeep && (
          <a class="govuk-button govuk-button--secondary" href={questionPaths.newSet(board.slug)}>
            Ask questions of a kind of item
          </a>
        )
      }
    >
      {sets.length === 0 && (
        <EmptyState
          title="No key questions are asked"
          text="The clerk records what the board asks of papers, for example of every new service."
        />
      )}
      {sets.map((set) => (
        <Card
          id={`set-${set.id}`}
          title={set.title}
          link={
            mayKeep && set.endsOn === undefined ? { text: `End: ${set.title}`, href: questionPaths.endSet(board.slug, set.id) } : undefined
          }
        >
          <p>
            {set.kindLabel}. From <DateText day={set.startsOn} weekday={false} />
            {set.endsOn && (
              <>
                , no longer from <DateText day={set.endsOn} weekday={false} />
              </>
            )}{' '}
            {set.isOver && <StatusPill meaning="neutral">Asked no more</StatusPill>}
          </p>
          <ol class="govuk-list govuk-list--number">
            {set.questions.map(({ words }) => (
              <li>{words}</li>
            ))}
          </ol>
        </Card>
      ))}
    </BoardRecordPage>
  )
}

/** The key questions of a paper with its author's answers; nothing where none are asked. */
export function KeyAnswers(props: {
  readonly questions: readonly AskedKeyQuestion[]
  /** Of the heading, apart from others of the page. */
  readonly id: string
  /** Where they are answered; undefined for whoever does not. */
  readonly answer?: string | undefined
}): JSX.Element | null {
  const { questions, id, answer } = props
  if (questions.length === 0) return null
  return (
    <Card id={id} title="Key questions" link={answer === undefined ? undefined : { text: 'Answer', href: answer }}>
      <dl class="gt-stacked">
        {questions.map(({ words, answer: said }) => (
          <>
            <dt>{words}</dt>
            <dd class="gt-typed">{said === '' ? <Missing>Not answered yet</Missing> : said}</dd>
          </>
        ))}
      </dl>
    </Card>
  )
}
