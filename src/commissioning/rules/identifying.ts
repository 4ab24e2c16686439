/** Why a contract could tell who a child is: fewer people than the threshold, a word, initials, an age, a number of a case. */
export type IdentifyingSign = 'few-people' | 'word' | 'initials' | 'age' | 'number'

/** Below how many people a contract is looked at by a person before it is public. */
const FEW = 10

const signs: readonly (readonly [IdentifyingSign, RegExp])[] = [
  ['word', /\b(placements?|bespoke|individual package|spot purchase|case|(one|a single) (child|pupil|patient|young person)|yp|ref)\b/i],
  ['initials', /\b[A-Z]\.? ?[A-Z]\.(?![A-Za-z])|\b[A-Z]\.[A-Z]\b/],
  ['age', /\baged? \d{1,2}\b(?! ?(to|-|–|and))|\b\d{1,2}[ -]years?[ -]old\b/i],
  ['number', /\b\d{5,}\b|\b[A-Z]{2,3}\d{3,}\b/],
]

/**
 * Signs that the words of a contract could tell who a child is, in a fixed order; none: it may be public without a person looking (handbook of commissioning 7).
 * The database asks the same (`commissioning.might_identify`), and a test holds the two together.
 * @param words - title, summary and reference
 * @param served - how many people it serves; null where nobody knows, which is no sign by itself
 */
export function identifyingSigns(words: string, served: number | null): readonly IdentifyingSign[] {
  return [
    ...(served !== null && served < FEW ? (['few-people'] as const) : []),
    ...signs.flatMap(([sign, shape]) => (shape.test(words) ? [sign] : [])),
  ]
}
