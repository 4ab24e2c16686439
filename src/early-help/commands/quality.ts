import { createHash, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AsideInput, AssignInput, frames, ModerateInput, ReviewInput } from '../forms/quality.ts'
import { findPosts } from '../queries/posts.ts'
import { findFrame, findItem, findQualityRule, findTool, findToolOn, listDraws, listItems } from '../queries/quality.ts'
import { demandTie, findTies } from '../queries/ties.ts'
import { drawSample, frameText, replacementFor } from '../rules/quality-draw.ts'
import { beginLook, lookAt } from './look.ts'

type Needs = { readonly db: Database }
type Said = Result<void, FieldProblem>

/** The hash of a frame: who repeats a draw sees by it that the frame is the same. */
export const frameHash = (frame: Parameters<typeof frameText>[0]): string => createHash('sha256').update(frameText(frame)).digest('hex')

/** How many are drawn of a frame: at least the rule’s number a month, all where there are fewer; of what was closed all. */
export const wantedOf = (frame: string, atLeast: number): number => (frame === 'monthly' ? atLeast : Number.MAX_SAFE_INTEGER)

/** Draws a month’s sample: the frame, the seed and the rule are kept with it, so that anybody who may see it repeats it. A month is drawn once. */
export async function drawMonth(
  needs: Needs,
  doer: Doer,
  { frame, month }: { readonly frame: (typeof frames)[number]; readonly month: Temporal.PlainDate },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'quality', 'keep')
    if ((await listDraws(tx)).some((one) => one.frame === frame && one.month.equals(month)))
      return fail({ field: '', code: 'drawn-already' })
    const rule = await findQualityRule(tx, month)
    const [id, seed] = [newId(), randomInt(1, 2 ** 31 - 1)]
    const lines = (
      await sql<{ episode: string; agency: string; stage: string; is_closed: boolean; is_stepped_up: boolean; left_out: string | null }>`
        select * from casework.quality_frame_now(${frame}, ${month.toString()}::date)`.execute(tx)
    ).rows.map((row) => ({
      ...{ episode: row.episode, agency: row.agency, stage: row.stage, isClosed: row.is_closed, isSteppedUp: row.is_stepped_up },
      leftOut: row.left_out ?? undefined,
    }))
    const drawn = drawSample(lines, seed, wantedOf(frame, rule.atLeast))
    if (drawn.length === 0) return fail({ field: '', code: 'nothing-to-draw' })
    await tx
      .insertInto('casework.quality_draw')
      .values({
        ...{ id, frame, month, seed, rule: rule.id, tool: await findToolOn(tx, month), frame_hash: frameHash(lines) },
        ...{ drawn_by: ties.person, drawn_at: doer.now },
      })
      .execute()
    await sql`select casework.keep_frame(${id})`.execute(tx)
    await tx
      .insertInto('casework.quality_item')
      .values(drawn.map((episode, at) => ({ id: newId(), draw: id, episode, position: at + 1, drawn_by: ties.person, drawn_at: doer.now })))
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'quality-draw.drawn', subjectType: 'quality-draw', subject: id, content: `${seed}` })
    return succeed({ id })
  })
}

/** Puts a record aside with its reason; the next of its stratum by the seed takes its place. */
export async function replaceItem(
  needs: Needs,
  doer: Doer,
  { draw, item }: { readonly draw: string; readonly item: string },
  input: AsideInput,
): Promise<Said> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'quality', 'keep')
    const its = await findItem(tx, draw, item, doer.now)
    if (its.replacedBy || its.review) return fail({ field: 'because', code: 'put-aside-already' })
    const drawn = (await listDraws(tx)).find(({ id }) => id === draw)
    const items = await listItems(tx, { draw }, doer.now)
    const next = replacementFor(await findFrame(tx, draw), drawn?.seed ?? 1, new Set(items.map(({ episode }) => episode)), its.episode)
    if (next === undefined) return fail({ field: 'because', code: 'none-left' })
    const position = Math.max(...items.map((one) => one.position)) + 1
    await tx
      .insertInto('casework.quality_item')
      .values({
        id: newId(),
        draw,
        episode: next,
        position,
        replaces: item,
        replaced_because: input.because,
        drawn_by: ties.person,
        drawn_at: doer.now,
      })
      .execute()
    await tx
      .updateTable('casework.quality_assignment')
      .set((of) => ({ ends_at: of.fn<Temporal.Instant>('greatest', ['starts_at', of.val(doer.now)]) }))
      .where('item', '=', item)
      .where('ends_at', '>', doer.now)
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'quality-item.replaced', subjectType: 'quality-draw', subject: draw, content: item })
    return succeed(undefined)
  })
}

