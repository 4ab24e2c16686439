/** Who may say that a sentence of Part 2 is not confidential (handbook governance 7). */
export const sentenceDeciders = ['chair', 'monitoring-officer'] as const
/** One of them. */
export type SentenceDecider = (typeof sentenceDeciders)[number]

/** Shorter words are titles, names and sums: what has to be changed is the paper, never the search. */
const shortestSentence = 60

/** Whether words found in something public are a sentence, of which somebody can say that it is not confidential. */
export function isWholeSentence(words: string): boolean {
  return words.length >= shortestSentence
}

/** Words of Part 2 that were found in something public. */
export interface MatchedWords {
  readonly words: string
  /** As the search compares them; says nothing about them. */
  readonly digest: string
  /** Pages of the public file, from 1; empty where they stand on none. */
  readonly pages: readonly number[]
  /** True once somebody named said that they are not confidential. */
  readonly cleared: boolean
}

/** What still keeps a public file back, and of which of it somebody can say that it is not confidential. */
export function openMatches(matches: readonly MatchedWords[]): {
  readonly sentences: readonly MatchedWords[]
  readonly toChange: readonly MatchedWords[]
} {
  const open = matches.filter(({ cleared }) => !cleared)
  return { sentences: open.filter(({ words }) => isWholeSentence(words)), toChange: open.filter(({ words }) => !isWholeSentence(words)) }
}
