import { findAssessmentRows, listAssessments } from '#plans/public-data.ts'
import type { Reader } from '#platform/database/session.ts'

/** A need or a finding of a needs assessment that was published. */
export interface UsableNeed {
  readonly id: string
  readonly kind: 'need' | 'finding'
  readonly title: string
  readonly assessmentTitle: string
}

/** The needs and findings on which a strategy can rest, assessment by assessment. */
export async function findUsableNeeds(reader: Reader): Promise<readonly UsableNeed[]> {
  const published = (await listAssessments(reader)).filter(({ state }) => state === 'published')
  const rows = await findAssessmentRows(
    reader,
    published.map(({ id }) => id),
  )
  return rows.flatMap(({ id, kind, title, assessment }) =>
    kind === 'need' || kind === 'finding'
      ? [{ id, kind, title, assessmentTitle: published.find((one) => one.id === assessment)?.title ?? '' }]
      : [],
  )
}
