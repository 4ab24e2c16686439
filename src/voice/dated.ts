import type { DatedPart, DatedValues } from '#platform/dated/part.ts'
import type { FieldProblem } from '#platform/result.ts'
import type { BringingRule } from './rules/bringing.ts'
import type { FeedbackPeriod } from './rules/feedback.ts'
import { bringingInWords, periodInWords } from './words/feedback.ts'

/** An answer can be put off up to a longest time, and then that is stated and longer than the usual one; or it cannot, and none is. */
function refusePeriod({ extension, longest, answerWithin }: DatedValues): FieldProblem | undefined {
  if (extension !== 'up-to') return longest == null ? undefined : { field: 'longest', code: 'longest-without-extension' }
  if (longest == null) return { field: 'longest', code: 'longest-missing' }
  return Number(longest) > Number(answerWithin) ? undefined : { field: 'longest', code: 'longest-not-longer' }
}

const feedback: DatedPart = {
  ...{ key: 'complaints', heading: 'Voices', title: 'Within what time complaints and appeals are answered', about: 'Procedure and stage' },
  lead: 'What was received is answered by the rule of that day. Its last day is worked out when it is taken up and stays, whatever changes here.',
  table: 'voice.feedback_rule',
  fields: [
    { name: 'procedure', column: 'procedure', kind: 'line', label: 'Procedure', matter: true, hint: 'For example: Children Act complaint' },
    { name: 'stage', column: 'stage', kind: 'number', label: 'Which stage?', matter: true, range: [1, 9] },
    { name: 'name', column: 'name', kind: 'line', label: 'What the stage is called' },
    {
      ...({
        name: 'acknowledgeDays',
        column: 'acknowledge_days',
        kind: 'number',
        label: 'Acknowledged within how many working days?',
      } as const),
      ...({ hint: 'Leave empty where none is stated', optional: true, range: [1, 100] } as const),
    },
    { name: 'answerWithin', column: 'answer_within', kind: 'number', label: 'Answered within how many?', range: [1, 366] },
    {
      ...({ name: 'unit', column: 'unit', kind: 'radios', label: 'Counted in' } as const),
      options: [
        { value: 'working-days', text: 'Working days' },
        { value: 'months', text: 'Months' },
      ],
    },
    { name: 'firstDayCounts', column: 'first_day_counts', kind: 'tick', label: 'The day on which it was received counts' },
    {
      ...({ name: 'extension', column: 'extension', kind: 'radios', label: 'Can the answer be put off?' } as const),
      options: [
        { value: 'none', text: 'No' },
        { value: 'up-to', text: 'Up to a longest time' },
        { value: 'agreed', text: 'As long as whoever complained agrees' },
      ],
    },
    {
      name: 'longest',
      column: 'longest',
      kind: 'number',
      label: 'Longest time',
      hint: 'In the same unit',
      optional: true,
      range: [1, 1000],
    },
    {
      ...({
        name: 'forgetMonths',
        column: 'forget_months',
        kind: 'number',
        label: 'Months after the answer in which the words are deleted',
      } as const),
      range: [1, 120],
    },
    { name: 'isConfirmed', column: 'is_confirmed', kind: 'tick', label: 'Somebody has checked this against its source' },
  ],
  first: { stage: '1', unit: 'working-days', extension: 'none', forgetMonths: '12' },
  refuse: refusePeriod,
  constraints: {
    feedback_rule_one: { field: 'startsOn', code: 'rule-overlaps' },
    feedback_rule_procedure_stage_starts_on_key: { field: 'startsOn', code: 'rule-overlaps' },
  },
  aboutInWords: ({ say }) => `${say('procedure')}, stage ${say('stage')}: ${say('name')}`,
  inWords: ({ values }) => {
    const check = values.isConfirmed ? '' : ' Check this against its source before you rely on it.'
    const deleted = `The words are deleted ${values.forgetMonths} months after the answer.`
    return `${periodInWords(values as unknown as FeedbackPeriod)}. ${deleted}${check}`
  },
}

const bringing: DatedPart = {
  ...{ key: 'complaint-limits', heading: 'Voices', title: 'Within what time complaints are brought', about: 'Procedure' },
  lead: 'What came later is never refused in silence: the clerk takes it and says why, or sets it aside with words. What came is judged by the rule of the day on which it came.',
  table: 'voice.bringing_rule',
  fields: [
    {
      ...({ name: 'procedure', column: 'procedure', kind: 'line', label: 'Procedure', matter: true } as const),
      hint: 'As the rule for its answer names it. For example: Children Act complaint',
    },
    { name: 'months', column: 'months', kind: 'number', label: 'Months', range: [1, 240] },
    {
      ...({ name: 'countsFrom', column: 'counts_from', kind: 'radios', label: 'Counted from' } as const),
      options: [
        { value: 'happened', text: 'The day on which it happened' },
        { value: 'noticed', text: 'That day, or the day on which whoever complains came to know of it, where that is later' },
      ],
    },
    { name: 'isConfirmed', column: 'is_confirmed', kind: 'tick', label: 'Somebody has checked this against its source' },
  ],
  first: { months: '12', countsFrom: 'happened' },
  constraints: { bringing_rule_one: { field: 'startsOn', code: 'rule-overlaps' } },
  aboutInWords: ({ say }) => say('procedure'),
  inWords: ({ values }) => bringingInWords(values as unknown as BringingRule),
}

const smallNumbers: DatedPart = {
  ...{ key: 'voices-small-numbers', heading: 'Voices', title: 'Below which number of people nothing is told', about: 'For' },
  lead: 'Counts of people at events and in consultations below this number are merged with others or left out before they are stored for publication. What was published stays as it was.',
  table: 'voice.small_number_rule',
  fields: [{ name: 'fewest', column: 'fewest', kind: 'number', label: 'The least number that is told', range: [2, 50] }],
  succeeds: true,
  constraints: { small_number_rule_pkey: { field: 'startsOn', code: 'rule-overlaps' } },
  aboutInWords: () => 'Events and consultations',
  inWords: ({ values }) => `Below ${values.fewest} is not told`,
}

/** Deadlines of complaints, the time in which they are brought, and small numbers of voices. */
export const voiceDated: readonly DatedPart[] = [feedback, bringing, smallNumbers]
