import { Hono } from 'hono'
import { csvOf } from '#platform/csv.ts'
import { readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import { actsWith, type Doer, type FormSpec, form, formsWith, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { isUuid } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { addIdea, addPartner, agreeAction, takeBackPart, tellStory } from '../commands/curve.ts'
import { freezeForecast } from '../commands/freeze-forecast.ts'
import { parseAgreed, parseForecast, parseIdea, parsePartner, parseStory } from '../forms/curve.ts'
import type { PerformanceNeeds } from '../needs.ts'
import { CurvePage } from '../pages/curve-page.tsx'
import { type CurvePart, curvePaths } from '../paths.ts'
import { findCurve } from '../queries/curve-page.ts'
import { latestDefinition } from '../rules/measure.ts'
import { comparedCells } from '../words/curve.ts'
import { problemWords } from '../words/problems.ts'
import { agreedShape, forecastShape, ideaShape, partnerShape, storyShape } from './curve-shapes.ts'
import { type AskedMeasure, measureGate, part } from './gates.ts'

const formAt = formsWith(problemWords)
const actAt = actsWith(problemWords)

type AskedPart = AskedMeasure & { readonly kind: CurvePart }
type Act = (doer: Doer) => Promise<Result<null, FieldProblem>>

/** Turning the curve of a measure (T4): its page, its forecast, and what is said and agreed about it. */
export function curveRoutes(needs: PerformanceNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/measures/:measure/curve', measureGate('read'), async ({ reader, measure, visit, may, guarded }) => {
    const curve = await findCurve(reader, measure, visit.today)
    const kept = measure.withdrawnOn === null
    return <CurvePage visit={visit} curve={{ ...curve, mayTurn: kept && may(guarded, 'turn'), mayFreeze: kept && may(guarded, 'keep') }} />
  })
  app.get('/measures/:measure/curve.csv', async (c) => {
    const csv = await readAs(needs.db, c.get('visit'), async (reader) => {
      const { measure, visit } = await measureGate('read')(reader, c)
      const { compared, view } = await findCurve(reader, measure, visit.today)
      const rows = compared.map((one) => comparedCells(one, view.reading.definition))
      return csvOf([['Period', 'Foreseen if nothing was done', 'Came', 'Than foreseen'], ...rows])
    })
    return c.body(csv, 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="curve.csv"' })
  })
  formAt(app, needs, '/measures/:measure/curve/forecast', measureGate('keep'), async (asked) =>
    form(forecastShape(asked), parseForecast(latestDefinition(asked.measure).frequency), async (doer, input) =>
      leadTo(await freezeForecast(needs, doer, asked.measure.id, input), () => curvePaths.curve(asked.measure.id)),
    ),
  )
  formAt(app, needs, '/measures/:measure/curve/add/:part', partGate, (asked) => partForm(needs, asked))
  actAt(
    app,
    needs,
    '/measures/:measure/curve/:part/:row/take-back',
    async (reader, c) => ({ ...(await partGate(reader, c)), row: part(c, 'row') }),
    async ({ measure, kind, row }, doer) => {
      if (kind === 'story' || !isUuid(row)) throw new NotFound('Nothing of the kind stands here.')
      return leadTo(await takeBackPart(needs, doer, measure.id, kind, row), () => curvePaths.curve(measure.id))
    },
    ({ measure }) => curvePaths.curve(measure.id),
  )
  return app
}

const parts: readonly CurvePart[] = ['story', 'partner', 'idea', 'action']

/** A part of a curve by its name in the address, for the clerk and whoever gives the figures. */
const partGate: Gate<AskedPart> = async (reader, c) => {
  const asked = await measureGate('turn')(reader, c)
  const named = parts.find((one) => one === part(c, 'part'))
  if (named === undefined) throw new NotFound('A curve has no such part.')
  return { ...asked, kind: named }
}

/** The form of one part: what is read from it is what is to be done. */
async function partForm(needs: PerformanceNeeds, asked: AskedPart): Promise<FormSpec<Act>> {
  const { id } = asked.measure
  const acting =
    <Input,>(parse: (body: FormBody) => Result<Input, FieldProblem>, act: (doer: Doer, input: Input) => ReturnType<Act>) =>
    (body: FormBody): Result<Act, FieldProblem> => {
      const read = parse(body)
      return read.ok ? { ok: true, value: (doer) => act(doer, read.value) } : read
    }
  const perform = async (doer: Doer, act: Act) => leadTo(await act(doer), () => curvePaths.curve(id))
  switch (asked.kind) {
    case 'story':
      return form(
        await storyShape(asked),
        acting(parseStory, (doer, input) => tellStory(needs, doer, id, input)),
        perform,
      )
    case 'partner':
      return form(
        await partnerShape(asked),
        acting(parsePartner, (doer, input) => addPartner(needs, doer, id, input)),
        perform,
      )
    case 'idea':
      return form(
        ideaShape(asked),
        acting(parseIdea, (doer, input) => addIdea(needs, doer, id, input)),
        perform,
      )
    case 'action':
      return form(
        await agreedShape(asked),
        acting(parseAgreed, (doer, input) => agreeAction(needs, doer, id, input)),
        perform,
      )
  }
}
