/** From which day a period counts. */
export const retentionAnchors = ['closure', 'youngest-birth', 'last-contact'] as const
/** One of them. */
export type RetentionAnchor = (typeof retentionAnchors)[number]

/** What a partnership decided of how long a kind of record is kept, from a day on. */
export interface RetentionRule {
  readonly id: string
  readonly recordClass: 'episode' | 'request'
  readonly anchor: RetentionAnchor
  /** Calendar months after the day of the anchor. */
  readonly months: number
  readonly startsOn: Temporal.PlainDate
}

/** The days of a closed record from which periods count. */
export interface RetentionFacts {
  readonly recordClass: RetentionRule['recordClass']
  readonly closedOn: Temporal.PlainDate
  /** The birthday, or due date, of the youngest child; undefined where none is known: then the closing stands in, which is the latest that it can be. */
  readonly youngestBorn: Temporal.PlainDate | undefined
  /** The latest closing of any record of the family. */
  readonly lastContact: Temporal.PlainDate
}

/** The rules of a day: of each class and anchor the one that began last. */
export function rulesInForce<Rule extends RetentionRule>(rules: readonly Rule[], today: Temporal.PlainDate): readonly Rule[] {
  const begun = rules.filter(({ startsOn }) => Temporal.PlainDate.compare(startsOn, today) <= 0)
  return begun.filter(
    (rule) =>
      !begun.some(
        (other) =>
          other.recordClass === rule.recordClass &&
          other.anchor === rule.anchor &&
          Temporal.PlainDate.compare(other.startsOn, rule.startsOn) > 0,
      ),
  )
}

/**
 * When a closed record may be destroyed, and by which rule: the longest of those in force. Undefined where no rule speaks of its kind: then it is kept.
 * Source: handbook of early help 1.8.
 */
export function retentionDue<Rule extends RetentionRule>(
  facts: RetentionFacts,
  rules: readonly Rule[],
  today: Temporal.PlainDate,
): { readonly rule: Rule; readonly dueOn: Temporal.PlainDate } | undefined {
  const anchors: Readonly<Record<RetentionAnchor, Temporal.PlainDate>> = {
    closure: facts.closedOn,
    'youngest-birth': facts.youngestBorn ?? facts.closedOn,
    'last-contact': facts.lastContact,
  }
  return rulesInForce(rules, today)
    .filter(({ recordClass }) => recordClass === facts.recordClass)
    .map((rule) => ({ rule, dueOn: anchors[rule.anchor].add({ months: rule.months }) }))
    .sort((a, b) => Temporal.PlainDate.compare(b.dueOn, a.dueOn))[0]
}

/** How a record stands on the way to its end. */
export type RetentionState = 'held' | 'coming' | 'due' | 'kept' | 'to-approve' | 'approved'

/** How a record stands: a hold beats all, and a decision to keep it ends with its day. */
export function retentionState(
  record: {
    readonly isHeld: boolean
    readonly dueOn: Temporal.PlainDate
    readonly verdict: string | null
    readonly keepUntil: Temporal.PlainDate | null
    readonly approvedBy: string | null
  },
  today: Temporal.PlainDate,
): RetentionState {
  if (record.isHeld) return 'held'
  if (Temporal.PlainDate.compare(record.dueOn, today) > 0) return 'coming'
  if (record.verdict === 'destroy') return record.approvedBy ? 'approved' : 'to-approve'
  if (record.keepUntil && Temporal.PlainDate.compare(record.keepUntil, today) > 0) return 'kept'
  return 'due'
}
