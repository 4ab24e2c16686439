/** What a partner can say of a decision that it must take home (M10). */
export const ratificationAnswers = ['agreed', 'agreed_with_changes', 'declined'] as const
/** One of them. */
export type RatificationAnswer = (typeof ratificationAnswers)[number]

/** What partners are asked: to take a decision home, or to reply to a request to all agencies. */
export const ratificationPurposes = ['ratify', 'reply'] as const
/** One of them. */
export type RatificationPurpose = (typeof ratificationPurposes)[number]

/** Which partners must agree: all that are listed, at least so many of them, or all of one kind of seat. */
export const ratificationRules = ['all', 'number', 'class'] as const
/** One of them. */
export type RatificationRuleKind = (typeof ratificationRules)[number]

/** A rule with what it needs to know. */
export interface RatificationRule {
  readonly kind: RatificationRuleKind
  /** From 1; for 'number' alone. */
  readonly needed: number | undefined
  /** The kind of seat; for 'class' alone, '' otherwise. */
  readonly class: string
}

/** How a partner stands towards the words that are asked about now. */
export interface PartnerStanding {
  readonly id: string
  readonly class: string
  readonly answer: RatificationAnswer | 'pending'
  /** The day on which its own body decided; undefined while it is pending. */
  readonly answeredOn: Temporal.PlainDate | undefined
}

/** Everything that says whether a decision is in force. */
export interface TakingHome {
  readonly rule: RatificationRule
  /** Not in force before this day; undefined: as soon as the rule is satisfied. */
  readonly startsOn: Temporal.PlainDate | undefined
  readonly partners: readonly PartnerStanding[]
}

/**
 * Where a decision is on its way home: 'waiting' for answers; 'changes-asked': it can only come into force in other words; 'ended': too many
 * declined; 'agreed': the rule is satisfied and the start is ahead; 'in-force'.
 */
export type ForceState = 'waiting' | 'changes-asked' | 'ended' | 'agreed' | 'in-force'

/** Whether a decision is in force, with the numbers that a sentence needs. */
export interface Force {
  readonly state: ForceState
  /** How many of those that count have agreed, and how many count. */
  readonly agreed: number
  readonly of: number
  /** How many must agree. */
  readonly needed: number
  /** First day in force, once the rule is satisfied; undefined before. */
  readonly since: Temporal.PlainDate | undefined
}

/** The partners whose agreement the rule counts. */
export function partnersThatCount({ rule, partners }: Pick<TakingHome, 'rule' | 'partners'>): readonly PartnerStanding[] {
  return rule.kind === 'class' ? partners.filter((partner) => partner.class === rule.class) : partners
}

/**
 * Judges whether a decision that binds nobody by itself is in force (M10, G14): once as many as the rule asks have agreed to the same words, and
 * not before a stated start. 'Agreed with changes' counts for nobody until the changed words are put to all and agreed; a decline that leaves too
 * few ends it. The order of answers makes no difference.
 */
export function forceOf(home: TakingHome, today: Temporal.PlainDate): Force {
  const counting = partnersThatCount(home)
  const needed = home.rule.kind === 'number' ? (home.rule.needed ?? counting.length) : counting.length
  const days = counting.flatMap(({ answer, answeredOn }) => (answer === 'agreed' && answeredOn ? [answeredOn] : []))
  const pending = counting.filter(({ answer }) => answer === 'pending').length
  const wanting = counting.filter(({ answer }) => answer === 'agreed_with_changes').length
  const counts = { agreed: days.length, of: counting.length, needed }
  if (needed > 0 && days.length >= needed) {
    const satisfied = days.toSorted(Temporal.PlainDate.compare)[needed - 1] ?? today
    const since = home.startsOn && Temporal.PlainDate.compare(home.startsOn, satisfied) > 0 ? home.startsOn : satisfied
    return { ...counts, since, state: Temporal.PlainDate.compare(since, today) <= 0 ? 'in-force' : 'agreed' }
  }
  if (needed === 0 || days.length + pending + wanting < needed) return { ...counts, since: undefined, state: 'ended' }
  return { ...counts, since: undefined, state: days.length + pending < needed ? 'changes-asked' : 'waiting' }
}

/** An answer as it is kept. */
export interface KeptAnswer {
  readonly ratification: string
  readonly textNumber: number
  /** From 1; the highest counts. */
  readonly number: number
  readonly answer: RatificationAnswer
  readonly answeredOn: Temporal.PlainDate
}

