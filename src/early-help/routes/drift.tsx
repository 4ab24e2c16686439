import type { Hono } from 'hono'
import { pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { DriftPage } from '../pages/drift-page.tsx'
import { familyPaths } from '../paths.ts'
import { findDriftRule, listDrift } from '../queries/drift.ts'
import { caseworkGate } from './gates.ts'

/** The drift list. Stands before the pages of families, whose addresses begin alike. */
export function driftRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  pageAt(app, needs, familyPaths.drift(), caseworkGate('families', 'drift'), async ({ reader, visit, ties }) => {
    const rule = await findDriftRule(reader, visit.today)
    return <DriftPage visit={visit} relations={ties.relations} rule={rule} lines={await listDrift(reader, visit.today, rule)} />
  })
}
