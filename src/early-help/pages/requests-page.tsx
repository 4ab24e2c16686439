import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths, requestPaths } from '../paths.ts'
import type { RequestLine } from '../queries/access-request.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { entitledWords } from '../words/access-request.ts'
import { hubNavigation } from './hub-frame.tsx'

/** How a request stands, as a pill. */
export function RequestState({ request, today }: { readonly request: RequestLine; readonly today: Temporal.PlainDate }): JSX.Element {
  if (request.sentOn) return <StatusPill meaning="good">{`Answered ${dayInWords(request.sentOn)}`}</StatusPill>
  if (request.endedOn) return <StatusPill meaning="neutral">{`Ended ${dayInWords(request.endedOn)}`}</StatusPill>
  if (Temporal.PlainDate.compare(request.dueOn, today) < 0)
    return <StatusPill meaning="bad">{`Overdue since ${dayInWords(request.dueOn)}`}</StatusPill>
  return <StatusPill meaning="information">{`Due ${dayInWords(request.dueOn)}`}</StatusPill>
}

/** Requests for what is held of somebody (E12). The list names who asks and nobody of a family besides. */
export function RequestsPage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  readonly requests: readonly RequestLine[]
}): JSX.Element {
  const { visit, relations, requests } = props
  return (
    <Page visit={visit} title="What is held" breadcrumbs={[{ text: 'Families', href: familyPaths.list() }]} width="workspace">
      <PageHead
        title="What is held"
        lead="Anybody may ask what is held about them. A child asks for themselves once they understand what that means; a parent with responsibility may ask for them."
      />
      {hubNavigation(visit, relations)}
      <p>
        <a class="govuk-button" href={requestPaths.begin()}>
          Record a request
        </a>
      </p>
      <Card title="Requests" id="requests" flush={requests.length > 0}>
        {requests.length === 0 ? (
          <p class="govuk-body">Nobody has asked yet.</p>
        ) : (
          <DataTable
            caption="Requests for what is held"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Who asks' }, { heading: 'Entitled' }, { heading: 'Received' }, { heading: 'How it stands' }]}
            rows={requests.map((request) => ({
              cells: [
                <a class="govuk-link" href={requestPaths.one(request.id)}>
                  {request.askedBy}
                  <span class="govuk-visually-hidden">{`, received ${dayInWords(request.receivedOn)}`}</span>
                </a>,
                entitledWords[request.entitledBy],
                dayInWords(request.receivedOn),
                <RequestState request={request} today={visit.today} />,
              ],
            }))}
          />
        )}
      </Card>
    </Page>
  )
}
