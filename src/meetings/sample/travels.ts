import { readAs } from '#platform/database/session.ts'
import { placePlanItem } from '../commands/agenda/add-item.ts'
import { commentOnSent, sendPaperOn } from '../commands/paper/send-on.ts'
import { acceptPlanItem, movePlanItem } from '../commands/plan/plan-item.ts'
import type { CommandNeeds, Doer } from '../needs.ts'
import { findPapersOfItem } from '../queries/papers.ts'
import { findPlanItem } from '../queries/plan.ts'
import { findSentOn, type SentPaper } from '../queries/sent-papers.ts'
import { done } from './play.ts'

/** Two papers that one board sends on to another: the first is taken into a meeting with comments, the second waits. */
export async function sendPapersOn(
  needs: CommandNeeds,
  sender: Doer,
  receiver: Doer,
  way: { readonly board: string; readonly meeting: string; readonly taken: string; readonly waiting: string },
): Promise<void> {
  const why = 'The delivery board plans what services do about the waits, and should read the same figures as the partnership.'
  await send(needs, sender, way.waiting, { board: way.board, why: 'It asks every agency for rooms for first meetings.' })
  const sent = await send(needs, sender, way.taken, { board: way.board, why })
  const comments =
    'The partnership noted the progress and asked for figures by district in the next report.\nHead teachers asked that the practitioners stay in schools beyond the summer. Members asked the delivery board to say what that would cost.'
  done('comment', await commentOnSent(needs, sender, sent.paper, sent.id, { comments, version: sent.version }))
  const version = async (): Promise<number> =>
    (await readAs(needs.db, receiver, (reader) => findPlanItem(reader, way.board, sent.planItem))).version
  done('accept', await acceptPlanItem(needs, receiver, way.board, sent.planItem, await version()))
  const where = { meeting: way.meeting, reason: undefined, version: await version() }
  done('place', await movePlanItem(needs, receiver, way.board, sent.planItem, where))
  done('take in', await placePlanItem(needs, receiver, way.meeting, sent.planItem))
}

async function send(
  needs: CommandNeeds,
  sender: Doer,
  item: string,
  input: { readonly board: string; readonly why: string },
): Promise<SentPaper> {
  const [paper] = await readAs(needs.db, sender, (reader) => findPapersOfItem(reader, item))
  done('send a paper on', await sendPaperOn(needs, sender, paper?.id ?? '', input))
  const [sent] = await readAs(needs.db, sender, (reader) => findSentOn(reader, paper?.id ?? '', sender.today))
  if (!sent) throw new Error('The sample sent a paper that is not there.')
  return sent
}