const refused: Readonly<Record<string, string>> = {
  reviewer_apart: 'reviewer-apart',
  reviewer_post: 'reviewer-post',
  item_replaced: 'put-aside-already',
  moderator_apart: 'moderator-apart',
}

/** Assigns a reviewer or a moderator: from now on, and as long as the rule says, they read this record, and every look is written. */
export async function assignReviewer(
  needs: Needs,
  doer: Doer,
  { draw, item }: { readonly draw: string; readonly item: string },
  input: AssignInput,
): Promise<Said> {
  try {
    return await writeAs(needs.db, doer, async (tx) => {
      const ties = await findTies(tx, doer)
      demandTie(ties, 'quality', 'keep')
      const its = await findItem(tx, draw, item, doer.now)
      const [post] = await findPosts(tx, doer.today, { ids: [input.post] })
      if (!post) return fail({ field: 'post', code: 'no-such-post' })
      if (its.review && input.purpose === 'review') return fail({ field: 'purpose', code: 'reviewed-already' })
      await tx
        .updateTable('casework.quality_assignment')
        .set((of) => ({ ends_at: of.fn<Temporal.Instant>('greatest', ['starts_at', of.val(doer.now)]) }))
        .where('item', '=', item)
        .where('ends_at', '>', doer.now)
        .execute()
      const { id: rule, assignmentDays } = await findQualityRule(tx, doer.today)
      await tx
        .insertInto('casework.quality_assignment')
        .values({
          ...{ id: newId(), item, episode: its.episode, reviewer: post.person, organisation: post.organisation, purpose: input.purpose },
          ...{ starts_at: doer.now, ends_at: doer.now.add({ hours: 24 * assignmentDays }), given_by: ties.person },
        })
        .execute()
      await appendAudit(tx, {
        actor: doer.actor,
        act: `quality-item.to-${input.purpose}`,
        subjectType: 'family',
        subject: its.episode,
        content: `${post.person} ${rule}`,
      })
      return succeed(undefined)
    })
  } catch (error) {
    const code = refused[String((error as { readonly constraint?: unknown } | null)?.constraint ?? '')]
    if (code) return fail({ field: code === 'moderator-apart' ? 'purpose' : 'post', code })
    throw error
  }
}

/** Completes a review: a grade with evidence for each standard, themes, feedback to the lead and what is to be done. */
export async function completeReview(needs: Needs, doer: Doer, episode: string, input: ReviewInput): Promise<Said> {
  return lookAt(needs.db, doer, episode, 'review', async ({ tx, ties, family }) => {
    const mine = (await listItems(tx, { reviewer: ties.person }, doer.now)).find(
      (one) => one.episode === episode && one.purpose === 'review',
    )
    if (!mine) return fail({ field: '', code: 'not-assigned' })
    if (mine.review) return fail({ field: '', code: 'reviewed-already' })
    const tool = await findTool(tx, mine.draw)
    const known = new Set(tool.grades.map(({ rank }) => rank))
    const wrong = input.findings.findIndex(({ grade }) => !known.has(grade))
    if (wrong >= 0) return fail({ field: `grade${wrong + 1}`, code: 'choice-unknown' })
    if (!known.has(input.overall)) return fail({ field: 'overall', code: 'choice-unknown' })
    const id = newId()
    const said = { review: id, episode, entered_by: ties.person, entered_at: doer.now }
    await tx
      .insertInto('casework.quality_review')
      .values({ id, item: mine.id, episode, tool: tool.id, overall: input.overall, reviewer: ties.person, completed_at: doer.now })
      .execute()
    await tx
      .insertInto('casework.quality_finding')
      .values(input.findings.map(({ standard, grade }) => ({ review: id, tool: tool.id, standard, grade })))
      .execute()
    await tx
      .insertInto('casework.quality_words')
      .values([
        ...input.findings.map(({ standard, evidence }) => ({ ...said, id: newId(), standard, kind: 'evidence', words: evidence })),
        { ...said, id: newId(), standard: null, kind: 'feedback', words: input.feedback },
      ])
      .execute()
    if (input.themes.length > 0)
      await tx
        .insertInto('casework.quality_theme')
        .values(input.themes.map((theme) => ({ review: id, theme })))
        .execute()
    if (input.action && input.actionDue)
      await tx
        .insertInto('casework.quality_action')
        .values({ ...said, id: newId(), words: input.action, owner: family.lead?.person ?? family.requestedBy, due_on: input.actionDue })
        .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'family.quality-reviewed', subjectType: 'family', subject: episode, content: id })
    return succeed(undefined)
  })
}

