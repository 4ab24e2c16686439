import type { Hono } from 'hono'
import { form, leadTo } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { beginPlan, recordChildrenAsked, writeNeed, writePlanWords } from '../commands/plan.ts'
import { answerAction, changeAction, endAction, progressAction, takeAction } from '../commands/plan-actions.ts'
import { found } from '../commands/plan-look.ts'
import { addMember, endMember } from '../commands/team-members.ts'
import {
  parseAction,
  parseActionAnswer,
  parseBeginPlan,
  parseChildren,
  parseEndAction,
  parseEndMember,
  parseMember,
  parseNeed,
  parsePlanWords,
  parseProgress,
} from '../forms/plan.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { ClosedPlanPage, PlanPage } from '../pages/plan-page.tsx'
import { familyPaths } from '../paths.ts'
import { findMeetings, findPlan, findPrints, findTeamDates, isPlanOpen } from '../queries/plan.ts'
import { findAgreements, findGrants } from '../queries/record.ts'
import { type AskedPlan, planGate } from './plan-gate.ts'
import {
  answerActionShape,
  beginPlanShape,
  changeActionShape,
  childrenOf,
  childrenShape,
  endActionShape,
  endMemberShape,
  memberShape,
  needShape,
  newActionShape,
  planWordsShape,
  progressShape,
} from './plan-shapes.tsx'
import { contentFormAt, type LookedAt, sectionAt } from './sections.tsx'

const root = '/families/:episode/plan'
const home = ({ family }: LookedAt) => familyPaths.plan(family.id)

/** The plan of a family and the team around its children. */
export function planRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  sectionAt(app, needs, { path: 'plan', verb: 'plan' }, async (asked) => {
    const { tx, family, ties, visit } = asked
    const relations = ties.relations
    if (!(await isPlanOpen(tx, family.id)))
      return <ClosedPlanPage {...{ visit, family, relations }} dates={await findTeamDates(tx, family.id)} />
    return (
      <PlanPage
        {...{ visit, family, relations }}
        me={ties.person}
        plan={await findPlan(tx, family, visit.today)}
        meetings={await findMeetings(tx, family.id)}
        prints={await findPrints(tx, family.id)}
        grants={await findGrants(tx, family.id, visit.now)}
        agreement={(await findAgreements(tx, family.id, visit.today))[0]}
      />
    )
  })
  planForms(app, needs)
  actionForms(app, needs)
  memberForms(app, needs)
}

function planForms(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const lead = planGate('plan-lead')
  contentFormAt(app, needs, `${root}/begin`, lead, async (asked) =>
    form(beginPlanShape(asked), parseBeginPlan, async (doer, input) =>
      leadTo(await beginPlan(needs, doer, asked.family.id, input), () => home(asked)),
    ),
  )
  contentFormAt(app, needs, `${root}/words`, lead, async (asked) => {
    found(asked.plan.latest)
    return form(planWordsShape(asked), parsePlanWords, async (doer, input) =>
      leadTo(await writePlanWords(needs, doer, asked.family.id, input), () => home(asked)),
    )
  })
  contentFormAt(app, needs, `${root}/needs/new`, lead, async (asked) =>
    form(needShape(asked), parseNeed, async (doer, input) =>
      leadTo(await writeNeed(needs, doer, { episode: asked.family.id }, input), () => home(asked)),
    ),
  )
  contentFormAt(app, needs, `${root}/needs/:need`, lead, async (asked) => {
    const need = needOf(asked)
    return form(needShape(asked, need), parseNeed, async (doer, input) =>
      leadTo(await writeNeed(needs, doer, { episode: asked.family.id, need: need.id }, input), () => home(asked)),
    )
  })
  contentFormAt(app, needs, `${root}/children/:kind/:record`, lead, async (asked) => {
    const kind = found((['meeting', 'plan', 'review'] as const).find((one) => one === asked.part('kind')))
    const of = { kind, record: asked.part('record') }
    const meeting =
      kind === 'meeting' ? found((await findMeetings(asked.tx, asked.family.id)).find(({ id }) => id === of.record)) : undefined
    if (kind === 'plan') found(asked.plan.versions.find(({ id }) => id === of.record))
    if (kind === 'review') found(asked.plan.reviews.find(({ id }) => id === of.record))
    const back = meeting
      ? familyPaths.meeting(asked.family.id, meeting.id)
      : kind === 'review'
        ? familyPaths.review(asked.family.id, of.record)
        : home(asked)
    const ids = childrenOf(asked).map(({ id }) => id)
    return form(
      childrenShape(asked, of, back),
      (body) => parseChildren(body, ids),
      async (doer, input) => leadTo(await recordChildrenAsked(needs, doer, { episode: asked.family.id, asked: of }, input), () => back),
    )
  })
}

const needOf = ({ plan, part }: AskedPlan) => found(plan.needs.find(({ id }) => id === part('need')))
const actionOf = ({ plan, part }: AskedPlan) => found(plan.actions.find(({ id }) => id === part('action')))

function actionForms(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const [lead, write] = [planGate('plan-lead'), planGate('plan-write')]
  contentFormAt(app, needs, `${root}/needs/:need/actions/new`, write, async (asked) => {
    const need = needOf(asked)
    return form(newActionShape(asked, need), parseAction, async (doer, input) =>
      leadTo(await takeAction(needs, doer, { episode: asked.family.id, need: need.id }, input), () => home(asked)),
    )
  })
  const of = (asked: AskedPlan) => ({ episode: asked.family.id, action: actionOf(asked).id })
  contentFormAt(app, needs, `${root}/actions/:action/answer`, write, async (asked) =>
    form(answerActionShape(asked, actionOf(asked)), parseActionAnswer, async (doer, input) =>
      leadTo(await answerAction(needs, doer, of(asked), input), () => home(asked)),
    ),
  )
  contentFormAt(app, needs, `${root}/actions/:action/progress`, write, async (asked) =>
    form(progressShape(asked, actionOf(asked)), parseProgress, async (doer, input) =>
      leadTo(await progressAction(needs, doer, of(asked), input), () => home(asked)),
    ),
  )
  contentFormAt(app, needs, `${root}/actions/:action/change`, lead, async (asked) =>
    form(changeActionShape(asked, actionOf(asked)), parseAction, async (doer, input) =>
      leadTo(await changeAction(needs, doer, of(asked), input), () => home(asked)),
    ),
  )
  contentFormAt(app, needs, `${root}/actions/:action/end`, lead, async (asked) =>
    form(endActionShape(asked, actionOf(asked)), parseEndAction, async (doer, input) =>
      leadTo(await endAction(needs, doer, of(asked), input), () => home(asked)),
    ),
  )
}

function memberForms(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const lead = planGate('plan-lead')
  contentFormAt(app, needs, `${root}/members/new`, lead, async (asked) =>
    form(await memberShape(asked), parseMember, async (doer, input) =>
      leadTo(await addMember(needs, doer, asked.family.id, input), () => home(asked)),
    ),
  )
  contentFormAt(app, needs, `${root}/members/:member/end`, lead, async (asked) => {
    const member = found(asked.plan.who.team.find(({ id }) => id === asked.part('member')))
    return form(endMemberShape(asked, member), parseEndMember, async (doer, input) =>
      leadTo(await endMember(needs, doer, { episode: asked.family.id, member: member.id }, input), () => home(asked)),
    )
  })
}
