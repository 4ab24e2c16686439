import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { scaleAnswers } from '../forms/voice.ts'
import { familyPaths, familyVoicePaths } from '../paths.ts'
import { findNames } from '../queries/names.ts'
import { findMembers } from '../queries/people.ts'
import { type findStatements, findVoiceRule, type VoiceRule } from '../queries/voice.ts'
import { partWords } from '../words/casework.ts'
import { absenceWords, capturedWords, occasionWords } from '../words/voice.ts'
import type { AskedCasework } from './gates.ts'
import type { LookedAt } from './sections.tsx'

const at = ({ family }: LookedAt) => ({
  caption: `${family.label}, ${family.reference}`,
  breadcrumbs: [
    { text: 'Families', href: familyPaths.list() },
    { text: family.label, href: familyPaths.family(family.id) },
    { text: 'What they say', href: familyVoicePaths.section(family.id) },
  ],
  cancel: familyVoicePaths.section(family.id),
})
async function peopleOf({ tx, family }: LookedAt) {
  const members = (await findMembers(tx, family.family)).filter(({ id, keptAs }) => id === keptAs)
  return members.map(({ id, name, part }) => ({ value: id, text: `${name} (${partWords[part].toLowerCase()})` }))
}
async function forAccess(asked: LookedAt): Promise<readonly FieldSpec[]> {
  return [
    { kind: 'tick', name: 'tellsOfOthers', label: 'It tells of somebody outside the family' },
    {
      kind: 'select',
      name: 'withheldFrom',
      label: 'Is it said in confidence from one of the family?',
      options: await peopleOf(asked),
      none: 'No',
    },
  ]
}

/** The form by which a statement is written or changed: a worry with what it will look like when it is gone. */
export async function statementShape(asked: LookedAt, was?: Awaited<ReturnType<typeof findStatements>>[number]): Promise<FormShape> {
  const { tx, visit } = asked
  const { worriedLabel, wellLabel, happenLabel } = await findVoiceRule(tx, visit.today)
  const first = was && {
    ...{ kind: was.kind, words: was.words, goal: was.goal, forHowLong: was.forHowLong, whose: was.whose, about: was.about ?? '' },
    ...{ ...dayValues('saidOn', was.saidOn), withheldFrom: was.withheldFrom ?? '', ...(was.tellsOfOthers ? { tellsOfOthers: 'yes' } : {}) },
  }
  return {
    ...at(asked),
    title: was ? 'Change what is written' : 'Write what they say',
    lead: 'In the family’s words. A worry is written together with what it will look like when it is gone.',
    groups: [
      {
        fields: [
          {
            kind: 'radios',
            name: 'kind',
            label: 'What is it?',
            options: optionsOf({ worried: worriedLabel, well: wellLabel, happen: happenLabel }),
          },
          { kind: 'lines', name: 'words', label: 'What do they say?' },
          { kind: 'line', name: 'whose', label: 'Whose words are these?' },
          { kind: 'select', name: 'about', label: 'About whom?', options: await peopleOf(asked), none: 'The whole family' },
          { kind: 'day', name: 'saidOn', label: 'On which day?' },
        ],
      },
      {
        heading: 'If it is a worry',
        fields: [
          { kind: 'lines', name: 'goal', label: 'What will it look like when it is better?' },
          { kind: 'line', name: 'forHowLong', label: 'For how long must it be so?', hint: 'For example: for six weeks' },
        ],
      },
      { heading: 'Who may not be shown it', look: 'folded', fields: await forAccess(asked) },
    ],
    submit: was ? 'Save' : 'Write',
    ...(was ? { version: was.version } : {}),
    first: first ?? dayValues('saidOn', visit.today),
  }
}

/** The form by which somebody's other view is written beside a statement. */
export function disputeShape(asked: LookedAt, statement: { readonly words: string; readonly whose: string }): FormShape {
  return {
    ...at(asked),
    title: 'Somebody sees it otherwise',
    lead: `${statement.whose} said: “${statement.words}” That stays as it is; the other words stand beside it.`,
    groups: [
      {
        fields: [
          { kind: 'line', name: 'who', label: 'Who sees it otherwise?' },
          { kind: 'lines', name: 'words', label: 'What do they say?' },
          { kind: 'day', name: 'saidOn', label: 'On which day?' },
        ],
      },
    ],
    submit: 'Write it beside',
    first: dayValues('saidOn', asked.visit.today),
  }
}

const answerTexts = ({ lowWords, highWords }: VoiceRule): Readonly<Record<string, string>> => ({
  ...absenceWords,
  '10': `10: ${highWords}`,
  '0': `0: ${lowWords}`,
})

