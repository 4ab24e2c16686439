import type { MatchedWords, SentenceDecider } from '../rules/cleared-sentence.ts'

/** Who says of a sentence that it is not confidential. */
export const deciderWords: Readonly<Record<SentenceDecider, string>> = {
  chair: 'The chair',
  'monitoring-officer': 'The monitoring officer',
}

/** '‘The words.’ (page 3 of the public file)'. */
export function matchInWords({ words, pages }: Pick<MatchedWords, 'words' | 'pages'>): string {
  const where = pages.length === 0 ? '' : ` (page ${pages.join(', ')} of the public file)`
  return `‘${words}’${where}`
}
