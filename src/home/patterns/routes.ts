import { Hono } from 'hono'
import { Conflict, Forbidden, NotFound } from '#platform/refusals.ts'
import { TooLarge } from '#platform/web/errors.tsx'
import { formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { BoardPattern } from './board-pattern.tsx'
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
  routes.get('/patterns/board', (c) => c.html(BoardPattern({ visit: c.get('visit') })))
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
