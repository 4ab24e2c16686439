import type { Hono } from 'hono'
import { z } from 'zod'
import { NotFound } from '#platform/refusals.ts'
import { actsWith, form, formsWith, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { choice, parseForm } from '#platform/web/fields.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import {
  assignReviewer,
  completeReview,
  drawMonth,
  feedBack,
  finishAction,
  frameHash,
  moderateReview,
  replaceItem,
  wantedOf,
} from '../commands/quality.ts'
import { setQualityRule } from '../commands/quality-rule.ts'
import { frames, parseAside, parseAssign, parseModerate, parseQualityRule, parseReview } from '../forms/quality.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { DrawPage } from '../pages/draw-page.tsx'
import { QualityPage } from '../pages/quality-page.tsx'
import { QualityRulesPage } from '../pages/quality-rules-page.tsx'
import { type QualityTask, ReviewsPage } from '../pages/reviews-page.tsx'
import { qualityPaths } from '../paths.ts'
import { findFrame, findItem, findQualityRule, findReviews, findTool, listDraws, listItems, listQualityRules } from '../queries/quality.ts'
import { idOf } from '../queries/ties.ts'
import { drawSample } from '../rules/quality-draw.ts'
import { problemWords } from '../words/problems.ts'
import { type AskedCasework, caseworkGate, familyGate } from './gates.ts'
import { qualityReportRoutes } from './quality-report.tsx'
import * as shapes from './quality-shapes.ts'
import { contentFormAt, type LookedAt, lookingGate, sectionAt } from './sections.tsx'

const formAt = formsWith(problemWords)
const actAt = actsWith(problemWords)
const keep = caseworkGate('quality', 'keep')
const root = '/families/quality'
const one = '/families/:episode'

/** Quality assurance: draws, reviews, and the report for boards. */
export function qualityRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  pageAt(app, needs, root, keep, async ({ reader, visit, ties }) => (
    <QualityPage
      visit={visit}
      relations={ties.relations}
      draws={await listDraws(reader)}
      mine={await listItems(reader, { reviewer: ties.person }, visit.now)}
      rule={await findQualityRule(reader, visit.today)}
    />
  ))
  actAt(
    app,
    needs,
    `${root}/draws`,
    keep,
    async ({ visit }, doer, body) => {
      const parsed = parseForm(z.object({ frame: choice(frames) }), body)
      if (!parsed.ok) return parsed
      const month = visit.today.with({ day: 1 })
      return leadTo(await drawMonth(needs, doer, { ...parsed.value, month }), ({ id }) => qualityPaths.draw(id))
    },
    qualityPaths.home,
  )
  pageAt(app, needs, qualityPaths.rules(), caseworkGate('quality', 'rules'), async ({ reader, visit, ties }) => (
    <QualityRulesPage visit={visit} relations={ties.relations} rules={await listQualityRules(reader)} />
  ))
  formAt(app, needs, qualityPaths.setRule(), caseworkGate('quality', 'set'), async (asked) =>
    form(await shapes.qualityRuleShape(asked), parseQualityRule, async (doer, input) =>
      leadTo(await setQualityRule(needs, doer, input), qualityPaths.rules),
    ),
  )
  drawing(app, needs)
  qualityReportRoutes(app, needs)
  reviewing(app, needs)
}

