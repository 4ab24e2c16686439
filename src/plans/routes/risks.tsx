import type { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type Asked, type AskedBoard, type BodySummary, findBody } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, formsWith, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { changeRisk, closeRisk, raiseRisk, scoreRisk } from '../commands/risks.ts'
import { parseChangedRisk, parseCloseRisk, parseRisk, parseScore } from '../forms/risk.ts'
import type { PlansNeeds } from '../needs.ts'
import { RiskPage } from '../pages/risk-page.tsx'
import { RiskRegisterPage } from '../pages/risk-register.tsx'
import { riskPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { boardOf } from '../queries/plans.ts'
import { findPlan, findPriority } from '../queries/references.ts'
import { findRisk, findRiskActions, guardedRisk, listRiskScales, listRisks, listShownActions, type Risk } from '../queries/risks.ts'
import { scaleOn } from '../rules/risk.ts'
import { riskProblemWords } from '../words/risk.ts'
import { begin } from './gates.ts'
import { closeRiskShape, raiseShape, riskShape, scoreShape } from './risk-shapes.ts'

/** A request about a risk. */
export type AskedRisk = Asked & { readonly risk: Risk; readonly board: BodySummary; readonly mayChange: boolean }

const formAt = formsWith(riskProblemWords)
const guardedRegister = (body: string) => ({ record: 'risk-register', state: 'any', ties: { body } }) as const

function registerGate(verb: 'read' | 'make'): Gate<AskedBoard> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const body = await findBody(reader, asked.part('slug'), asked.visit.today)
    if (!body) throw new NotFound('No such board.')
    demandOf(asked.standing, asked.visit, guardedRegister(body.id), verb)
    return { ...asked, body }
  }
}

/** A risk; row-level security let it through, so that reading is settled. */
const riskGate: Gate<AskedRisk> = async (reader, c) => {
  const asked = await begin(reader, c)
  const risk = await findRisk(reader, asked.part('risk'))
  const board = await boardOf(reader, risk.body, asked.visit.today)
  return { ...asked, risk, board, mayChange: asked.may(guardedRisk(risk), 'change') }
}

/** An open risk, for whoever may change it. */
const openRiskGate: Gate<AskedRisk> = async (reader, c) => {
  const asked = await riskGate(reader, c)
  demandOf(asked.standing, asked.visit, guardedRisk(asked.risk), 'change')
  if (asked.risk.closedOn !== null) throw new NotFound('This risk is closed.')
  return asked
}

/** Risks: read as far as their sight goes, kept by the clerk of their board (P5). */
export function riskRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  formAt(app, needs, '/boards/:slug/risks/new', registerGate('make'), async (asked) =>
    form(await raiseShape(asked), parseRisk, async (doer, input) =>
      leadTo(await raiseRisk(needs, doer, asked.body.id, input), ({ id }) => riskPaths.step(id, 'score')),
    ),
  )
  pageAt(app, needs, '/boards/:slug/risks', registerGate('read'), registerPage)
  formAt(app, needs, '/risks/:risk/edit', openRiskGate, async (asked) =>
    form(await riskShape(asked), parseChangedRisk, async (doer, input) =>
      leadTo(await changeRisk(needs, doer, asked.risk.id, input), () => riskPaths.risk(asked.risk.id)),
    ),
  )
  formAt(app, needs, '/risks/:risk/score', openRiskGate, async (asked) =>
    form(await scoreShape(asked), parseScore, async (doer, input) =>
      leadTo(await scoreRisk(needs, doer, asked.risk.id, input), () => riskPaths.risk(asked.risk.id)),
    ),
  )
  formAt(app, needs, '/risks/:risk/close', openRiskGate, async (asked) =>
    form(closeRiskShape(asked), parseCloseRisk, async (doer, input) =>
      leadTo(await closeRisk(needs, doer, asked.risk.id, input), () => riskPaths.register(asked.board.slug)),
    ),
  )
  pageAt(app, needs, '/risks/:risk', riskGate, riskPage)
}

async function registerPage({ reader, visit, body, may }: AskedBoard): Promise<JSX.Element> {
  const [risks, scales] = await Promise.all([listRisks(reader, { body: body.id }), listRiskScales(reader)])
  return (
    <RiskRegisterPage
      visit={visit}
      board={body}
      risks={risks}
      scales={scales}
      scale={scaleOn(scales, visit.today)}
      mayMake={may(guardedRegister(body.id), 'make')}
    />
  )
}

async function riskPage({ reader, visit, risk, board, mayChange }: AskedRisk): Promise<JSX.Element> {
  const [scales, chosen, known, plan, priority] = await Promise.all([
    listRiskScales(reader),
    findRiskActions(reader, risk.id),
    listShownActions(reader, risk.body),
    risk.plan === null ? undefined : findPlan(reader, risk.plan),
    risk.priority === null ? undefined : findPriority(reader, risk.priority),
  ])
  const actions = known.filter(({ id }) => chosen.some(({ action }) => action === id))
  return (
    <RiskPage
      visit={visit}
      risk={risk}
      board={board}
      scales={scales}
      plan={plan}
      priority={priority}
      actions={actions}
      mayChange={mayChange}
    />
  )
}
