import { type Database, readAs } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { assignReviewer, completeReview, drawMonth } from '../commands/quality.ts'
import { freezeQuality } from '../commands/quality-report.ts'
import { findTool, listItems } from '../queries/quality.ts'

/** Draws this month’s sample: one family is reviewed and waits for a moderator, another waits to be reviewed. */
export async function loadQualitySample(
  casework: Database,
  ground: {
    readonly pryce: Doer
    readonly rahman: Doer
    readonly amber: string
    readonly hazel: string
    /** Posts by key of the person. */
    readonly posts: ReadonlyMap<string, string>
  },
): Promise<void> {
  const { pryce, rahman, amber, hazel, posts } = ground
  const needs = { db: casework }
  const drawn = await drawMonth(needs, rahman, { frame: 'monthly', month: rahman.today.with({ day: 1 }) })
  if (!drawn.ok) throw new Error('The sample of quality assurance is refused.')
  const draw = drawn.value.id
  const [items, tool] = await readAs(casework, rahman, async (reader) => [
    await listItems(reader, { draw }, rahman.now),
    await findTool(reader, draw),
  ])
  const assign = (by: Doer, of: string, key: string, purpose: 'review' | 'moderate') =>
    assignReviewer(
      needs,
      by,
      { draw, item: items.find(({ episode }) => episode === of)?.id ?? '' },
      { post: posts.get(key) ?? '', purpose },
    )
  await assign(rahman, amber, 'rahman', 'review')
  await completeReview(needs, rahman, amber, {
    ...{ overall: 2, themes: tool.themes.slice(0, 1).map(({ id }) => id) },
    ...{ action: 'Ask the younger brother what he wants', actionDue: rahman.today.add({ days: 21 }) },
    feedback: 'Clear and warm. Mornings are described so that one can see them. What is missing is the view of the brother.',
    findings: tool.standards.map(({ id }, index) => ({
      ...{ standard: id, grade: index === 0 ? 3 : 2, evidence: 'As the record shows, from the request to the agreement' },
    })),
  })
  await assign(pryce, amber, 'pryce', 'moderate')
  await assign(pryce, hazel, 'pryce', 'review')
}

/** Draws the two months that are over: the report of the one is frozen, that of the other can be. */
export async function loadQualityReports(casework: Database, rahman: Doer): Promise<void> {
  const needs = { db: casework }
  const first = rahman.today.with({ day: 1 })
  for (const months of [2, 1]) {
    const month = first.subtract({ months })
    const drawn = await drawMonth(needs, rahman, { frame: 'monthly', month })
    const frozen = drawn.ok && months === 2 ? await freezeQuality(needs, rahman, month) : drawn
    if (!frozen.ok) throw new Error(`The sample of quality assurance is refused: ${frozen.problems[0].code}.`)
  }
}
