import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Missing } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { boardPath, newProtocolPath, newReportPath, protocolPath, settleDutyPath } from '../paths.ts'
import type { Body } from '../queries/bodies.ts'
import type { Protocol } from '../queries/protocols.ts'
import type { Reporting } from '../queries/reports.ts'
import type { ProgrammeLine } from '../queries/work-programme.ts'
import { labelOf, relationLabels } from '../words/labels.ts'
import { cycleWords, dutyStateWords, reportDueWords, reportStateWords } from '../words/protocols.ts'
import { BetweenBoards } from './between-boards.tsx'
import { BoardPage, ButtonLink, TextLink } from './board-page.tsx'

/** What the page of a board's protocols and reports shows. */
export interface ProtocolsView {
  readonly body: Body
  readonly protocols: readonly Protocol[]
  readonly programme: readonly (ProgrammeLine & { readonly settles: boolean })[]
  readonly reports: readonly (Reporting & { readonly records: boolean })[]
  readonly administers: boolean
}

/** What a board and its neighbours promised one another, what that asks of them this year, and which reports are due (G3, G14, G15). */
export function ProtocolsPage({ visit, view }: { readonly visit: Visit; readonly view: ProtocolsView }): JSX.Element {
  const { body, administers } = view
  const late = view.programme.filter(({ state, duty }) => state === 'overdue' && duty.body.id === body.id).length
  const overdue = view.reports.filter(({ state, relation }) => state === 'overdue' && relation.from.id === body.id).length
  return (
    <BoardPage
      visit={visit}
      body={body}
      section="relationships"
      title="Protocols and reports"
      lead="What this board and its neighbours promised one another, what is due in this year’s cycle, and the reports that boards owe."
      status={late + overdue > 0 ? <StatusPill meaning="bad">{missedWords(late, overdue)}</StatusPill> : undefined}
      actions={administers ? <ButtonLink href={newProtocolPath} text="Set up a protocol" /> : undefined}
    >
      <BetweenBoards visit={visit} slug={body.slug} />
      <Programme view={view} />
      <Reports view={view} />
      <Protocols view={view} />
    </BoardPage>
  )
}

function missedWords(duties: number, reports: number): string {
  const parts = [
    ...(duties > 0 ? [duties === 1 ? 'One duty overdue' : `${duties} duties overdue`] : []),
    ...(reports > 0 ? [reports === 1 ? 'one report overdue' : `${reports} reports overdue`] : []),
  ]
  const words = parts.join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The duties of this year's cycle, of this board and of the others under the same protocols. */
function Programme({ view }: { readonly view: ProtocolsView }): JSX.Element | null {
  const { body, programme } = view
  if (programme.length === 0) return null
  const columns = ['Duty', 'By', 'Window', 'State', 'Under'].map((heading) => ({ heading }))
  const rows = programme.map(({ duty, window, state, protocol, settles }) => {
    const [meaning, words] = dutyStateWords[state]
    const note = duty.outcomes.find(({ year }) => year === window.year)?.note
    return {
      cells: [
        duty.title,
        duty.body.id === body.id ? 'This board' : <TextLink href={boardPath(duty.body.slug)} text={duty.body.name} />,
        cycleWords(window),
        <>
          <StatusPill meaning={meaning}>{words}</StatusPill> {note && <span class="gt-quiet">{note}</span>}{' '}
          {settles && (
            <TextLink
              href={settleDutyPath(body.slug, duty.id, window.year)}
              text={note === undefined && !['met', 'met-late', 'waived'].includes(state) ? 'Record' : 'Correct'}
              about={`${duty.title}, ${cycleWords(window)}`}
            />
          )}
        </>,
        <TextLink href={protocolPath(protocol.id)} text={protocol.title} />,
      ],
    }
  })
  return <DataTable caption="Duties of the cycle" narrow="stack" columns={columns} rows={rows} />
}

function Reports({ view }: { readonly view: ProtocolsView }): JSX.Element | null {
  const { body, reports } = view
  if (reports.length === 0) return null
  const columns = ['Who reports', 'To whom', 'How often', 'Last report', 'State'].map((heading) => ({ heading }))
  const nameOf = (other: { readonly id: string; readonly slug: string; readonly name: string }) =>
    other.id === body.id ? 'This board' : <TextLink href={boardPath(other.slug)} text={other.name} />
  const rows = reports.map(({ relation, state, dueOn, basis, last, records }) => {
    const [meaning, words] = reportStateWords[state]
    return {
      cells: [
        nameOf(relation.from),
        nameOf(relation.to),
        relation.cadence || (basis === 'sub-group' ? 'At least yearly' : <Missing>Not stated</Missing>),
        last ? (
          <>
            <DateText day={last.madeOn} weekday={false} />: {last.note}
          </>
        ) : (
          <Missing>None recorded</Missing>
        ),
        <>
          <StatusPill meaning={meaning}>{words}</StatusPill> <span class="gt-quiet">{reportDueWords(state, dueOn, basis)}</span>{' '}
          {records && (
            <TextLink
              href={newReportPath(body.slug, relation.id)}
              text="Record a report"
              about={`${relation.from.name} ${labelOf(relationLabels, relation.kind)} ${relation.to.name}`}
            />
          )}
        </>,
      ],
    }
  })
  return <DataTable caption="Reports between boards" narrow="stack" columns={columns} rows={rows} />
}

function Protocols({ view }: { readonly view: ProtocolsView }): JSX.Element {
  if (view.protocols.length === 0)
    return (
      <EmptyState
        title="No protocol is recorded for this board"
        text="A protocol says what boards promise one another and when in the year. An administrator records it."
      />
    )
  const columns = ['Protocol', 'Parties', 'Signed', 'Review'].map((heading) => ({ heading }))
  const rows = view.protocols.map(({ id, title, parties, reviewOn }) => {
    const unsigned = parties.filter(({ signedOn }) => signedOn === undefined).length
    return {
      cells: [
        <TextLink href={protocolPath(id)} text={title} />,
        parties.map(({ body }) => body.name).join(', '),
        unsigned === 0 ? (
          <StatusPill meaning="good">By all</StatusPill>
        ) : (
          <StatusPill meaning="warning">{unsigned === 1 ? 'One has not signed' : `${unsigned} have not signed`}</StatusPill>
        ),
        reviewOn ? <DateText day={reviewOn} weekday={false} /> : <Missing>Not stated</Missing>,
      ],
    }
  })
  return <DataTable caption="Protocols" narrow="stack" columns={columns} rows={rows} />
}
