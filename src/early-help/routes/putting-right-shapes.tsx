import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FieldGroup, FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues, type FormBody } from '#platform/web/forms.ts'
import { scaleAnswers } from '../forms/voice.ts'
import { RightFacts } from '../pages/putting-right-page.tsx'
import { rightPaths } from '../paths.ts'
import { findCodes, findMembers } from '../queries/people.ts'
import type { Rectification, RightRecord } from '../queries/putting-right.ts'
import type { contentClasses } from '../rules/access.ts'
import { classWords } from '../words/casework.ts'
import { type FactKind, factWords, standingAnswers } from '../words/people.ts'
import { rightEntitlementWords, rightVerdictWords } from '../words/putting-right.ts'
import { recordInWords } from '../words/record-in-words.ts'
import { absenceWords, capturedWords } from '../words/voice.ts'
import type { LookedAt } from './sections.tsx'
import { familyForm } from './shapes.ts'

/** Where a form stands that puts something right, and where it leads without saving. */
const at = (asked: LookedAt) => {
  const { caption, breadcrumbs } = familyForm(asked)
  const home = rightPaths.section(asked.family.id)
  return { caption, breadcrumbs: [...breadcrumbs, { text: 'Put right', href: home }], cancel: home }
}
const asking = [
  { kind: 'line', name: 'askedBy', label: 'Who asks?' },
  { kind: 'radios', name: 'entitledBy', label: 'Why may they ask?', options: optionsOf(rightEntitlementWords) },
  { kind: 'lines', name: 'wanted', label: 'What is wrong, and what should it say?' },
  { kind: 'day', name: 'receivedOn', label: 'On which day did they ask?' },
] as const

/** The form by which one records that somebody asks to have a record put right. */
export function askRightShape(asked: LookedAt, record: RightRecord): FormShape {
  return {
    ...at(asked),
    title: 'Somebody asks to put this right',
    lead: `It says now: ${recordInWords(record)}`,
    groups: [{ fields: asking }],
    submit: 'Record',
    first: dayValues('receivedOn', asked.visit.today),
  }
}

/** The form by which one records the same of something that has no form of its own. */
export function askOtherShape(asked: LookedAt, open: readonly (typeof contentClasses)[number][]): FormShape {
  return {
    ...at(asked),
    title: 'Somebody asks to put something right',
    lead: 'For a fact about somebody, a number or own words, use the link beside it. What is recorded here is changed on its own page once it is decided.',
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'class', label: 'In which part of the record?', options: optionsOf(classWords, open) },
          { kind: 'lines', name: 'said', label: 'What does it say now?' },
          ...asking,
        ],
      },
    ],
    submit: 'Record',
    first: dayValues('receivedOn', asked.visit.today),
  }
}

/** The form by which a mistake is put right at once. */
export async function mistakeShape(asked: LookedAt, record: RightRecord): Promise<FormShape> {
  return {
    ...at(asked),
    title: 'Put a mistake right',
    lead: 'For what was written down wrongly. What it said before is kept, and marked. What somebody says differently today is recorded anew.',
    groups: [
      { fields: [{ kind: 'lines', name: 'wanted', label: 'What was the mistake?' }] },
      { heading: 'What it says from now on', ...(await correctionFields(asked, record)) },
    ],
    submit: 'Put right',
    first: correctionValues(record),
  }
}

/** The form by which one decides what somebody asked. */
export async function decideRightShape(asked: LookedAt, one: Rectification, record: RightRecord | undefined): Promise<FormShape> {
  return {
    ...at(asked),
    title: 'Decide whether it is put right',
    above: <RightFacts one={one} />,
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'verdict', label: 'What is decided?', options: optionsOf(rightVerdictWords) },
          { kind: 'lines', name: 'because', label: 'Why?' },
          {
            ...{ kind: 'lines', name: 'toldHow', label: 'How are they told?' },
            hint: 'Where it stays: that a statement of theirs can stand beside it, and that they can complain to the Information Commissioner',
          },
        ],
      },
      ...(record ? [{ heading: 'If it is put right: what it says from now on', ...(await correctionFields(asked, record)) }] : []),
    ],
    submit: 'Decide',
    first: record ? correctionValues(record) : {},
    version: one.version,
  }
}

