import type { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type Asked, type AskedBoard, type BodySummary, findBody } from '#governance/public-data.ts'
import { findMatters } from '#meetings/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { actsWith, form, formsWith, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { addEqiaAction, beginEqia, changeEqia, doneEqiaAction, finishEqia, sayOfCharacteristic } from '../commands/equality.ts'
import { parseChangedEqia, parseEqia, parseEqiaAction, parseEqiaLine, parseFinishEqia } from '../forms/equality.ts'
import type { PlansNeeds } from '../needs.ts'
import { type DatedEqia, EqualityListPage } from '../pages/equality-list.tsx'
import { EqualityPage } from '../pages/equality-page.tsx'
import { equalityPaths, planPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import {
  type Eqia,
  type EqiaLineRow,
  findEqia,
  findEqiaActions,
  findEqiaLines,
  guardedEqia,
  listCharacteristics,
  listEqias,
} from '../queries/equality.ts'
import { boardOf, listPlans } from '../queries/plans.ts'
import { type Characteristic, characteristicsOn } from '../rules/equality.ts'
import { equalityProblemWords } from '../words/equality.ts'
import { beginEqiaShape, eqiaLineShape, eqiaShape, finishEqiaShape, improveShape } from './equality-shapes.ts'
import { begin } from './gates.ts'

/** A request about an equality impact assessment. */
export type AskedEqia = Asked & { readonly eqia: Eqia; readonly board: BodySummary; readonly mayChange: boolean }
/** A request about what it says of a characteristic. */
export type AskedEqiaLine = AskedEqia & { readonly characteristic: Characteristic; readonly line: EqiaLineRow | undefined }

const formAt = formsWith(equalityProblemWords)
const actAt = actsWith(equalityProblemWords)
const guardedList = (body: string) => ({ record: 'equality-assessments', state: 'any', ties: { body } }) as const
const toPage = ({ eqia }: AskedEqia): string => equalityPaths.assessment(eqia.id)

function listGate(verb: 'read' | 'make'): Gate<AskedBoard> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const body = await findBody(reader, asked.part('slug'), asked.visit.today)
    if (!body) throw new NotFound('No such board.')
    demandOf(asked.standing, asked.visit, guardedList(body.id), verb)
    return { ...asked, body }
  }
}

/** An assessment; row-level security let it through, so that reading is settled. */
const eqiaGate: Gate<AskedEqia> = async (reader, c) => {
  const asked = await begin(reader, c)
  const eqia = await findEqia(reader, asked.part('eqia'))
  const board = await boardOf(reader, eqia.body, asked.visit.today)
  return { ...asked, eqia, board, mayChange: asked.may(guardedEqia(eqia), 'change') }
}

/** An assessment for whoever may change it; `open`: while it is written. */
function changeGate(which: 'open' | 'any'): Gate<AskedEqia> {
  return async (reader, c) => {
    const asked = await eqiaGate(reader, c)
    demandOf(asked.standing, asked.visit, guardedEqia(asked.eqia), 'change')
    if (which === 'open' && asked.eqia.doneOn !== null) throw new NotFound('What was finished stays as it is.')
    return asked
  }
}

const lineGate: Gate<AskedEqiaLine> = async (reader, c) => {
  const asked = await changeGate('open')(reader, c)
  const list = characteristicsOn(await listCharacteristics(reader), asked.visit.today)
  const characteristic = list.find(({ code }) => code === asked.part('characteristic'))
  if (!characteristic) throw new NotFound('No such characteristic.')
  const line = (await findEqiaLines(reader, asked.eqia.id)).find((one) => one.characteristic === characteristic.code)
  return { ...asked, characteristic, line }
}

