import type { PointMark } from '#platform/web/charts/marks.tsx'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { Direction, Way } from '../rules/direction.ts'
import type { SetTarget } from '../rules/measure.ts'
import { type Period, periodWords } from '../rules/period.ts'
import type { Assurance, Variation } from '../rules/process.ts'
import type { Colour, Rag, WhyNoColour } from '../rules/rag.ts'
import type { Cause } from '../rules/special-cause.ts'

/** The result of a measure in one or two words. Never the words of an action's delivery. */
export const colourWords: Readonly<Record<Colour, string>> = { green: 'On track', amber: 'At risk', red: 'Off track' }
/** The names of the colours, for those who use them. */
export const colourNames: Readonly<Record<Colour, string>> = { green: 'Green', amber: 'Amber', red: 'Red' }
/** The letters of the colours. */
export const colourLetters: Readonly<Record<Colour, string>> = { green: 'G', amber: 'A', red: 'R' }

const noColour: Readonly<Record<WhyNoColour, string>> = {
  'no-polarity': 'Not judged',
  'no-target': 'No target',
  'small-base': 'Too few to rate',
  'band-expected': 'Cannot be judged',
  'value-expected': 'Cannot be judged',
  missing: 'Missing',
  'not-due': 'Not due yet',
  suppressed: 'Suppressed',
  'not-yet-available': 'Not yet available',
  'not-applicable': 'Not applicable',
  stale: 'Out of date',
}

/** A verdict in words with the shape it is shown by. A target that waits for its baseline is said so. */
export function verdictWords(rag: Rag, target: SetTarget | null): { readonly word: string; readonly meaning: StatusMeaning } {
  if (rag.colour !== null) return { word: colourWords[rag.colour], meaning: colourMeanings[rag.colour] }
  if (rag.because === 'no-target' && target !== null) return { word: 'Target pending', meaning: 'unknown' }
  return { word: noColour[rag.because], meaning: rag.because === 'no-polarity' ? 'neutral' : 'unknown' }
}

/** The shapes of the colours. */
export const colourMeanings: Readonly<Record<Colour, StatusMeaning>> = { green: 'good', amber: 'warning', red: 'bad' }

/** What a colour means where its target does not say it in words of its own. */
export const ruleMeans: Readonly<Record<Colour, string>> = {
  green: 'The target is met.',
  amber: 'The target is missed by no more than the tolerance.',
  red: 'The target is missed by more than the tolerance.',
}

/** What makes a point stand out, as the end of a sentence. */
export const causeWords: Readonly<Record<Cause, string>> = {
  outside: 'the figure lies outside the limits',
  trend: 'seven figures in a row go the same way',
  'two-of-three': 'two of three neighbouring figures lie near a limit',
  'one-side': 'seven figures in a row lie on the same side of the mean',
  common: 'chance explains it',
}

/** What a point of a process chart is called. */
export const variationWords: Readonly<Record<Variation, string>> = {
  common: 'what chance explains',
  improving: 'special cause, improving',
  concerning: 'special cause, getting worse',
  changing: 'special cause, of which neither way is better',
}

/** Whether the process will meet its target as it stands. */
export const assuranceWords: Readonly<Record<Assurance, string>> = {
  'consistent-pass': 'will meet its target as it stands',
  'consistent-fail': 'will not meet its target as it stands',
  'hit-and-miss': 'will sometimes miss its target',
}

/** The shape of a point by what it says. */
export const variationMarks: Readonly<Record<Variation, PointMark>> = {
  common: 'expected',
  improving: 'better',
  concerning: 'worse',
  changing: 'changed',
}

/** A direction of travel: few words, a whole sentence, and the shape and arrow that go with them; no arrow where nothing can be said. */
export interface DirectionWords {
  readonly word: string
  readonly sentence: string
  readonly way: Way | null
  readonly mark: PointMark
}

const periodNouns: Readonly<Record<Period['type'], string>> = {
  month: 'month',
  quarter: 'quarter',
  'financial-year': 'year',
  'academic-year': 'year',
  'calendar-year': 'year',
  other: 'period',
}
const ways: Readonly<Record<Way, string>> = { up: 'Up', down: 'Down', level: 'The same' }
const unknown = {
  'no-figure': ['Not known', 'There is no figure for the latest period, so nothing is said of its direction.'],
  hidden: ['Not shown', 'The latest figure is hidden to protect people, and so is its direction.'],
  'nothing-before': ['First figure', 'There is no figure of the period before to hold it against.'],
} as const

/** The direction of travel in words; 'no clear change' only where chance explains the figure. */
export function directionWords(direction: Direction): DirectionWords {
  switch (direction.kind) {
    case 'no-clear-change':
      return { word: 'No clear change', sentence: 'No clear change: chance explains the latest figure.', way: 'level', mark: 'expected' }
    case 'special': {
      const word = { improving: 'Improving', concerning: 'Getting worse', changing: `${ways[direction.way]}` }[direction.reads]
      return { word, sentence: `${word}: ${causeWords[direction.cause]}.`, way: direction.way, mark: variationMarks[direction.reads] }
    }
    case 'beside': {
      const noun = periodNouns[direction.before.period.type]
      const word = {
        better: `Better than last ${noun}`,
        worse: `Worse than last ${noun}`,
        same: `Same as last ${noun}`,
        moved: `${ways[direction.way]} on last ${noun}`,
      }[direction.reads]
      const mark = direction.reads === 'better' ? 'better' : direction.reads === 'worse' ? 'worse' : 'plain'
      const sentence = `${word} (${periodWords(direction.before.period)}). There are too few figures to tell chance from change.`
      return { word, sentence, way: direction.way, mark }
    }
    default: {
      const [word, sentence] = unknown[direction.because]
      return { word, sentence, way: null, mark: 'plain' }
    }
  }
}
