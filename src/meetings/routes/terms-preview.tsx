import { type Context, Hono } from 'hono'
import { termsPreviewPath } from '#governance/paths.ts'
import { financialYearOf, type Terms } from '#governance/public.ts'
import { type Body, findBody, findCalendar, findTermsInForce, findTermsVersion } from '#governance/public-data.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { TermsPreviewPage, type TermsPreviewView } from '../pages/terms-preview-page.tsx'
import { findRegister } from '../queries/register.ts'
import { findPastRecord, replay } from '../queries/replay.ts'
import { belowShare } from '../rules/replay.ts'
import type { BelowShare } from '../words/replay.ts'

const SPAN = { years: 10 }
/** Meetings that a person looks through; the rest behind a link. */
const SHOWN = 8

/** What past meetings would have been under a draft of terms (G18). */
export function termsPreviewRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get(termsPreviewPath(':slug', ':number'), (c) => preview(needs, c)) // read a draft of terms: row-level security shows it to those who keep it
  return app
}

async function preview(needs: MeetingsNeeds, c: Context<AppEnv, string>) {
  const visit = c.get('visit')
  const number = c.req.param('number') ?? ''
  const all = c.req.query('all') === 'yes'
  const view = await readAs(needs.db, visit, async (reader) => {
    const body = await findBody(reader, c.req.param('slug') ?? '', visit.today)
    const draft = body && /^[1-9]\d{0,5}$/.test(number) ? await findTermsVersion(reader, body.id, Number(number)) : undefined
    if (body === undefined || draft?.state !== 'draft') throw new NotFound('No such draft.')
    return viewOf(reader, visit, body, draft, all)
  })
  return c.html(<TermsPreviewPage visit={visit} view={view} />)
}

async function viewOf(
  reader: Reader,
  visit: Visit,
  body: Body,
  { number, terms: draft }: { readonly number: number; readonly terms: Terms },
  all: boolean,
): Promise<TermsPreviewView> {
  const today = await findTermsInForce(reader, body.id, visit.today)
  const calendar = await findCalendar(reader, body.settings?.holidayDivision ?? 'england-and-wales')
  const past = await findPastRecord(reader, [body.id], visit.today.subtract(SPAN), visit.today)
  const meetings = all ? past.meetings : past.meetings.slice(0, SHOWN)
  return {
    board: body,
    number,
    meetings: replay({ ...past, meetings }, [{ body: body.id, today, draft, calendar }]),
    held: past.meetings.length,
    all,
    years: await attendanceYears(reader, body, visit.today, draft),
  }
}

/** The financial year that runs, and the one before: a rule of attendance is about a year, not a meeting. Meetings are those that count today. */
async function attendanceYears(reader: Reader, body: Body, today: Temporal.PlainDate, draft: Terms): Promise<readonly BelowShare[]> {
  const years: BelowShare[] = []
  for (const day of [today, today.subtract({ years: 1 })]) {
    const { entries, rule } = await findRegister(reader, body, day, today)
    const rates = entries.flatMap(({ rate }) => (rate.state === 'counted' ? [rate.seat] : []))
    const { from, until } = financialYearOf(day)
    years.push({
      year: `April ${from.year} to March ${until.year}`,
      members: rates.length,
      today: belowShare(rates, rule?.share),
      draft: belowShare(rates, draft.attendance.value?.share),
    })
  }
  return years
}