/** The form by which a number is recorded that somebody gave, or that there is none. */
export async function readingShape(asked: LookedAt): Promise<FormShape> {
  const { tx, visit, family } = asked
  const rule = await findVoiceRule(tx, visit.today)
  const texts = answerTexts(rule)
  const lead = family.lead ? (await findNames(tx, [family.lead.person])).get(family.lead.person) : undefined
  return {
    ...at(asked),
    title: 'Record a number',
    lead: rule.question,
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'who', label: 'Whose number is it?' },
            options: [
              ...(await peopleOf(asked)),
              { value: 'lead', text: `The lead professional${lead ? `, ${lead}` : ''}`, hint: 'Write the name below' },
              { value: 'other', text: 'Somebody else', hint: 'Write the name below' },
            ],
          },
          { kind: 'line', name: 'name', label: 'Name of the lead or of somebody else' },
          {
            kind: 'radios',
            name: 'answer',
            label: rule.question,
            options: scaleAnswers.map((value) => ({ value, text: texts[value] ?? value })),
          },
          { kind: 'lines', name: 'why', label: 'Why that number, or why none?', rows: 3 },
          { kind: 'lines', name: 'oneHigher', label: 'What would make it one higher?', rows: 3 },
          { kind: 'radios', name: 'captured', label: 'If there is a number: how was it given?', options: optionsOf(capturedWords) },
          { kind: 'day', name: 'saidOn', label: 'On which day?' },
          { kind: 'radios', name: 'occasion', label: 'At what?', options: optionsOf(occasionWords) },
        ],
      },
    ],
    submit: 'Record',
    first: dayValues('saidOn', visit.today),
  }
}

/** The form by which words and a drawing are kept. */
export async function wordsShape(asked: LookedAt): Promise<FormShape> {
  return {
    ...at(asked),
    title: 'Keep words or a drawing',
    lead: 'As they said it. A drawing is kept with this record and nowhere else.',
    groups: [
      {
        fields: [
          {
            kind: 'radios',
            name: 'who',
            label: 'Whose is it?',
            options: [...(await peopleOf(asked)), { value: 'other', text: 'Somebody else', hint: 'Write the name below' }],
          },
          { kind: 'line', name: 'name', label: 'Name of somebody else' },
          { kind: 'day', name: 'saidOn', label: 'On which day?' },
          { kind: 'lines', name: 'words', label: 'Their words', rows: 6 },
          { kind: 'file', name: 'file', label: 'A drawing', hint: 'A photograph of it, as JPEG or PNG' },
          {
            kind: 'lines',
            name: 'described',
            label: 'What does the drawing show?',
            hint: 'Ask them, and write what they say: it is read out to whoever cannot see it',
            rows: 3,
          },
          { kind: 'radios', name: 'captured', label: 'How was it given?', options: optionsOf(capturedWords) },
        ],
      },
      { heading: 'Who may not be shown it', look: 'folded', fields: await forAccess(asked) },
    ],
    submit: 'Keep',
    first: dayValues('saidOn', asked.visit.today),
  }
}

/** The form by which a partnership says how the columns are called, and how it asks. */
export async function practiceShape({ reader, visit }: AskedCasework): Promise<FormShape> {
  const rule = await findVoiceRule(reader, visit.today)
  return {
    ...{
      title: 'How we ask and what we call it',
      breadcrumbs: [{ text: 'Families', href: familyPaths.list() }],
      cancel: familyPaths.list(),
    },
    lead: 'It holds from the day you say. What was asked before keeps the words in which it was asked.',
    groups: [
      {
        heading: 'The three columns',
        fields: [
          { kind: 'line', name: 'worriedLabel', label: 'Worries' },
          { kind: 'line', name: 'wellLabel', label: 'What goes well' },
          { kind: 'line', name: 'happenLabel', label: 'What needs to happen' },
        ],
      },
      {
        heading: 'From 0 to 10',
        fields: [
          { kind: 'line', name: 'question', label: 'The question' },
          { kind: 'line', name: 'lowWords', label: 'What 0 means' },
          { kind: 'line', name: 'highWords', label: 'What 10 means' },
          { kind: 'number', name: 'improvedStep', label: 'From how many upwards a change counts as improved' },
          { kind: 'number', name: 'silentWeeks', label: 'After how many weeks without an own number a child is listed' },
        ],
      },
      {
        fields: [
          { kind: 'line', name: 'source', label: 'Who decided it, and when?' },
          { kind: 'day', name: 'startsOn', label: 'From which day?' },
        ],
      },
    ],
    submit: 'Set',
    first: {
      ...{
        worriedLabel: rule.worriedLabel,
        wellLabel: rule.wellLabel,
        happenLabel: rule.happenLabel,
        question: rule.question,
        lowWords: rule.lowWords,
      },
      ...{ highWords: rule.highWords, improvedStep: String(rule.improvedStep), silentWeeks: String(rule.silentWeeks) },
    },
  }
}
