import type { WorkingDays } from './calendar.ts'
import { lastDayForNotice, type NoticeAnswer, type NoticeBefore } from './notice.ts'

/** What the law asks of notice, by the regime under which a body meets; dated data, never a constant (handbook governance 1.7, 2.1). */
export interface NoticeLaw {
  readonly rule: NoticeBefore
  /** The act and section. */
  readonly source: string
}

/** Whether the law asks for the same, at both times nothing included; another source that asks for the same is no change. */
export function isSameLaw(one: NoticeLaw | undefined, other: NoticeLaw | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return one.rule.mode === other.rule.mode && one.rule.days === other.rule.days && one.rule.cutOff === other.rule.cutOff
}

/** The rule on notice that binds a meeting, and which source won. */
export interface BindingNotice {
  readonly rule: NoticeBefore
  readonly answer: NoticeAnswer
  /** `terms`: they state it, and it asks for no less than the law; `law`: the law stands above terms that ask for less, or say nothing. */
  readonly by: 'terms' | 'law'
}

/**
 * Finds the rule that binds: the law stands above the terms wherever it asks for an earlier day, and terms may ask for more than the law (G4, G10).
 * Where the calendar of that time is not known, the terms' own rule is shown and nothing is invented. Undefined: neither says anything.
 */
export function bindingNotice(
  terms: NoticeBefore | undefined,
  law: NoticeLaw | undefined,
  heldOn: Temporal.PlainDate,
  calendar: WorkingDays,
): BindingNotice | undefined {
  const own = terms && { rule: terms, answer: lastDayForNotice(terms, heldOn, calendar), by: 'terms' as const }
  const lawful = law && { rule: law.rule, answer: lastDayForNotice(law.rule, heldOn, calendar), by: 'law' as const }
  if (own === undefined || lawful === undefined) return own ?? lawful
  if (own.answer.state !== 'known' || lawful.answer.state !== 'known') return own
  return Temporal.PlainDate.compare(lawful.answer.lastDay, own.answer.lastDay) < 0 ? lawful : own
}
