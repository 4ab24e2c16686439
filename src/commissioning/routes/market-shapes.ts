import type { AskedBoard } from '#governance/public-data.ts'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { ledPaths } from '../framework-paths.ts'
import { marketPaths } from '../market-paths.ts'
import type { LedRecord } from '../queries/led-records.ts'
import { type Division, findMarketAreas, listQualities, type Market, type MarketStatement } from '../queries/markets.ts'
import { listProviders } from '../queries/providers.ts'
import { listStrategies } from '../queries/strategies.ts'
import { findUsableNeeds } from '../queries/usable-needs.ts'
import { ledWords } from '../words/led-records.ts'
import { areaOptions, organisationOptions } from './choices.ts'
import { serviceOptions } from './decommission-shapes.ts'
import { type AskedLed, ledCrumbs, ofLed } from './led-gates.ts'

const kind = 'market'
const lines = (name: string, label: string, hint?: string): FieldSpec => ({ kind: 'lines', name, label, hint })
const line = (name: string, label: string, hint?: string): FieldSpec => ({ kind: 'line', name, label, hint })
const number = (name: string, label: string, hint?: string): FieldSpec => ({ kind: 'number', name, label, hint })

/** The form of a market: a new one, or one that is changed. */
export async function marketShape(
  asked: AskedBoard,
  of: { readonly record: LedRecord; readonly market: Market } | undefined,
): Promise<FormShape> {
  const { body, reader, visit } = asked
  const [organisations, services, strategies] = await Promise.all([
    organisationOptions(asked),
    serviceOptions(asked),
    listStrategies(reader, body.id, visit.today),
  ])
  return {
    title: of ? 'Change this market' : ledWords[kind].begin,
    caption: of?.record.title ?? body.name,
    lead: of ? undefined : 'Nobody but those who prepare it sees it until you show it.',
    breadcrumbs: ledCrumbs(body, kind, of?.record),
    groups: [
      {
        fields: [
          line('title', 'What is it called?', 'For example: Home care for adults'),
          { kind: 'select', name: 'lead', label: 'Which organisation leads it?', options: organisations },
          lines('purpose', 'What is bought in it, and for whom?'),
          line('unit', 'In what is it counted?', 'For example: hours a week, or places'),
          {
            ...{ kind: 'tick', name: 'countsPeople', label: 'One of these is one person' },
            hint: 'As with places in a home. Small numbers are then hidden before they are stored',
          },
          number(
            'everyMonths',
            'After how many months is a return old?',
            'Older ones are flagged, to be asked for again. Leave empty where nobody has said',
          ),
          { kind: 'select', name: 'service', label: 'For which service?', none: 'None of these', options: services },
          {
            ...{ kind: 'select', name: 'strategy', label: 'Which strategy uses it?', none: 'None of these' },
            options: strategies.map(({ id, title }) => ({ value: id, text: title })),
          },
        ],
      },
    ],
    submit: of ? 'Save' : 'Begin',
    first: of ? firstOf(of.record, of.market) : {},
    version: of?.record.version,
    cancel: of ? ledPaths.record(kind, of.record.id) : ledPaths.ofBoard(kind, body.slug),
  }
}

const firstOf = (
  { title, lead }: LedRecord,
  { purpose, unit, countsPeople, everyMonths, service, strategy }: Market,
): FormShape['first'] => ({
  ...{ title, lead, purpose, unit, everyMonths: String(everyMonths ?? ''), service: service ?? '', strategy: strategy ?? '' },
  ...(countsPeople ? { countsPeople: 'yes' } : {}),
})

/** The form that puts an area on the map. */
export async function areaShape(asked: AskedLed): Promise<FormShape> {
  return {
    ...ofLed(asked),
    title: 'Put an area on the map',
    lead: 'Each area is a tile. Place it as it lies to the others: 1 across and 1 down is the top left.',
    groups: [
      {
        fields: [
          { kind: 'select', name: 'area', label: 'Which area?', options: await areaOptions(asked) },
          number('across', 'How many across?', 'From 1 to 12'),
          number('down', 'How many down?', 'From 1 to 12'),
        ],
      },
    ],
    submit: 'Add',
    first: {},
  }
}

const areasOf = async ({ reader, visit, record }: AskedLed) =>
  (await findMarketAreas(reader, record.id, visit.today)).map(({ id, name }) => ({ value: id, text: name }))

/** The form that says what is needed in an area. */
export async function needShape(asked: AskedLed, market: Market): Promise<FormShape> {
  const [areas, needs] = await Promise.all([areasOf(asked), findUsableNeeds(asked.reader)])
  return {
    ...ofLed(asked),
    title: 'Say what is needed',
    groups: [
      {
        fields: [
          { kind: 'select', name: 'area', label: 'In which area?', options: areas },
          number('needed', 'How much is needed?', `A whole number of ${market.unit}. Leave empty where it is not known`),
          { kind: 'day', name: 'datedOn', label: 'From which day?' },
          line('source', 'Who says so?', 'For example: Forecast of the council, edition of May'),
          {
            ...{ kind: 'select', name: 'need', label: 'On which need or finding does it rest?', none: 'None of these' },
            options: needs.map(({ id, title, assessmentTitle }) => ({ value: id, text: `${assessmentTitle}: ${title}` })),
          },
        ],
      },
    ],
    submit: 'Save',
    first: { ...dayValues('datedOn', asked.visit.today) },
  }
}

