import { dayInWords } from '#platform/time/words.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { Colour, ColourReason } from '../rules/rag.ts'
import { soonDays } from '../rules/rag.ts'

/** A colour as shape and word, so that it is never said by colour alone. */
export const colourWords: Readonly<Record<Colour | 'none', { readonly word: string; readonly meaning: StatusMeaning }>> = {
  red: { word: 'Red', meaning: 'bad' },
  amber: { word: 'Amber', meaning: 'warning' },
  green: { word: 'Green', meaning: 'good' },
  none: { word: 'Not rated', meaning: 'unknown' },
}

/** Why the rule gives the colour. */
export const reasonWords: Readonly<Record<ColourReason, string>> = {
  done: 'It is done.',
  late: 'Its last day has passed and it is not done.',
  'due-soon': `Its last day is within ${soonDays} days and nobody has said that it has begun.`,
  'should-have-begun': 'Its first day has passed and nobody has said that it has begun.',
  'in-time': 'Its last day is still to come.',
  'no-date': 'It has no last day, so no rule can say whether it is late.',
  stopped: 'It was stopped.',
}

/** The rule of the computed colour, said wherever it is shown. */
export const ruleWords = `The rule: red once the last day has passed; amber when it has not begun and should have, or has ${soonDays} days left; green otherwise, and once it is done. Without a date there is no colour.`

/** Counts of colours in a sentence: '2 red, 3 amber, 6 green, 1 not rated'. */
export function countsInWords(counts: Readonly<Record<Colour | 'none', number>>): string {
  return `${counts.red} red, ${counts.amber} amber, ${counts.green} green, ${counts.none} not rated`
}

/** Until when a colour that somebody set holds. */
export const holdsUntil = (endsOn: Temporal.PlainDate): string => `until ${dayInWords(endsOn.subtract({ days: 1 }))}`
