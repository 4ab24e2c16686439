import type { LintRule } from '../rules/lint.ts'

/** What a finding is called over its list, and what to do about it. */
export const lintWords: Readonly<Record<LintRule, { readonly title: string; readonly todo: string }>> = {
  'action-without-lead': {
    title: 'Actions that nobody leads',
    todo: 'Name a person or an organisation. Nobody is asked about them in a review.',
  },
  'action-without-date': { title: 'Actions without a date', todo: 'Say by when. Without a date nobody can see that one is late.' },
  'action-unread-date': {
    title: 'Actions whose timescale has no last day',
    todo: 'Where there is one, say it: for example ‘by end June 2027’.',
  },
  'outcome-without-measure': { title: 'Outcomes without a measure', todo: 'Say how one will know that it was achieved: name a measure.' },
  'outcome-in-words-only': {
    title: 'Outcomes described in words only',
    todo: 'The plan says how one will know, and no measure counts it. Say on the page of a measure that it measures this outcome.',
  },
  'measure-without-baseline': {
    title: 'Measures without a baseline',
    todo: 'Say on the page of the measure where it stood when the plan began, or nobody can tell how far it has come.',
  },
  'measure-without-polarity': {
    title: 'Measures that do not say which way is better',
    todo: 'Say in the definition of the measure whether more or less is better. Without it no figure gets a colour.',
  },
  'outcome-without-action': { title: 'Outcomes for which nothing is done', todo: 'Add an action, or say in the plan why none is needed.' },
  'priority-without-body': { title: 'Priorities that no body answers for', todo: 'Name the one body that answers for it.' },
  'priority-without-sponsor': { title: 'Priorities without a sponsor', todo: 'Name who speaks for it.' },
  'priority-empty': { title: 'Priorities under which nothing stands', todo: 'Add what is to be achieved, or take it out.' },
  'no-review': { title: 'The plan does not say how often it is reviewed', todo: 'Say how many months lie between two reviews.' },
  'colours-undefined': {
    title: 'The plan does not say what its colours mean',
    todo: 'Write down what red, amber and green mean for its actions.',
  },
  'measure-colour-one-way': {
    title: 'A colour of the measures is worded for one direction only',
    todo: 'Words like ‘below target’ are wrong where less is better. Say ‘worse than the target’.',
  },
}
