import { noticeWords } from '#governance/public.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { submissionPaths } from '../paths.ts'
import type { KeptRule } from '../queries/submissions.ts'
import { type RuledKind, ruledKinds } from '../rules/submission.ts'
import { submissionKindWords } from '../words/submission.ts'
import type { Asked } from './gates.ts'

/** The form of a body's rule on one kind. */
export function ruleShape({ body, visit }: Asked): FormShape {
  const { day, month, year } = visit.today
  const kinds: Readonly<Record<RuledKind, string>> = submissionKindWords
  return {
    title: 'Record a rule on questions and petitions',
    caption: body.name,
    lead: 'Take it from the terms of reference or the standing orders. The rule before it stays for the meetings of its time.',
    breadcrumbs: [
      { text: body.name, href: `/boards/${body.slug}` },
      { text: 'Rules on questions and petitions', href: submissionPaths.rules(body.slug) },
    ],
    groups: [{ fields: ruleFields(kinds) }, { heading: 'Petitions', fields: petitionFields }],
    submit: 'Record the rule',
    first: { taken: 'yes', 'startsOn-day': String(day), 'startsOn-month': String(month), 'startsOn-year': String(year) },
    cancel: submissionPaths.rules(body.slug),
  }
}

const ruleFields = (kinds: Readonly<Record<RuledKind, string>>): readonly FieldSpec[] => [
  { kind: 'radios', name: 'kind', label: 'Of what is the rule?', options: optionsOf(kinds, ruledKinds) },
  {
    kind: 'radios',
    name: 'taken',
    label: 'Does the board take it?',
    options: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
  },
  {
    kind: 'select',
    name: 'mode',
    label: 'How are the days before the meeting counted?',
    none: 'No notice is asked',
    options: [
      { value: 'working', text: 'Working days' },
      { value: 'clear-working', text: 'Clear working days' },
      { value: 'calendar', text: 'Days' },
      { value: 'clear-calendar', text: 'Clear days' },
    ],
  },
  { kind: 'short', name: 'days', label: 'How many days?' },
  {
    kind: 'short',
    name: 'cutOff',
    label: 'Until what time on the last day?',
    hint: 'For example 12 noon or 17:00. Empty: the end of the day',
  },
  { kind: 'short', name: 'mostWords', label: 'Most words', hint: 'Empty: no limit' },
  { kind: 'line', name: 'source', label: 'Where is it written?', hint: 'For example: Standing orders, section 12' },
  { kind: 'day', name: 'startsOn', label: 'From which meeting day does it hold?' },
]

const petitionFields: readonly FieldSpec[] = [
  { kind: 'short', name: 'signaturesToAnswer', label: 'Signatures from which on it is answered', hint: 'Empty: the rule does not say' },
  {
    kind: 'short',
    name: 'signaturesToDebate',
    label: 'Signatures from which on the meeting debates it',
    hint: 'Empty: the rule does not say',
  },
]

/** What a rule says, in a sentence. */
export function ruleInWords(rule: KeptRule): string {
  if (!rule.taken) return 'Not taken by this board.'
  const { mode, days, cutOff, mostWords, signaturesToAnswer, signaturesToDebate } = rule
  const notice = mode === null || days === null ? 'No notice is asked' : `To come ${noticeWords({ mode, days, cutOff })}`
  const parts = [
    mostWords === null ? '' : `at most ${mostWords} words`,
    signaturesToAnswer === null ? '' : `answered from ${signaturesToAnswer} signatures on`,
    signaturesToDebate === null ? '' : `debated from ${signaturesToDebate} signatures on`,
  ].filter((part) => part !== '')
  return `${[notice, ...parts].join('; ')}.`
}
