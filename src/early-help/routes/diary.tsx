import type { Hono } from 'hono'
import { pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { DiaryPage } from '../pages/diary-page.tsx'
import { familyPaths } from '../paths.ts'
import { findMyMeetingTimes } from '../queries/team-work.ts'
import { caseworkGate } from './gates.ts'

/** One's own diary of meetings: when, and nothing else. Stands before the pages of families, whose addresses begin alike. */
export function diaryRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  pageAt(app, needs, familyPaths.diary(), caseworkGate('families', 'list'), async ({ reader, visit, ties }) => (
    <DiaryPage visit={visit} relations={ties.relations} times={await findMyMeetingTimes(reader, visit.today)} />
  ))
}