/** The form of a return. */
export async function returnShape(asked: AskedLed, market: Market): Promise<FormShape> {
  const [areas, providers, qualities] = await Promise.all([
    areasOf(asked),
    listProviders(asked.reader),
    listQualities(asked.reader, asked.visit.today),
  ])
  return {
    ...ofLed(asked),
    title: 'Enter a return of a provider',
    lead: 'Leave empty what the provider did not say. A second return of the same day corrects the first, and both are kept.',
    groups: [
      {
        fields: [
          {
            kind: 'select',
            name: 'provider',
            label: 'Which provider?',
            options: providers.map(({ id, name }) => ({ value: id, text: name })),
          },
          { kind: 'select', name: 'area', label: 'In which area?', options: areas },
          { kind: 'day', name: 'datedOn', label: 'On which day was it so?' },
          number('places', 'How much can it give?', `A whole number of ${market.unit}`),
          number('free', 'How much of it is free?'),
          {
            ...{ kind: 'select', name: 'quality', label: 'How is it rated?', none: 'Not known' },
            options: qualities.map(({ code, name }) => ({ value: code, text: name })),
          },
          line('source', 'Who says so?', 'For example: Return of the provider, quarter 2'),
        ],
      },
      {
        heading: 'For the board alone',
        fields: [
          { kind: 'short', name: 'price', label: 'What does one cost?', hint: `In pounds without VAT, for one of: ${market.unit}` },
          { kind: 'short', name: 'spend', label: 'What was spent with it in the year before?', hint: 'In pounds, in this area' },
        ],
      },
    ],
    submit: 'Save',
    first: { ...dayValues('datedOn', asked.visit.today) },
  }
}

/** The form of a way to divide the market. */
export function divisionShape(asked: AskedLed): FormShape {
  return {
    ...ofLed(asked),
    title: 'Begin a way to divide the market',
    groups: [
      { fields: [line('title', 'What is it called?', 'For example: Four localities'), lines('text', 'What speaks for and against it?')] },
    ],
    submit: 'Begin',
    first: {},
  }
}

/** The form of a lot. */
export async function lotShape(asked: AskedLed, divisions: readonly Division[]): Promise<FormShape> {
  return {
    ...ofLed(asked),
    title: 'Group areas into a lot',
    lead: 'An area stands in one lot of each way: one that stood in another lot moves.',
    groups: [
      {
        fields: [
          {
            kind: 'select',
            name: 'division',
            label: 'Of which way to divide it?',
            options: divisions.map(({ id, title }) => ({ value: id, text: title })),
          },
          line('name', 'What is the lot called?'),
          { kind: 'boxes', name: 'areas', label: 'Which areas?', options: await areasOf(asked) },
          number('mostProviders', 'Is there room for only so many providers?', 'Leave empty where there is no limit'),
        ],
      },
    ],
    submit: 'Add',
    first: {},
  }
}

const ofStatement = (asked: AskedLed) => ({ ...ofLed(asked), cancel: marketPaths.statement(asked.record.id) })

/** The form that drafts a statement. */
export function draftShape(asked: AskedLed): FormShape {
  return {
    ...ofStatement(asked),
    title: 'Draft the position statement from the record',
    lead: 'A text is written from what is recorded today: needs, returns, gaps, contracts that end, ways to divide. You change it before it is published. No provider is named in it, and no price.',
    groups: [{ fields: [] }],
    submit: 'Draft it',
    first: {},
  }
}

/** The form in which a statement is written. */
export function writeShape(asked: AskedLed, statement: MarketStatement): FormShape {
  return {
    ...ofStatement(asked),
    title: `Position statement, version ${statement.number}`,
    groups: [
      {
        fields: [
          {
            kind: 'text',
            name: 'text',
            label: 'Text',
            hint: 'A line that begins with ## is a heading; one that begins with - is a point of a list',
          },
        ],
      },
    ],
    submit: 'Save',
    first: { text: statement.text },
  }
}

/** The form that publishes a statement. */
export function publishShape(asked: AskedLed, statement: MarketStatement): FormShape {
  return {
    ...ofStatement(asked),
    title: `Publish version ${statement.number}`,
    lead: 'Whoever sees the market reads it from then on, as a page and as PDF.',
    groups: [{ fields: [] }],
    submit: 'Publish',
    first: {},
    warning: 'What is published stands. A change is another version.',
  }
}
