import type { JSX } from 'hono/jsx/jsx-runtime'
import { allows } from '../commands/permit.ts'
import { RequestPage, RequestsPage } from '../pages/requests-page.tsx'
import { findBodiesWithClerk, findRequest, findRequests } from '../queries/requests.ts'
import { requestState, speakerOf } from '../rules/body-request.ts'
import { type Asked, known } from './endpoint.tsx'

/** What a board asked of others and they of it; row-level security leaves out what the reader may not see. */
export async function requestsPage({ reader, visit, standing, body }: Asked): Promise<JSX.Element> {
  const adds = allows(standing, { record: 'body-request', state: 'public', verb: 'add', ties: { body: body.id } })
  return <RequestsPage visit={visit} view={{ body, requests: await findRequests(reader, body.id), adds }} />
}

/** One request, in the pages of one of its boards. @throws NotFound */
export async function requestPage(asked: Asked): Promise<JSX.Element> {
  const { reader, visit, standing, body } = asked
  const request = known(await findRequest(reader, asked.id('request'), body.id))
  const { from, to } = request
  const clerks = await findBodiesWithClerk(reader, [from.id, to.id], visit.today)
  const state = requestState(request, visit.today)
  const isOpen = state === 'open' || state === 'overdue'
  const may = (verb: string): boolean =>
    isOpen && allows(standing, { record: 'body-request', state: 'public', verb, ties: { body: body.id } })
  const view = {
    body,
    request,
    answers: may('answer') && speakerOf(to.id, clerks.has(to.id), from.id) === body.id,
    withdraws: may('withdraw') && speakerOf(from.id, clerks.has(from.id), to.id) === body.id,
  }
  return <RequestPage visit={visit} view={view} />
}
