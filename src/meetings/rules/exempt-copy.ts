/** A copy of a meeting's exempt papers that was handed out, and what became of it (M16). */
export interface ExemptCopy {
  readonly id: string
  readonly meeting: string
  readonly body: string
  readonly kind: 'electronic' | 'printed'
  /** Printed on the copy; null for an electronic one. */
  readonly number: number | null
  readonly person: string | null
  readonly name: string
  /** How it is known that they have it: they were told of the pack, opened the full one, or got it by hand. */
  readonly evidence: 'told' | 'opened' | 'by_hand'
  readonly handedAt: Temporal.Instant
  /** Null: nobody has said. */
  readonly ended: 'destroyed' | 'handed_back' | null
  readonly endedAt: Temporal.Instant | null
  readonly saidBy: 'holder' | 'clerk' | null
  /** What was confirmed word for word, or how the clerk knows. */
  readonly words: string
}

/** What a holder confirms with one click, word for word. It is kept with the confirmation. */
export const confirmation =
  'I have destroyed every copy of the exempt papers of this meeting that I had, on paper and on my devices, and I have kept none.'

/** What terms say of copies. */
export interface DestructionRule {
  readonly destroyed: 'end-of-meeting' | 'within-days' | 'never'
  readonly days?: number | null | undefined
}

/** The last day by which copies are destroyed; undefined where the terms ask for nothing, or name no day. */
export function destructionDue(rule: DestructionRule | null | undefined, heldOn: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (!rule || rule.destroyed === 'never') return undefined
  if (rule.destroyed === 'end-of-meeting') return heldOn
  return typeof rule.days === 'number' ? heldOn.add({ days: rule.days }) : undefined
}

/** Somebody who may have got the exempt papers of a meeting electronically. */
export interface Reached {
  readonly person: string
  readonly at: Temporal.Instant
  readonly evidence: 'told' | 'opened'
}

/** One for each person, of the first time: having opened the papers says more than having been told of them. */
export function holdersOf(reached: readonly Reached[], members: ReadonlySet<string>): readonly Reached[] {
  const known = new Map<string, Reached>()
  for (const one of reached.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))) {
    const before = known.get(one.person)
    if (one.evidence === 'told' && !members.has(one.person)) continue
    if (!before || (before.evidence === 'told' && one.evidence === 'opened'))
      known.set(one.person, before ? { ...one, at: before.at } : one)
  }
  return [...known.values()]
}

/** What a certificate of destruction is made from, as it is kept. */
export interface CertificateOfDestruction {
  readonly board: string
  readonly heldOn: string
  /** The rule of the terms in words; '' where they state none. */
  readonly rule: string
  readonly source: string
  /** The last day by the terms; '' where they name none. */
  readonly dueOn: string
  /** Exempt items by number and public title. */
  readonly items: readonly string[]
  readonly copies: readonly {
    readonly copy: string
    readonly name: string
    readonly handed: string
    /** 'Destroyed', 'Handed back', 'Outstanding'. */
    readonly became: string
    readonly when: string
    readonly words: string
  }[]
  readonly outstanding: readonly string[]
}
