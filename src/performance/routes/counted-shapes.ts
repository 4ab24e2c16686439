import { type AskedBoard, listPeople } from '#governance/public-data.ts'
import type { CountedKind } from '#platform/counted/part.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { NOBODY_COUNTS } from '../commands/counted-measure.ts'
import { countedFrequencies } from '../forms/counted.ts'
import { measurePaths } from '../paths.ts'
import { latestDefinition } from '../rules/measure.ts'
import { frequencyWords, polarityChoices, sightWords } from '../words/measure.ts'
import type { AskedMeasure } from './gates.ts'
import { boardCrumbs, measureCrumbs } from './measure-shapes.ts'

function whatFields(kinds: readonly CountedKind[], more: readonly { readonly value: string; readonly text: string }[] = []): FieldSpec {
  const options = kinds.map(({ code, title, meaning }) => ({ value: code, text: title, hint: meaning }))
  return { kind: 'radios', name: 'code', label: 'What is counted?', options: [...options, ...more] }
}

const rhythmFields: readonly FieldSpec[] = [
  { kind: 'radios', name: 'frequency', label: 'How often is it counted?', options: optionsOf(frequencyWords, countedFrequencies) },
  {
    kind: 'short',
    name: 'lagDays',
    label: 'How many days does the record get for late entries?',
    hint: 'A period is counted that many days after its end, from 0 to 1500. What comes later still revises it',
  },
]

const directionFields: readonly FieldSpec[] = [
  {
    ...{ kind: 'radios', name: 'polarity', label: 'Which way is better?' },
    hint: 'Choose nothing to leave it as the record says. Movement of families has no better way of its own: a step-up can be exactly right for a child',
    options: optionsOf(polarityChoices, ['higher', 'lower', 'none']),
  },
  { kind: 'lines', name: 'polarityReason', label: 'Why is that way better?', hint: 'Needed where the record says another', rows: 2 },
  {
    ...{ kind: 'short', name: 'ratedFrom', label: 'From how large a baseline on is a target rated?' },
    hint: 'From 2 to 1,000. Leave empty to rate it always. Under 20 one family decides between green and red',
  },
]

/** The form of a new measure whose figures the record itself gives. */
export async function newCountedShape(asked: AskedBoard, kinds: readonly CountedKind[]): Promise<FormShape> {
  const people = (await listPeople(asked.reader)).map(({ id, name }) => ({ value: id, text: name }))
  return {
    title: 'Add a measure that the record counts',
    caption: asked.body.name,
    lead: 'Nobody types its figures: they are counted from what is recorded here, every day, and revised when the record changes.',
    breadcrumbs: boardCrumbs(asked),
    groups: [
      {
        fields: [
          whatFields(kinds),
          { kind: 'line', name: 'title', label: 'What is it called here?', hint: 'Leave empty to call it as above' },
          { kind: 'short', name: 'reference', label: 'Number in the plan', hint: 'Leave empty where it has none' },
          ...rhythmFields,
          ...directionFields,
          {
            kind: 'day',
            name: 'startsOn',
            label: 'From which day is it counted?',
            hint: 'Periods that end after it are counted, also those that are over',
          },
          {
            kind: 'select',
            name: 'ownerPerson',
            label: 'Who answers for it?',
            none: 'Nobody is named',
            options: people,
            hint: 'Is asked about a red figure',
          },
          { kind: 'line', name: 'ownerOffice', label: 'In which post?' },
          { kind: 'radios', name: 'sight', label: 'Who may know of it?', options: optionsOf(sightWords) },
        ],
      },
    ],
    submit: 'Add measure',
    first: { lagDays: '14', frequency: 'quarter', sight: 'draft' },
    cancel: measurePaths.ofBoard(asked.body.slug),
  }
}

/** The form that says how a measure is counted from a day on, or that somebody gives its figures again. */
export function countingShape(asked: AskedMeasure, kinds: readonly CountedKind[]): FormShape {
  const last = latestDefinition(asked.measure)
  const isCounted = last.countedBy !== ''
  const nobody = { value: NOBODY_COUNTS, text: 'Nothing: somebody gives the figures again' }
  return {
    title: isCounted ? 'Change how this measure is counted' : 'Let the record count this measure',
    caption: last.title,
    lead: 'The definition before stays, with the figures that were made by it. From the day on nobody types the figures.',
    breadcrumbs: measureCrumbs(asked),
    groups: [
      {
        fields: [
          whatFields(kinds, isCounted ? [nobody] : []),
          ...rhythmFields,
          ...directionFields,
          {
            kind: 'day',
            name: 'startsOn',
            label: 'From which day does this hold?',
            hint: `After ${last.startsOn.toLocaleString('en-GB')}`,
          },
          { kind: 'tick', name: 'breaksSeries', label: 'Earlier figures are not comparable: break the line of the chart there' },
          { kind: 'lines', name: 'reason', label: 'Why is it changed?', hint: 'For everybody who may see the measure', rows: 3 },
        ],
      },
    ],
    submit: 'Save',
    first: {
      code: last.countedBy,
      ...(isCounted && last.polarity !== 'band' ? { polarity: last.polarity, polarityReason: last.polarityReason } : {}),
      ratedFrom: last.ratedFrom === null ? '' : String(last.ratedFrom),
      lagDays: String(isCounted ? last.lagDays : 14),
      frequency: last.frequency === 'other' ? 'quarter' : last.frequency,
    },
    version: asked.measure.version,
    cancel: measurePaths.measure(asked.measure.id),
  }
}

/** The form that asks for a count now. */
export function recountShape(asked: AskedMeasure): FormShape {
  return {
    title: 'Count again now',
    caption: latestDefinition(asked.measure).title,
    lead: 'Every period that is over is counted from the whole record as it stands now. A figure that comes out differently is revised, and says why; the old one stays. The same happens by itself every night.',
    breadcrumbs: measureCrumbs(asked),
    groups: [],
    submit: 'Count again',
    first: {},
    closed: latestDefinition(asked.measure).countedBy === '',
    cancel: measurePaths.measure(asked.measure.id),
  }
}
