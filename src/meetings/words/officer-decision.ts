import { moneyInWords } from '#platform/money.ts'
import type { FieldProblem } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import { keptUntil, type RetentionPeriod } from '../rules/officer-decision.ts'

const notInForce: Readonly<Record<string, string>> = {
  coming: 'This delegation was not yet in force on that day',
  ended: 'This delegation had ended by that day',
  revoked: 'This delegation was revoked by that day',
  'rests-on-nothing': 'What this delegation rests on no longer held on that day, so nothing can be decided under it',
}

/** A sentence for a problem of a decision by an officer; undefined leaves it to others. */
export function officerProblemWords({ code, details = {} }: FieldProblem): string | undefined {
  switch (code) {
    case 'delegation-not-in-force':
      return notInForce[String(details.state)] ?? 'This delegation was not in force on that day'
    case 'delegation-only-advises':
      return 'This delegation lets its holder recommend or discuss, not decide'
    case 'delegation-of-another':
      return 'This person did not hold that delegation on the day of the decision'
    case 'over-delegated-limit':
      return `The delegation allows ${moneyInWords(Number(details.pence))} at the most. A larger sum goes to the board`
    case 'decided-later':
      return 'This must be today or in the past'
    case 'paragraphs-for-exempt':
      return 'Paragraphs are for an exempt decision. Take the ticks away, or choose exempt'
    case 'paragraphs-unknown':
      return 'The law by which this board meets does not have that paragraph on that day'
    case 'private-reason-missing':
      return 'Say why keeping it private is in the public interest. Everybody reads this, so name nothing that is private'
    case 'sum-expected':
      return 'Enter a sum like 50000 or £50,000, or leave this empty'
    default:
      return undefined
  }
}

/** 'At least until 22 November 2032: 6 years (by which law)'; undefined where no period is recorded for the day. */
export function keptWords(decidedOn: Temporal.PlainDate, period: RetentionPeriod | undefined): string | undefined {
  const until = keptUntil(decidedOn, period)
  return until && period && `At least until ${dayInWords(until)}: ${period.years} years (${period.source})`
}
