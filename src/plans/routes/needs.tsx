import type { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type Asked, type AskedBoard, listAreas, listBodies } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { actsWith, form, formsWith, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { changeAssessment, endAssessment, proposeAssessment, publishAssessment, startAssessment } from '../commands/needs.ts'
import { addAssessmentRow, changeAssessmentRow, removeAssessmentRow, restPriorityOn } from '../commands/needs-rows.ts'
import {
  parseAssessment,
  parseAssessmentRow,
  parseChangedAssessment,
  parseChangedAssessmentRow,
  parseEndAssessment,
  parseNeedUses,
  parsePublishAssessment,
} from '../forms/needs.ts'
import type { PlansNeeds } from '../needs.ts'
import { NeedsListPage } from '../pages/needs-list.tsx'
import { AssessmentPage } from '../pages/needs-page.tsx'
import { rowAnchor } from '../pages/needs-rows.tsx'
import { needsPaths, planPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { findAssessmentAreas, findAssessmentRows, findNeedUses, listAssessments } from '../queries/needs.ts'
import { findPriorities } from '../queries/needs-behind.ts'
import { listPlans } from '../queries/plans.ts'
import { assessmentRowKinds, plansWithoutNeed } from '../rules/needs.ts'
import { needsProblemWords } from '../words/needs-problems.ts'
import { type AskedPriority, begin, priorityGate } from './gates.ts'
import { type AskedAssessment, assessmentAt, assessmentGate, assessmentRowGate, openRowGate, programmeGate } from './needs-gates.ts'
import {
  assessmentShape,
  behindShape,
  changedRowShape,
  endAssessmentShape,
  newRowShape,
  proposeShape,
  publishAssessmentShape,
} from './needs-shapes.ts'

const formAt = formsWith(needsProblemWords)
const actAt = actsWith(needsProblemWords)

/** Needs assessments: read by anybody as far as their sight goes, written by the clerk of their board (P1). */
export function needsRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  formAt(app, needs, '/boards/:slug/needs/new', programmeGate('make'), async (asked) =>
    form(await proposeShape(asked), parseAssessment, async (doer, input) =>
      leadTo(await proposeAssessment(needs, doer, asked.body.id, input), ({ id }) => needsPaths.assessment(id)),
    ),
  )
  pageAt(app, needs, '/boards/:slug/needs', programmeGate('read'), ofBoard)
  pageAt(app, needs, needsPaths.all, begin, everywhere)
  app.get('/needs/cited/:row', async (c) => {
    const { row } = await readAs(needs.db, c.get('visit'), (reader) => assessmentRowGate(reader, c))
    return c.redirect(`${needsPaths.assessment(row.assessment)}#${rowAnchor(row)}`, 303)
  })
  rowRoutes(app, needs)
  stepRoutes(app, needs)
  pageAt(app, needs, '/needs/:assessment', assessmentGate, assessmentPage)
  formAt(app, needs, '/priorities/:row/needs', behindGate, async (asked) =>
    form(await behindShape(asked), parseNeedUses, async (doer, input) =>
      leadTo(await restPriorityOn(needs, doer, { priority: asked.priority.id, plan: asked.head.id, body: asked.head.body }, input), () =>
        planPaths.priority(asked.priority.id),
      ),
    ),
  )
}

const behindGate = async (...[reader, c]: Parameters<typeof priorityGate>): Promise<AskedPriority> => {
  const asked = await priorityGate(reader, c)
  demandOf(asked.standing, asked.visit, { record: 'needs-use', state: 'any', ties: { body: asked.head.body } }, 'keep')
  return asked
}

function rowRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  formAt(app, needs, '/needs/:assessment/add/:kind', assessmentAt('proposed', 'underway'), async (asked) => {
    const kind = assessmentRowKinds.find((known) => known === asked.part('kind'))
    if (kind === undefined) throw new NotFound('Nothing of that kind stands in an assessment.')
    return form(await newRowShape(asked, kind), parseAssessmentRow(kind), async (doer, input) =>
      leadTo(await addAssessmentRow(needs, doer, { assessment: asked.assessment.id, kind }, input), () => toAssessment(asked)),
    )
  })
  formAt(app, needs, '/needs/rows/:row/edit', openRowGate, async (asked) =>
    form(await changedRowShape(asked), parseChangedAssessmentRow(asked.row.kind), async (doer, input) =>
      leadTo(await changeAssessmentRow(needs, doer, asked.row, input), () => toAssessment(asked)),
    ),
  )
  actAt(
    app,
    needs,
    '/needs/rows/:row/remove',
    openRowGate,
    async (asked, doer) => leadTo(await removeAssessmentRow(needs, doer, asked.row), () => toAssessment(asked)),
    toAssessment,
  )
}

