import { findActions, type PlanActionReference } from '#plans/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { type IdeaCost, ideaCosts } from '../rules/curve.ts'

/** The story behind a curve as it was told. */
export interface CurveStory {
  readonly number: number
  readonly words: string
  readonly madeAt: Temporal.Instant
}

/** Who has a part in turning a curve. */
export interface CurvePartner {
  readonly id: string
  readonly name: string
  readonly part: string
}

/** What works. */
export interface CurveIdea {
  readonly id: string
  readonly words: string
  readonly cost: IdeaCost
  /** '' where nothing is said. */
  readonly evidence: string
}

/** What was agreed: an action of a plan, or words. */
export interface AgreedAction {
  readonly id: string
  /** Null where no plan holds it. */
  readonly action: PlanActionReference | null
  readonly words: string
  readonly who: string
  readonly byWhen: Temporal.PlainDate | null
}

/** What people say and agree about turning the curve of a measure. */
export interface CurveParts {
  /** The latest first. */
  readonly stories: readonly CurveStory[]
  readonly partners: readonly CurvePartner[]
  /** What costs least first. */
  readonly ideas: readonly CurveIdea[]
  readonly actions: readonly AgreedAction[]
}

/** The stories behind the curve of a measure, the latest first. */
export function findStories(reader: Reader, measure: string): Promise<readonly CurveStory[]> {
  return reader
    .selectFrom('performance.curve_story')
    .select(['number', 'words', 'made_at as madeAt'])
    .where('measure', '=', measure)
    .orderBy('number', 'desc')
    .execute()
}

/** Who has a part in turning the curve of a measure, without who was taken back. */
export function findPartners(reader: Reader, measure: string): Promise<readonly CurvePartner[]> {
  return reader
    .selectFrom('performance.curve_partner')
    .select(['id', 'name', 'part'])
    .where('measure', '=', measure)
    .where('withdrawn_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
}

/** What works to turn the curve of a measure, what costs least first. */
export async function findIdeas(reader: Reader, measure: string): Promise<readonly CurveIdea[]> {
  const rows = await reader
    .selectFrom('performance.curve_idea')
    .select(['id', 'words', 'cost', 'evidence'])
    .where('measure', '=', measure)
    .where('withdrawn_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  const ideas = rows.map((row) => ({ ...row, cost: row.cost as IdeaCost }))
  return ideas.sort((one, other) => ideaCosts.indexOf(one.cost) - ideaCosts.indexOf(other.cost))
}

/** What was agreed to turn the curve of a measure; actions of plans that one may not see are left out. */
export async function findAgreed(reader: Reader, measure: string): Promise<readonly AgreedAction[]> {
  const rows = await reader
    .selectFrom('performance.curve_action')
    .select(['id', 'action', 'words', 'who', 'by_when as byWhen'])
    .where('measure', '=', measure)
    .where('withdrawn_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  const found = await findActions(
    reader,
    rows.flatMap(({ action }) => action ?? []),
  )
  return rows.flatMap((row) => {
    const action = found.find(({ id }) => id === row.action) ?? null
    return row.action !== null && action === null ? [] : [{ ...row, action }]
  })
}

/** Reads everything that was said and agreed about the curve of a measure. */
export async function findCurveParts(reader: Reader, measure: string): Promise<CurveParts> {
  const [stories, partners, ideas, actions] = await Promise.all([
    findStories(reader, measure),
    findPartners(reader, measure),
    findIdeas(reader, measure),
    findAgreed(reader, measure),
  ])
  return { stories, partners, ideas, actions }
}
