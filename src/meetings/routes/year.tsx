import { type Context, Hono } from 'hono'
import { findStanding } from '#governance/public-data.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { form, leadTo } from '#platform/web/endpoints.tsx'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import { addSchoolHoliday, changeSchoolHoliday, removeSchoolHoliday } from '../commands/year/keep-school-holiday.ts'
import { parseSchoolHoliday, parseSchoolHolidayChange } from '../forms/year.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { SchoolHolidaysPage } from '../pages/school-holidays-page.tsx'
import { yearPaths } from '../paths.ts'
import { allows, demandOf } from '../permission.ts'
import { findSchoolHoliday, findSchoolHolidays, guardedSchoolHolidays, type SchoolHoliday } from '../queries/school-holidays.ts'
import { consultationRoutes } from './consultations.tsx'
import { actAt, formAt } from './endpoint.tsx'
import { schoolHolidayShape } from './year-shapes.ts'

/** Consultation windows of boards and holidays of schools (G11). */
export function yearRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  consultationRoutes(app, needs)
  holidayRoutes(app, needs)
  return app
}

function holidayRoutes(app: Hono<AppEnv>, needs: MeetingsNeeds): void {
  app.get('/school-holidays', async (c) => c.html(await readAs(needs.db, c.get('visit'), (reader) => listPage(reader, c.get('visit'))))) // read school-holiday
  formAt(app, needs, '/school-holidays/new', keepersGate, async ({ reader, visit }) =>
    form(await schoolHolidayShape(reader, visit, undefined), parseSchoolHoliday, async (doer, input) =>
      leadTo(await addSchoolHoliday(needs, doer, input), () => yearPaths.schoolHolidays),
    ),
  ) // keep school-holiday
  formAt(app, needs, '/school-holidays/:holiday/edit', holidayGate, async ({ reader, visit, holiday }) =>
    form(await schoolHolidayShape(reader, visit, holiday), parseSchoolHolidayChange, async (doer, input) =>
      leadTo(await changeSchoolHoliday(needs, doer, holiday.id, input), () => yearPaths.schoolHolidays),
    ),
  ) // keep school-holiday
  actAt(
    app,
    needs,
    '/school-holidays/:holiday/remove',
    holidayGate,
    async ({ holiday }, doer) => leadTo(await removeSchoolHoliday(needs, doer, holiday.id), () => yearPaths.schoolHolidays),
    () => yearPaths.schoolHolidays,
  ) // keep school-holiday
}

interface AskedHolidays {
  readonly reader: Reader
  readonly visit: Visit
}

async function keepersGate(reader: Reader, c: Context<AppEnv, string>): Promise<AskedHolidays> {
  const visit = c.get('visit')
  demandOf(await findStanding(reader, visit), visit, guardedSchoolHolidays, 'keep')
  return { reader, visit }
}

async function holidayGate(
  reader: Reader,
  c: Context<AppEnv, string>,
): Promise<AskedHolidays & { readonly holiday: Omit<SchoolHoliday, 'areaName'> }> {
  const asked = await keepersGate(reader, c)
  return { ...asked, holiday: await findSchoolHoliday(reader, c.req.param('holiday') ?? '') }
}

/** How far ahead holidays are shown. */
const YEARS_AHEAD = 5

async function listPage(reader: Reader, visit: Visit) {
  const from = visit.today.with({ day: 1 })
  const holidays = await findSchoolHolidays(reader, { from, until: from.add({ years: YEARS_AHEAD }) })
  return (
    <SchoolHolidaysPage
      visit={visit}
      holidays={holidays}
      mayKeep={allows(await findStanding(reader, visit), guardedSchoolHolidays, 'keep')}
    />
  )
}
