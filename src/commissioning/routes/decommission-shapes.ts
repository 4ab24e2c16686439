import type { AskedBoard } from '#governance/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { typedPence } from '../forms/pence.ts'
import { ledPaths } from '../framework-paths.ts'
import { listServices } from '../queries/commissioned-services.ts'
import type { Ending, ExitMeasure } from '../queries/decommissionings.ts'
import type { LedRecord } from '../queries/led-records.ts'
import { ledWords } from '../words/led-records.ts'
import { decisionOptions } from './agreement-change-shapes.ts'
import { organisationOptions } from './choices.ts'
import { type AskedLed, ledCrumbs, ofLed } from './led-gates.ts'

const kind = 'decommissioning'
const lines = (name: string, label: string, hint?: string): FieldSpec => ({ kind: 'lines', name, label, hint })

/** The services of a board as options. */
export async function serviceOptions({ reader, visit, body }: Pick<AskedBoard, 'reader' | 'visit' | 'body'>) {
  return (await listServices(reader, body.id, visit.today)).map(({ id, title }) => ({ value: id, text: title }))
}

/** The form of an ending: a new one, or one that is changed. */
export async function endingShape(
  asked: AskedBoard,
  of: { readonly record: LedRecord; readonly ending: Ending } | undefined,
): Promise<FormShape> {
  const [services, organisations] = await Promise.all([serviceOptions(asked), organisationOptions(asked)])
  const { body } = asked
  return {
    title: of ? 'Change what is recorded' : ledWords[kind].begin,
    caption: of?.record.title ?? body.name,
    lead: of ? undefined : 'Nobody but those who prepare it sees it until you show it.',
    breadcrumbs: ledCrumbs(body, kind, of?.record),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What is it called?', hint: 'For example: The end of the counselling line' },
          { kind: 'select', name: 'service', label: 'Which service ends?', options: services },
          { kind: 'select', name: 'lead', label: 'Which organisation leads it?', options: organisations },
          lines('why', 'Why does it end?'),
          lines('losing', 'Who loses what?', 'No names. For example: about 140 families lose a weekly group'),
        ],
      },
      {
        heading: 'Before the decision',
        fields: [
          { kind: 'day', name: 'equalityOn', label: 'When was equality assessed?' },
          lines('equality', 'What did the assessment find?'),
          { kind: 'day', name: 'consultedFrom', label: 'When did the consultation begin?' },
          { kind: 'day', name: 'consultedOn', label: 'When did it end?' },
          lines('consultation', 'Who was asked, and what did they say?'),
        ],
      },
      {
        heading: 'The end, and what follows',
        fields: [
          { kind: 'day', name: 'noticeOn', label: 'When was notice given?' },
          { kind: 'line', name: 'notice', label: 'To whom, and how long?' },
          lines('staff', 'Do staff move, and how?'),
          { kind: 'day', name: 'endsOn', label: 'What is the first day without it?' },
          { kind: 'select', name: 'replacement', label: 'Which service takes its place?', none: 'None of these', options: services },
          { kind: 'line', name: 'replacedBy', label: 'Or what does, in words?' },
          { kind: 'day', name: 'replacedOn', label: 'From which day?' },
          {
            kind: 'short',
            name: 'released',
            label: 'How much money a year does it set free?',
            hint: 'In pounds. Leave empty where it is not known',
          },
        ],
      },
    ],
    submit: of ? 'Save' : 'Record',
    first: of ? firstOf(of.record, of.ending) : {},
    version: of?.record.version,
    cancel: of ? ledPaths.record(kind, of.record.id) : ledPaths.ofBoard(kind, body.slug),
  }
}

const days = (values: Readonly<Record<string, Temporal.PlainDate | undefined>>) =>
  Object.assign({}, ...Object.entries(values).map(([name, day]) => (day === undefined ? {} : dayValues(name, day)))) as FormShape['first']

const firstOf = ({ title, lead }: LedRecord, one: Ending): FormShape['first'] => ({
  ...{ title, lead, service: one.service, why: one.why, losing: one.losing, equality: one.equality, consultation: one.consultation },
  ...{ notice: one.notice, staff: one.staff, replacement: one.replacement ?? '', replacedBy: one.replacedBy },
  released: typedPence(one.released ?? null),
  ...days({ equalityOn: one.equalityOn, consultedFrom: one.consultedFrom, consultedOn: one.consultedOn, noticeOn: one.noticeOn }),
  ...days({ endsOn: one.endsOn, replacedOn: one.replacedOn }),
})

/** The form that records the decision. */
export async function decideShape(asked: AskedLed): Promise<FormShape> {
  return {
    ...ofLed(asked),
    title: 'Record the decision',
    lead: 'The board decides at its meeting, after equality was assessed. Here you say which decision it was.',
    groups: [
      { fields: [{ kind: 'select', name: 'decision', label: 'Which decision of the board?', options: await decisionOptions(asked) }] },
    ],
    submit: 'Record',
    warning: 'What it was decided on stands from then on.',
    first: {},
  }
}

/** The form of a measure. */
export function measureShape(asked: AskedLed): FormShape {
  return {
    ...ofLed(asked),
    title: 'By what does one see that it ended well?',
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What is looked at?', hint: 'For example: Families who use another service' },
          { kind: 'line', name: 'wanted', label: 'What is wanted?', hint: 'For example: Nine of ten within three months' },
          { kind: 'day', name: 'dueOn', label: 'By when?' },
        ],
      },
    ],
    submit: 'Add',
    first: {},
  }
}

/** The form that says whether a measure was met. */
export function foundShape(asked: AskedLed, { title, wanted, dueOn }: ExitMeasure): FormShape {
  return {
    ...ofLed(asked),
    title: `What was found: ${title}`,
    lead: `Wanted by ${dayInWords(dueOn)}: ${wanted}`,
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'isMet', label: 'Was it met?' },
            options: [
              { value: 'yes', text: 'Yes' },
              { value: 'no', text: 'No' },
            ],
          },
          lines('found', 'What was found?', 'Groups of fewer than ten people are not counted here'),
        ],
      },
    ],
    submit: 'Save',
    first: {},
  }
}

/** The form that says what becomes of a part of the money. */
export async function moneyShape(asked: AskedLed): Promise<FormShape> {
  return {
    ...ofLed(asked),
    title: 'Say what becomes of the money',
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'kind', label: 'What becomes of it?' },
            options: [
              { value: 'reallocated', text: 'It goes to something else' },
              { value: 'returned', text: 'It is returned', hint: 'To a partner, or as a saving' },
            ],
          },
          { kind: 'line', name: 'what', label: 'To what, or to whom?' },
          { kind: 'select', name: 'service', label: 'To which service?', none: 'None of these', options: await serviceOptions(asked) },
          { kind: 'short', name: 'pence', label: 'How much a year?', hint: 'In pounds' },
        ],
      },
    ],
    submit: 'Save',
    first: {},
  }
}
