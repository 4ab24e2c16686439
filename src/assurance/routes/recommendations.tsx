import { Hono } from 'hono'
import type { Asked } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import {
  addRecommendation,
  changeRecommendation,
  closeRecommendation,
  reopenRecommendation,
  respond,
  setMilestone,
  showRecommendation,
  takeBackRecommendation,
} from '../commands/recommendation.ts'
import { addAction, addNote, progressAction } from '../commands/recommendation-work.ts'
import {
  parseAction,
  parseActionProgress,
  parseClosing,
  parseMilestone,
  parseNote,
  parseRecommendation,
  parseRecommendationChange,
  parseReopening,
  parseResponse,
  parseShowing,
  parseTakingBack,
} from '../forms/recommendation.ts'
import type { AssuranceNeeds } from '../needs.ts'
import { RecommendationPage } from '../pages/recommendation-page.tsx'
import { addresseeOf, RegisterPage } from '../pages/register-page.tsx'
import { assurancePaths } from '../paths.ts'
import { guardedRecommendation, listRecommendations, type Recommendation } from '../queries/recommendations.ts'
import { registerCsv } from '../register-csv.ts'
import { formAt } from './endpoint.ts'
import { anybodyGate, boardGate, recommendationGate, registerOf } from './gates.ts'
import * as shapes from './recommendation-shapes.ts'

/** The register of recommendations, and everything that is done with one of them (P7). */
export function recommendationRoutes(needs: AssuranceNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const to = assurancePaths.recommendation
  pageAt(app, needs, '/recommendations', anybodyGate, (asked) => drawRegister(asked, undefined))
  pageAt(app, needs, '/boards/:slug/recommendations', boardGate(), (asked) => drawRegister(asked, asked.body))
  app.get('/boards/:slug/recommendations.csv', async (c) => {
    const csv = await readAs(needs.db, c.get('visit'), async (reader) => {
      const { body, visit } = await boardGate()(reader, c)
      return registerCsv(await listRecommendations(reader, { body: body.id }, visit.today))
    })
    return c.body(csv, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="recommendations.csv"',
    })
  })
  formAt(app, needs, '/boards/:slug/recommendations/new', boardGate(registerOf, 'add'), async (asked) =>
    form(await shapes.newShape(asked), parseRecommendation, async (doer, input) =>
      leadTo(await addRecommendation(needs, doer, asked.body.id, input), to),
    ),
  )
  pageAt(app, needs, '/recommendations/:id', recommendationGate('read'), async ({ visit, body, recommendation, may }) => (
    <RecommendationPage visit={visit} board={body} recommendation={recommendation} may={verbsOf(recommendation, may)} />
  ))
  steps(app, needs)
  return app
}

function steps(app: Hono<AppEnv>, needs: AssuranceNeeds): void {
  const to = assurancePaths.recommendation
  formAt(app, needs, '/recommendations/:id/edit', recommendationGate('change'), async (asked) =>
    form(await shapes.editShape(asked), parseRecommendationChange, async (doer, input) =>
      leadTo(await changeRecommendation(needs, doer, asked.recommendation.id, input), to),
    ),
  )
  formAt(app, needs, '/recommendations/:id/respond', recommendationGate('respond'), async (asked) =>
    form(await shapes.respondShape(asked), parseResponse, async (doer, input) =>
      leadTo(await respond(needs, doer, asked.recommendation.id, input), to),
    ),
  )
  formAt(app, needs, '/recommendations/:id/actions', recommendationGate('act'), async (asked) =>
    form(await shapes.actionShape(asked), parseAction, async (doer, input) =>
      leadTo(await addAction(needs, doer, asked.recommendation.id, input), to),
    ),
  )
  formAt(app, needs, '/recommendations/:id/actions/:action', recommendationGate('act'), async (asked) => {
    const action = asked.recommendation.actions.find(({ id }) => id === asked.part('action'))
    if (!action) throw new NotFound('No such action.')
    return form(await shapes.progressShape(asked, action), parseActionProgress, async (doer, input) =>
      leadTo(await progressAction(needs, doer, asked.recommendation.id, action.id, input), to),
    )
  })
  formAt(app, needs, '/recommendations/:id/notes', recommendationGate('note'), async (asked) =>
    form(await shapes.noteShape(asked), parseNote, async (doer, input) =>
      leadTo(await addNote(needs, doer, asked.recommendation.id, input), to),
    ),
  )
  formAt(app, needs, '/recommendations/:id/milestone', recommendationGate('milestone'), async (asked) =>
    form(await shapes.milestoneShape(asked), parseMilestone, async (doer, input) =>
      leadTo(await setMilestone(needs, doer, asked.recommendation.id, input), to),
    ),
  )
  formAt(app, needs, '/recommendations/:id/close', recommendationGate('close'), async (asked) =>
    form(await shapes.closeShape(asked), parseClosing, async (doer, input) =>
      leadTo(await closeRecommendation(needs, doer, asked.recommendation.id, input), to),
    ),
  )
  formAt(app, needs, '/recommendations/:id/reopen', recommendationGate('close'), async (asked) =>
    form(await shapes.reopenShape(asked), parseReopening, async (doer, input) =>
      leadTo(await reopenRecommendation(needs, doer, asked.recommendation.id, input), to),
    ),
  )
  formAt(app, needs, '/recommendations/:id/show', recommendationGate('show'), async (asked) =>
    form(await shapes.showShape(asked), parseShowing, async (doer, input) =>
      leadTo(await showRecommendation(needs, doer, asked.recommendation.id, input), to),
    ),
  )
  formAt(app, needs, '/recommendations/:id/take-back', recommendationGate('show'), async (asked) =>
    form(await shapes.takeBackShape(asked), parseTakingBack, async (doer, input) =>
      leadTo(await takeBackRecommendation(needs, doer, asked.recommendation.id, input), to),
    ),
  )
}

const verbs = ['change', 'show', 'milestone', 'close', 'respond', 'act', 'note'] as const

function verbsOf(one: Recommendation, may: Asked['may']): ReadonlySet<string> {
  const guarded = guardedRecommendation(one)
  return new Set(verbs.filter((verb) => may(guarded, verb)))
}

async function drawRegister(asked: Asked, board: { readonly id: string; readonly slug: string; readonly name: string } | undefined) {
  const { reader, visit, query } = asked
  const all = await listRecommendations(reader, { body: board?.id }, visit.today)
  const filter = { state: query('state'), source: query('source'), to: query('to') }
  const shown = all.filter(
    (one) =>
      (filter.state === '' || one.state === filter.state) &&
      (filter.source === '' || one.sourceKind === filter.source) &&
      (filter.to === '' || addresseeOf(one) === filter.to),
  )
  const mayAdd = board !== undefined && asked.may(registerOf(board.id), 'add')
  return <RegisterPage visit={visit} board={board} all={all} shown={shown} filter={filter} mayAdd={mayAdd} />
}
