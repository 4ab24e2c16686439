import type { Finding } from './finding.ts'
import type { FrequencyRule, NoticeBeforeRule } from './procedure.ts'
import type { Terms } from './terms.ts'
import { counted, everyMonthsWords, noticeWords } from './wording.ts'

const DAYS_A_YEAR = 365
const WEEKS_A_YEAR = 52

/** Days between two meetings at the pace of the rule; null where it gives none. */
export function intervalDays(frequency: FrequencyRule | null): number | null {
  if (frequency === null) return null
  if (frequency.timesAYear !== null) return DAYS_A_YEAR / frequency.timesAYear
  const months = frequency.everyMonths ?? frequency.phase?.everyMonths ?? null
  return months === null ? null : (months * DAYS_A_YEAR) / 12
}

/** A notice period in calendar days, near enough to compare one with another: five working days are a week. */
function calendarDays(notice: NoticeBeforeRule): number {
  return notice.mode === 'working' || notice.mode === 'clear-working' ? (notice.days * 7) / 5 : notice.days
}

function tooOften(frequency: FrequencyRule | null): Finding[] {
  if (frequency === null || frequency.timesAYear === null || frequency.timesAYear <= WEEKS_A_YEAR) return []
  return [
    {
      severity: 'impossible',
      code: 'more-than-weekly',
      rule: 'frequency',
      sentence: `The body is to meet ${frequency.minimum ? 'at least ' : ''}${frequency.timesAYear} times a year: more than once a week.`,
      whatToDo: 'Ask the body what was meant, and record it with who said so. Nothing is scheduled by this rule until then.',
    },
  ]
}

function itemsTooOften(terms: Terms): Finding[] {
  const frequency = terms.frequency.value
  const days = intervalDays(frequency)
  if (days === null) return []
  return (terms.standingItems.value ?? [])
    .filter(({ months }) => months !== null && months * DAYS_A_YEAR * 1.05 < days * 12)
    .map(({ title, months }) => ({
      severity: 'contradiction',
      code: 'item-more-often-than-meetings',
      rule: 'standingItems',
      sentence: `“${title}” returns ${everyMonthsWords(months ?? 1)}, and the body meets ${frequency?.minimum ? 'at least ' : ''}${counted(frequency?.timesAYear ?? Math.round(DAYS_A_YEAR / days), 'time')} a year.`,
      whatToDo: 'Meet more often, take the item less often, or receive the report between meetings.',
    }))
}

const STEPS = ['nominateItems', 'papersDue', 'agendaOut'] as const
const STEP_NAMES = { nominateItems: 'Nominating items', papersDue: 'Handing in papers', agendaOut: 'Sending out the agenda' } as const

function longNotice(terms: Terms): Finding[] {
  const days = intervalDays(terms.frequency.value)
  if (days === null) return []
  return STEPS.flatMap((step) => {
    const notice = terms[step].value
    if (notice === null || calendarDays(notice) < days) return []
    return [
      {
        severity: 'impossible',
        code: 'notice-longer-than-interval',
        rule: step,
        sentence: `${STEP_NAMES[step]} is due ${noticeWords(notice)}, and meetings are about ${counted(Math.floor(days), 'day')} apart.`,
        whatToDo: 'Shorten the notice or meet less often: the deadline falls before the meeting that comes first.',
      },
    ]
  })
}

function stepsOutOfOrder(terms: Terms): Finding[] {
  const known = STEPS.flatMap((step) => {
    const notice = terms[step].value
    return notice === null ? [] : [{ step, notice }]
  })
  return known.flatMap((earlier, index) => {
    const later = known[index + 1]
    if (later === undefined || calendarDays(earlier.notice) >= calendarDays(later.notice)) return []
    return [
      {
        severity: 'contradiction',
        code: 'steps-out-of-order',
        rule: earlier.step,
        sentence: `${STEP_NAMES[earlier.step]} is due ${noticeWords(earlier.notice)}, after ${STEP_NAMES[later.step].toLowerCase()}: ${noticeWords(later.notice)}.`,
        whatToDo: 'Put the deadlines in the order of the work: items first, then papers, then the agenda.',
      },
    ]
  })
}

/** What cannot be, or does not fit, about frequency, standing items and deadlines (G10, G11). */
export function checkTiming(terms: Terms): readonly Finding[] {
  return [...tooOften(terms.frequency.value), ...itemsTooOften(terms), ...longNotice(terms), ...stepsOutOfOrder(terms)]
}
