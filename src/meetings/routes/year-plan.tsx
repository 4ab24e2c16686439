import { type Context, Hono } from 'hono'
import { type Reader, readAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { doerOf } from '#platform/web/endpoints.tsx'
import { dayValues, emptyForm, type FormBody, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { planYear } from '../commands/year/plan-year.ts'
import { parseYearPlan, parseYearSettings, rowsOf, type YearSettings } from '../forms/year-plan.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { type BuiltYear, YearPage } from '../pages/year-page.tsx'
import { yearPaths } from '../paths.ts'
import { findUpcomingMeetings } from '../queries/meetings.ts'
import { findYearGround, type YearGround } from '../queries/year.ts'
import { monthsFrom } from '../rules/calendar-months.ts'
import { buildYear, marksOfDay, marksOfInterval, type YearPlace } from '../rules/year-builder.ts'
import { pacesOf, slotsOf } from '../rules/year-pace.ts'
import { problemWords } from '../words/problems.ts'
import { noRoomInWords, termsOfYear, windowInWords } from '../words/year-plan.ts'
import { type Asked, newMeetingGate } from './gates.ts'

/** The year of one board: proposed, edited, created in one step (G11). */
export function yearPlanRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const gate = newMeetingGate()
  app.get('/boards/:slug/year', (c) => readAs(needs.db, c.get('visit'), async (reader) => proposePage(c, await gate(reader, c)))) // change meeting
  app.post('/boards/:slug/year/plan', async (c) => {
    const visit = c.get('visit')
    const body = await readForm(c)
    const asked = await readAs(needs.db, visit, (reader) => gate(reader, c))
    const parsed = parseYearPlan(body)
    const done = parsed.ok ? await planYear(needs, doerOf(visit), asked.body.id, parsed.value) : parsed
    if (!done.ok) return readAs(needs.db, visit, async (reader) => againPage(c, await gate(reader, c), body, done.problems))
    const settings = parseYearSettings(body, visit.today)
    const from = settings.ok ? `&months=12&from=${settings.value.from.toString().slice(0, 7)}` : ''
    return c.redirect(`${yearPaths.calendarOf(asked.body.slug)}${from}`, 303)
  }) // change meeting
  return app
}

const beginningsOf = ({ visit }: Asked) => monthsFrom(visit.today, 24)
const monthValue = (month: Temporal.PlainDate): string => month.toString().slice(0, 7)

/** What the form holds at first: the next January or April, and the day and way in which the board met last. */
async function firstSettings({ reader, visit, body }: Asked): Promise<FormBody> {
  const meetings = await findUpcomingMeetings(reader, body.id, visit.today.subtract({ months: 12 }), 100)
  const last = meetings.filter(({ kind }) => kind === 'ordinary').at(-1)
  const next = monthsFrom(visit.today, 12).find(({ month }) => month === 1 || month === 4)
  return {
    ...{ from: monthValue(next ?? visit.today), by: 'terms' },
    ...(last
      ? { weekday: String(Math.min(last.heldOn.dayOfWeek, 5)), week: String(Math.min(Math.ceil(last.heldOn.day / 7), 5)) }
      : { weekday: '2', week: '2' }),
  }
}

async function proposePage(c: Context<AppEnv, string>, asked: Asked) {
  const { visit, body } = asked
  const typed = c.req.query()
  const isAsked = Object.keys(typed).length > 0
  const settings = isAsked ? parseYearSettings(typed, visit.today) : undefined
  const ground = await groundOf(asked, settings?.ok ? settings.value : undefined)
  const built = settings?.ok ? placesOf(settings.value, ground) : undefined
  const problems = [settings, built].flatMap((result) => (result && !result.ok ? result.problems : []))
  const page = (
    <YearPage
      visit={visit}
      board={body}
      form={isAsked ? formState(typed, problems, problemWords) : emptyForm(await firstSettings(asked))}
      beginnings={beginningsOf(asked)}
      terms={termsOfYear(ground.terms, ground.termsFrom)}
      built={built?.ok && settings?.ok ? await proposed(asked, settings.value, ground, built.value, typed) : undefined}
    />
  )
  return c.html(page, problems.length > 0 ? 422 : 200)
}

async function againPage(c: Context<AppEnv, string>, asked: Asked, body: FormBody, problems: readonly FieldProblem[]) {
  const settings = parseYearSettings(body, asked.visit.today)
  const ground = await groundOf(asked, settings.ok ? settings.value : undefined)
  const built = settings.ok ? placesOf(settings.value, ground) : undefined
  const from = settings.ok ? settings.value.from : asked.visit.today
  const page = (
    <YearPage
      visit={asked.visit}
      board={asked.body}
      form={settings.ok ? emptyForm(body) : emptyForm(await firstSettings(asked))}
      beginnings={beginningsOf(asked)}
      terms={termsOfYear(ground.terms, ground.termsFrom)}
      built={{
        from,
        places: built?.ok ? built.value : [],
        rows: typedRows(body, ground),
        notes: [],
        form: formState(body, problems, problemWords),
        settings: settingsOf(body),
      }}
    />
  )
  return c.html(page, 422)
}

async function groundOf({ reader, visit, body }: Asked, settings: YearSettings | undefined): Promise<YearGround> {
  const from = settings?.from ?? visit.today.with({ day: 1 })
  return findYearGround(reader as Reader, {
    body: body.id,
    span: { from, until: from.add({ months: 12 }) },
    usual: { weekday: settings?.weekday ?? 2, week: settings?.week ?? 2 },
    roomDays: (settings?.roomWeeks ?? 0) * 7,
    today: visit.today,
  })
}

function placesOf(settings: YearSettings, ground: YearGround): Result<readonly YearPlace[], FieldProblem> {
  const paces = pacesOf(ground.terms?.frequency.value ?? null, settings.pace, ground.termsFrom)
  if (!paces.ok) return fail({ field: 'by', code: paces.problem })
  const span = { from: settings.from, until: settings.from.add({ months: 12 }) }
  return succeed(buildYear(slotsOf(span, paces.periods, settings, ground.lastBefore), ground.facts))
}

const settingNames = ['from', 'weekday', 'week', 'by', 'times', 'room'] as const

function settingsOf(body: FormBody): Readonly<Record<string, string>> {
  return Object.fromEntries(settingNames.map((name) => [name, String([body[name]].flat()[0] ?? '')]))
}

async function proposed(
  { reader, visit, body }: Asked,
  { from }: YearSettings,
  ground: YearGround,
  places: readonly YearPlace[],
  typed: FormBody,
): Promise<BuiltYear> {
  const rows = places.flatMap((place) => (place.kind === 'proposed' ? [place] : []))
  const days = places.flatMap((place) => (place.kind === 'none' ? [] : [place.day]))
  const last = (await findUpcomingMeetings(reader, body.id, visit.today.subtract({ months: 12 }), 100)).at(-1)
  const starts = last?.startsAt
  const longest = ground.terms?.longestMinutes.value
  const ends = last?.endsAt ?? (starts && typeof longest === 'number' ? starts.add({ minutes: longest }) : undefined)
  const first: FormBody = Object.assign(
    {
      ...{ startsAt: timeText(starts), endsAt: timeText(ends), place: last?.place ?? '', access: last?.access ?? 'public' },
    },
    ...rows.map(({ day }, index) => ({ [`take_${index}`]: 'yes', ...dayValues(`heldOn_${index}`, day) })),
  )
  return {
    from,
    places,
    rows: rows.map(({ marks }, index) => ({ index, marks: marks.filter(({ code }) => code !== 'no-room') })),
    notes: [
      ...noRoomInWords(
        rows.flatMap(({ day, marks }) => (marks.some(({ code }) => code === 'no-room') ? [day] : [])),
        ground.facts.roomDays / 7,
      ),
      ...ground.windows.map((window) => windowInWords(window, days)),
      ...ground.areasWithoutHolidays.map(
        (name) => `No school holidays of ${name} are entered for these months: proposed days may fall into them.`,
      ),
    ],
    form: emptyForm(first),
    settings: settingsOf(typed),
  }
}

const timeText = (time: Temporal.PlainTime | undefined): string => time?.toString({ smallestUnit: 'minute' }) ?? ''

/** Rows as they were typed, each with what stands against its day. */
function typedRows(body: FormBody, { facts }: YearGround): BuiltYear['rows'] {
  let previous: Temporal.PlainDate | undefined
  return Array.from({ length: rowsOf(body) }, (_, index) => {
    const [day, month, year] = ['day', 'month', 'year'].map((part) => Number(body[`heldOn_${index}-${part}`]))
    try {
      const on = Temporal.PlainDate.from({ year: year ?? 0, month: month ?? 0, day: day ?? 0 }, { overflow: 'reject' })
      const marks = [...marksOfDay(facts, on), ...marksOfInterval(facts, previous, on)]
      previous = on
      return { index, marks }
    } catch {
      return { index, marks: [] }
    }
  })
}