const toAssessment = ({ assessment }: AskedAssessment): string => needsPaths.assessment(assessment.id)

function stepRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  formAt(app, needs, '/needs/:assessment/edit', assessmentAt('proposed', 'underway'), async (asked) =>
    form(await assessmentShape(asked), parseChangedAssessment, async (doer, input) =>
      leadTo(await changeAssessment(needs, doer, asked.assessment.id, input), () => toAssessment(asked)),
    ),
  )
  actAt(
    app,
    needs,
    '/needs/:assessment/start',
    assessmentAt('proposed'),
    async (asked, doer) => leadTo(await startAssessment(needs, doer, asked.assessment.id), () => toAssessment(asked)),
    toAssessment,
  )
  formAt(app, needs, '/needs/:assessment/publish', assessmentAt('underway'), async (asked) =>
    form(publishAssessmentShape(asked), parsePublishAssessment, async (doer, input) =>
      leadTo(await publishAssessment(needs, doer, asked.assessment.id, input), () => toAssessment(asked)),
    ),
  )
  for (const [step, to, from] of [
    ['decline', 'declined', ['proposed', 'underway']],
    ['withdraw', 'withdrawn', ['published']],
  ] as const)
    formAt(app, needs, `/needs/:assessment/${step}`, assessmentAt(...from), async (asked) =>
      form(endAssessmentShape(asked, to), parseEndAssessment, async (doer, input) =>
        leadTo(await endAssessment(needs, doer, asked.assessment.id, to, input), () => toAssessment(asked)),
      ),
    )
}

async function everywhere({ reader, visit }: Asked): Promise<JSX.Element> {
  const [assessments, bodies] = await Promise.all([listAssessments(reader), listBodies(reader, visit.today)])
  const byId = new Map(bodies.map((body) => [body.id, body]))
  return <NeedsListPage visit={visit} assessments={assessments} bodies={byId} board={undefined} mayMake={false} withoutNeed={[]} />
}

async function ofBoard({ reader, visit, body, may }: AskedBoard): Promise<JSX.Element> {
  const [assessments, plans] = await Promise.all([listAssessments(reader, body.id), listPlans(reader, body.id)])
  const inForce = plans.filter(({ state }) => state === 'published').map(({ id }) => id)
  const without = plansWithoutNeed(inForce, await findNeedUses(reader, { plans: inForce }), visit.today)
  return (
    <NeedsListPage
      visit={visit}
      assessments={assessments}
      bodies={new Map([[body.id, body]])}
      board={body}
      mayMake={may({ record: 'needs-programme', state: 'any', ties: { body: body.id } }, 'make')}
      withoutNeed={plans.filter(({ id }) => without.includes(id))}
    />
  )
}

async function assessmentPage({ reader, visit, assessment, board, mayChange }: AskedAssessment): Promise<JSX.Element> {
  const [rows, chosen, areas] = await Promise.all([
    findAssessmentRows(reader, [assessment.id]),
    findAssessmentAreas(reader, assessment.id),
    listAreas(reader, assessment.publishedOn ?? visit.today),
  ])
  const uses = await findNeedUses(reader, { rows: rows.map(({ id }) => id) })
  const priorities = await findPriorities(
    reader,
    uses.map(({ priority }) => priority),
  )
  return (
    <AssessmentPage
      visit={visit}
      assessment={assessment}
      board={board}
      areas={areas.filter(({ id }) => chosen.includes(id)).map(({ name }) => name)}
      rows={rows}
      uses={uses.map((use) => ({ ...use, priorityRow: priorities.get(use.priority) }))}
      mayChange={mayChange}
    />
  )
}