/** Moderates a review: another person agrees or grades otherwise, and says why. It is not a second review. */
export async function moderateReview(needs: Needs, doer: Doer, episode: string, input: ModerateInput): Promise<Said> {
  return lookAt(needs.db, doer, episode, 'review', async ({ tx, ties }) => {
    const mine = (await listItems(tx, { reviewer: ties.person }, doer.now)).find(
      (one) => one.episode === episode && one.purpose === 'moderate',
    )
    if (!mine?.review) return fail({ field: '', code: 'not-assigned' })
    if (mine.moderated !== null) return fail({ field: '', code: 'reviewed-already' })
    if (!(await findTool(tx, mine.draw)).grades.some(({ rank }) => rank === input.overall))
      return fail({ field: 'overall', code: 'choice-unknown' })
    const { numUpdatedRows } = await tx
      .updateTable('casework.quality_review')
      .set({ moderator: ties.person, moderated_at: doer.now, moderated_overall: input.overall, version: input.version + 1 })
      .where('id', '=', mine.review)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Conflict('Somebody else changed this first.')
    await tx
      .insertInto('casework.quality_words')
      .values({
        ...{ id: newId(), review: mine.review, episode, standard: null, kind: 'moderation', words: input.because },
        ...{ entered_by: ties.person, entered_at: doer.now },
      })
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'family.quality-moderated',
      subjectType: 'family',
      subject: episode,
      content: mine.review,
    })
    return succeed(undefined)
  })
}

/** Gives the review to the lead: from now on they read it with the record. */
export async function feedBack(needs: Needs, doer: Doer, episode: string): Promise<Said> {
  return lookAt(needs.db, doer, episode, 'review', async ({ tx, ties }) => {
    const mine = (await listItems(tx, { reviewer: ties.person }, doer.now)).find((one) => one.episode === episode && one.review !== null)
    if (!mine?.review || mine.fedBackAt !== null) return fail({ field: '', code: 'not-assigned' })
    await tx
      .updateTable('casework.quality_review')
      .set({ fed_back_at: doer.now, fed_back_by: ties.person })
      .where('id', '=', mine.review)
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'family.quality-fed-back',
      subjectType: 'family',
      subject: episode,
      content: mine.review,
    })
    return succeed(undefined)
  })
}

/** Says that an action of a review is done; whoever owns it says so. */
export async function finishAction(
  needs: Needs,
  doer: Doer,
  { episode, action }: { readonly episode: string; readonly action: string },
): Promise<Said> {
  return writeAs(needs.db, doer, async (writer) => {
    const { tx } = await beginLook(writer, doer, { episode, verb: 'list', what: 'change' })
    const { numUpdatedRows } = await tx
      .updateTable('casework.quality_action')
      .set({ done_on: doer.today })
      .where('id', '=', action)
      .where('episode', '=', episode)
      .where('done_on', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return fail({ field: '', code: 'not-your-action' })
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'family.quality-action-done',
      subjectType: 'family',
      subject: episode,
      content: action,
    })
    return succeed(undefined)
  })
}
