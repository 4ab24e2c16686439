import { type AskedBoard, findScheme } from '#governance/public-data.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { ledPaths } from '../framework-paths.ts'
import { type Edition, findGateBody, type WaitingGate } from '../queries/frameworks.ts'
import type { LedRecord } from '../queries/led-records.ts'
import { listStrategies } from '../queries/strategies.ts'
import { metWords, phaseWords } from '../words/framework.ts'
import { ledWords } from '../words/led-records.ts'
import { decisionOptions } from './agreement-change-shapes.ts'
import { organisationOptions } from './choices.ts'
import { serviceOptions } from './decommission-shapes.ts'
import { type AskedLed, ledCrumbs, ofLed } from './led-gates.ts'

const kind = 'framework'

/** The form of a framework. */
export async function frameworkShape(asked: AskedBoard, record: LedRecord | undefined): Promise<FormShape> {
  return {
    title: record ? 'Change its name or lead' : ledWords[kind].begin,
    caption: record?.title ?? asked.body.name,
    breadcrumbs: ledCrumbs(asked.body, kind, record),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What is it called?' },
          { kind: 'select', name: 'lead', label: 'Which organisation leads it?', options: await organisationOptions(asked) },
        ],
      },
    ],
    submit: record ? 'Save' : 'Begin',
    first: record ? { title: record.title, lead: record.lead } : {},
    version: record?.version,
    cancel: record ? ledPaths.record(kind, record.id) : ledPaths.ofBoard(kind, asked.body.slug),
  }
}

/** The form of a stage. */
export async function stageShape(asked: AskedLed): Promise<FormShape> {
  const scheme = await findScheme(asked.reader, asked.body.id, asked.visit.today)
  const delegations = scheme.filter(({ state, may }) => state === 'in-force' && may === 'decide')
  return {
    ...ofLed(asked),
    title: 'Add a stage',
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'phase', label: 'To which phase does it belong?', options: optionsOf(phaseWords) },
          { kind: 'line', name: 'name', label: 'What is it called?', hint: 'For example: Needs and market' },
          { kind: 'lines', name: 'entry', label: 'What must be there before it begins?', rows: 3 },
        ],
      },
      {
        heading: 'The gate at its end',
        fields: [
          { kind: 'line', name: 'gate', label: 'Who signs it off?', hint: 'For example: The director of commissioning' },
          {
            ...{ kind: 'select', name: 'delegation', label: 'Under which delegation?', none: 'None: by a decision of the board' },
            options: delegations.map(({ id, functionName, to }) => ({ value: id, text: `${functionName}: ${to.name}` })),
          },
          { kind: 'line', name: 'template', label: 'Which template is filled in?' },
          { kind: 'line', name: 'templateAt', label: 'Where is it?', hint: 'An address that begins with https:// or /' },
        ],
      },
    ],
    submit: 'Add',
    first: {},
  }
}

/** The form of a standard. */
export function standardShape(asked: AskedLed): FormShape {
  return {
    ...ofLed(asked),
    title: 'Add a standard',
    groups: [
      {
        fields: [
          { kind: 'line', name: 'name', label: 'What is it called?', hint: 'For example: Young people take part' },
          { kind: 'lines', name: 'asks', label: 'What does it ask of a service?' },
        ],
      },
    ],
    submit: 'Add',
    first: {},
  }
}

/** The form that adopts a version. */
export function adoptShape(asked: AskedLed): FormShape {
  return {
    ...ofLed(asked),
    title: 'Adopt the version that is written',
    groups: [{ fields: [{ kind: 'day', name: 'adoptedOn', label: 'From which day does it hold?' }] }],
    submit: 'Adopt',
    warning: 'What is adopted stands. Another version can be begun later, and cases keep the one they began under.',
    first: dayValues('adoptedOn', asked.visit.today),
  }
}

/** The form that begins another version. */
export function editionShape(asked: AskedLed): FormShape {
  return {
    ...ofLed(asked),
    title: 'Begin another version',
    lead: 'It begins with the stages and standards of the one that holds.',
    groups: [{ fields: [{ kind: 'lines', name: 'why', label: 'Why is there another version?', rows: 3 }] }],
    submit: 'Begin',
    first: {},
  }
}