/** The words that are asked about now. */
export interface StandingText {
  readonly number: number
  /** The partner whose changes they take up, which has agreed to them by asking; undefined for none. */
  readonly takesUp: string | undefined
  readonly putOn: Temporal.PlainDate
}

/** How a partner stands towards the words of now: what it said last of them; whose changes they take up has agreed; what it said of earlier words does not count. */
export function standingOf(
  partner: { readonly id: string; readonly class: string },
  text: StandingText,
  answers: readonly KeptAnswer[],
): PartnerStanding {
  const own = answers.filter(({ ratification, textNumber }) => ratification === partner.id && textNumber === text.number)
  const last = own.toSorted((a, b) => b.number - a.number)[0]
  if (last) return { ...partner, answer: last.answer, answeredOn: last.answeredOn }
  return text.takesUp === partner.id
    ? { ...partner, answer: 'agreed', answeredOn: text.putOn }
    : { ...partner, answer: 'pending', answeredOn: undefined }
}

/** Why partners cannot be asked so. */
export interface AskRefusal {
  readonly field: 'partners' | 'needed' | 'class' | 'dueOn' | 'startsOn'
  readonly code: 'no-partner' | 'needed-missing' | 'needed-too-many' | 'class-missing' | 'class-empty' | 'due-past' | 'starts-before'
}

/** What is asked of partners. */
export interface AskedOfPartners {
  readonly rule: RatificationRule
  readonly startsOn: Temporal.PlainDate | undefined
  readonly dueOn: Temporal.PlainDate
  readonly decidedOn: Temporal.PlainDate
  /** Kinds of seat of the listed partners. */
  readonly classes: readonly string[]
}

/** Every reason why partners cannot be asked so; empty where they can. */
export function refuseAsk(asked: AskedOfPartners, askedOn: Temporal.PlainDate): readonly AskRefusal[] {
  const { rule, classes, startsOn, dueOn, decidedOn } = asked
  const refusals: AskRefusal[] = []
  if (classes.length === 0) refusals.push({ field: 'partners', code: 'no-partner' })
  if (rule.kind === 'number' && rule.needed === undefined) refusals.push({ field: 'needed', code: 'needed-missing' })
  if (rule.kind === 'number' && (rule.needed ?? 0) > classes.length) refusals.push({ field: 'needed', code: 'needed-too-many' })
  if (rule.kind === 'class' && rule.class === '') refusals.push({ field: 'class', code: 'class-missing' })
  if (rule.kind === 'class' && rule.class !== '' && !classes.includes(rule.class)) refusals.push({ field: 'class', code: 'class-empty' })
  if (Temporal.PlainDate.compare(dueOn, askedOn) < 0) refusals.push({ field: 'dueOn', code: 'due-past' })
  if (startsOn && Temporal.PlainDate.compare(startsOn, decidedOn) < 0) refusals.push({ field: 'startsOn', code: 'starts-before' })
  return refusals
}

/** Why an answer cannot be kept; undefined where it can. */
export function refuseAnswer(
  asked: {
    readonly withdrawn: boolean
    readonly decidedOn: Temporal.PlainDate
    /** Whether the partner has answered the words of now. */
    readonly hasAnswered: boolean
  },
  given: {
    readonly as: 'lead' | 'clerk'
    readonly answer: RatificationAnswer
    readonly answeredOn: Temporal.PlainDate
    readonly words: string
    readonly evidence: string
  },
  today: Temporal.PlainDate,
): { readonly field: 'answer' | 'answeredOn' | 'words' | 'evidence'; readonly code: string } | undefined {
  if (asked.withdrawn) return { field: 'answer', code: 'ask-withdrawn' }
  if (given.as === 'lead' && asked.hasAnswered) return { field: 'answer', code: 'answered-already' }
  if (Temporal.PlainDate.compare(given.answeredOn, today) > 0) return { field: 'answeredOn', code: 'in-the-future' }
  if (Temporal.PlainDate.compare(given.answeredOn, asked.decidedOn) < 0) return { field: 'answeredOn', code: 'answered-before-decided' }
  if (given.answer !== 'agreed' && given.words === '')
    return { field: 'words', code: given.answer === 'declined' ? 'why-missing' : 'changes-missing' }
  return given.as === 'clerk' && given.evidence === '' ? { field: 'evidence', code: 'evidence-missing' } : undefined
}
