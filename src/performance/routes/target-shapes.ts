import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { measurePaths } from '../paths.ts'
import { findBaselines } from '../queries/targets.ts'
import { printedFigure } from '../rules/judge.ts'
import { latestDefinition, type SetTarget } from '../rules/measure.ts'
import { type Period, periodWords } from '../rules/period.ts'
import { methodWords } from '../words/measure.ts'
import type { AskedMeasure } from './gates.ts'
import { measureCrumbs } from './measure-shapes.ts'

const kindOptions = [
  { value: 'value', text: 'A value', hint: 'For example 80' },
  { value: 'band', text: 'A band', hint: 'Where neither more nor less is better: from 85 to 115' },
  { value: 'relative', text: 'A change of the baseline in percent', hint: '25% more than 32% is 40%. Write a decrease as -10' },
  { value: 'points', text: 'A change of the baseline in percentage points', hint: '25 points more than 32% is 57%' },
  { value: 'yearly', text: 'So many percent a year, for some years' },
  { value: 'each-period', text: 'So much in each period', hint: 'For example 50 a month' },
  { value: 'trajectory', text: 'A path: another value from period to period' },
]

/** The form that sets a target. */
export async function targetShape(asked: AskedMeasure): Promise<FormShape> {
  const definition = latestDefinition(asked.measure)
  const baselines = (await findBaselines(asked.reader, [asked.measure.id])).map((one) => ({
    value: one.id,
    text: `${printedFigure(one.value, definition)} in ${periodWords(one.period)}`,
  }))
  return {
    title: 'Set a target',
    caption: definition.title,
    lead: 'A target judges the periods that end within its dates. Before it is set you see at which figures its colours begin.',
    breadcrumbs: measureCrumbs(asked),
    groups: [
      {
        heading: 'What is aimed at',
        fields: [
          { kind: 'line', name: 'words', label: 'The target in words', hint: 'As it was agreed, for example “25% increase”' },
          {
            kind: 'radios',
            name: 'kind',
            label: 'What does that mean?',
            hint: 'Percent and percentage points are not the same: choose',
            options: kindOptions,
          },
          {
            kind: 'short',
            name: 'value',
            label: 'The figure',
            hint: 'The value, the lower end of the band, the percent, or so much in each period',
          },
          { kind: 'short', name: 'upper', label: 'Upper end of the band' },
          { kind: 'select', name: 'baseline', label: 'From which baseline?', none: 'None, or not known yet', options: baselines },
          { kind: 'short', name: 'years', label: 'For how many years?', hint: 'Only for so many percent a year' },
          {
            kind: 'radios',
            name: 'growth',
            label: 'Percent of what?',
            hint: 'Only for so many percent a year',
            options: [
              { value: 'compound', text: 'Of what is reached each year' },
              { value: 'simple', text: 'Of the baseline each year' },
            ],
          },
          { kind: 'lines', name: 'steps', label: 'The path', hint: 'Only for a path: one step a line, like “2026-04: 80”', rows: 4 },
        ],
      },
      {
        heading: 'When is it amber?',
        fields: [
          {
            kind: 'radios',
            name: 'toleranceKind',
            label: 'By how much may it be missed before it is red?',
            hint: 'Choose nothing where a missed target is red at once',
            options: [
              { value: 'share', text: 'By a share of the target, in percent' },
              { value: 'amount', text: 'By an amount' },
              { value: 'edge', text: 'Down or up to a given figure' },
            ],
          },
          { kind: 'short', name: 'tolerance', label: 'How much?' },
          {
            kind: 'line',
            name: 'green',
            label: 'What green means, in the words of the plan',
            hint: 'Leave these three empty for the usual words',
          },
          { kind: 'line', name: 'amber', label: 'What amber means' },
          { kind: 'line', name: 'red', label: 'What red means' },
        ],
      },
      {
        heading: 'From when, and by whom',
        fields: [
          { kind: 'day', name: 'startsOn', label: 'First day', hint: 'It judges every period whose last day is this day or later' },
          { kind: 'day', name: 'lastDay', label: 'Last day', hint: 'Leave empty where it stays until another one is set' },
          { kind: 'line', name: 'setBy', label: 'Who set it?', hint: 'The board, or a name' },
          { kind: 'line', name: 'source', label: 'Where is it written?' },
          {
            kind: 'tick',
            name: 'confirmed',
            label: 'I have seen what it means',
            hint: 'Leave this empty the first time: you are shown where the colours begin',
          },
        ],
      },
    ],
    submit: 'Set target',
    first: { ...dayValues('startsOn', asked.visit.today.with({ day: 1 })), setBy: asked.body.name },
    cancel: measurePaths.measure(asked.measure.id),
  }
}

/** The form that states a baseline. */
export function baselineShape(asked: AskedMeasure): FormShape {
  return {
    title: 'State a baseline',
    caption: latestDefinition(asked.measure).title,
    lead: 'Targets that wait for a baseline start from this one.',
    breadcrumbs: measureCrumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'short', name: 'value', label: 'The figure' },
          { kind: 'short', name: 'period', label: 'Of which period?', hint: 'For example December 2013, Q1 2026-27 or 2026-27' },
          {
            kind: 'radios',
            name: 'method',
            label: 'How was it worked out?',
            options: optionsOf(methodWords),
            hint: 'One month alone is a poor baseline: it may have been a good or a bad one by chance',
          },
          { kind: 'line', name: 'source', label: 'Where is it written?' },
        ],
      },
    ],
    submit: 'State baseline',
    first: {},
    cancel: measurePaths.measure(asked.measure.id),
  }
}

/** The form that takes a target back. */
export function targetWithdrawalShape(asked: AskedMeasure, target: SetTarget): FormShape {
  return {
    title: 'Take this target back',
    caption: target.words,
    breadcrumbs: measureCrumbs(asked),
    groups: [{ fields: [{ kind: 'lines', name: 'reason', label: 'Why?', hint: 'Stands with the target, which is kept', rows: 3 }] }],
    submit: 'Take target back',
    look: 'warning',
    first: {},
    closed: target.withdrawnAt !== null,
    cancel: measurePaths.measure(asked.measure.id),
  }
}

/** The form in which the owner says something of a period. */
export function commentShape(asked: AskedMeasure, period: Period): FormShape {
  return {
    title: `What is there to say of ${periodWords(period)}?`,
    caption: latestDefinition(asked.measure).title,
    lead: 'Why the figure is as it is, and what is done about it. Name nobody: what is said here is read with the figure.',
    breadcrumbs: measureCrumbs(asked),
    groups: [{ fields: [{ kind: 'lines', name: 'words', label: 'Your words', rows: 6 }] }],
    submit: 'Save',
    first: {},
    cancel: measurePaths.measure(asked.measure.id),
  }
}
