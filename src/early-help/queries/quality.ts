import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { FrameLine } from '../rules/quality-draw.ts'
import { findNames } from './names.ts'

/** What the partnership decided of quality assurance for a day. */
export async function findQualityRule(reader: Reader, day: Temporal.PlainDate) {
  return reader
    .selectFrom('casework.quality_rule')
    .select(['id', 'at_least as atLeast', 'exclude_months as excludeMonths', 'assignment_days as assignmentDays'])
    .select(['hidden_up_to as hiddenUpTo', 'source'])
    .where('starts_on', '<=', day)
    .orderBy('starts_on', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

/** How records are drawn, the latest first, with who set it. */
export async function listQualityRules(reader: Reader) {
  const rows = await reader
    .selectFrom('casework.quality_rule')
    .select(['id', 'at_least as atLeast', 'exclude_months as excludeMonths', 'assignment_days as assignmentDays', 'source'])
    .select(['starts_on as startsOn', 'set_by as setBy', 'set_on as setOn'])
    .orderBy('starts_on', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ setBy }) => setBy),
  )
  return rows.map((row) => ({ ...row, setBy: names.get(row.setBy ?? '') ?? '' }))
}

/** Which audit tool holds on a day. */
export async function findToolOn(reader: Reader, day: Temporal.PlainDate): Promise<string> {
  const { id } = await reader
    .selectFrom('casework.audit_tool')
    .select('id')
    .where('starts_on', '<=', day)
    .orderBy('starts_on', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}

/** The audit tool of a draw, by which its records are reviewed: standards, grades (the best first) and themes. */
export async function findTool(reader: Reader, draw: string) {
  const tool = await reader
    .selectFrom('casework.audit_tool as t')
    .innerJoin('casework.quality_draw as d', 'd.tool', 't.id')
    .select(['t.id', 't.number', 't.name', 't.source', 't.starts_on as startsOn'])
    .where('d.id', '=', draw)
    .executeTakeFirstOrThrow()
  const [standards, grades, themes] = [
    await reader
      .selectFrom('casework.audit_standard')
      .select(['id', 'name', 'words'])
      .where('tool', '=', tool.id)
      .orderBy('position')
      .execute(),
    await reader.selectFrom('casework.audit_grade').select(['rank', 'name', 'means']).where('tool', '=', tool.id).orderBy('rank').execute(),
    await reader
      .selectFrom('casework.audit_theme as h')
      .innerJoin('casework.audit_tool_theme as o', 'o.theme', 'h.id')
      .select(['h.id', 'h.name'])
      .where('o.tool', '=', tool.id)
      .orderBy('h.name')
      .execute(),
  ]
  return { ...tool, standards, grades, themes }
}
/** The audit tool. */
export type AuditTool = Awaited<ReturnType<typeof findTool>>

/** Draws, the latest month first, with how many were drawn and how many of them are reviewed. */
export async function listDraws(reader: Reader) {
  return reader
    .selectFrom('casework.quality_draw as d')
    .innerJoin('casework.quality_rule as r', 'r.id', 'd.rule')
    .select(['d.id', 'd.frame', 'd.month', 'd.seed', 'd.frame_hash as frameHash', 'd.drawn_at as drawnAt', 'r.at_least as atLeast'])
    .select((of) => [
      of
        .selectFrom('casework.quality_item as i')
        .whereRef('i.draw', '=', 'd.id')
        .where((where) =>
          where.not(where.exists(where.selectFrom('casework.quality_item as n').select('n.id').whereRef('n.replaces', '=', 'i.id'))),
        )
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('due'),
      sql<number>`casework.reviewed_of(d.id)`.as('done'),
    ])
    .orderBy('d.month', 'desc')
    .orderBy('d.frame', 'desc')
    .execute()
}
/** A draw as the list has it. */
export type DrawLine = Awaited<ReturnType<typeof listDraws>>[number]

/** The frame of a draw as it was kept. */
export async function findFrame(reader: Reader, draw: string): Promise<readonly FrameLine[]> {
  const rows = await reader
    .selectFrom('casework.quality_frame')
    .select(['episode', 'agency', 'stage', 'is_closed as isClosed', 'is_stepped_up as isSteppedUp', 'left_out as leftOut'])
    .where('draw', '=', draw)
    .orderBy('episode')
    .execute()
  return rows.map(({ leftOut, ...row }) => ({ ...row, leftOut: leftOut ?? undefined }))
}

/** What was drawn: those of one’s own locality with what the family is called, the others as numbers alone. */
export async function listItems(reader: Reader, of: { readonly draw: string } | { readonly reviewer: string }, now: Temporal.Instant) {
  const rows = await reader
    .selectFrom('casework.quality_item as i')
    .leftJoin('casework.episode as e', 'e.id', 'i.episode')
    .leftJoin('casework.family as f', 'f.id', 'e.family')
    .leftJoin('casework.quality_review as r', 'r.item', 'i.id')
    .leftJoin('casework.quality_item as n', 'n.replaces', 'i.id')
    .leftJoin('casework.quality_assignment as a', (join) =>
      join.onRef('a.item', '=', 'i.id').on('a.starts_at', '<=', now).on('a.ends_at', '>', now),
    )
    .select(['i.id', 'i.draw', 'i.episode', 'i.position', 'e.reference', 'f.label', 'n.id as replacedBy', 'n.replaced_because as because'])
    .select(['r.id as review', 'r.overall', 'r.moderated_overall as moderated', 'r.fed_back_at as fedBackAt', 'r.reviewer as reviewedBy'])
    .select(['a.reviewer', 'a.purpose', 'a.ends_at as endsAt'])
    .$if('draw' in of, (query) => query.where('i.draw', '=', 'draw' in of ? of.draw : ''))
    .$if('reviewer' in of, (query) => query.where('a.reviewer', '=', 'reviewer' in of ? of.reviewer : ''))
    .orderBy('i.position')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ reviewer }) => reviewer),
  )
  return rows.map((row) => ({ ...row, reviewerName: names.get(row.reviewer ?? '') ?? '' }))
}
/** One of what was drawn. */
export type ItemLine = Awaited<ReturnType<typeof listItems>>[number]