/** The form of a case. */
export async function caseShape(asked: AskedLed): Promise<FormShape> {
  const strategies = await listStrategies(asked.reader, asked.body.id, asked.visit.today)
  return {
    ...ofLed(asked),
    title: 'Begin a case',
    lead: 'It keeps the version of the framework that holds on its first day.',
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What goes through the stages?', hint: 'For example: Home care, bought again' },
          { kind: 'select', name: 'service', label: 'Of which service is it?', none: 'None', options: await serviceOptions(asked) },
          {
            ...{ kind: 'select', name: 'strategy', label: 'Or of which strategy?', none: 'None' },
            options: strategies.map(({ id, title }) => ({ value: id, text: title })),
          },
          { kind: 'day', name: 'begunOn', label: 'When did it begin?' },
        ],
      },
    ],
    submit: 'Begin',
    first: dayValues('begunOn', asked.visit.today),
  }
}

/** The form by which a decision of the board signs a stage off. */
export async function gateShape(asked: AskedLed, { of, stage }: WaitingGate): Promise<FormShape> {
  const { reader, visit } = asked
  const holder = await findGateBody(reader, stage.delegation, visit.today)
  const own = await decisionOptions(asked)
  const held = holder ? await decisionOptions({ reader, body: holder }) : []
  const under = holder
    ? ` ${holder.name} holds its delegation: its decision passes the gate as one of this board does.`
    : stage.delegation
      ? ' Whoever holds its delegation signs it off themselves; here stands only what the board decided.'
      : ''
  return {
    ...ofLed(asked),
    title: `Record what the board decided: ${stage.name}`,
    lead: `${of.title}. Signed off by: ${stage.gate}.${under}`,
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'decision', label: holder ? 'By which decision?' : 'By which decision of the board?' },
            options: [...held.map(({ value, text }) => ({ value, text: `${holder?.name}, ${text}` })), ...own],
          },
          { kind: 'day', name: 'passedOn', label: 'When?' },
          conditions,
        ],
      },
    ],
    submit: 'Sign off',
    warning: 'What is signed off stays.',
    first: dayValues('passedOn', asked.visit.today),
  }
}
const conditions = {
  kind: 'lines',
  name: 'said',
  label: 'On which conditions?',
  hint: 'Leave it empty where there are none',
  rows: 3,
} as const

/** The form by which whoever holds the delegation of a gate signs a stage off. */
export function signShape(asked: AskedLed, { of, stage }: WaitingGate): FormShape {
  return {
    ...ofLed(asked),
    title: `Sign off: ${stage.name}`,
    lead: `${of.title}. You hold the delegation of this gate: ${stage.gate}. You sign in your own name, today.`,
    groups: [{ fields: [conditions] }],
    submit: 'Sign off',
    warning: 'What is signed off stays.',
    version: undefined,
    first: {},
  }
}

/** The form that checks a service by a standard. */
export async function checkShape(asked: AskedLed, editions: readonly Edition[]): Promise<FormShape> {
  const standards = editions.findLast(({ adoptedOn }) => adoptedOn !== undefined)?.standards ?? []
  return {
    ...ofLed(asked),
    title: 'Check a service by a standard',
    groups: [
      {
        fields: [
          { kind: 'select', name: 'service', label: 'Which service?', options: await serviceOptions(asked) },
          {
            ...{ kind: 'radios', name: 'standard', label: 'Which standard?' },
            options: standards.map(({ id, name, asks }) => ({ value: id, text: name, hint: asks })),
          },
          {
            ...{ kind: 'radios', name: 'met', label: 'Is it met?' },
            options: (['yes', 'partly', 'no'] as const).map((value) => ({ value, text: metWords[value].word })),
          },
          { kind: 'lines', name: 'evidence', label: 'What shows it?' },
          { kind: 'day', name: 'checkedOn', label: 'When was it checked?' },
        ],
      },
    ],
    submit: 'Save',
    first: dayValues('checkedOn', asked.visit.today),
  }
}
