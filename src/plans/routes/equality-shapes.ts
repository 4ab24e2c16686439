import type { Asked, AskedBoard } from '#governance/public-data.ts'
import { findMatters } from '#meetings/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { equalityPaths } from '../paths.ts'
import { findPlansOf } from '../queries/references.ts'
import { conclusionWords, eqiaStageWords, impactWords } from '../words/equality.ts'
import { sightWords } from '../words/plan.ts'
import type { AskedEqia, AskedEqiaLine } from './equality.tsx'

async function eqiaFields({ reader, visit }: Asked, body: string): Promise<readonly FieldSpec[]> {
  const span = { from: visit.today.subtract({ years: 2 }), until: visit.today.add({ days: 1 }) }
  const [plans, matters] = await Promise.all([findPlansOf(reader, body), findMatters(reader, { body, ...span })])
  const decisions = matters.filter(({ kind }) => kind === 'decision')
  return [
    { kind: 'line', name: 'title', label: 'What is it called?' },
    { kind: 'radios', name: 'stage', label: 'How far does it go?', options: optionsOf(eqiaStageWords) },
    { kind: 'lines', name: 'about', label: 'What is proposed, and who is affected?' },
    {
      ...{ kind: 'select', name: 'subject', label: 'Which plan or decision is it of?', none: 'None of these yet' },
      options: [
        ...plans.map(({ id, title }) => ({ value: id, text: `Plan: ${title}` })),
        ...decisions.map(({ id, title, on }) => ({ value: id, text: `Decision of ${dayInWords(on)}: ${title.slice(0, 100)}` })),
      ],
    },
    { kind: 'radios', name: 'sight', label: 'Who may know of it?', options: optionsOf(sightWords) },
  ]
}

const listCrumbs = ({ slug, name }: { readonly slug: string; readonly name: string }) => [
  { text: name, href: `/boards/${slug}` },
  { text: 'Equality impact assessments', href: equalityPaths.ofBoard(slug) },
]
const crumbs = ({ board, eqia }: AskedEqia) => [...listCrumbs(board), { text: eqia.title, href: equalityPaths.assessment(eqia.id) }]

/** The form of a new assessment. */
export async function beginEqiaShape(asked: AskedBoard): Promise<FormShape> {
  return {
    title: 'Begin an equality impact assessment',
    caption: asked.body.name,
    lead: 'It belongs before the decision: the page says when it was finished only afterwards.',
    breadcrumbs: listCrumbs(asked.body),
    groups: [{ fields: await eqiaFields(asked, asked.body.id) }],
    submit: 'Begin',
    first: { sight: 'draft' },
    cancel: equalityPaths.ofBoard(asked.body.slug),
  }
}

/** The form of an assessment's details. */
export async function eqiaShape(asked: AskedEqia): Promise<FormShape> {
  const { id, body, title, stage, about, plan, decision, sight, version } = asked.eqia
  return {
    title: 'Change the details',
    caption: title,
    breadcrumbs: crumbs(asked),
    groups: [{ fields: await eqiaFields(asked, body) }],
    submit: 'Save',
    first: { title, stage, about, subject: plan ?? decision ?? '', sight },
    version,
    cancel: equalityPaths.assessment(id),
  }
}

/** The form of one characteristic. */
export function eqiaLineShape(asked: AskedEqiaLine): FormShape {
  const { eqia, characteristic, line } = asked
  return {
    title: characteristic.name,
    caption: eqia.title,
    lead: `Looked at because of: ${characteristic.source}.`,
    breadcrumbs: crumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'impact', label: 'What would it mean for them?', options: optionsOf(impactWords) },
          { kind: 'lines', name: 'evidence', label: 'What is known, and from where?' },
          { kind: 'lines', name: 'mitigation', label: 'What is done about it?' },
          { kind: 'line', name: 'owner', label: 'Who sees to that?' },
          { kind: 'day', name: 'reviewOn', label: 'When is it looked at again?' },
        ],
      },
    ],
    submit: 'Save',
    first: line
      ? {
          ...{ impact: line.impact, evidence: line.evidence, mitigation: line.mitigation, owner: line.ownerName },
          ...dayValues('reviewOn', line.reviewOn ?? undefined),
        }
      : {},
    version: line?.version,
    cancel: equalityPaths.assessment(eqia.id),
  }
}

/** The form that finishes an assessment. */
export function finishEqiaShape(asked: AskedEqia): FormShape {
  const { id, title, stage, version } = asked.eqia
  const offered = optionsOf(conclusionWords).filter(({ value }) => value !== 'full' || stage === 'screening')
  return {
    title: 'Finish this assessment',
    caption: title,
    lead: 'It stays as it is from now on, under its day. What is to be improved can still be added.',
    breadcrumbs: crumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'conclusion', label: 'What follows from it?', options: offered },
          { kind: 'lines', name: 'why', label: 'Why?', rows: 3 },
          { kind: 'day', name: 'doneOn', label: 'Finished on' },
          {
            ...{ kind: 'radios', name: 'sight', label: 'Who may know of it?' },
            options: optionsOf({ public: sightWords.public, members: sightWords.members }),
          },
        ],
      },
    ],
    submit: 'Finish',
    first: { sight: 'public', ...dayValues('doneOn', asked.visit.today) },
    version,
    cancel: equalityPaths.assessment(id),
  }
}

/** The form of something to be improved. */
export function improveShape(asked: AskedEqia): FormShape {
  return {
    title: 'Add something to be improved',
    caption: asked.eqia.title,
    breadcrumbs: crumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'text', label: 'What is to be improved?', rows: 3 },
          { kind: 'line', name: 'owner', label: 'Who sees to it?' },
          { kind: 'day', name: 'dueOn', label: 'By when?' },
        ],
      },
    ],
    submit: 'Add',
    first: {},
    cancel: equalityPaths.assessment(asked.eqia.id),
  }
}
