import type { TestPart } from '../rules/public-interest.ts'

/** The parts of a public-interest test, as a sentence lists them. */
export const testPartWords: Readonly<Record<TestPart, string>> = {
  reasonsFor: 'why it should be published',
  reasonsAgainst: 'why it should be kept private',
  decidedBy: 'who decided that it is exempt',
  decidedOn: 'when that was decided, today at the latest',
}

/** 'why it should be published and when that was decided': what a test lacks. */
export function testPartsInWords(parts: readonly string[]): string {
  const words = parts.map((part) => testPartWords[part as TestPart] ?? part)
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join('; ')}; and ${words.at(-1)}`
}
