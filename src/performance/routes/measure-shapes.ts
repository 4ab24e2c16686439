import { type AskedBoard, listAreas, listOrganisationsOn, listPeople } from '#governance/public-data.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues, type FormBody } from '#platform/web/forms.ts'
import type { PageLink } from '#platform/web/page.tsx'
import { measurePaths } from '../paths.ts'
import { findMeasuresOf } from '../queries/measure.ts'
import { printed } from '../rules/exact.ts'
import { type Definition, latestDefinition, type Measure } from '../rules/measure.ts'
import {
  forecastWords,
  frequencyWords,
  kindWords,
  levelWords,
  overAreasWords,
  overTimeWords,
  polarityChoices,
  sightWords,
  suppressionWords,
} from '../words/measure.ts'
import type { AskedMeasure } from './gates.ts'

/** The way to the measures of a board. */
export function boardCrumbs({ body }: AskedBoard): readonly PageLink[] {
  return [
    { text: body.name, href: `/boards/${body.slug}` },
    { text: 'Measures', href: measurePaths.ofBoard(body.slug) },
  ]
}

/** The way to one measure. */
export function measureCrumbs(asked: AskedMeasure): readonly PageLink[] {
  return [...boardCrumbs(asked), { text: latestDefinition(asked.measure).title, href: measurePaths.measure(asked.measure.id) }]
}

const scales = [
  { value: '1', text: 'As it is' },
  { value: '100', text: 'In a hundred: percent' },
  { value: '1000', text: 'In a thousand' },
  { value: '10000', text: 'In ten thousand' },
  { value: '100000', text: 'In a hundred thousand' },
]

const meaningFields: readonly FieldSpec[] = [
  { kind: 'line', name: 'title', label: 'What is measured?', hint: 'As it stands on every page and chart' },
  {
    kind: 'lines',
    name: 'meaning',
    label: 'What exactly is counted?',
    hint: 'In plain words, so that two people would count the same',
    rows: 4,
  },
  { kind: 'short', name: 'reference', label: 'Number in the plan', hint: 'For example 2.3. Leave empty where it has none' },
  { kind: 'short', name: 'unit', label: 'Unit', hint: 'For example families, days or %' },
  { kind: 'radios', name: 'polarity', label: 'Which way is better?', options: optionsOf(polarityChoices) },
  { kind: 'radios', name: 'level', label: 'Whose condition does it show?', options: optionsOf(levelWords) },
]

const arithmeticFields: readonly FieldSpec[] = [
  { kind: 'radios', name: 'kind', label: 'What kind of figure is it?', options: optionsOf(kindWords) },
  { kind: 'line', name: 'numerator', label: 'Numerator, in words', hint: 'For a rate or ratio' },
  { kind: 'line', name: 'denominator', label: 'Denominator, in words' },
  { kind: 'select', name: 'scale', label: 'How is a rate given?', options: scales },
  { kind: 'radios', name: 'overTime', label: 'How do months make a year?', options: optionsOf(overTimeWords) },
  { kind: 'radios', name: 'forecast', label: 'How is the end of a year foreseen?', options: optionsOf(forecastWords) },
  {
    kind: 'short',
    name: 'decimals',
    label: 'Decimals shown',
    hint: 'A whole number from 0 to 6. The figure itself is kept as it was given',
  },
  { kind: 'lines', name: 'breakdowns', label: 'How may it be split?', hint: 'One split a line, like “Sex: Female, Male”', rows: 3 },
  { kind: 'radios', name: 'suppression', label: 'Are small numbers hidden?', options: optionsOf(suppressionWords) },
  { kind: 'short', name: 'plausibleFrom', label: 'Plausible from', hint: 'A figure below is asked for again, never refused' },
  { kind: 'short', name: 'plausibleTo', label: 'Plausible to' },
]

/** The areas that a measure may be given for, and how they make the whole. */
async function areaFields({ reader, visit }: AskedBoard, last: Definition | undefined): Promise<readonly FieldSpec[]> {
  const today = await listAreas(reader, visit.today)
  const gone = (last?.areas ?? []).filter(({ id }) => !today.some((one) => one.id === id))
  const options = [
    ...today.map(({ id, name, kindLabel }) => ({ value: id, text: name, hint: kindLabel })),
    ...gone.map(({ id, name }) => ({ value: id, text: name, hint: 'Exists no longer' })),
  ]
  const boxes: FieldSpec = {
    kind: 'boxes',
    name: 'areas',
    label: 'For which areas is there a figure too?',
    hint: 'Besides the whole. Choose areas of one kind that do not overlap; none where it is given for the whole only',
    options,
  }
  return [
    ...(options.length > 0 ? [boxes] : []),
    { kind: 'radios', name: 'overAreas', label: 'How do areas make the whole?', options: optionsOf(overAreasWords) },
  ]
}

async function sourceFields({ reader, visit }: AskedBoard): Promise<readonly FieldSpec[]> {
  const people = (await listPeople(reader)).map(({ id, name }) => ({ value: id, text: name }))
  const organisations = (await listOrganisationsOn(reader, visit.today)).map(({ id, name }) => ({ value: id, text: name }))
  return [
    { kind: 'radios', name: 'frequency', label: 'How often is there a figure?', options: optionsOf(frequencyWords) },
    { kind: 'short', name: 'lagDays', label: 'Days until it is due', hint: 'After the end of the period, from 0 to 1500' },
    { kind: 'line', name: 'source', label: 'Where does it come from?' },
    {
      kind: 'select',
      name: 'ownerPerson',
      label: 'Who answers for it?',
      none: 'Nobody is named',
      options: people,
      hint: 'Gives the figures, and is asked about a red or missing one',
    },
    { kind: 'line', name: 'ownerOffice', label: 'In which post?' },
    { kind: 'select', name: 'ownerOrganisation', label: 'For which organisation?', none: 'None is named', options: organisations },
  ]
}

