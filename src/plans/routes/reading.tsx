import type { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type Asked, type AskedBoard, listBodies } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { type Gate, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import type { PlansNeeds } from '../needs.ts'
import { ActionPage } from '../pages/action-page.tsx'
import { ConsentCard } from '../pages/consent-card.tsx'
import { ExceptionsOfPlan } from '../pages/exception-page.tsx'
import { PlanPage } from '../pages/plan-page.tsx'
import { PlansPage } from '../pages/plans-page.tsx'
import { ReportsOfPlan } from '../pages/reports-page.tsx'
import { ReviewsCard } from '../pages/review-page.tsx'
import { OutcomePage, PriorityPage } from '../pages/row-pages.tsx'
import { SubmissionsOfPlan } from '../pages/submission-page.tsx'
import { VersionsPage } from '../pages/versions-page.tsx'
import { planPaths } from '../paths.ts'
import { findConsent, guardedApproval } from '../queries/approvals.ts'
import { guardedException, listExceptions } from '../queries/exceptions.ts'
import { findNeedsBehind } from '../queries/needs-behind.ts'
import { findPlanView, type PlanView } from '../queries/plan-view.ts'
import { boardOf, findVersions, findWorkedOn, listPlans } from '../queries/plans.ts'
import { findRatings, findStatements } from '../queries/progress.ts'
import { listReports } from '../queries/reports.ts'
import { findRounds } from '../queries/reviews.ts'
import { listSubmissions } from '../queries/submissions.ts'
import { rowsOf } from '../rules/exception.ts'
import { stageOf } from '../rules/plan.ts'
import { nextReview } from '../rules/review.ts'
import { besidePlan } from './beside-plan.tsx'
import { answeringBoard } from './consent.tsx'
import {
  type AskedAction,
  type AskedPlan,
  actionGate,
  begin,
  boardGate,
  guardedPlans,
  outcomeGate,
  planGate,
  priorityGate,
} from './gates.ts'

const anybody: Gate<Asked> = begin

/** Reading plans: anybody, each by the sight of the versions. */
export function readingRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  pageAt(app, needs, planPaths.all, anybody, everywhere)
  pageAt(app, needs, '/boards/:slug/plans', boardGate('read'), ofBoard)
  pageAt(app, needs, '/plans/:plan', planGate('shown'), planPage(needs))
  pageAt(app, needs, '/plans/:plan/versions', planGate('shown'), versionsPage)
  pageAt(app, needs, '/plans/:plan/versions/:number', planGate('numbered'), planPage(needs))
  pageAt(app, needs, '/priorities/:row', priorityGate, async ({ reader, visit, view, priority, head, mayChange }) => (
    <PriorityPage
      visit={visit}
      view={await measured(needs, reader, view, visit.today)}
      priority={priority}
      statements={await findStatements(reader, head.id, priority.id)}
      mayChange={mayChange}
      behind={await findNeedsBehind(reader, { priority: priority.id }, visit.today)}
      scorecard={needs.scorecardOf?.(priority.id)}
      said={await needs.saidAbout?.(reader, visit, { kind: 'priority', id: priority.id, body: head.body })}
    />
  ))
  pageAt(app, needs, '/outcomes/:row', outcomeGate, async ({ reader, visit, view, priority, outcome, head }) => (
    <OutcomePage
      visit={visit}
      view={await measured(needs, reader, view, visit.today)}
      priority={priority}
      outcome={outcome}
      said={await needs.saidAbout?.(reader, visit, { kind: 'outcome', id: outcome.id, body: head.body })}
    />
  ))
  pageAt(app, needs, '/plan-actions/:row', actionGate('read'), actionPage)
}

async function everywhere({ reader, visit }: Asked): Promise<JSX.Element> {
  const plans = await listPlans(reader)
  const [bodies, workedOn] = await Promise.all([
    listBodies(reader, visit.today),
    findWorkedOn(
      reader,
      plans.map(({ id }) => id),
    ),
  ])
  const byId = new Map(bodies.map((body) => [body.id, body]))
  return <PlansPage visit={visit} plans={plans} workedOn={workedOn} bodies={byId} board={undefined} mayMake={false} />
}

