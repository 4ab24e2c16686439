import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Missing, TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { answerRequestPath, boardPath, newRequestPath, requestPath, requestsPath, withdrawRequestPath } from '../paths.ts'
import type { Body } from '../queries/bodies.ts'
import type { BodyRequest } from '../queries/requests.ts'
import { requestState } from '../rules/body-request.ts'
import { requestDayWords, requestKindLabels, requestSightLabels, requestStateWords } from '../words/requests.ts'
import { BetweenBoards } from './between-boards.tsx'
import { BoardPage, ButtonLink, TextLink } from './board-page.tsx'

/** What the page of requests shows. */
export interface RequestsView {
  readonly body: Body
  /** Those that the reader may see. */
  readonly requests: readonly BodyRequest[]
  readonly adds: boolean
}

/** What a board asked of others, and what others asked of it (G3). */
export function RequestsPage({ visit, view }: { readonly visit: Visit; readonly view: RequestsView }): JSX.Element {
  const { body, requests, adds } = view
  return (
    <BoardPage
      visit={visit}
      body={body}
      section="relationships"
      title="Requests between boards"
      lead="What this board asked of others and what they asked of it: requests, concerns and questions, each with its answer."
      actions={adds ? <ButtonLink href={newRequestPath(body.slug)} text="Record a request" /> : undefined}
    >
      <BetweenBoards visit={visit} slug={body.slug} />
      {requests.length === 0 && (
        <EmptyState
          title="Nothing is recorded that you may see"
          text="The clerk of a board records what it asks of another. It is public where both boards meet in public and the clerk says so."
        />
      )}
      <Requests visit={visit} view={view} title="Asked of this board" requests={requests.filter(({ to }) => to.id === body.id)} />
      <Requests visit={visit} view={view} title="Asked by this board" requests={requests.filter(({ from }) => from.id === body.id)} />
    </BoardPage>
  )
}

function Requests(props: {
  readonly visit: Visit
  readonly view: RequestsView
  readonly title: string
  readonly requests: readonly BodyRequest[]
}): JSX.Element | null {
  const { visit, view, title, requests } = props
  if (requests.length === 0) return null
  const rows = requests.map((request) => {
    const other = request.from.id === view.body.id ? request.to : request.from
    return {
      cells: [
        <TextLink href={requestPath(view.body.slug, request.id)} text={request.subject} />,
        requestKindLabels[request.kind],
        <TextLink href={boardPath(other.slug)} text={other.name} />,
        <DateText day={request.askedOn} weekday={false} />,
        <State request={request} today={visit.today} />,
      ],
    }
  })
  const columns = ['Matter', 'Kind', 'Other board', 'Asked on', 'State'].map((heading) => ({ heading }))
  return <DataTable caption={title} narrow="stack" columns={columns} rows={rows} />
}

function State({ request, today }: { readonly request: BodyRequest; readonly today: Temporal.PlainDate }): JSX.Element {
  const state = requestState(request, today)
  const [meaning, words] = requestStateWords[state]
  return (
    <>
      <StatusPill meaning={meaning}>{words}</StatusPill> <span class="gt-quiet">{requestDayWords(state, request)}</span>
    </>
  )
}

/** What the page of one request shows. */
export interface RequestView {
  readonly body: Body
  readonly request: BodyRequest
  readonly answers: boolean
  readonly withdraws: boolean
}

/** One request with its answer. */
export function RequestPage({ visit, view }: { readonly visit: Visit; readonly view: RequestView }): JSX.Element {
  const { body, request, answers, withdraws } = view
  const [meaning, words] = requestStateWords[requestState(request, visit.today)]
  const nameOf = (id: string): string => (id === request.from.id ? request.from.name : request.to.name)
  return (
    <BoardPage
      visit={visit}
      body={body}
      section="relationships"
      title={request.subject}
      crumbs={[{ text: 'Requests', href: requestsPath(body.slug) }]}
      status={<StatusPill meaning={meaning}>{words}</StatusPill>}
      actions={
        <>
          {answers && <ButtonLink href={answerRequestPath(body.slug, request.id)} text="Record the answer" />}{' '}
          {withdraws && <ButtonLink href={withdrawRequestPath(body.slug, request.id)} text="Withdraw" />}
        </>
      }
    >
      <KeyFacts
        facts={[
          { label: requestKindLabels[request.kind], value: <TypedWords words={request.words} /> },
          { label: 'From', value: <TextLink href={boardPath(request.from.slug)} text={request.from.name} /> },
          { label: 'To', value: <TextLink href={boardPath(request.to.slug)} text={request.to.name} /> },
          { label: 'Asked on', value: <DateText day={request.askedOn} /> },
          { label: 'Asked by decision', value: <Decided request={request} /> },
          { label: 'Answer due by', value: <DateText day={request.dueOn} /> },
          { label: 'Who may read this', value: requestSightLabels[request.sight] },
          { label: 'Recorded by the clerk of', value: nameOf(request.recordedFor) },
        ]}
      />
      <h2 class="gt-section-title">{request.withdrawnOn ? 'Withdrawn' : 'Answer'}</h2>
      {request.withdrawnOn && (
        <>
          <p>
            <DateText day={request.withdrawnOn} />
          </p>
          <TypedWords words={request.withdrawnBecause} />
        </>
      )}
      {request.answeredOn && (
        <>
          <p>
            <DateText day={request.answeredOn} />, recorded by the clerk of {nameOf(request.answerRecordedFor ?? request.to.id)}
          </p>
          <TypedWords words={request.answer} />
        </>
      )}
      {!request.answeredOn && !request.withdrawnOn && <Missing>There is no answer yet.</Missing>}
    </BoardPage>
  )
}

function Decided({ request }: { readonly request: BodyRequest }): JSX.Element {
  const { decidedIn, decision } = request
  if (decidedIn === '' && decision === undefined) return <Missing>Not recorded</Missing>
  if (decision === undefined) return <>{decidedIn}</>
  return <TextLink href={`/decisions/${decision}`} text={decidedIn || 'The decision'} />
}