/** The form of a new measure, or of a new definition of one. */
export async function measureShape(asked: AskedBoard, measure: Measure | undefined): Promise<FormShape> {
  const last = measure && latestDefinition(measure)
  const when: readonly FieldSpec[] = last
    ? [
        {
          kind: 'day',
          name: 'startsOn',
          label: 'From which day does the new definition hold?',
          hint: `After ${last.startsOn.toLocaleString('en-GB')}`,
        },
        { kind: 'tick', name: 'breaksSeries', label: 'Earlier figures are not comparable: break the line of the chart there' },
        {
          kind: 'lines',
          name: 'reason',
          label: 'Why is it changed?',
          hint: 'Stands with the definition, for everybody who may see it',
          rows: 3,
        },
      ]
    : [
        { kind: 'day', name: 'startsOn', label: 'From which day does it hold?', hint: 'The first day of the first period with a figure' },
        { kind: 'radios', name: 'sight', label: 'Who may know of it?', options: optionsOf(sightWords) },
      ]
  return {
    title: measure ? 'Define this measure anew' : 'Add a measure',
    caption: asked.body.name,
    lead: measure ? 'The definition before stays with the figures that were made by it.' : undefined,
    breadcrumbs: measure ? measureCrumbs({ ...asked, measure } as AskedMeasure) : boardCrumbs(asked),
    groups: [
      { heading: 'What it means', fields: meaningFields },
      { heading: 'How it is worked out', fields: arithmeticFields },
      { heading: 'Areas', fields: await areaFields(asked, last) },
      { heading: 'Who gives it, and when', fields: await sourceFields(asked) },
      { heading: 'From when', fields: when },
    ],
    submit: measure ? 'Save the new definition' : 'Add measure',
    first: last ? firstOf(last, measure.reference) : { ...firstOfNew },
    version: measure?.version,
    cancel: measure ? measurePaths.measure(measure.id) : measurePaths.ofBoard(asked.body.slug),
  }
}

const firstOfNew = {
  scale: '1',
  decimals: '0',
  lagDays: '30',
  suppression: 'none',
  sight: 'draft',
  forecast: 'straight-line',
  overAreas: 'none',
}

function firstOf(last: Definition, reference: string): FormBody {
  const figure = (value: Definition['plausibleFrom']) => (value === null ? '' : printed(value, 12))
  return {
    ...{
      title: last.title,
      meaning: last.meaning,
      reference,
      unit: last.unit,
      polarity: last.polarity,
      level: last.level,
      kind: last.kind,
    },
    ...{
      numerator: last.numerator,
      denominator: last.denominator,
      scale: String(last.scale),
      overTime: last.overTime,
      overAreas: last.overAreas,
    },
    ...{ decimals: String(last.decimals), suppression: last.suppression, frequency: last.frequency, lagDays: String(last.lagDays) },
    ...{ areas: last.areas.map(({ id }) => id), forecast: last.forecast },
    breakdowns: last.breakdowns.map(({ dimension, categories }) => `${dimension}: ${categories.join(', ')}`).join('\n'),
    ...{ plausibleFrom: figure(last.plausibleFrom), plausibleTo: figure(last.plausibleTo), source: last.source },
    ...{ ownerPerson: last.ownerPerson ?? '', ownerOffice: last.ownerOffice, ownerOrganisation: last.ownerOrganisation ?? '' },
  }
}

/** The form that shows a draft, or what the board alone knew. */
export function showShape(asked: AskedMeasure): FormShape {
  return {
    title: 'Who may know of this measure?',
    caption: latestDefinition(asked.measure).title,
    lead: 'What was shown to everybody stays so: figures that are published cannot be taken back, only revised.',
    breadcrumbs: measureCrumbs(asked),
    groups: [
      {
        fields: [
          {
            kind: 'radios',
            name: 'sight',
            label: 'Who may know of it from now on?',
            options: optionsOf(sightWords, ['members', 'public']),
          },
        ],
      },
    ],
    submit: 'Save',
    first: {},
    version: asked.measure.version,
    closed: asked.measure.sight === 'public',
    cancel: measurePaths.measure(asked.measure.id),
  }
}

/** The form that says a measure is no longer kept. */
export async function withdrawShape(asked: AskedMeasure): Promise<FormShape> {
  const others = (await findMeasuresOf(asked.reader, asked.body.id)).filter(
    ({ id, withdrawnOn }) => id !== asked.measure.id && withdrawnOn === null,
  )
  const named = others.map((one) => ({
    value: one.id,
    text: [one.reference, latestDefinition(one).title].filter((part) => part !== '').join(' '),
  }))
  return {
    title: 'Say that this measure is no longer kept',
    caption: latestDefinition(asked.measure).title,
    lead: 'Its figures stay where they are, and in every scorecard that holds them. The live scorecard says from when and why it is no longer kept.',
    breadcrumbs: measureCrumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'day', name: 'withdrawnOn', label: 'From which day?' },
          { kind: 'lines', name: 'reason', label: 'Why?', hint: 'Everybody who may read of it reads the reason', rows: 3 },
          { kind: 'select', name: 'replacedBy', label: 'Which measure takes its place?', none: 'None', options: named },
        ],
      },
    ],
    submit: 'Withdraw measure',
    look: 'warning',
    first: dayValues('withdrawnOn', asked.visit.today),
    version: asked.measure.version,
    cancel: measurePaths.measure(asked.measure.id),
  }
}
