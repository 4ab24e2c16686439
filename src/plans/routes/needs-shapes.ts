import { type Asked, type AskedBoard, listAreas } from '#governance/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues, type FormBody } from '#platform/web/forms.ts'
import { needsPaths, planPaths } from '../paths.ts'
import {
  type Assessment,
  type AssessmentRow,
  findAssessmentAreas,
  findAssessmentRows,
  findNeedUses,
  listAssessmentKinds,
  listAssessments,
} from '../queries/needs.ts'
import { type AssessmentRowKind, basisKind } from '../rules/needs.ts'
import { assessmentRowWords, citedAs, rankWords } from '../words/needs.ts'
import { sightWords } from '../words/plan.ts'
import type { AskedPriority } from './gates.ts'
import type { AskedAssessment, AskedAssessmentRow } from './needs-gates.ts'

async function assessmentFields({ reader, visit }: Asked): Promise<readonly FieldSpec[]> {
  const [kinds, areas] = await Promise.all([listAssessmentKinds(reader), listAreas(reader, visit.today)])
  const kind: FieldSpec = {
    ...{ kind: 'radios', name: 'kind', label: 'What kind of assessment is it?' },
    options: kinds.map(({ code, name }) => ({ value: code, text: name })),
  }
  return [
    { kind: 'line', name: 'title', label: 'What is it called?' },
    kind,
    { kind: 'line', name: 'topic', label: 'Topic', hint: 'For example, emotional health in the teens' },
    { kind: 'line', name: 'population', label: 'Which group of people is it about?', hint: 'For example, children of 11 to 17 years' },
    {
      ...{ kind: 'boxes', name: 'areas', label: 'Which areas is it about?' },
      options: areas.map(({ id, name, kindLabel }) => ({ value: id, text: name, hint: kindLabel })),
    },
    { kind: 'lines', name: 'summary', label: 'What does it say in short?', hint: 'Leave empty until it is written' },
    {
      ...{ kind: 'select', name: 'rank', label: 'How urgent is it?', none: 'Not settled yet' },
      options: optionsOf(rankWords),
    },
    { kind: 'lines', name: 'why', label: 'Why is it proposed, and why is it that urgent?', rows: 3 },
    { kind: 'radios', name: 'sight', label: 'Who may know of it until it is published?', options: optionsOf(sightWords) },
  ]
}

const boardCrumbs = ({ slug, name }: { readonly slug: string; readonly name: string }) => [
  { text: name, href: `/boards/${slug}` },
  { text: 'Needs assessments', href: needsPaths.ofBoard(slug) },
]
const crumbs = ({ board, assessment }: AskedAssessment) => [
  ...boardCrumbs(board),
  { text: assessment.title, href: needsPaths.assessment(assessment.id) },
]

/** The form of a proposal. */
export async function proposeShape(asked: AskedBoard): Promise<FormShape> {
  return {
    title: 'Propose a needs assessment',
    caption: asked.body.name,
    lead: 'It stands in the programme of the board from now on, for those who may know of it.',
    breadcrumbs: boardCrumbs(asked.body),
    groups: [{ fields: await assessmentFields(asked) }],
    submit: 'Propose',
    first: { sight: 'members' },
    cancel: needsPaths.ofBoard(asked.body.slug),
  }
}

/** The form of an assessment's details. */
export async function assessmentShape(asked: AskedAssessment): Promise<FormShape> {
  const { assessment } = asked
  const { kind, title, topic, population, summary, rank, why, sight, version } = assessment
  return {
    title: 'Change the details',
    caption: title,
    breadcrumbs: crumbs(asked),
    groups: [{ fields: await assessmentFields(asked) }],
    submit: 'Save',
    first: {
      ...{ kind, title, topic, population, summary, rank: rank ?? '', why, sight },
      areas: [...(await findAssessmentAreas(asked.reader, assessment.id))],
    },
    version,
    cancel: needsPaths.assessment(assessment.id),
  }
}

function rowFields(kind: AssessmentRowKind, rows: readonly AssessmentRow[]): readonly FieldSpec[] {
  const basis = basisKind(kind)
  const offered = rows.filter((row) => row.kind === basis)
  const words: readonly FieldSpec[] = [
    { kind: 'lines', name: 'title', label: kind === 'evidence' ? 'What is it?' : assessmentRowWords[kind].noun, rows: 2 },
    {
      ...{ kind: 'lines', name: 'text', rows: 4 },
      label: kind === 'gap' ? 'How could it be found out?' : kind === 'evidence' ? 'What should a reader know of it?' : 'More about it',
      hint: 'Leave empty where there is nothing more to say',
    },
  ]
  if (kind === 'evidence')
    return [
      ...words,
      { kind: 'line', name: 'source', label: 'Who published or holds it?' },
      { kind: 'day', name: 'datedOn', label: 'On which day was it published or collected?', hint: 'Leave empty where that is not known' },
      { kind: 'line', name: 'licence', label: 'Under what licence may it be used?', hint: 'For example, Open Government Licence v3.0' },
      { kind: 'line', name: 'address', label: 'Where can it be read?' },
    ]
  if (offered.length === 0) return words
  const basisField: FieldSpec = {
    ...{ kind: 'boxes', name: 'basis', label: kind === 'need' ? 'Which findings say so?' : 'Which evidence does it rest on?' },
    options: offered.map((row) => ({ value: row.id, text: `${citedAs(row)}: ${row.title}` })),
  }
  return [...words, basisField]
}

