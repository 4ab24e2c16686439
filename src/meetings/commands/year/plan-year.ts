import { sql } from 'kysely'
import { dayKind } from '#governance/public.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { MeetingInput } from '../../forms/meeting.ts'
import type { YearPlanInput } from '../../forms/year-plan.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findMeetingRules } from '../../queries/meeting-rules.ts'
import { findMeetingsOn } from '../../queries/meetings.ts'
import { dayProblems, insertMeeting, timesProblems } from '../meeting/create-meeting.ts'
import { placeStandingItems } from '../plan/place-standing.ts'

/** Creates the meetings of a year that were proposed and accepted, all or none, and places the standing items on them (G11). */
export async function planYear(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  body: string,
  input: YearPlanInput,
): Promise<Result<{ readonly planned: number }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'meeting', state: 'draft', ties: { body } }, 'change')
    // A form that is sent twice plans once: the second finds the meetings of the first.
    await sql`select pg_advisory_xact_lock(hashtext(${`meetings.year ${body}`}))`.execute(tx)
    const [first, ...more] = await problemsOf(tx, doer, body, input)
    if (first) return fail(first, ...more)
    for (const { heldOn } of input.days) await insertMeeting(tx, doer, body, meetingOn(heldOn, input))
    await placeStandingItems(tx, doer, body)
    const days = input.days.map(({ heldOn }) => heldOn.toString())
    await appendAudit(tx, { actor: doer.actor, act: 'year.planned', subjectType: 'body', subject: body, content: days.join(' ') })
    return succeed({ planned: days.length })
  })
}

function meetingOn(heldOn: Temporal.PlainDate, { startsAt, endsAt, place, access }: YearPlanInput): MeetingInput {
  return {
    ...{ heldOn, startsAt, endsAt, place, access, kind: 'ordinary', jointBodies: [], recordsHistory: false },
    ...{ title: undefined, accessNotes: undefined, filmingNotice: undefined, contact: undefined },
    ...{ onlineLink: undefined, joiningNotes: undefined, shortNoticeReason: undefined },
  }
}

async function problemsOf(tx: Writer, doer: Doer, body: string, input: YearPlanInput): Promise<readonly FieldProblem[]> {
  const problems: FieldProblem[] = [...timesProblems(input)]
  const seen = new Set<string>()
  for (const { field, heldOn } of input.days) {
    const problem = seen.has(heldOn.toString()) ? { code: 'plan-day-twice' } : await problemOfDay(tx, doer, body, heldOn)
    seen.add(heldOn.toString())
    if (problem) problems.push({ field, ...problem, details: { ...('details' in problem ? problem.details : {}), part: 'day' } })
  }
  const first = input.days[0]
  const longest = first && (await findMeetingRules(tx, body, first.heldOn)).terms?.longestMinutes.value
  const lasts = input.endsAt ? input.startsAt.until(input.endsAt).total('minutes') : 0
  if (typeof longest === 'number' && lasts > longest) problems.push({ field: 'endsAt', code: 'plan-too-long', details: { longest } })
  return problems
}

type DayProblem = Pick<FieldProblem, 'code' | 'details'>

async function problemOfDay(tx: Writer, doer: Doer, body: string, heldOn: Temporal.PlainDate): Promise<DayProblem | undefined> {
  const { calendar } = await findMeetingRules(tx, body, heldOn)
  const kind = dayKind(calendar, heldOn)
  if (kind.kind === 'holiday') return { code: 'plan-bank-holiday', details: { title: kind.title } }
  const meets = (await findMeetingsOn(tx, body, heldOn)).some(({ state }) => state !== 'cancelled' && state !== 'rescheduled')
  if (meets) return { code: 'plan-meets-already' }
  const [question] = await dayProblems(tx, doer, body, { heldOn, recordsHistory: false, shortNoticeReason: undefined })
  if (question?.code === 'in-the-past') return { code: 'plan-day-past' }
  return question && { code: 'plan-notice-too-late', details: { lastDay: String(question.details?.lastDay ?? '') } }
}
