import type { Acting, Reader } from '#platform/database/session.ts'
import type { AttentionItem } from '#platform/web/components/attention-strip.tsx'
import { closedRightPaths, requestPaths, retentionPaths } from './paths.ts'
import { listRequests } from './queries/access-request.ts'
import { listRightRegister } from './queries/closed-right.ts'
import { listRetentionQueue } from './queries/retention.ts'

/** What My work says of requests for what is held and of records that are due: how many, and nobody’s name (E12). */
export async function retentionItems(reader: Reader, acting: Acting, relations: ReadonlySet<string>): Promise<readonly AttentionItem[]> {
  const keeps = relations.has('approver')
  if (!keeps && !relations.has('organiser')) return []
  const asked = keeps ? (await listRequests(reader)).filter(({ sentOn, endedOn }) => !sentOn && !endedOn) : []
  const rights = keeps
    ? (await listRightRegister(reader)).filter(({ is_of_closed, verdict, is_mine }) => is_of_closed && verdict === null && !is_mine)
    : []
  const queue = await listRetentionQueue(reader, acting.today)
  const waiting = queue.filter(({ state }) => (keeps ? ['due', 'to-approve', 'approved'].includes(state) : state === 'to-approve'))
  return [
    ...(asked.length > 0 ? [{ text: 'Requests for what is held wait for an answer', href: requestPaths.list(), count: asked.length }] : []),
    ...(rights.length > 0
      ? [{ text: 'Corrections of closed records wait for your decision', href: closedRightPaths.register(), count: rights.length }]
      : []),
    ...(waiting.length > 0
      ? [{ text: 'Records that are due to be destroyed or kept', href: retentionPaths.home(), count: waiting.length }]
      : []),
  ]
}
