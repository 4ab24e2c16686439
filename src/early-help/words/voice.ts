import { dayInWords } from '#platform/time/words.ts'
import type { Change, ReadingRole, ReadingStanding, Series } from '../rules/readings.ts'

/** Who gives a reading. */
export const roleWords: Readonly<Record<ReadingRole, string>> = {
  child: 'Child',
  parent: 'Parent or carer',
  lead: 'Lead professional',
  other: 'Somebody else',
}
/** What stands where there is no number. */
export const absenceWords: Readonly<Record<Exclude<ReadingStanding, 'read'>, string>> = {
  'not-asked': 'Not asked',
  'did-not-want': 'Did not want to',
}
/** At what somebody gave a reading. */
export const occasionWords = {
  assessment: 'Assessment',
  visit: 'Visit',
  meeting: 'Meeting',
  review: 'Review',
  closing: 'Closing',
  other: 'Another time',
} as const
/** How something was captured. */
export const capturedWords = { 'by-them': 'By themselves', 'with-help': 'With help', reported: 'Reported by somebody else' } as const
/** The three columns. */
export const statementKinds = ['worried', 'well', 'happen'] as const
/** One of them. */
export type StatementKind = (typeof statementKinds)[number]

/** What was said in words: the number, or why there is none. */
export function readingInWords({ standing, value }: { readonly standing: ReadingStanding; readonly value: number | null }): string {
  return standing === 'read' ? String(value) : absenceWords[standing]
}

/** How somebody's answers moved, in a sentence. */
export function changeInWords(change: Change, name: string): string {
  if (change.kind === 'none') return `${name} gave no number yet.`
  if (change.kind === 'one') return `${name} gave one number only, ${change.value}: no change can be told.`
  const { first, latest, by, improved } = change
  if (by === 0) return `${name} said ${first} first and says ${latest} again.`
  return `${name} went from ${first} to ${latest}, ${Math.abs(by)} ${by > 0 ? 'higher' : 'lower'}${improved ? ', which counts as improved' : ''}.`
}

/** The chart in one sentence for each person, for whoever does not see it. */
export function seriesInWords({ name, readings }: Series): string {
  return `${name}: ${readings.map((one) => `${dayInWords(one.on)} ${readingInWords(one).toLowerCase()}`).join(', ')}.`
}