/** Equality impact assessments: read as far as their sight goes, kept by the clerk of their board (P9). */
export function equalityRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  formAt(app, needs, '/boards/:slug/equality/new', listGate('make'), async (asked) =>
    form(await beginEqiaShape(asked), parseEqia, async (doer, input) =>
      leadTo(await beginEqia(needs, doer, asked.body.id, input), ({ id }) => equalityPaths.assessment(id)),
    ),
  )
  pageAt(app, needs, '/boards/:slug/equality', listGate('read'), listPage)
  formAt(app, needs, '/equality/:eqia/edit', changeGate('open'), async (asked) =>
    form(await eqiaShape(asked), parseChangedEqia, async (doer, input) =>
      leadTo(await changeEqia(needs, doer, asked.eqia.id, input), () => toPage(asked)),
    ),
  )
  formAt(app, needs, '/equality/:eqia/of/:characteristic', lineGate, async (asked) =>
    form(eqiaLineShape(asked), parseEqiaLine, async (doer, input) =>
      leadTo(await sayOfCharacteristic(needs, doer, asked.eqia.id, asked.characteristic.code, input), () => toPage(asked)),
    ),
  )
  formAt(app, needs, '/equality/:eqia/finish', changeGate('open'), async (asked) =>
    form(finishEqiaShape(asked), parseFinishEqia, async (doer, input) =>
      leadTo(await finishEqia(needs, doer, asked.eqia.id, input), () => toPage(asked)),
    ),
  )
  formAt(app, needs, '/equality/:eqia/improve', changeGate('any'), async (asked) =>
    form(improveShape(asked), parseEqiaAction, async (doer, input) =>
      leadTo(await addEqiaAction(needs, doer, asked.eqia.id, input), () => toPage(asked)),
    ),
  )
  actAt(
    app,
    needs,
    '/equality/:eqia/actions/:action/done',
    changeGate('any'),
    async (asked, doer) => leadTo(await doneEqiaAction(needs, doer, asked.eqia.id, asked.part('action')), () => toPage(asked)),
    toPage,
  )
  pageAt(app, needs, '/equality/:eqia', eqiaGate, eqiaPage)
}

/** The assessments with the days on which what they assess was decided: a plan by its coming into force, a decision by its own day. */
export async function withDays(
  reader: Reader,
  eqias: readonly Eqia[],
): Promise<readonly (DatedEqia & { readonly subject: Subject | undefined })[]> {
  const [plans, matters] = await Promise.all([
    eqias.some(({ plan }) => plan !== null) ? listPlans(reader) : [],
    findMatters(reader, { ids: eqias.flatMap(({ decision }) => decision ?? []) }),
  ])
  return eqias.map((eqia) => {
    const plan = plans.find(({ id }) => id === eqia.plan)
    const matter = matters.find(({ id }) => id === eqia.decision)
    const subject: Subject | undefined = plan
      ? { title: plan.title, href: planPaths.plan(plan.id), decidedOn: plan.publishedOn }
      : matter && { title: matter.title, href: matter.href, decidedOn: matter.on }
    return { ...eqia, subject, decidedOn: subject?.decidedOn ?? null }
  })
}

interface Subject {
  readonly title: string
  readonly href: string
  readonly decidedOn: Temporal.PlainDate | null
}

async function listPage({ reader, visit, body, may }: AskedBoard): Promise<JSX.Element> {
  const assessments = await withDays(reader, await listEqias(reader, { body: body.id }))
  return <EqualityListPage visit={visit} board={body} assessments={assessments} mayMake={may(guardedList(body.id), 'make')} />
}

async function eqiaPage({ reader, visit, eqia, board, mayChange }: AskedEqia): Promise<JSX.Element> {
  const [[dated], list, lines, actions] = await Promise.all([
    withDays(reader, [eqia]),
    listCharacteristics(reader),
    findEqiaLines(reader, eqia.id),
    findEqiaActions(reader, eqia.id),
  ])
  return (
    <EqualityPage
      visit={visit}
      eqia={eqia}
      board={board}
      subject={dated?.subject}
      characteristics={characteristicsOn(list, eqia.doneOn ?? visit.today)}
      lines={lines}
      actions={actions}
      mayChange={mayChange}
    />
  )
}
