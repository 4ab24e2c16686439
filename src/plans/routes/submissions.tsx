import type { Hono } from 'hono'
import type { Asked, BodySummary } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, formsWith, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { answerQuery, changeCondition, meetCondition, recordQuery } from '../commands/submission-parts.ts'
import { beginSubmission, changeSubmission, recordOutcome, recordSending, withdrawSubmission } from '../commands/submissions.ts'
import {
  parseChangedSubmission,
  parseCondition,
  parseMet,
  parseOutcome,
  parseQuery,
  parseQueryAnswer,
  parseSend,
  parseSubmission,
  parseWithdrawSubmission,
} from '../forms/submission.ts'
import type { PlansNeeds } from '../needs.ts'
import { SubmissionPage } from '../pages/submission-page.tsx'
import { submissionPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { boardOf, findPlanHead, type PlanHead } from '../queries/plans.ts'
import {
  type Condition,
  findSubmission,
  findSubmissionOf,
  guardedCondition,
  guardedSubmission,
  type Submission,
  type SubmissionQuery,
} from '../queries/submissions.ts'
import { submissionProblemWords } from '../words/submission.ts'
import { type AskedPlan, begin, planGate } from './gates.ts'
import {
  beginSubmissionShape,
  conditionShape,
  editSubmissionShape,
  metShape,
  outcomeShape,
  queryAnswerShape,
  queryShape,
  sendShape,
  withdrawSubmissionShape,
} from './submission-shapes.ts'

/** A request about a submission, with its plan. */
export type AskedSubmission = Asked & {
  readonly submission: Submission
  readonly head: PlanHead
  readonly board: BodySummary
  readonly mayChange: boolean
}

const formAt = formsWith(submissionProblemWords)
const back = ({ submission }: AskedSubmission): string => submissionPaths.submission(submission.id)

/** A plan that may be submitted, for whoever keeps it. */
const planToSubmit: Gate<AskedPlan> = async (reader, c) => {
  const asked = await planGate('shown')(reader, c)
  const { body, sight } = asked.head
  demandOf(
    asked.standing,
    asked.visit,
    guardedSubmission({ body, sight: sight === 'public' ? 'public' : 'members', conditions: [] }),
    'change',
  )
  return asked
}

async function about(asked: Asked, submission: Submission): Promise<AskedSubmission> {
  const [head, board] = [await findPlanHead(asked.reader, submission.plan), await boardOf(asked.reader, submission.body, asked.visit.today)]
  return { ...asked, submission, head, board, mayChange: asked.may(guardedSubmission(submission), 'change') }
}

/** A submission; row-level security let it through, so that reading is settled. */
const submissionGate: Gate<AskedSubmission> = async (reader, c) => {
  const asked = await begin(reader, c)
  return about(asked, await findSubmission(reader, asked.part('submission')))
}

/** One without an outcome, for whoever keeps it. */
const openGate: Gate<AskedSubmission> = async (reader, c) => {
  const asked = await submissionGate(reader, c)
  demandOf(asked.standing, asked.visit, guardedSubmission(asked.submission), 'change')
  if (asked.submission.outcome !== null || asked.submission.withdrawnOn !== null) throw new NotFound('It is settled.')
  return asked
}

const queryGate: Gate<AskedSubmission & { readonly asking: SubmissionQuery }> = async (reader, c) => {
  const asked = await begin(reader, c)
  const submission = await findSubmissionOf(reader, 'query', asked.part('query'))
  demandOf(asked.standing, asked.visit, guardedSubmission(submission), 'change')
  const asking = submission.queries.find(({ id }) => id === asked.part('query'))
  if (!asking || asking.answeredOn !== null) throw new NotFound('It was answered.')
  return { ...(await about(asked, submission)), asking }
}

const conditionGate =
  (verb: 'change' | 'meet'): Gate<AskedSubmission & { readonly condition: Condition }> =>
  async (reader, c) => {
    const asked = await begin(reader, c)
    const submission = await findSubmissionOf(reader, 'condition', asked.part('condition'))
    const condition = submission.conditions.find(({ id }) => id === asked.part('condition'))
    if (!condition) throw new NotFound('No such condition.')
    demandOf(asked.standing, asked.visit, verb === 'meet' ? guardedCondition(submission, condition) : guardedSubmission(submission), verb)
    if (condition.metOn !== null) throw new NotFound('It was met.')
    return { ...(await about(asked, submission)), condition }
  }

/** Submissions of plans to national bodies: what was sent, asked, answered, and the outcome with its conditions (P3). */
export function submissionRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  formAt(app, needs, '/plans/:plan/submissions/new', planToSubmit, async (asked) =>
    form(beginSubmissionShape(asked.head), parseSubmission, async (doer, input) =>
      leadTo(await beginSubmission(needs, doer, asked.head.id, input), ({ id }) => submissionPaths.submission(id)),
    ),
  )
  pageAt(app, needs, '/plan-submissions/:submission', submissionGate, async ({ visit, board, head, submission, mayChange, may }) => {
    const meets = submission.conditions.filter((one) => one.metOn === null && may(guardedCondition(submission, one), 'meet'))
    return <SubmissionPage {...{ visit, board, head, submission, mayChange }} meets={new Set(meets.map(({ id }) => id))} />
  })
  stepRoutes(app, needs)
  partRoutes(app, needs)
}

function stepRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  formAt(app, needs, '/plan-submissions/:submission/edit', openGate, async (asked) =>
    form(editSubmissionShape(asked), parseChangedSubmission, async (doer, input) =>
      leadTo(await changeSubmission(needs, doer, asked.submission.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, '/plan-submissions/:submission/send', openGate, async (asked) =>
    form(await sendShape(asked), parseSend, async (doer, input) =>
      leadTo(await recordSending(needs, doer, asked.submission.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, '/plan-submissions/:submission/query', openGate, async (asked) =>
    form(queryShape(asked), parseQuery, async (doer, input) =>
      leadTo(await recordQuery(needs, doer, asked.submission.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, '/plan-submissions/:submission/outcome', openGate, async (asked) =>
    form(await outcomeShape(asked), parseOutcome, async (doer, input) =>
      leadTo(await recordOutcome(needs, doer, asked.submission.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, '/plan-submissions/:submission/withdraw', openGate, async (asked) =>
    form(withdrawSubmissionShape(asked), parseWithdrawSubmission, async (doer, input) =>
      leadTo(await withdrawSubmission(needs, doer, asked.submission.id, input), () => back(asked)),
    ),
  )
}

function partRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  formAt(app, needs, '/submission-queries/:query', queryGate, async (asked) =>
    form(queryAnswerShape(asked, asked.asking), parseQueryAnswer, async (doer, input) =>
      leadTo(await answerQuery(needs, doer, asked.asking.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, '/submission-conditions/:condition/edit', conditionGate('change'), async (asked) =>
    form(await conditionShape(asked, asked.condition), parseCondition, async (doer, input) =>
      leadTo(await changeCondition(needs, doer, asked.condition.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, '/submission-conditions/:condition/met', conditionGate('meet'), async (asked) =>
    form(metShape(asked, asked.condition), parseMet, async (doer, input) =>
      leadTo(await meetCondition(needs, doer, asked.condition.id, input), () => back(asked)),
    ),
  )
}
