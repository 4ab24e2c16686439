import { dayInWords } from '#platform/time/words.ts'
import { workingDaysOf } from '../bank-holidays.ts'
import type { NoticeBefore } from '../notice.ts'
import { bindingNotice, type NoticeLaw } from '../notice-law.ts'
import type { Finding } from './finding.ts'
import type { Terms } from './terms.ts'
import { listed, noticeWords } from './wording.ts'

/** A week without holidays near it, so that rules are compared and not calendars. */
const MONDAY = Temporal.PlainDate.from('2025-03-24')
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']

function weekdaysBelow(value: NoticeBefore, law: NoticeLaw): readonly string[] {
  const calendar = workingDaysOf('england-and-wales')
  return WEEKDAYS.filter((_, index) => bindingNotice(value, law, MONDAY.add({ days: index }), calendar)?.by === 'law')
}

/** Terms that ask for less notice than the law does, on some weekday at least: the law holds, and whoever adopts says why they stand as they do (G10). */
export function checkNoticeLaw({ agendaOut: { value } }: Terms, law: NoticeLaw): readonly Finding[] {
  if (value === null) return []
  const below = weekdaysBelow(value, law)
  if (below.length === 0) return []
  const when = below.length === WEEKDAYS.length ? '' : `, for a meeting on a ${listed(below, 'or')}`
  return [
    {
      severity: 'contradiction',
      code: 'notice-below-law',
      rule: 'agendaOut',
      sentence: `The agenda goes out ${noticeWords(value)}; the law asks for more${when}: ${noticeWords(law.rule)} (${law.source}).`,
      whatToDo: 'Ask for as much as the law does. Until then deadlines and certificates follow the law wherever it asks for more.',
    },
  ]
}

/** What changed in the law since the terms came into force; grave where they ask for less than it does now (G10). */
export function checkLawSince(
  { agendaOut: { value } }: Terms,
  {
    adoptedFor,
    before,
    now,
  }: { readonly adoptedFor: Temporal.PlainDate; readonly before: NoticeLaw | undefined; readonly now: NoticeLaw | undefined },
): readonly Finding[] {
  const asks = (law: NoticeLaw | undefined): string => (law === undefined ? 'nothing' : `notice ${noticeWords(law.rule)} (${law.source})`)
  const isBelow = value !== null && now !== undefined && weekdaysBelow(value, now).length > 0
  return [
    {
      severity: isBelow ? 'contradiction' : 'question',
      code: 'law-has-changed',
      rule: 'agendaOut',
      sentence: `The law has changed since these terms came into force on ${dayInWords(adoptedFor)}: it asked for ${asks(before)} then, and asks for ${asks(now)} today${isBelow ? ', which is more than these terms do' : ''}.`,
      whatToDo: isBelow
        ? 'Ask for as much in the next version. Until then deadlines and certificates follow the law wherever it asks for more.'
        : 'Look at the rule when the terms are reviewed: it was agreed under the law of that day.',
    },
  ]
}
