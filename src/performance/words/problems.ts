import type { FieldProblem } from '#platform/result.ts'

const WORDS: Readonly<Record<string, string>> = {
  'reading-under-way': 'Published figures are being read in just now. Wait until that has ended, or stop it on its page',
  'decimal-expected': 'Enter a number, like 12 or 0.5',
  'value-missing': 'Enter the figure, or choose a status without one, such as “Not yet available”',
  'status-needed': 'Choose a status for the figure below, or empty it: “Leave it as it is” would drop what you typed',
  'value-with-state': 'Leave the figure empty, or choose a status that has one: what is missing is not a number',
  'number-formula-error': 'Enter the figure: this is the error of a formula. Open the spreadsheet and put its formula right',
  'number-too-large': 'Enter a smaller number: no figure here has more than 18 digits',
  'parts-needed':
    'Enter the numerator and the denominator as whole numbers, the first no larger than the second: small numbers are protected by them',
  'denominator-zero': 'The denominator is 0, so there is no rate. Choose “Not applicable”',
  'parts-disagree': 'The figure is not what its numerator and denominator make. Enter only these two, or put the figure right',
  'limits-incomplete': 'Enter both ends of the interval, or none',
  'limits-backward': 'The upper end of the interval is below the lower one',
  'period-not-over': 'This period is not over yet. Choose “Estimated” or “Not due yet”',
  'period-not-whole': 'Enter a period, like March 2026, Q1 2026-27 or 2026-27',
  'period-other-frequency': 'This measure has its figures in periods of another length',
  'counted-from-record':
    'The record itself gives the figures of this measure, so nobody types them. Put the record right and have it counted again, or say on the page of the measure what is wrong',
  'counted-defined-apart':
    'The record gives its figures. Change how it is counted, or have figures given again, on the page that the measure links to',
  'definition-of-record-unknown': 'Choose one from the list',
  'breakdown-unknown': 'The measure has no such part. Use the names of its definition',
  'area-not-split': 'The measure is not given for this area. Use the name or code of one that its definition names',
  'area-with-part': 'A figure is of an area or of a part of the people. Leave one of them empty',
  'count-expected': 'Enter a whole number of people: small numbers of this measure are protected',
  'reason-needed': 'Say why the figure is another one than before: the old one stays, and the reason stands beside it',
  'split-incomplete': 'Enter every part of the split, and every area: what is missing could be worked out from the others',
  'one-split-only': 'A figure is of an area or of a part of the people. Leave one of them empty',
  'whole-missing': 'Enter the whole with its parts: small numbers are protected together',
  'areas-unknown': 'Choose areas from the list',
  'mean-of-rates': 'A percentage is never averaged. Make it anew of numerators and denominators, or choose another way',
  'sum-disagrees': 'The parts do not make the whole. Put one of them right',
  'definition-before-last': 'A new definition begins after the one before it',
  'band-backward': 'The upper end of the band is below the lower one',
  'band-needs-polarity': 'A band goes with a measure for which “within a band” is best. Choose a value, or change the definition',
  'value-needs-polarity': 'This measure is best within a band. Choose a band',
  'polarity-why': 'Say why that way is better: the record itself says of this figure that it is not',
  'no-polarity': 'This measure has no better or worse, so no target can be judged. Change its definition first',
  'tolerance-share-of-zero': 'A share of 0 is nothing. Enter the tolerance as an amount, or none',
  'tolerance-negative': 'A tolerance is 0 or more',
  'tolerance-edge-beyond-target': 'Amber would begin on the better side of the target. Enter where it ends on the other side',
  'baseline-is-zero': 'The baseline is 0, and there is no percentage of it. Choose a value, or so much in each period',
  'baseline-not-needed': 'This kind of target does not start from a baseline. Choose none',
  'steps-unreadable': 'Write one step a line: the period and the figure, like “2026-04: 80”',
  'years-needed': 'Say for how many years, and whether the growth is on what is reached or on the baseline',
  'target-overlaps': 'Another target judges these periods. Take that back, or let this one begin later',
  'national-area-needed': 'Choose the place whose published figures stand for the partnership’s own',
  'withdrawn-already': 'This was taken back already',
  'no-longer-kept': 'This measure is no longer kept',
  'measured-already': 'The measure measures this already. Choose something else',
  'link-ends-first': 'It can end on the day after it began at the earliest',
  'not-public-yet': 'It is a draft. Show it first',
  'breakdowns-unreadable': 'Write one split a line, like “Sex: Female, Male”',
  'return-overlaps': 'Choose measures whose figures come as often as this return',
  'no-measures': 'Choose at least one measure',
  'return-settled': 'This return is accepted or excused already. Enter a correction on the page of the measure',
  'nothing-given': 'Nothing is given yet: enter at least one figure, or say why there is none',
  'schedule-past': 'Enter today or a day to come, after the day it began: what is past is not made up',
  'schedule-overlaps': 'A report of this rhythm begins then or later already. Choose a later day, or end that one first',
  'nothing-to-freeze': 'The scorecard has no measure yet that the board may see',
  'too-few-figures':
    'There are too few published figures: a straight line needs three. Choose “As it was on average”, or state the figures yourself',
  'irregular-periods': 'This measure has no regular periods. State the figures yourself',
  'forecast-of-the-past': 'A forecast is of periods that have no figure yet. Leave out those before',
  'forecast-today-already': 'One was frozen today already, and stays. Another one can be frozen tomorrow',
  'partner-missing': 'Choose an organisation, or write who it is',
  'action-or-words': 'Choose an action of a plan, or write what was agreed: one of the two',
  'action-in-plan': 'Who does it and by when is said by the plan. Leave these empty, or write the action in words',
  'agreed-already': 'This action is agreed already. Choose another one',
  'decided-later': 'Enter the day on which it was decided, not one to come',
  'rebased-already': 'Limits begin anew on this day already. Take that decision back first, or choose another day',
  'rules-that-day': 'A rule begins on this day already, and stays. Choose another day',
  'none-above-trial': 'There cannot be trial limits where there are none: enter this number or a smaller one',
  'file-empty': 'The file is empty. Choose another one',
  'file-missing': 'Choose a file',
  'upload-loaded': 'This file was loaded already',
  'confirm-questions': 'Tick this once you have checked the figures that are asked about',
}

/** A sentence for every problem that figures, targets and returns can have; undefined leaves it to the common words. */
export function problemWords({ code, details = {} }: FieldProblem): string | undefined {
  const { value } = details
  switch (code) {
    case 'number-expected':
      return value === undefined ? undefined : `Enter a number, like 12.5: “${value}” is none`
    case 'implausible':
      return `${value} is outside what is plausible. If it is right, tick the box below and send it again`
    case 'share-or-percent':
      return `${value} is less than 1%. Enter 32 for 32%; if ${value}% is right, tick the box below and send it again`
    case 'look-at-forecast':
      return `This would be frozen and never changed: ${details.forecast} If that is meant, tick the box below and send it again`
    case 'wrong-side':
      return `The target of ${details.target} is on the worse side of the baseline of ${details.baseline}. If that is meant, tick the box below and send it again`
    case 'look-at-hidden':
      return `Small numbers are protected: ${details.taken} Your figures are kept as you give them, for those who give them alone. If they are right, tick the box below and send them again`
    case 'look-at-edges':
      return `Look at what this means: ${details.edges} If it is right, tick the box below and send it again`
    default:
      return WORDS[code]
  }
}
