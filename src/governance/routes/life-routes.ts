import type { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import * as paths from '../paths.ts'
import { formAt, type GovernanceNeeds, pageAt } from './endpoint.tsx'
import { askedSuccession, confirmedSuccession, successionPage } from './succession-forms.tsx'

/** The addresses at which it is said what became of organisations. */
export function lifeRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds): void {
  const succession = { record: 'organisation', verb: 'succeed' } as const
  const [which, act] = [':organisation', ':act']
  pageAt(app, needs, paths.successionPath(which), succession, successionPage)
  formAt(app, needs, paths.successionActPath(which, act), succession, askedSuccession)
  formAt(app, needs, paths.confirmSuccessionPath(which, act), succession, confirmedSuccession)
}