/** One of what was drawn, of one’s own locality. @throws NotFound */
export async function findItem(reader: Reader, draw: string, item: string, now: Temporal.Instant): Promise<ItemLine> {
  const found = isUuid(draw) ? (await listItems(reader, { draw }, now)).find(({ id }) => id === item) : undefined
  if (found?.reference == null) throw new NotFound('No such record in the draw.')
  return found
}

/** Reviews of one family with what is written in them, as far as one may read it; the latest first. */
export async function findReviews(reader: Reader, episode: string) {
  const reviews = await reader
    .selectFrom('casework.quality_review as r')
    .innerJoin('casework.audit_grade as g', (join) => join.onRef('g.tool', '=', 'r.tool').onRef('g.rank', '=', 'r.overall'))
    .leftJoin('casework.audit_grade as m', (join) => join.onRef('m.tool', '=', 'r.tool').onRef('m.rank', '=', 'r.moderated_overall'))
    .innerJoin('casework.audit_tool as t', 't.id', 'r.tool')
    .select(['t.name as toolName', 't.number as toolNumber', 't.starts_on as toolStartsOn'])
    .select(['r.id', 'r.item', 'g.name as grade', 'm.name as moderatedGrade', 'r.reviewer', 'r.moderator', 'r.completed_at as completedAt'])
    .select(['r.fed_back_at as fedBackAt', 'r.version'])
    .where('r.episode', '=', episode)
    .orderBy('r.completed_at', 'desc')
    .execute()
  if (reviews.length === 0) return []
  const ids = reviews.map(({ id }) => id)
  const findings = await reader
    .selectFrom('casework.quality_finding as f')
    .innerJoin('casework.audit_standard as s', 's.id', 'f.standard')
    .innerJoin('casework.audit_grade as g', (join) => join.onRef('g.tool', '=', 'f.tool').onRef('g.rank', '=', 'f.grade'))
    .leftJoin('casework.quality_words as w', (join) => join.onRef('w.review', '=', 'f.review').onRef('w.standard', '=', 'f.standard'))
    .select(['f.review', 's.name', 'g.name as grade', 'w.words'])
    .where('f.review', 'in', ids)
    .orderBy('s.position')
    .execute()
  const words = await reader
    .selectFrom('casework.quality_words')
    .select(['review', 'kind', 'words'])
    .where('review', 'in', ids)
    .where('kind', '<>', 'evidence')
    .execute()
  const actions = await reader
    .selectFrom('casework.quality_action')
    .select(['id', 'review', 'words', 'owner', 'due_on as dueOn', 'done_on as doneOn', 'version'])
    .where('review', 'in', ids)
    .execute()
  const names = await findNames(reader, [
    ...reviews.flatMap(({ reviewer, moderator }) => [reviewer, moderator]),
    ...actions.map(({ owner }) => owner),
  ])
  return reviews.map((review) => ({
    ...review,
    reviewerName: names.get(review.reviewer) ?? '',
    moderatorName: names.get(review.moderator ?? '') ?? '',
    findings: findings.filter((one) => one.review === review.id),
    words: words.filter((one) => one.review === review.id),
    actions: actions.filter((one) => one.review === review.id).map((one) => ({ ...one, ownerName: names.get(one.owner) ?? '' })),
  }))
}
/** A review with what one may read of it. */
export type ReviewLine = Awaited<ReturnType<typeof findReviews>>[number]