/** The form by which a statement of disagreement is kept. */
export async function dissentShape(
  asked: LookedAt,
  open: readonly (typeof contentClasses)[number][],
  one?: Rectification,
): Promise<FormShape> {
  const members = await findMembers(asked.tx, asked.family.family)
  const options = members.filter(({ id, keptAs }) => id === keptAs).map(({ id, name }) => ({ value: id, text: name }))
  return {
    ...at(asked),
    title: 'Keep a statement of disagreement',
    lead: 'What a child or a parent says against something that is recorded. It stands beside the record, on its prints, and in the answer to whoever asks what is held.',
    groups: [
      {
        fields: [
          { kind: 'line', name: 'who', label: 'Who says it?' },
          { kind: 'radios', name: 'class', label: 'About which part of the record?', options: optionsOf(classWords, open) },
          { kind: 'line', name: 'about', label: 'About which words?' },
          { kind: 'lines', name: 'words', label: 'What do they say?', rows: 6 },
          { kind: 'radios', name: 'captured', label: 'How was it given?', options: optionsOf(capturedWords) },
          { kind: 'day', name: 'saidOn', label: 'On which day?' },
        ],
      },
      {
        heading: 'Who may not be shown it',
        look: 'folded',
        fields: [{ kind: 'select', name: 'withheldFrom', label: 'From whom of the family is it withheld?', none: 'Nobody', options }],
      },
    ],
    submit: 'Keep',
    first: {
      ...dayValues('saidOn', asked.visit.today),
      ...(one ? { class: one.class, who: one.askedBy, about: one.said.slice(0, 500) } : {}),
    },
  }
}

/** The fields of a record, to be corrected. */
export async function correctionFields(asked: LookedAt, record: RightRecord): Promise<Pick<FieldGroup, 'fields'>> {
  const how = { kind: 'radios', name: 'captured', label: 'How was it given?', options: optionsOf(capturedWords) } as const
  if (record.source === 'own_words') return { fields: [{ kind: 'lines', name: 'words', label: 'Their words', rows: 6 }, how] }
  if (record.source === 'scale_reading')
    return {
      fields: [
        {
          ...{ kind: 'select', name: 'answer', label: record.question },
          options: scaleAnswers.map((value) => ({ value, text: absenceWords[value as keyof typeof absenceWords] ?? value })),
        },
        { kind: 'lines', name: 'why', label: 'Why that number, or why none?', rows: 3 },
        { kind: 'lines', name: 'oneHigher', label: 'What would make it one higher?', rows: 3 },
        { ...how, label: 'If there is a number: how was it given?' },
      ],
    }
  const codes = (await findCodes(asked.tx, asked.visit.today)).filter(({ list }) => list === record.kind)
  return {
    fields: [
      {
        ...{ kind: 'select', name: 'answer', label: factWords[record.kind as FactKind] },
        options: [...codes.map(({ code, label }) => ({ value: code, text: label })), ...optionsOf(standingAnswers)],
      },
      { kind: 'line', name: 'words', label: 'In words', hint: 'Only where there is more to say' },
      { kind: 'line', name: 'origin', label: 'Who says so?' },
      { kind: 'day', name: 'knownOn', label: 'Known on' },
    ],
  }
}

/** What stands in them first. */
export function correctionValues(record: RightRecord): FormBody {
  if (record.source === 'own_words') return { words: record.words, captured: record.captured }
  if (record.source === 'scale_reading')
    return {
      ...{ answer: record.standing === 'read' ? String(record.value) : record.standing, why: record.why },
      ...{ oneHigher: record.one_higher, captured: record.captured ?? '' },
    }
  return {
    ...{ answer: record.standing === 'answered' ? (record.code ?? '') : record.standing, words: record.words, origin: record.origin },
    ...dayValues('knownOn', record.known_on),
  }
}
