import { clipped } from './thread.ts'

/** A rule in words: what is lacking, as a heading; how its numbers are read; what to do. */
interface GapWords {
  /** 'Priorities without a measure'. */
  readonly title: string
  /** 'has no measure'. */
  readonly lacks: string
  /** What closes the gap. */
  readonly cure: string
}

const link = 'Link one from its thread page.'

const known: Readonly<Record<string, GapWords>> = {
  'need-without-priority': {
    title: 'Needs that no priority answers',
    lacks: 'is answered by no priority',
    cure: 'Link the priority that answers it, or say why none does.',
  },
  'need-without-strategy': {
    title: 'Needs that no commissioning strategy answers',
    lacks: 'is answered by no strategy',
    cure: 'Name the need in a strategy, or say why what is bought does not answer it.',
  },
  'priority-without-outcome': { title: 'Priorities without an outcome', lacks: 'has no outcome', cure: 'Add an outcome to the plan.' },
  'priority-without-measure': {
    title: 'Priorities without a measure',
    lacks: 'has no measure',
    cure: 'Let a measure say whether it works.',
  },
  'priority-without-owner': { title: 'Priorities without an owner', lacks: 'has no owner', cure: 'Name a sponsor in the plan.' },
  'priority-without-money': { title: 'Priorities without money', lacks: 'has no money', cure: 'Money comes with contracts and budgets.' },
  'priority-without-action': {
    title: 'Priorities without an action',
    lacks: 'has no action',
    cure: 'Add an action to the plan, or link one.',
  },
  'priority-without-decision': {
    title: 'Priorities that no decision serves',
    lacks: 'is served by no decision',
    cure: 'Link the decision from its thread page.',
  },
  'priority-without-voice': {
    title: 'Priorities without a voice of children',
    lacks: 'has no voice of children',
    cure: 'Link a consultation, an event or a view.',
  },
  'outcome-without-measure': {
    title: 'Outcomes without a measure',
    lacks: 'has no measure',
    cure: 'Let a measure say whether it is reached.',
  },
  'outcome-without-action': {
    title: 'Outcomes without an action',
    lacks: 'has no action',
    cure: 'Add an action under the outcome in its plan, or link one.',
  },
  'plan-without-need': {
    title: 'Plans that answer no need',
    lacks: 'answers no need',
    cure: 'Link the plan or one of its priorities to the need.',
  },
  'strategy-without-need': {
    title: 'Commissioning strategies that answer no need',
    lacks: 'answers no need',
    cure: 'Name in the strategy which need or finding it rests on.',
  },
  'action-serving-nothing': {
    title: 'Actions that serve nothing',
    lacks: 'serves no outcome, decision or recommendation',
    cure: link,
  },
  'money-serving-nothing': {
    title: 'Spending without a priority',
    lacks: 'reaches no outcome or priority',
    cure: 'Say for which service the line is, and which outcome the service serves. What serves none is a candidate for decommissioning.',
  },
  'service-serving-nothing': {
    title: 'Services that serve no outcome',
    lacks: 'serves no outcome or priority',
    cure: 'Say on its page which outcome it serves. What serves none is a candidate for decommissioning.',
  },
  'agreement-serving-nothing': {
    title: 'Agreements that reach no outcome',
    lacks: 'reaches no outcome or priority',
    cure: 'Say which services it covers, and which outcome these serve.',
  },
  'voice-serving-nothing': {
    title: 'Views that nothing was linked to',
    lacks: 'speaks to no priority, outcome or decision',
    cure: 'Link what was said to what it is about, or say why nothing came of it.',
  },
  'action-without-lead': { title: 'Actions without a lead', lacks: 'has no lead', cure: 'Name who leads it.' },
  'action-without-date': { title: 'Actions without a date', lacks: 'has no date', cure: 'Say by when it is due.' },
  'action-overdue': { title: 'Actions past their date', lacks: 'is overdue', cure: 'Do it, or agree another day.' },
  'measure-unreported': {
    title: 'Measures that nobody reported for two periods',
    lacks: 'was not reported for two periods',
    cure: 'Enter its figures, or say why there are none.',
  },
  'measure-without-baseline': { title: 'Measures without a baseline', lacks: 'has no baseline', cure: 'Record where it began.' },
  'measure-serving-nothing': { title: 'Measures that measure nothing we strive for', lacks: 'measures no outcome or priority', cure: link },
  'decision-serving-nothing': { title: 'Decisions that serve nothing', lacks: 'serves no priority, outcome or plan', cure: link },
  'decision-without-action': {
    title: 'Decisions without an action',
    lacks: 'has no action',
    cure: 'Record who does what by when, or accept that none is needed.',
  },
  'recommendation-without-response': {
    title: 'Recommendations without a response',
    lacks: 'has no response',
    cure: 'Ask whom it is for, and record the answer on its page.',
  },
  'contract-serving-nothing': {
    title: 'Contracts that serve nothing',
    lacks: 'buys no service and serves no outcome',
    cure: 'Say on the contract what it is tied to.',
  },
  'challenge-without-impact': {
    title: 'Challenges whose impact is not shown',
    lacks: 'shows no impact',
    cure: 'Record what changed because of it.',
  },
}

/** The words of a rule; a rule that is not known any more keeps its key. */
export function gapWords(key: string): GapWords {
  return known[key] ?? { title: key.replaceAll('-', ' '), lacks: key.replaceAll('-', ' '), cure: '' }
}

/** By what everything on a page was counted. */
export function scopeWords(isSignedIn: boolean): string {
  return isSignedIn
    ? 'Computed from the records that you may see; others may count differently.'
    : 'Computed from public records only. What is not public is neither shown nor counted.'
}

/** What somebody who was given a gap is asked, as My work lists it. */
export function gapDutyInWords(rule: string, label: string): string {
  return `See to a gap: “${clipped(label, 90)}” ${gapWords(rule).lacks}`
}