function drawing(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  pageAt(app, needs, `${root}/draws/:draw`, keep, async ({ reader, visit, part }) => {
    const draw = (await listDraws(reader)).find(({ id }) => id === part('draw'))
    if (!draw) throw new NotFound('No such draw.')
    const items = await listItems(reader, { draw: draw.id }, visit.now)
    const frame = await findFrame(reader, draw.id)
    const again = drawSample(frame, draw.seed, wantedOf(draw.frame, draw.atLeast))
    const replay = {
      ...{ sameFrame: frameHash(frame) === draw.frameHash, frameSize: frame.length },
      sameRecords: again.every((episode, at) => items[at]?.episode === episode),
      leftOut: frame.filter(({ leftOut }) => leftOut !== undefined).length,
    }
    return <DrawPage {...{ visit, draw, items, replay }} />
  })
  const asked = async ({ reader, visit, part }: AskedCasework) => findItem(reader, part('draw'), part('item'), visit.now)
  formAt(app, needs, `${root}/draws/:draw/:item/assign`, keep, async (about) => {
    const item = await asked(about)
    return form(await shapes.assignShape(about, item), parseAssign, async (doer, input) =>
      leadTo(await assignReviewer(needs, doer, { draw: item.draw, item: item.id }, input), () => qualityPaths.draw(item.draw)),
    )
  })
  formAt(app, needs, `${root}/draws/:draw/:item/replace`, keep, async (about) => {
    const item = await asked(about)
    return form(shapes.asideShape(item), parseAside, async (doer, input) =>
      leadTo(await replaceItem(needs, doer, { draw: item.draw, item: item.id }, input), () => qualityPaths.draw(item.draw)),
    )
  })
}

/** What somebody does now, each with the draw it is of: from what they are assigned to, and what there is. */
async function tasksOf({ tx, family, ties, visit }: LookedAt): Promise<ReadonlyMap<QualityTask, string>> {
  const mine = (await listItems(tx, { reviewer: ties.person }, visit.now)).filter(({ episode }) => episode === family.id)
  return new Map(
    mine.flatMap((item): [QualityTask, string][] => {
      if (item.purpose === 'moderate' && item.moderated === null) return [['moderate', item.draw]]
      if (item.review === null) return [['review', item.draw]]
      return item.fedBackAt === null ? [['feed-back', item.draw]] : []
    }),
  )
}

function reviewing(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  sectionAt(app, needs, { path: 'quality', verb: 'quality' }, async (asked) => (
    <ReviewsPage
      {...{ visit: asked.visit, family: asked.family, ties: asked.ties }}
      reviews={await findReviews(asked.tx, asked.family.id)}
      tasks={await tasksOf(asked)}
    />
  ))
  contentFormAt(app, needs, `${one}/quality/review`, lookingGate('review'), async (asked) => {
    const draw = (await tasksOf(asked)).get('review')
    if (draw === undefined) throw new NotFound('Not assigned.')
    const tool = await findTool(asked.tx, draw)
    const ids = tool.standards.map(({ id }) => id)
    return form(shapes.reviewShape(asked.family, tool), parseReview(ids), async (doer, input) =>
      leadTo(await completeReview(needs, doer, asked.family.id, input), () => qualityPaths.family(asked.family.id)),
    )
  })
  contentFormAt(app, needs, `${one}/quality/moderate`, lookingGate('review'), async (asked) => {
    const draw = (await tasksOf(asked)).get('moderate')
    if (draw === undefined) throw new NotFound('Not assigned.')
    const tool = await findTool(asked.tx, draw)
    const [review] = await findReviews(asked.tx, asked.family.id)
    return form(shapes.moderateShape(asked.family, tool, review?.version ?? 1), parseModerate, async (doer, input) =>
      leadTo(await moderateReview(needs, doer, asked.family.id, input), () => qualityPaths.family(asked.family.id)),
    )
  })
  actAt(
    app,
    needs,
    `${one}/quality/feedback`,
    familyGate('review'),
    async ({ family }, doer) => leadTo(await feedBack(needs, doer, family.id), () => qualityPaths.family(family.id)),
    ({ family }) => qualityPaths.family(family.id),
  )
  actAt(
    app,
    needs,
    `${one}/quality/actions/:action/done`,
    familyGate('quality'),
    async ({ family, part }, doer) =>
      leadTo(await finishAction(needs, doer, { episode: family.id, action: idOf(part('action')) }), () => qualityPaths.family(family.id)),
    ({ family }) => qualityPaths.family(family.id),
  )
}
