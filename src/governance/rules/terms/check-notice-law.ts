import { workingDaysOf } from '../bank-holidays.ts'
import { bindingNotice, type NoticeLaw } from '../notice-law.ts'
import type { Finding } from './finding.ts'
import type { Terms } from './terms.ts'
import { listed, noticeWords } from './wording.ts'

/** A week without holidays near it, so that rules are compared and not calendars. */
const MONDAY = Temporal.PlainDate.from('2025-03-24')
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']

/** Terms that ask for less notice than the law does, on some weekday at least: the law holds, and whoever adopts says why they stand as they do (G10). */
export function checkNoticeLaw({ agendaOut: { value } }: Terms, law: NoticeLaw): readonly Finding[] {
  if (value === null) return []
  const calendar = workingDaysOf('england-and-wales')
  const below = WEEKDAYS.filter((_, index) => bindingNotice(value, law, MONDAY.add({ days: index }), calendar)?.by === 'law')
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
