import { Hono } from 'hono'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { dayOf } from '#platform/time/london.ts'
import { doerOf, form, type Gate, leadTo } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { lookAtBids } from '../commands/bid-call.ts'
import * as commands from '../commands/evaluation.ts'
import * as forms from '../forms/evaluation.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { EvaluationPage } from '../pages/evaluation-page.tsx'
import { guard } from '../permission.ts'
import { bidPaths } from '../pipeline-paths.ts'
import { type Bid, findBids } from '../queries/bids.ts'
import {
  type Evaluator,
  findBidCriteria,
  findEvaluators,
  findLowBidRule,
  findRecommended,
  findScores,
  findScoreWords,
  guardedEvaluation,
} from '../queries/evaluations.ts'
import { countingBids } from '../rules/bid.ts'
import { abnormallyLow, rankBids } from '../rules/evaluation.ts'
import { type AskedCall, callGate } from './bids.tsx'
import { actAt, formAt } from './endpoint.ts'
import * as shapes from './evaluation-shapes.ts'

const at = '/bid-calls/:call/evaluation'
type AskedEvaluation = AskedCall & { readonly evaluators: readonly Evaluator[]; readonly self: Evaluator | undefined }

/** A call with those who evaluate it; each of them may come in, whether they may read yet or not. */
const namedGate: Gate<AskedEvaluation & { readonly self: Evaluator }> = async (reader, c) => {
  const asked = await callGate('read')(reader, c)
  const evaluators = await findEvaluators(reader, { call: asked.call.id })
  const self = evaluators.find(({ person }) => person === asked.standing.person?.id)
  if (!self) {
    guard.demandOf(asked.standing, asked.visit, guardedEvaluation(asked.call, evaluators), 'score')
    throw new NotFound('You do not evaluate these bids.')
  }
  return { ...asked, evaluators, self }
}

/** One of those who evaluate and may read; nobody before the bids are opened. */
const evaluatorGate: typeof namedGate = async (reader, c) => {
  const asked = await namedGate(reader, c)
  guard.demandOf(asked.standing, asked.visit, guardedEvaluation(asked.call, asked.evaluators), 'score')
  if (asked.call.openedAt === undefined) throw new NotFound('These bids are sealed.')
  return asked
}

/** Whoever may read scores: those who evaluate, and the clerk and the chair of the board once it is decided. */
const scoresGate: Gate<AskedEvaluation> = async (reader, c) => {
  const asked = await callGate('read')(reader, c)
  const { call, body, standing, visit } = asked
  const evaluators = await findEvaluators(reader, { call: call.id })
  const decides = call.decidedOn !== undefined && (standing.clerkOf.has(body.id) || standing.chairOf.has(body.id))
  if (!decides) guard.demandOf(standing, visit, guardedEvaluation(call, evaluators), 'read')
  if (call.openedAt === undefined) throw new NotFound('These bids are sealed.')
  return { ...asked, evaluators, self: evaluators.find(({ person }) => person === standing.person?.id) }
}

/** The evaluation of sealed bids: how they are judged, by whom, each one's scores, the agreed ones, the ranking and what is recommended (C8). */
export function evaluationRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get(at, async (c) => c.html(await writeAs(needs.db, c.get('visit'), async (tx) => evaluationPage(tx, await scoresGate(tx, c)))))
  keeperForms(app, needs)
  formAt(app, needs, `${at}/interest`, namedGate, async (asked) =>
    form(shapes.interestShape(asked, asked.self), forms.parseDeclare, async (doer, input) =>
      leadTo(await commands.declareInterest(needs, doer, asked.call.id, input), bidPaths.call),
    ),
  )
  const to = (id: string) => bidPaths.evaluation(id)
  formAt(app, needs, `${at}/recommend`, evaluatorGate, async (asked) =>
    form(shapes.recommendShape(asked, asked.self, await countingOf(asked)), forms.parseRecommend, async (doer, input) =>
      leadTo(await commands.recommendBid(needs, doer, asked.call.id, input), to),
    ),
  )
  for (const whose of ['own', 'agreed'] as const)
    formAt(app, needs, `${at}/:bid/${whose}`, evaluatorGate, async (asked) => {
      const bid = (await countingOf(asked)).find(({ id }) => id === asked.part('bid'))
      if (!bid || (whose === 'agreed' && !asked.self.moderates)) throw new NotFound('No such bid.')
      const shape = await shapes.scoresShape(asked, asked.self, bid, whose)
      const { criteria } = await findBidCriteria(asked.reader, asked.call.id)
      const judged = criteria.filter(({ kind }) => kind === 'quality').map(({ id }) => id)
      const save = whose === 'own' ? commands.scoreBid : commands.agreeScores
      return form(shape, forms.parseScores(judged), async (doer, input) =>
        leadTo(await save(needs, doer, asked.call.id, bid.id, input), to),
      )
    })
  actAt(
    app,
    needs,
    `${at}/hand-in`,
    evaluatorGate,
    async ({ call }, doer) => leadTo(await commands.handInScores(needs, doer, call.id), to),
    ({ call }) => to(call.id),
  )
  return app
}

function keeperForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  formAt(app, needs, '/bid-calls/:call/criteria', callGate('change'), async (asked) =>
    form(await shapes.criteriaShape(asked), forms.parseBidCriteria, async (doer, input) =>
      leadTo(await commands.sayCriteria(needs, doer, asked.call.id, input), bidPaths.call),
    ),
  )
  formAt(app, needs, '/bid-calls/:call/evaluators', callGate('change'), async (asked) =>
    form(await shapes.evaluatorShape(asked), forms.parseEvaluator, async (doer, input) =>
      leadTo(await commands.nameEvaluator(needs, doer, asked.call.id, input), bidPaths.call),
    ),
  )
  formAt(app, needs, '/bid-calls/:call/evaluators/:evaluator', callGate('change'), async (asked) => {
    const one = (await findEvaluators(asked.reader, { call: asked.call.id })).find(({ id }) => id === asked.part('evaluator'))
    if (!one) throw new NotFound('No such evaluator.')
    return form(shapes.settleShape(asked, one), forms.parseSettle, async (doer, input) =>
      leadTo(await commands.settleInterest(needs, doer, asked.call.id, one.id, input), bidPaths.call),
    )
  })
}

const countingOf = async ({ reader, call }: AskedCall): Promise<readonly Bid[]> => countingBids(await findBids(reader, [call.id]))

async function evaluationPage(tx: Writer, { visit, body, call, evaluators, self }: AskedEvaluation) {
  await lookAtBids(tx, doerOf(visit), call)
  const opened = dayOf(call.openedAt ?? call.opensAt)
  const [all, criteria, { scores, agreed }, words, rule, { recommended }] = await Promise.all([
    findBids(tx, [call.id]),
    findBidCriteria(tx, call.id),
    findScores(tx, call.id),
    findScoreWords(tx, opened),
    findLowBidRule(tx, opened),
    findRecommended(tx, call.id),
  ])
  const bids = countingBids(all)
  const scored = bids.flatMap(({ id, content }) =>
    content
      ? [
          {
            ...{ id, amount: content.amount },
            agreed: new Map(agreed.filter(({ bid }) => bid === id).map(({ criterion, points }) => [criterion, points])),
          },
        ]
      : [],
  )
  const most = words[0]?.points ?? 0
  return (
    <EvaluationPage
      {...{ visit, board: body, call, bids, criteria, evaluators, own: self, scores, agreed, recommended }}
      ranked={most > 0 ? rankBids(criteria.criteria, scored, most) : []}
      low={abnormallyLow(scored, rule)}
    />
  )
}
