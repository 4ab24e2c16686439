import type { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import * as paths from '../paths.ts'
import { formAt, type GovernanceNeeds } from './endpoint.tsx'
import { reviewedTerms } from './terms-review.ts'

const slug = ':slug'

/** Every address of what members keep themselves, and of the reviews that are asked for once a year. */
export function membersOwnRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds): void {
  formAt(app, needs, paths.reviewTermsPath(slug, ':number'), { record: 'terms-review', verb: 'record' }, reviewedTerms)
}
