import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Missing, TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { boardPath, boardsPath, changeProtocolPath, endDutyPath, newDutyPath, protocolsPath, signProtocolPath } from '../paths.ts'
import type { Protocol, ProtocolDuty } from '../queries/protocols.ts'
import { type Cycle, cyclesOf } from '../rules/work-programme.ts'
import { cycleWords, dutyStateWords, windowWords } from '../words/protocols.ts'
import { ButtonLink, TextLink } from './board-page.tsx'

/** What the page of one protocol shows. */
export interface ProtocolView {
  readonly protocol: Protocol
  readonly today: Temporal.PlainDate
  readonly administers: boolean
}

/** One protocol: its purpose, who signed it, what it asks in which months, and what became of that (G15). */
export function ProtocolPage({ visit, view }: { readonly visit: Visit; readonly view: ProtocolView }): JSX.Element {
  const { protocol, administers } = view
  return (
    <Page visit={visit} title={protocol.title} width="workspace" breadcrumbs={[{ text: 'Boards', href: boardsPath }]}>
      <PageHead
        title={protocol.title}
        caption={`Protocol between ${protocol.parties.map(({ body }) => body.name).join(' and ')}`}
        status={<Binding view={view} />}
        actions={
          administers ? (
            <>
              <ButtonLink href={changeProtocolPath(protocol.id)} text="Change" />{' '}
              <ButtonLink href={newDutyPath(protocol.id)} text="Add a yearly duty" />
            </>
          ) : undefined
        }
      />
      <KeyFacts
        facts={[
          { label: 'Purpose', value: <TypedWords words={protocol.purpose} /> },
          { label: 'From', value: <DateText day={protocol.startsOn} /> },
          ...(protocol.endsOn ? [{ label: 'No longer from', value: <DateText day={protocol.endsOn} /> }] : []),
          { label: 'To be reviewed by', value: protocol.reviewOn && <Review day={protocol.reviewOn} today={view.today} /> },
          { label: 'Signed paper', value: protocol.source || undefined },
        ]}
      />
      <Parties view={view} />
      <Duties view={view} />
    </Page>
  )
}

function Binding({ view }: { readonly view: ProtocolView }): JSX.Element {
  const { protocol, today } = view
  if (protocol.endsOn && Temporal.PlainDate.compare(today, protocol.endsOn) >= 0) return <StatusPill meaning="neutral">Ended</StatusPill>
  const isSigned = protocol.parties.every(({ signedOn }) => signedOn !== undefined)
  return isSigned ? <StatusPill meaning="good">Signed by all</StatusPill> : <StatusPill meaning="warning">Not signed by all</StatusPill>
}

function Review({ day, today }: { readonly day: Temporal.PlainDate; readonly today: Temporal.PlainDate }): JSX.Element {
  const isLate = Temporal.PlainDate.compare(today, day) > 0
  return (
    <>
      <DateText day={day} /> {isLate && <StatusPill meaning="bad">Overdue</StatusPill>}
    </>
  )
}

function Parties({ view }: { readonly view: ProtocolView }): JSX.Element {
  const { protocol, administers } = view
  const columns = ['Party', 'Signature', 'Duties and reports'].map((heading) => ({ heading }))
  const rows = protocol.parties.map(({ body, signedBy, signedOn }) => ({
    cells: [
      <TextLink href={boardPath(body.slug)} text={body.name} />,
      signedOn ? (
        <>
          {signedBy}, <DateText day={signedOn} weekday={false} />
        </>
      ) : (
        <>
          <Missing>Not signed</Missing>{' '}
          {administers && <TextLink href={signProtocolPath(protocol.id, body.id)} text="Record its signature" about={body.name} />}
        </>
      ),
      <TextLink href={protocolsPath(body.slug)} text="What is due" about={body.name} />,
    ],
  }))
  return <DataTable caption="Parties" narrow="stack" columns={columns} rows={rows} />
}

function Duties({ view }: { readonly view: ProtocolView }): JSX.Element {
  const { protocol, today, administers } = view
  if (protocol.duties.length === 0)
    return (
      <EmptyState
        title="It asks nothing that returns every year"
        text="An administrator adds the duties that a protocol names, with their months."
      />
    )
  const columns = [
    ...['Yearly duty', 'By', 'Months', 'Cycles, the latest first'].map((heading) => ({ heading })),
    ...(administers ? [{ heading: 'End', hiddenHeading: true }] : []),
  ]
  const rows = protocol.duties.map((duty) => ({
    cells: [
      duty.title,
      <TextLink href={boardPath(duty.body.slug)} text={duty.body.name} />,
      windowWords(duty.window),
      <Cycles cycles={cyclesOf(duty, protocol, today)} duty={duty} />,
      ...(administers ? [<TextLink href={endDutyPath(protocol.id, duty.id)} text="End" about={duty.title} />] : []),
    ],
  }))
  return <DataTable caption="Yearly duties" narrow="stack" columns={columns} rows={rows} />
}

function Cycles({ cycles, duty }: { readonly cycles: readonly Cycle[]; readonly duty: ProtocolDuty }): JSX.Element {
  if (cycles.length === 0) return <Missing>Not counted until every party has signed and a window opens</Missing>
  return (
    <ul class="gt-list">
      {cycles.toReversed().map(({ window, state }) => {
        const [meaning, words] = dutyStateWords[state]
        const note = duty.outcomes.find(({ year }) => year === window.year)?.note
        return (
          <li>
            <StatusPill meaning={meaning}>{words}</StatusPill> {cycleWords(window)}
            {note && <span class="gt-quiet">. {note}</span>}
          </li>
        )
      })}
    </ul>
  )
}