/** The form of something new in an assessment. */
export async function newRowShape(asked: AskedAssessment, kind: AssessmentRowKind): Promise<FormShape> {
  return {
    title: assessmentRowWords[kind].add,
    caption: asked.assessment.title,
    breadcrumbs: crumbs(asked),
    groups: [{ fields: rowFields(kind, await findAssessmentRows(asked.reader, [asked.assessment.id])) }],
    submit: 'Add',
    first: {},
    cancel: needsPaths.assessment(asked.assessment.id),
  }
}

/** The form of something that stands in an assessment. */
export async function changedRowShape(asked: AskedAssessmentRow): Promise<FormShape> {
  const { row, assessment } = asked
  const { title, text, source, datedOn, licence, address, basis, version } = row
  const first: FormBody = { title, text, source, licence, address, basis: [...basis], ...dayValues('datedOn', datedOn ?? undefined) }
  return {
    title: `Change: ${citedAs(row).toLowerCase()}`,
    caption: assessment.title,
    breadcrumbs: crumbs(asked),
    groups: [{ fields: rowFields(row.kind, await findAssessmentRows(asked.reader, [assessment.id])) }],
    submit: 'Save',
    first,
    version,
    cancel: needsPaths.assessment(assessment.id),
  }
}

/** The form that publishes an assessment. */
export function publishAssessmentShape(asked: AskedAssessment): FormShape {
  return {
    title: 'Publish this assessment',
    caption: asked.assessment.title,
    lead: 'Plans can cite its needs and findings from now on. What stands in it stays as it is.',
    breadcrumbs: crumbs(asked),
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'sight', label: 'Who may know of it?' },
            options: optionsOf({ public: sightWords.public, members: sightWords.members }),
          },
          { kind: 'day', name: 'publishedOn', label: 'Published on' },
          { kind: 'day', name: 'nextOn', label: 'By when is it to be done anew?', hint: 'Leave empty where that is not settled' },
        ],
      },
    ],
    submit: 'Publish',
    first: { sight: 'public', ...dayValues('publishedOn', asked.visit.today) },
    version: asked.assessment.version,
    cancel: needsPaths.assessment(asked.assessment.id),
  }
}

/** The form that declines a proposal or withdraws an assessment. */
export function endAssessmentShape(asked: AskedAssessment, to: 'declined' | 'withdrawn'): FormShape {
  const isDecline = to === 'declined'
  return {
    title: isDecline ? 'Decline this assessment' : 'Withdraw this assessment',
    caption: asked.assessment.title,
    lead: isDecline ? 'It stays in the programme with the reason.' : 'It can still be read, with the reason why one should not rely on it.',
    breadcrumbs: crumbs(asked),
    groups: [{ fields: [{ kind: 'lines', name: 'reason', label: 'Why?', rows: 3 }] }],
    submit: isDecline ? 'Decline' : 'Withdraw',
    look: 'warning',
    warning: 'This cannot be taken back.',
    first: {},
    version: asked.assessment.version,
    cancel: needsPaths.assessment(asked.assessment.id),
  }
}

/** The form that says on which needs and findings a priority rests. */
export async function behindShape({ reader, priority, head }: AskedPriority): Promise<FormShape> {
  const published = (await listAssessments(reader)).filter(({ state }) => state === 'published')
  const [rows, uses] = await Promise.all([
    findAssessmentRows(
      reader,
      published.map(({ id }) => id),
    ),
    findNeedUses(reader, { priority: priority.id }),
  ])
  const open = new Set(uses.filter(({ endsOn }) => endsOn === null).map(({ row }) => row))
  const all = published.length === 0 ? [] : published
  return {
    title: 'Say which needs are behind it',
    caption: priority.title,
    lead:
      all.length === 0
        ? 'No needs assessment is published yet. Publish one first: its needs and findings can then be chosen here.'
        : 'Choose the needs that this priority serves and the findings that it had regard to.',
    breadcrumbs: [
      { text: head.title, href: planPaths.plan(head.id) },
      { text: priority.title, href: planPaths.priority(priority.id) },
    ],
    closed: all.length === 0,
    groups: [
      {
        fields: [
          { kind: 'boxes', name: 'rows', label: 'Needs and findings', options: all.flatMap((one) => offeredOf(one, rows)) },
          { kind: 'lines', name: 'why', label: 'How did they shape it?', hint: 'Kept with those that you add', rows: 3 },
        ],
      },
    ],
    submit: 'Save',
    first: { rows: [...open] },
    cancel: planPaths.priority(priority.id),
  }
}

function offeredOf({ id, title, publishedOn }: Assessment, rows: readonly AssessmentRow[]) {
  const of = publishedOn === null ? title : `${title}, ${dayInWords(publishedOn)}`
  return (['need', 'finding'] as const).flatMap((kind) =>
    rows
      .filter((row) => row.assessment === id && row.kind === kind)
      .map((row) => ({ value: row.id, text: `${citedAs(row)}: ${row.title}`, hint: of })),
  )
}