async function ofBoard({ reader, visit, body, may }: AskedBoard): Promise<JSX.Element> {
  const plans = await listPlans(reader, body.id)
  const workedOn = await findWorkedOn(
    reader,
    plans.map(({ id }) => id),
  )
  const mayMake = may(guardedPlans(body.id), 'make')
  return <PlansPage visit={visit} plans={plans} workedOn={workedOn} bodies={new Map([[body.id, body]])} board={body} mayMake={mayMake} />
}

const planPage =
  (needs: PlansNeeds) =>
  async (asked: AskedPlan): Promise<JSX.Element> => {
    const { reader, visit, head, mayChange, may } = asked
    const [view, versions, consent, rounds, reports, exceptions, submissions] = await Promise.all([
      findPlanView(reader, head, visit.today),
      findVersions(reader, head.id),
      findConsent(reader, head, visit.today),
      findRounds(reader, head.id),
      listReports(reader, { plan: head.id }),
      listExceptions(reader, head.id),
      listSubmissions(reader, head.id),
    ])
    const answerable = consent.approvals.filter((approval) => may(guardedApproval(answeringBoard(approval)), 'answer'))
    const isOpen = rounds.some(({ closedOn }) => closedOn === null)
    const isInForce = head.state === 'published'
    const parts = (
      <>
        <ConsentCard
          visit={visit}
          head={head}
          versions={versions}
          consent={consent}
          mayChange={mayChange}
          answerable={new Set(answerable.map(({ id }) => id))}
        />
        <SubmissionsOfPlan
          visit={visit}
          plan={head.id}
          submissions={submissions}
          mayMake={mayChange && head.state !== 'closed' && head.state !== 'dropped'}
        />
        {(isInForce || rounds.length > 0) && (
          <ReviewsCard
            plan={head.id}
            rounds={rounds}
            nextOn={isInForce ? nextReview(head, rounds[0]?.openedOn) : null}
            today={visit.today}
            mayOpen={mayChange && isInForce}
          />
        )}
        <ExceptionsOfPlan
          plan={head.id}
          exceptions={exceptions}
          mayRaise={isInForce && rowsOf(view).some(({ people }) => may(guardedException(head.body, people), 'raise'))}
        />
        <ReportsOfPlan slug={view.board.slug} plan={head.id} reports={reports} mayMake={mayChange && isInForce} />
      </>
    )
    const staged = { ...(await measured(needs, reader, view, visit.today)), stage: stageOf(head.state, isOpen) }
    const beside = await besidePlan(asked)
    return <PlanPage visit={visit} view={staged} versions={versions} mayChange={mayChange} parts={parts} beside={beside} />
  }

/** A version with what measures its priorities and outcomes today. */
async function measured(needs: PlansNeeds, reader: Reader, view: PlanView, today: Temporal.PlainDate): Promise<PlanView> {
  const rows = view.priorities.flatMap(({ id, outcomes }) => [id, ...outcomes.map((outcome) => outcome.id)])
  return { ...view, measuredBy: await needs.measuredBy?.(reader, rows, today) }
}

async function versionsPage({ reader, visit, head }: AskedPlan): Promise<JSX.Element> {
  const [board, versions] = await Promise.all([boardOf(reader, head.body, visit.today), findVersions(reader, head.id)])
  return <VersionsPage visit={visit} board={board} head={head} versions={versions} />
}

async function actionPage({ reader, visit, head, view, action, priority, outcome, maySay }: AskedAction): Promise<JSX.Element> {
  const [statements, ratings] = await Promise.all([findStatements(reader, head.id, action.id), findRatings(reader, head.id, action.id)])
  return (
    <ActionPage
      visit={visit}
      view={view}
      action={action}
      priority={priority}
      outcome={outcome}
      statements={statements}
      ratings={ratings}
      maySay={maySay}
    />
  )
}
