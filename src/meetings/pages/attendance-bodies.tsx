import type { JSX } from 'hono/jsx/jsx-runtime'
import { timeInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { BodyAttendance } from '../queries/attendance.ts'
import type { QuorumChange } from '../rules/quorum-at.ts'
import { quorumReasons, quorumState } from '../words/attendance.ts'

/** The quorum of each body of a joint meeting side by side, each by its own terms. */
export function BodiesAtTable({ bodies }: { readonly bodies: readonly BodyAttendance[] }): JSX.Element {
  const throughout = bodies.some(({ assumedThroughout }) => assumedThroughout)
  const rows = bodies.map(({ body, present, quorum, waiver }) => ({
    cells: [
      <a class="govuk-link" href={`/boards/${body.slug}`}>
        {body.name}
      </a>,
      String(present.length),
      <>
        {quorum === undefined && 'Nobody’s attendance is recorded yet, so quorum cannot be worked out.'}
        {(quorum ?? []).map((change, index) => (
          <Verdict change={change} isFirst={index === 0} />
        ))}
        {waiver && (
          <p>
            <strong>The chair consulted:</strong> {waiver.consulted}. <strong>Their views:</strong> {waiver.views}
          </p>
        )}
      </>,
    ],
  }))
  return (
    <section aria-labelledby="quorum">
      <h2 class="govuk-heading-m" id="quorum">
        Quorum of each board
      </h2>
      <p>A joint meeting. Each board has its own roll and its own quorum, by its own terms. Whoever sits on both is recorded once.</p>
      <DataTable
        caption="Quorum of each board"
        hideCaption
        columns={[{ heading: 'Board' }, { heading: 'Present' }, { heading: 'Quorum' }]}
        rows={rows}
        narrow="stack"
      />
      {throughout && <p class="govuk-hint">No times of arriving or leaving are recorded: everybody is assumed present throughout.</p>}
    </section>
  )
}

function Verdict({ change, isFirst }: { readonly change: QuorumChange; readonly isFirst: boolean }): JSX.Element {
  const { from, verdict } = change
  const { meaning, word } = quorumState(verdict)
  return (
    <p>
      <StatusPill meaning={meaning}>{word}</StatusPill>{' '}
      {!isFirst && <strong>from {timeInWords(from.toZonedDateTimeISO('Europe/London').toPlainTime())}: </strong>}
      {verdict.state === 'not-stated' ? 'The terms in force on this day do not state a quorum.' : quorumReasons(verdict)}
    </p>
  )
}
