import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { recordPaths } from '../paths.ts'
import type { LetterDue, Miss } from '../queries/misses-due.ts'
import { BoardRecordPage } from './record-page.tsx'

/** What missed meetings call for under the terms: explanations, and letters that a person sends (G12). */
export function MissesPage(props: {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly misses: readonly Miss[]
  readonly letters: readonly LetterDue[]
  readonly mayAct: boolean
}): JSX.Element {
  const { visit, board, misses, letters } = props
  return (
    <BoardRecordPage
      visit={visit}
      board={board}
      section="members"
      title="Missed meetings"
      lead="What the terms of reference ask for when somebody misses meetings of this financial year. Only the clerk and the chair see this page."
      width="workspace"
    >
      <h2 class="govuk-heading-m">Explanations</h2>
      {misses.length === 0 ? (
        <EmptyState
          title="Nothing to explain"
          text="Nobody missed a meeting without an apology or a deputy, or the terms do not ask for an explanation."
        />
      ) : (
        <DataTable
          caption="Explanations"
          hideCaption
          narrow="stack"
          columns={['Member', 'Seat', 'Meeting', 'Explanation'].map((heading) => ({ heading }))}
          rows={misses.map((miss) => ({ cells: [miss.name, miss.seat, dayInWords(miss.day), explanationOf(visit, miss, props.mayAct)] }))}
        />
      )}
      <h2 class="govuk-heading-m">Letters to chief officers</h2>
      {letters.length === 0 ? (
        <EmptyState title="No letter is called for" text="Nobody has missed as many meetings as the terms say." />
      ) : (
        <DataTable
          caption="Letters to chief officers"
          hideCaption
          narrow="stack"
          columns={['Member', 'Of', 'Missed', 'Letter'].map((heading) => ({ heading }))}
          rows={letters.map((due) => ({
            cells: [due.name, due.agency, due.days.map(dayInWords).join(', '), letterOf(visit, board.slug, due, props.mayAct)],
          }))}
        />
      )}
    </BoardRecordPage>
  )
}

function explanationOf(visit: Visit, { question, meeting, place, name }: Miss, mayAct: boolean) {
  if (question?.explanation) return question.explanation
  if (question) return `Asked on ${dayInWords(question.askedAt.toZonedDateTimeISO('Europe/London').toPlainDate())}, not answered yet`
  if (!mayAct || meeting === undefined) return 'Not asked'
  return (
    <PostButton
      visit={visit}
      action={recordPaths.askAbsence(meeting)}
      text="Ask for an explanation"
      about={`from ${name}`}
      fields={{ place }}
    />
  )
}

function letterOf(visit: Visit, slug: string, { letter, place, certain, name }: LetterDue, mayAct: boolean) {
  const doubt = certain ? '' : ' The misses do not follow one another, and the terms do not say whether they must.'
  if (letter) {
    const state = letter.sentOn ? `Sent on ${dayInWords(letter.sentOn)} to ${letter.sentTo}` : 'Drafted, not sent'
    return (
      <>
        {mayAct ? (
          <a class="govuk-link" href={recordPaths.letter(letter.id)}>
            {state}
          </a>
        ) : (
          state
        )}
        {doubt}
      </>
    )
  }
  if (!mayAct) return `Not drafted.${doubt}`
  return (
    <>
      {doubt}
      <PostButton visit={visit} action={recordPaths.newLetter(slug)} text="Draft a letter" about={`about ${name}`} fields={{ place }} />
    </>
  )
}

/** From the letter to the form that says that it went. */
export function LetterLink({ letter }: { readonly letter: string }): JSX.Element {
  return (
    <p>
      <a class="govuk-link" href={recordPaths.sendLetter(letter)}>
        I have sent this letter
      </a>
    </p>
  )
}
