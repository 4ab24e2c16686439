import { lastDayForNotice, type NoticeMode, noticeVerdict, workingDaysOf } from '#governance/public.ts'
import { type RulesKind, type Worked, wholeNumber } from './kind.ts'

const MODES = new Map<string, NoticeMode>([
  ['calendar days before', 'calendar'],
  ['clear days before', 'clear-calendar'],
  ['clear calendar days before', 'clear-calendar'],
  ['working days before', 'working'],
  ['clear working days before', 'clear-working'],
  ['s243 days before', 's243'],
])

function dayFrom(value: unknown): Temporal.PlainDate | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null
  try {
    return Temporal.PlainDate.from(value)
  } catch {
    return null
  }
}

function work(given: Readonly<Record<string, unknown>>): Worked {
  const meeting = dayFrom(given.meeting)
  const mode = typeof given.rule === 'string' ? MODES.get(given.rule.trim().toLowerCase()) : undefined
  const days = wholeNumber(given.days)
  const sent = given.sent_on === undefined || given.sent_on === null ? null : dayFrom(given.sent_on)
  if (meeting === null) return { problem: 'its meeting is not a day written YYYY-MM-DD' }
  if (mode === undefined) return { problem: `its rule is none of: ${[...MODES.keys()].join('; ')}` }
  if (days === null || days > 366) return { problem: 'its days are not a whole number from 0 to 366' }
  if (sent === null && given.sent_on !== undefined && given.sent_on !== null)
    return { problem: 'its sent_on is not a day written YYYY-MM-DD' }
  const calendar = workingDaysOf('england-and-wales')
  const rule = { mode, days, cutOff: null }
  const answer = lastDayForNotice(rule, meeting, calendar)
  if (answer.state === 'not-known') return { computed: { latest_day: null, met: null } }
  const met = sent === null ? null : noticeVerdict(rule, answer, { day: sent }, sent, calendar).state === 'met'
  return { computed: { latest_day: answer.lastDay.toString(), met } }
}

/** Notice before a meeting in England and Wales; `latest_day` is null beyond the announced bank holidays, `met` without a `sent_on`. */
export const notice: RulesKind = { answerKeys: () => ['latest_day', 'met'], work }
