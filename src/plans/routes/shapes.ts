import { type AskedBoard, listBodies } from '#governance/public-data.ts'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues, type FormBody } from '#platform/web/forms.ts'
import { detailField } from '../forms/row.ts'
import { planPaths, type RowKind } from '../paths.ts'
import { listPlanTypes, type PlanHead } from '../queries/plans.ts'
import type { ActionRow, Lead, OutcomeRow, PriorityRow } from '../queries/rows.ts'
import { labelOf, ownColumns, type ShapeLevel } from '../rules/shape.ts'
import { sightWords } from '../words/plan.ts'
import type { AskedPlan } from './gates.ts'

const planFields: readonly FieldSpec[] = [
  { kind: 'line', name: 'title', label: 'What is the plan called?' },
  { kind: 'short', name: 'reference', label: 'Reference', hint: 'Leave empty where it has none' },
  { kind: 'lines', name: 'summary', label: 'What is it about?', hint: 'In plain words, for somebody who has heard nothing of it' },
  { kind: 'day', name: 'startsOn', label: 'First day that it is for', hint: 'For example, 1 4 2027' },
  { kind: 'day', name: 'lastDay', label: 'Last day that it is for' },
  { kind: 'short', name: 'reviewMonths', label: 'How many months between two reviews?', hint: 'For example, 3 for every quarter' },
]

/** The form of a new plan. */
export async function newPlanShape({ reader, body }: AskedBoard): Promise<FormShape> {
  const types = await listPlanTypes(reader)
  const type: FieldSpec = {
    ...{
      kind: 'radios',
      name: 'type',
      label: 'What kind of plan is it?',
      hint: 'The kind decides which columns it has and whose opinion it needs',
    },
    options: types.map(({ code, name }) => ({ value: code, text: name })),
  }
  return {
    title: 'Begin a plan',
    caption: body.name,
    lead: 'Nobody but those who prepare it sees it until you put it out.',
    breadcrumbs: boardCrumbs(body),
    groups: [{ fields: [type, ...planFields] }],
    submit: 'Begin',
    first: {},
    cancel: planPaths.ofBoard(body.slug),
  }
}

const boardCrumbs = ({ slug, name }: { readonly slug: string; readonly name: string }) => [
  { text: name, href: `/boards/${slug}` },
  { text: 'Plans', href: planPaths.ofBoard(slug) },
]

/** The way to a form of a plan. */
export const formCrumbs = ({ id, title }: PlanHead) => [
  { text: 'Plans', href: planPaths.all },
  { text: title, href: planPaths.plan(id) },
]

/** The page that a form of the version that is worked on leads back to. */
export const workedOnPath = ({ id, number }: PlanHead): string => planPaths.version(id, number)

/** The same at one of its rows: a browser opens what is folded around it. */
export const rowPath = (head: PlanHead, kind: RowKind, row: string): string => `${workedOnPath(head)}#${kind}-${row}`

/** The form of a plan's details. */
export function planShape({ head }: AskedPlan): FormShape {
  const { title, reference, summary, startsOn, endsOn, reviewMonths } = head
  return {
    title: 'Change the details',
    caption: title,
    breadcrumbs: formCrumbs(head),
    groups: [{ fields: planFields }],
    submit: 'Save',
    first: {
      ...{ title, reference, summary, reviewMonths: reviewMonths === null ? '' : String(reviewMonths) },
      ...dayValues('startsOn', startsOn ?? undefined),
      ...dayValues('lastDay', endsOn?.subtract({ days: 1 })),
    },
    version: head.revision,
    cancel: workedOnPath(head),
  }
}

/** The fields of a row, in the words of its shape. */
export async function rowFields({ reader, visit }: AskedPlan, level: ShapeLevel): Promise<readonly FieldSpec[]> {
  const field = (code: string, spec: (label: string) => FieldSpec): readonly FieldSpec[] => {
    const label = labelOf(level, code)
    return label === undefined ? [] : [spec(label)]
  }
  const bodies = labelOf(level, 'accountable') === undefined ? [] : await listBodies(reader, visit.today)
  const nameHint = 'One a line. A name from the directory of people or organisations is linked with it'
  return [
    ...field('reference', (label) => ({ kind: 'short', name: 'reference', label })),
    { kind: 'lines', name: 'title', label: labelOf(level, 'title') ?? level.noun, rows: 2 },
    ...field('text', (label) => ({ kind: 'lines', name: 'text', label })),
    ...field('accountable', (label) => ({
      ...{ kind: 'select', name: 'accountable', label, none: 'Not settled yet' },
      options: bodies.map(({ id, name }) => ({ value: id, text: name })),
    })),
    ...field('leads', (label) => ({ kind: 'lines', name: 'leads', label, hint: nameHint, rows: 3 })),
    ...field('sponsor', (label) => ({ kind: 'lines', name: 'sponsors', label, hint: nameHint, rows: 2 })),
    ...field('timescale', (label) => ({
      kind: 'line',
      name: 'timescale',
      label,
      hint: 'As you would write it: by end February 2027, from 24/1 to 14/2',
    })),
    ...ownColumns(level).map(({ code, label }): FieldSpec => ({ kind: 'lines', name: detailField(code), label, rows: 3 })),
  ]
}

