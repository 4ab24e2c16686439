import { parseMarkdown } from '#platform/paper/parse-markdown.ts'
import type { Paper } from '#platform/paper/tree.ts'
import { instantOf } from '#platform/time/london.ts'

/** 11 December 2013: the meeting that is minuted. */
export const decemberDay = Temporal.PlainDate.from('2013-12-11')
/** 24 February 2014: the meeting whose agenda and despatch are known, and whose outcome is not. */
export const februaryDay = Temporal.PlainDate.from('2014-02-24')
/** 14 February 2014: the day on which the pack of February went out; the source gives no time. */
export const despatchDay = Temporal.PlainDate.from('2014-02-14')

/** Stands for a day whose time nobody recorded, so that things stay in order; never shown. */
export function sometimeOn(day: Temporal.PlainDate): Temporal.Instant {
  return instantOf(day, Temporal.PlainTime.from('12:00'))
}

/** What every row of a recorded meeting carries. */
export interface MeetingRow {
  readonly meeting: string
  readonly body: string
  readonly sight: 'public'
}

/** The text of the sample as a tree; the sample is ours, so text that cannot be read is a fault. */
export function treeOf(markdown: string): Paper {
  const parsed = parseMarkdown(markdown)
  if (!parsed.ok) throw new Error(`The sample holds text that cannot be read: ${markdown.slice(0, 60)}`)
  return parsed.value.paper
}
