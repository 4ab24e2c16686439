import { Hono } from 'hono'
import type { ActorId } from '#platform/database/session.ts'
import { Conflict, Forbidden, NotFound } from '#platform/refusals.ts'
import { TooLarge } from '#platform/web/form-body.ts'
import { formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { BoardPattern } from './board-pattern.tsx'
import { ChartsPattern } from './charts-pattern.tsx'
import { ComponentsPattern } from './components-pattern.tsx'
import { FormPattern, patternProblems, patternValues } from './form-pattern.tsx'

const errors: Readonly<Record<string, () => Error>> = {
  forbidden: () => new Forbidden(),
  'not-found': () => new NotFound(),
  conflict: () => new Conflict(),
  'too-large': () => new TooLarge(),
  fault: () => new Error('Made up, to show the page of a fault.'),
}

/** Every component and page state with made-up data; only in development. */
export function patternRoutes(needs: Needs): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  if (!needs.config.development) return routes
  routes.get('/patterns', (c) => c.html(ComponentsPattern({ visit: c.get('visit') })))
  routes.get('/patterns/charts', (c) => c.html(ChartsPattern({ visit: c.get('visit') })))
  routes.get('/patterns/board', (c) => c.html(BoardPattern({ visit: c.get('visit') })))
  routes.get('/patterns/signed-in', (c) => c.html(BoardPattern({ visit: asSomebody(c.get('visit')) })))
  routes.get('/patterns/form', (c) => c.html(FormPattern({ visit: c.get('visit'), form: formState(patternValues, [], () => undefined) })))
  routes.get('/patterns/form-errors', (c) =>
    c.html(FormPattern({ visit: c.get('visit'), form: formState({}, patternProblems, () => undefined) })),
  )
  routes.post('/patterns/form', async (c) =>
    c.html(FormPattern({ visit: c.get('visit'), form: formState(await readForm(c), patternProblems, () => undefined) }), 422),
  )
  routes.get('/patterns/errors/:kind', (c) => {
    throw (errors[c.req.param('kind')] ?? (() => new NotFound()))()
  })
  return routes
}

/** The same visit as if somebody were signed in; shows the header only, nothing is done in this name. */
function asSomebody(visit: Visit): Visit {
  const id = '00000000-0000-7000-8000-000000000001' as ActorId
  const navigation = ['My work', 'Boards', 'Search', 'Administration'].map((text, index) => ({
    text,
    href: index === 1 ? '/patterns' : `/patterns?${index}`,
  }))
  return {
    ...visit,
    account: { id, name: 'Maren Oakley-Featherstonehaugh', email: 'maren@northbrook.example' },
    navigation,
    path: '/patterns/board',
  }
}
