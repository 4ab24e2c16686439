import {
  bindingNotice,
  lastDayForNotice,
  type NoticeAnswer,
  type NoticeBefore,
  type NoticeLaw,
  type NoticeVerdict,
  noticeVerdict,
  noticeWords,
  type Rule,
  type Sent,
  type Terms,
  type WorkingDays,
} from '#governance/public.ts'

/** The three deadlines before a meeting that terms may state (M5, G10). */
export const deadlineNames = ['nominateItems', 'papersDue', 'agendaOut'] as const
/** One of them. */
export type DeadlineName = (typeof deadlineNames)[number]

/** A deadline as the terms in force state it, with its last day. */
export interface Deadline {
  readonly name: DeadlineName
  /** Undefined where the terms state none, or there are no terms. */
  readonly rule: NoticeBefore | undefined
  /** Where it is written, in words; '' where it is not stated. */
  readonly source: string
  /** Undefined where there is no rule. */
  readonly answer: NoticeAnswer | undefined
}

/** What a deadline needs to be judged. */
export interface MeetingRules {
  readonly terms: Terms | undefined
  readonly calendar: WorkingDays
  /** What the law of the body's regime asks of notice; left out where it asks nothing. */
  readonly law?: NoticeLaw | undefined
}

/** The deadline of that name before a meeting. */
export function deadlineOf(name: DeadlineName, rules: MeetingRules, heldOn: Temporal.PlainDate): Deadline {
  const stated = rules.terms?.[name]
  const rule = stated?.value ?? undefined
  if (name === 'agendaOut' && rules.law) return lawfulDeadline({ ...rules, law: rules.law }, rule, heldOn)
  if (!rule || !rules.terms) return { name, rule: undefined, source: '', answer: undefined }
  return { name, rule, source: sourceInWords(rules.terms, stated), answer: lastDayForNotice(rule, heldOn, rules.calendar) }
}

/** The day by which agenda and papers are out where the law has a say: it stands above terms that ask for less, and its source says so. */
function lawfulDeadline(
  { terms, law, calendar }: MeetingRules & { readonly law: NoticeLaw },
  own: NoticeBefore | undefined,
  heldOn: Temporal.PlainDate,
): Deadline {
  const name = 'agendaOut'
  const binding = bindingNotice(own, law, heldOn, calendar)
  const inTerms = terms && own ? sourceInWords(terms, terms.agendaOut) : ''
  const above = own ? `; the law stands above ${inTerms || 'the terms'}, which asks for less (${noticeWords(own)})` : ''
  return { name, rule: binding?.rule, answer: binding?.answer, source: binding?.by === 'law' ? `${law.source}${above}` : inTerms }
}

/** All three, in the order in which they fall due. */
export function deadlinesOf(rules: MeetingRules, heldOn: Temporal.PlainDate): readonly Deadline[] {
  return deadlineNames.map((name) => deadlineOf(name, rules, heldOn))
}

/** Where a rule is written: title of the source and the place in it; 'chosen by …' where a person chose. */
export function sourceInWords(terms: Terms, rule: Rule<unknown> | undefined): string {
  if (!rule) return ''
  const source = terms.sources.find(({ id }) => id === rule.source?.id)
  const place = rule.source?.section ? `, ${rule.source.section}` : ''
  const chosen = rule.chosenBy ? `chosen by ${rule.chosenBy}` : ''
  return [source ? `${source.title}${place}` : '', chosen].filter((part) => part !== '').join('; ')
}

/**
 * The deadline by other rules, where they ask for something else: those in force on the day on which it fell due, beside those of the meeting's own
 * day, by which it is judged (G4, G10). Undefined where both ask for the same.
 */
export function readOtherwise(deadline: Deadline, other: Deadline): Deadline | undefined {
  const [one, two] = [deadline.rule, other.rule]
  if (one === undefined || two === undefined) return one === two ? undefined : other
  return one.mode === two.mode && one.days === two.days && one.cutOff === two.cutOff && one.closedAt === two.closedAt ? undefined : other
}

/** Judges a deadline; undefined where there is none. `done`: when it was done, null when it has not been. */
export function judge(deadline: Deadline, done: Sent | null, today: Temporal.PlainDate, calendar: WorkingDays): NoticeVerdict | undefined {
  return deadline.rule && deadline.answer ? noticeVerdict(deadline.rule, deadline.answer, done, today, calendar) : undefined
}

/** The last day of a deadline; undefined where there is none or the calendar does not know. */
export function lastDayOf(deadline: Deadline): Temporal.PlainDate | undefined {
  return deadline.answer?.state === 'known' ? deadline.answer.lastDay : undefined
}

/** The stages at which an author is reminded, nearest last. */
export type ReminderStage = 'week-before' | 'day-before' | 'overdue'

/** Which reminder a paper that was not handed in calls for today; undefined for none. The day before is the last working day before. */
export function reminderStage(lastDay: Temporal.PlainDate, today: Temporal.PlainDate): ReminderStage | undefined {
  const days = today.until(lastDay).days
  if (days < 0) return 'overdue'
  if (days <= 1) return 'day-before'
  return days <= 7 ? 'week-before' : undefined
}
