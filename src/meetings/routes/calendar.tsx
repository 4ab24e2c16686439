import { type Context, Hono } from 'hono'
import { type BodySummary, findStanding, listBodies } from '#governance/public-data.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { formState } from '#platform/web/forms.ts'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import { type CalendarAsked, parseCalendar } from '../forms/calendar.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { CalendarPage } from '../pages/calendar-page.tsx'
import { yearPaths } from '../paths.ts'
import { findCalendarFacts } from '../queries/calendar.ts'
import { findComingMeetings } from '../queries/overview.ts'
import { findProgrammes } from '../queries/programme.ts'
import { findDaysOff } from '../queries/year.ts'
import { calendarEntries, MOST_BOARDS, monthsFrom } from '../rules/calendar-months.ts'
import { problemWords } from '../words/problems.ts'

/** Boards side by side (G11, M1). */
export function calendarRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get(yearPaths.calendar, (c) => readAs(needs.db, c.get('visit'), (reader) => calendarPage(reader, c))) // anybody, each meeting by its sight
  return app
}

async function calendarPage(reader: Reader, c: Context<AppEnv, string>) {
  const visit = c.get('visit')
  const bodies = await listBodies(reader, visit.today)
  const typed = { ...c.req.query(), board: c.req.queries('board') ?? [] }
  const parsed = parseCalendar(typed, new Set(bodies.map(({ slug }) => slug)))
  const asked: CalendarAsked = parsed.ok ? parsed.value : { from: undefined, months: 6, show: 'dates', boards: [] }
  const boards = parsed.ok ? await chosenBoards(reader, visit, bodies, asked.boards) : []
  const months = monthsFrom(asked.from ?? visit.today, asked.months)
  const from = months[0] ?? visit.today
  const span = { from, until: from.add({ months: asked.months }) }
  const ids = boards.map(({ id }) => id)
  const facts = await findCalendarFacts(reader, ids, span, visit.today)
  const shown = facts.meetings.filter(({ heldOn }) => Temporal.PlainDate.compare(heldOn, span.until) < 0)
  const page = (
    <CalendarPage
      visit={visit}
      form={formState(
        parsed.ok ? { ...typed, from: monthValue(from), board: boards.map(({ slug }) => slug) } : typed,
        parsed.ok ? [] : parsed.problems,
        problemWords,
      )}
      offered={bodies.filter(({ status, slug }) => (status !== 'ended' && status !== 'outside') || asked.boards.includes(slug))}
      beginnings={monthsFrom(visit.today.subtract({ months: 12 }), 30)}
      boards={boards}
      months={months}
      entries={calendarEntries(facts, ids, span)}
      windows={facts.windows}
      daysOff={await findDaysOff(reader, ids, span, visit.today)}
      names={new Map(bodies.map(({ id, name }) => [id, name]))}
      programmes={asked.show === 'programmes' ? await findProgrammes(reader, shown) : undefined}
      earlier={addressOf(asked, boards, from.subtract({ months: asked.months }))}
      later={addressOf(asked, boards, span.until)}
    />
  )
  return c.html(page, parsed.ok ? 200 : 422)
}

const monthValue = (month: Temporal.PlainDate): string => month.toString().slice(0, 7)

function addressOf({ months, show }: CalendarAsked, boards: readonly BodySummary[], from: Temporal.PlainDate): string {
  const query = new URLSearchParams({ from: monthValue(from), months: String(months), show })
  for (const { slug } of boards) query.append('board', slug)
  return `${yearPaths.calendar}?${query.toString()}`
}

/** The boards that were asked for; else one's own, else those that meet next as far as one may see. */
async function chosenBoards(
  reader: Reader,
  visit: Visit,
  bodies: readonly BodySummary[],
  slugs: readonly string[],
): Promise<readonly BodySummary[]> {
  if (slugs.length > 0) return bodies.filter(({ slug }) => slugs.includes(slug))
  const standing = await findStanding(reader, visit)
  const own = new Set([...standing.clerkOf, ...standing.chairOf, ...standing.memberOf, ...standing.deputyOf, ...standing.observerOf])
  const mine = bodies.filter(({ id, status }) => own.has(id) && status !== 'ended')
  if (mine.length > 0) return mine.slice(0, MOST_BOARDS)
  const next = new Set((await findComingMeetings(reader, visit.today, { limit: 50 })).map(({ body }) => body))
  return bodies.filter(({ id }) => next.has(id)).slice(0, MOST_BOARDS)
}
