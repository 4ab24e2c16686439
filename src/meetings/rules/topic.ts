/** What matters are about, over all boards: one list for the partnership, dated (O2, O3; handbook governance 1.7). */
export interface Topic {
  readonly id: string
  /** In its address; never changes. */
  readonly slug: string
  readonly name: string
  /** What belongs under it; '' where nobody has said. */
  readonly about: string
  readonly startsOn: Temporal.PlainDate
  /** First day on which it is no longer offered; undefined: it is. */
  readonly endsOn: Temporal.PlainDate | undefined
  readonly version: number
}

/** Letters in the address of a topic. */
const LONGEST_SLUG = 60

/** The part of an address that a name gives: letters and digits without accents, divided by hyphens; undefined where nothing is left of it. */
export function topicSlug(name: string): string | undefined {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const slug = plain.slice(0, LONGEST_SLUG).replace(/-+$/, '')
  // '/topics/new' is where topics are made.
  return slug === '' || slug === 'new' ? undefined : slug
}

/** Whether it may be chosen on a day. */
export function isOffered({ startsOn, endsOn }: Pick<Topic, 'startsOn' | 'endsOn'>, day: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(startsOn, day) <= 0 && (endsOn === undefined || Temporal.PlainDate.compare(day, endsOn) < 0)
}

/** The topics that a form offers: those of the day, and those that stand already. */
export function offeredTopics(topics: readonly Topic[], chosen: readonly string[], day: Temporal.PlainDate): readonly Topic[] {
  return topics.filter((topic) => chosen.includes(topic.id) || isOffered(topic, day))
}

/** What is added and what is taken away when `after` stands instead of `before`. */
export function differenceOf(before: readonly string[], after: readonly string[]): { readonly added: string[]; readonly gone: string[] } {
  const [old, now] = [new Set(before), new Set(after)]
  return { added: [...now].filter((one) => !old.has(one)), gone: [...old].filter((one) => !now.has(one)) }
}
