import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { Visit } from '#platform/web/visit.ts'
import { requestCrumbs } from '../pages/request-page.tsx'
import { requestPaths } from '../paths.ts'
import type { Exemption, HeldRecord, RequestLine } from '../queries/access-request.ts'
import { entitledWords, entryVerdictWords, sentWords } from '../words/access-request.ts'

/** The form by which a request is recorded. */
export function beginShape(visit: Visit): FormShape {
  return {
    title: 'Record a request for what is held',
    lead: 'The person is looked up by name, and the look stands in the family’s list.',
    breadcrumbs: requestCrumbs,
    cancel: requestPaths.list(),
    groups: [
      {
        heading: 'About whom',
        fields: [
          { kind: 'line', name: 'name', label: 'Name of the person' },
          { kind: 'day', name: 'bornOn', label: 'Born on', hint: 'Leave empty if it is not known' },
          { kind: 'short', name: 'reference', label: 'Reference of the record', hint: 'Only where several people bear that name' },
        ],
      },
      {
        heading: 'Who asks',
        fields: [
          {
            kind: 'line',
            name: 'askedBy',
            label: 'Name of whoever asks',
            hint: 'As it stands in the record, where they are of the family',
          },
          { kind: 'radios', name: 'entitledBy', label: 'How are they entitled?', options: optionsOf(entitledWords) },
          { kind: 'lines', name: 'entitledHow', label: 'How do you know?', hint: 'Who they are; that the child understands, or agrees' },
          { kind: 'day', name: 'receivedOn', label: 'Received on' },
        ],
      },
    ],
    submit: 'Record the request',
    first: dayValues('receivedOn', visit.today),
  }
}

const about = (request: RequestLine) => ({
  caption: `Request by ${request.askedBy}`,
  breadcrumbs: [...requestCrumbs, { text: `Request by ${request.askedBy}`, href: requestPaths.one(request.id) }],
  cancel: requestPaths.one(request.id),
})

/** The form by which an answer takes longer. */
export const longerShape = (request: RequestLine): FormShape => ({
  ...about(request),
  title: 'Take longer to answer',
  lead: `Tell whoever asks before the day on which it is due now, and why. ${request.source}.`,
  groups: [
    {
      fields: [
        { kind: 'day', name: 'until', label: 'Until when?' },
        { kind: 'lines', name: 'because', label: 'Why?' },
      ],
    },
  ],
  ...{ submit: 'Take longer', first: {} },
})

/** The form by which a request ends without an answer. */
export const endShape = (request: RequestLine): FormShape => ({
  ...about(request),
  title: 'End this request without an answer',
  warning: 'Nothing more can be read for it. A refusal is told to whoever asks, with how to complain.',
  groups: [
    { fields: [{ kind: 'lines', name: 'because', label: 'Why?', hint: 'Taken back by whoever asked, or refused and on what ground' }] },
  ],
  ...{ submit: 'End the request', look: 'warning', first: {} },
})

/** The form by which it is recorded that an answer was given. */
export const sendShape = (request: RequestLine, visit: Visit): FormShape => ({
  ...about(request),
  title: 'Record that the answer was given',
  warning: 'Print the answer first. From now on nothing more can be read for this request.',
  groups: [
    {
      fields: [
        { kind: 'day', name: 'sentOn', label: 'Given on' },
        { kind: 'radios', name: 'how', label: 'How?', options: optionsOf(sentWords) },
      ],
    },
  ],
  ...{ submit: 'Record', look: 'warning', first: dayValues('sentOn', visit.today) },
})

/** The form by which one entry is decided. */
export function entryShape(request: RequestLine, decided: HeldRecord['entries'][number], exemptions: readonly Exemption[]): FormShape {
  const { entry, decision } = decided
  const words = entry.facts.map(({ label, value }) => `${label}: ${value}`).join('\n')
  return {
    ...about(request),
    title: entry.title,
    lead: entry.isHidden ? 'What stands here is shielded from whoever asks, and is shown to nobody.' : words,
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'verdict', label: 'What is done?' },
            options: optionsOf(entryVerdictWords, entry.isHidden ? ['part', 'withhold'] : ['give', 'part', 'withhold']),
          },
          { kind: 'text', name: 'given', label: 'The words that are given', hint: 'Only in part: leave out what is about somebody else' },
          {
            ...{ kind: 'select', name: 'exemption', label: 'Why may it be kept back?', none: 'It is given' },
            options: exemptions.map(({ code, name }) => ({ value: code, text: name })),
          },
          { kind: 'lines', name: 'because', label: 'Why here?' },
        ],
      },
    ],
    submit: 'Decide',
    first: decision
      ? { verdict: decision.verdict, given: decision.given, exemption: decision.exemption ?? '', because: decision.because }
      : {},
  }
}
