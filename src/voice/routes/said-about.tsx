import { findBodiesById, findStanding } from '#governance/public-data.ts'
import type { BroughtPart } from '#platform/web/brought-part.ts'
import { offeredSpan } from '../commands/answer.ts'
import { SaidAboutCard } from '../pages/said-about-card.tsx'
import { voicePaths } from '../paths.ts'
import { allows } from '../permission.ts'
import { findAnswersBy } from '../queries/answers.ts'
import { findDecisionsHeard } from '../queries/heard.ts'
import { findSaidAbout } from '../queries/said-about.ts'
import { voicesOf } from './gates.ts'

/**
 * What people said about a decision, an item, a priority or an outcome, for its page. Of an item with which nothing is linked nothing is said to whoever
 * cannot link anything: an agenda has many, and the page of the board counts them.
 */
export const saidAbout: BroughtPart = async (reader, visit, record) => {
  const { matter, brought } = await findSaidAbout(reader, record, visit.today)
  const isMatter = record.kind === 'item' || record.kind === 'decision'
  const span = offeredSpan(visit.today)
  const isOffered =
    !isMatter ||
    (matter !== undefined && Temporal.PlainDate.compare(matter.on, span.from) >= 0 && Temporal.PlainDate.compare(matter.on, span.until) < 0)
  const mayLink = isOffered && allows(await findStanding(reader, visit), voicesOf(record.body), 'keep')
  if (brought.length === 0 && (record.kind === 'item' || (isMatter && !matter)) && !mayLink) return undefined
  const [board] = await findBodiesById(reader, [record.body], visit.today)
  if (!board) return undefined
  return (
    <SaidAboutCard
      kind={record.kind}
      brought={brought}
      answers={record.kind === 'decision' ? await findAnswersBy(reader, record.id) : []}
      board={board}
      often={await findDecisionsHeard(reader, board.id, visit.today)}
      link={mayLink ? voicePaths.linkWith(board.slug, record.kind, record.id) : undefined}
    />
  )
}
