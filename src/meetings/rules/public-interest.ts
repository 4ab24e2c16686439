/** What a public-interest test must say before an agenda with the item goes out. */
export const testParts = ['reasonsFor', 'reasonsAgainst', 'decidedBy', 'decidedOn'] as const
/** One of them. */
export type TestPart = (typeof testParts)[number]

/** A public-interest test of exempt matter: an item with the papers under it (M3; handbook governance 1.4). */
export interface InterestTest {
  readonly number: number
  /** Made for the agenda, or when the matter was looked at again. */
  readonly occasion: 'agenda' | 'review'
  /** For publishing; '' where an old record does not state them. */
  readonly reasonsFor: string
  readonly reasonsAgainst: string
  readonly conclusion: 'exempt' | 'open'
  /** Of a review: why it stays, or why it is released. */
  readonly reason: string
  readonly decidedBy: string
  readonly decidedOn: Temporal.PlainDate | null
  /** When it is looked at again; null where no day is set. */
  readonly reviewOn: Temporal.PlainDate | null
}

/** What a test still lacks on a day; a decision of a day to come is not taken yet. All of it where there is no test. */
export function lacksOf(test: InterestTest | undefined, today: Temporal.PlainDate): readonly TestPart[] {
  if (!test) return testParts
  return testParts.filter((part) => {
    if (part !== 'decidedOn') return test[part] === ''
    return test.decidedOn === null || Temporal.PlainDate.compare(test.decidedOn, today) > 0
  })
}

/** Whether two tests say the same, so that saving a form twice makes one. */
export function sameTest(one: Omit<InterestTest, 'number'>, other: Omit<InterestTest, 'number'>): boolean {
  const days = ['decidedOn', 'reviewOn'] as const
  const words = ['occasion', 'reasonsFor', 'reasonsAgainst', 'conclusion', 'reason', 'decidedBy'] as const
  return words.every((name) => one[name] === other[name]) && days.every((name) => one[name]?.toString() === other[name]?.toString())
}