/** The form of a row: a new one, or one of the draft. */
export async function rowShape(
  asked: AskedPlan,
  kind: RowKind,
  row: PriorityRow | OutcomeRow | ActionRow | undefined,
  underWhat: string | undefined,
): Promise<FormShape> {
  const { head } = asked
  const level = head.levels[kind] ?? head.levels.action
  return {
    title: row ? `Change: ${level.noun.toLowerCase()}` : `Add: ${level.noun.toLowerCase()}`,
    caption: underWhat ?? head.title,
    breadcrumbs: formCrumbs(head),
    groups: [{ fields: await rowFields(asked, level) }],
    submit: row ? 'Save' : 'Add',
    first: row ? firstOf(row) : {},
    version: row?.revision,
    cancel: workedOnPath(head),
  }
}

function firstOf(row: PriorityRow | OutcomeRow | ActionRow): FormBody {
  const names = (part: Lead['part']) =>
    row.leads
      .filter((lead) => lead.part === part)
      .map(({ name }) => name)
      .join('\n')
  return {
    ...{ reference: row.reference, title: row.title, text: row.text, leads: names('lead'), sponsors: names('sponsor') },
    ...('dueWords' in row ? { timescale: row.dueWords } : { accountable: row.accountable ?? '' }),
    ...Object.fromEntries(Object.entries(row.details).map(([code, words]) => [detailField(code), words])),
  }
}

const sightField: FieldSpec = {
  kind: 'radios',
  name: 'sight',
  label: 'Who may know of it?',
  options: optionsOf({ public: sightWords.public, members: sightWords.members }),
}

/** The form that puts a draft out for consultation. */
export function consultShape({ head }: AskedPlan): FormShape {
  return {
    title: 'Put out for consultation',
    caption: head.title,
    lead: 'Those who may know of it can read it from now on. To change it, take it back first.',
    breadcrumbs: formCrumbs(head),
    groups: [{ fields: [sightField] }],
    submit: 'Put out',
    first: { sight: 'public' },
    version: head.revision,
    cancel: workedOnPath(head),
  }
}

/** The form that brings a version into force. */
export function publishShape({ head, visit }: AskedPlan): FormShape {
  return {
    title: 'Bring into force',
    caption: `${head.title}, version ${head.number}`,
    lead: 'From now on the address of the plan leads to this version. Its words stay as they are; how its actions go is kept beside them.',
    breadcrumbs: formCrumbs(head),
    groups: [{ fields: [sightField, { kind: 'day', name: 'publishedOn', label: 'In force since' }] }],
    submit: 'Bring into force',
    first: { sight: 'public', ...dayValues('publishedOn', visit.today) },
    version: head.revision,
    cancel: workedOnPath(head),
  }
}

/** The form that begins a new version. */
export function reviseShape({ head }: AskedPlan): FormShape {
  return {
    title: 'Write a new version',
    caption: head.title,
    lead: 'Everything that stands in the plan is taken over. The present version stays in force until the new one is.',
    breadcrumbs: formCrumbs(head),
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'reason', label: 'Why is there a new version?', rows: 3 },
          {
            kind: 'tick',
            name: 'significant',
            label: 'It changes what was promised',
            hint: 'A significant revision is put to everybody again whose opinion the plan needs',
          },
        ],
      },
    ],
    submit: 'Begin the new version',
    first: {},
    cancel: planPaths.plan(head.id),
  }
}

/** The form that drops a version, or closes a plan. */
export function endShape({ head }: AskedPlan, what: 'drop' | 'close'): FormShape {
  const isDrop = what === 'drop'
  return {
    title: isDrop ? 'Drop this version' : 'Close this plan',
    caption: head.title,
    lead: isDrop
      ? 'It never comes into force. Nothing else changes.'
      : 'Its actions keep the colours of today. It can still be read by everybody who can now.',
    breadcrumbs: formCrumbs(head),
    groups: [{ fields: [{ kind: 'lines', name: 'reason', label: 'Why?', rows: 3 }] }],
    submit: isDrop ? 'Drop' : 'Close',
    look: 'warning',
    first: {},
    version: head.revision,
    warning: 'This cannot be taken back.',
    cancel: isDrop ? workedOnPath(head) : planPaths.plan(head.id),
  }
}
