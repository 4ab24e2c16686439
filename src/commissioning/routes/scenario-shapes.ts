import type { AskedBoard } from '#governance/public-data.ts'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { ledPaths } from '../framework-paths.ts'
import { listServices } from '../queries/commissioned-services.ts'
import { listFunds } from '../queries/funds.ts'
import type { LedRecord } from '../queries/led-records.ts'
import { findAssumptions, type Scenario, type ScenarioFunding } from '../queries/scenarios.ts'
import { listStrategies } from '../queries/strategies.ts'
import { yearInWords, yearOf } from '../rules/year.ts'
import { ledWords } from '../words/led-records.ts'
import { pounds } from '../words/pence.ts'
import { organisationOptions } from './choices.ts'
import { serviceOptions } from './decommission-shapes.ts'
import { type AskedLed, ledCrumbs, ofLed } from './led-gates.ts'

const kind = 'scenario'
const yearOption = (year: number) => ({ value: String(year), text: yearInWords(year) })

/** The form of a scenario: a new one, or one that is changed. */
export async function scenarioShape(
  asked: AskedBoard,
  of: { readonly record: LedRecord; readonly scenario: Scenario } | undefined,
): Promise<FormShape> {
  const { body, reader, visit } = asked
  const [organisations, services, strategies] = await Promise.all([
    organisationOptions(asked),
    serviceOptions(asked),
    listStrategies(reader, body.id, visit.today),
  ])
  return {
    title: of ? 'Change what it is about' : ledWords[kind].begin,
    caption: of?.record.title ?? body.name,
    lead: of ? undefined : 'Nobody but those who prepare it sees it until you show it.',
    breadcrumbs: ledCrumbs(body, kind, of?.record),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What is it called?', hint: 'For example: Short breaks from 16 years on' },
          { kind: 'select', name: 'lead', label: 'Which organisation leads it?', options: organisations },
          {
            kind: 'lines',
            name: 'duty',
            label: 'Which duty is it?',
            hint: 'What would have to be done, for whom, and by which law or decision',
          },
          { kind: 'select', name: 'service', label: 'Which service would do it?', none: 'None of these', options: services },
          {
            ...{ kind: 'select', name: 'strategy', label: 'Which strategy asks for it?', none: 'None of these' },
            options: strategies.map(({ id, title }) => ({ value: id, text: title })),
          },
        ],
      },
    ],
    submit: of ? 'Save' : 'Begin',
    first: of
      ? {
          ...{ title: of.record.title, lead: of.record.lead, duty: of.scenario.duty },
          ...{ service: of.scenario.service ?? '', strategy: of.scenario.strategy ?? '' },
        }
      : {},
    version: of?.record.version,
    cancel: of ? ledPaths.record(kind, of.record.id) : ledPaths.ofBoard(kind, body.slug),
  }
}

/** What a new scenario starts from, by id; undefined: from nothing. */
export interface ScenarioFrom {
  readonly service: string | undefined
  readonly strategy: string | undefined
}

/** The form of a new scenario, filled in from the service or strategy that it starts from as far as whoever asks may see them. */
export async function newScenarioShape(asked: AskedBoard, { service, strategy }: ScenarioFrom): Promise<FormShape> {
  const { body, reader, visit } = asked
  const [shape, services, strategies] = await Promise.all([
    scenarioShape(asked, undefined),
    service === undefined ? [] : listServices(reader, body.id, visit.today),
    strategy === undefined ? [] : listStrategies(reader, body.id, visit.today),
  ])
  const of = services.find(({ id }) => id === service)
  const by = strategies.find(({ id }) => id === strategy)
  const lead = of?.lead ?? by?.lead
  if (lead === undefined) return shape
  return {
    ...shape,
    action: ledPaths.create(kind, body.slug),
    first: {
      ...{ title: `A new duty: ${of?.title ?? by?.title}`, lead },
      ...{ service: of?.id ?? '', strategy: by?.id ?? '' },
    },
  }
}

const optionFields = (name: 'Low' | 'Central' | 'High'): readonly FieldSpec[] => [
  { kind: 'short', name: `volume${name}`, label: `${name}: how many people or units could come?`, hint: 'A whole number' },
  {
    kind: 'short',
    name: `takeUp${name}`,
    label: `${name}: how many of a hundred do?`,
    hint: 'A percentage from 0 to 100, for example 62.5',
  },
  { kind: 'short', name: `unit${name}`, label: `${name}: what does one cost?`, hint: 'In pounds, at prices of the first year' },
  {
    ...{ kind: 'short', name: `rise${name}`, label: `${name}: by how much do prices rise into this year?` },
    hint: 'A percentage from -50 to 100. In the first year enter 0',
  },
]

/** The form that says what is assumed of a year. */
export function yearShape(asked: AskedLed): FormShape {
  const now = yearOf(asked.visit.today)
  return {
    ...ofLed(asked),
    title: 'Say what a year would cost',
    lead: 'What was assumed of the year before stays to be read; what you enter now counts.',
    groups: [
      {
        fields: [
          {
            kind: 'select',
            name: 'year',
            label: 'Which financial year?',
            options: Array.from({ length: 12 }, (_, at) => yearOption(now - 1 + at)),
          },
        ],
      },
      { heading: 'Low', fields: optionFields('Low') },
      { heading: 'Central', fields: optionFields('Central') },
      { heading: 'High', fields: optionFields('High') },
      {
        heading: 'What it rests on',
        fields: [
          {
            kind: 'line',
            name: 'source',
            label: 'Where do these figures come from?',
            hint: 'For example: Impact assessment of the department, table 4',
          },
          { kind: 'day', name: 'saidOn', label: 'On which day was that the best known?' },
        ],
      },
    ],
    submit: 'Save',
    first: {},
  }
}

/** The form that names money for a year. */
export async function fundingShape(asked: AskedLed): Promise<FormShape> {
  const { reader, visit, body, record } = asked
  const [funds, assumed] = await Promise.all([listFunds(reader, body.id, visit.today), findAssumptions(reader, [record.id])])
  return {
    ...ofLed(asked),
    title: 'Name money for it',
    lead: 'This promises nothing and moves no money: the plan of a fund is changed on its own page.',
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'year', label: 'For which financial year?' },
            options: [...new Set(assumed.map(({ year }) => year))].map(yearOption),
          },
          { kind: 'short', name: 'pence', label: 'How much?', hint: 'In pounds' },
          {
            ...{ kind: 'select', name: 'fund', label: 'Out of which fund?', none: 'Of no fund' },
            options: funds.map(({ id, title }) => ({ value: id, text: title })),
          },
          { kind: 'line', name: 'source', label: 'Who promised it, and where is that written?' },
        ],
      },
    ],
    submit: 'Save',
    first: {},
  }
}

/** The form that asks before money is taken out. */
export function removalShape(asked: AskedLed, { year, pence, source }: ScenarioFunding): FormShape {
  return {
    ...ofLed(asked),
    title: 'Take this money out?',
    lead: `${pounds(pence)} for ${yearInWords(year)}: ${source}`,
    groups: [],
    submit: 'Take it out',
    warning: 'It is then said that this sum has no funding named.',
    first: {},
  }
}
