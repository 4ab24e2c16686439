import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { toolInWords } from '../pages/audit-tool-page.tsx'
import { familyPaths, qualityPaths } from '../paths.ts'
import type { FamilyLine } from '../queries/families.ts'
import { findPosts } from '../queries/posts.ts'
import { type AuditTool, type ItemLine, listQualityRules } from '../queries/quality.ts'
import { asideWords, purposeWords } from '../words/quality.ts'
import type { AskedCasework } from './gates.ts'

const crumbs = [
  { text: 'Families', href: familyPaths.list() },
  { text: 'Quality', href: qualityPaths.home() },
]
/** The form by which it is set how records are drawn, from a day on. */
export async function qualityRuleShape({ reader, visit }: AskedCasework): Promise<FormShape> {
  const [latest] = await listQualityRules(reader)
  return {
    title: 'How records are drawn for review',
    lead: 'It holds from the day you choose, with your name. A month is drawn by what holds on its first day.',
    breadcrumbs: [
      { text: 'Families', href: familyPaths.list() },
      { text: 'How records are drawn for review', href: qualityPaths.rules() },
    ],
    cancel: qualityPaths.rules(),
    groups: [
      {
        fields: [
          { kind: 'number', name: 'atLeast', label: 'How many records a month at least?', hint: 'All are reviewed where there are fewer' },
          {
            ...{ kind: 'number', name: 'excludeMonths', label: 'For how many months is a record left out that was reviewed?' },
            hint: 'From 0, which leaves none out, to 60',
          },
          { kind: 'number', name: 'assignmentDays', label: 'For how many days does a reviewer read a record?', hint: 'From 1 to 90' },
          { kind: 'day', name: 'startsOn', label: 'From which day on?', hint: 'Today or later' },
          { kind: 'line', name: 'source', label: 'Who decided it, and when?' },
        ],
      },
    ],
    submit: 'Set and sign',
    first: {
      ...dayValues('startsOn', visit.today),
      ...(latest && {
        atLeast: String(latest.atLeast),
        excludeMonths: String(latest.excludeMonths),
        assignmentDays: String(latest.assignmentDays),
      }),
    },
  }
}

const about = ({ label, reference, draw }: ItemLine) => ({
  caption: `${label}, ${reference}`,
  breadcrumbs: [...crumbs, { text: 'Draw', href: qualityPaths.draw(draw) }],
  cancel: qualityPaths.draw(draw),
})

/** The form by which a reviewer or a moderator is assigned. */
export async function assignShape({ reader, visit }: AskedCasework, item: ItemLine): Promise<FormShape> {
  const posts = await findPosts(reader, visit.today, { role: 'co-ordinator' })
  const purpose = item.review ? 'moderate' : 'review'
  return {
    ...about(item),
    title: item.review ? 'Assign a moderator' : 'Assign a reviewer',
    lead: 'They read this record from now on, until the assignment ends. Nobody reviews a family with whom they work or worked.',
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'post', label: 'Who?' },
            options: posts.map(({ id, name, organisationName }) => ({ value: id, text: `${name}, ${organisationName}` })),
          },
          { kind: 'radios', name: 'purpose', label: 'For what?', options: optionsOf(purposeWords, [purpose]) },
        ],
      },
    ],
    submit: 'Assign',
    first: { purpose },
  }
}

/** The form by which a record is put aside. */
export function asideShape(item: ItemLine): FormShape {
  return {
    ...about(item),
    title: 'Put this record aside',
    warning: 'The next record of the same kind is drawn in its place. The reason stays with the draw.',
    groups: [{ fields: [{ kind: 'radios', name: 'because', label: 'Why?', options: optionsOf(asideWords) }] }],
    ...{ submit: 'Put aside', look: 'warning', first: {} },
  }
}

const at = (family: FamilyLine) => ({
  caption: `${family.label}, ${family.reference}`,
  breadcrumbs: [
    { text: 'Families', href: familyPaths.list() },
    { text: family.label, href: familyPaths.family(family.id) },
    { text: 'Quality', href: qualityPaths.family(family.id) },
  ],
  cancel: qualityPaths.family(family.id),
})
const gradesOf = (tool: AuditTool) =>
  tool.grades.map(({ rank, name, means }) => ({ value: String(rank), text: name, hint: means || undefined }))

/** The form of a review: the standards of the tool, each with a grade and its evidence. */
export function reviewShape(family: FamilyLine, tool: AuditTool): FormShape {
  const options = gradesOf(tool)
  return {
    ...at(family),
    title: 'Review this record',
    lead: `${toolInWords(tool)}. The lead reads it once you give it to them.`,
    groups: [
      ...tool.standards.map(({ name, words }, index) => ({
        heading: name,
        look: 'boxed' as const,
        fields: [
          { kind: 'radios' as const, name: `grade${index + 1}`, label: `Grade: ${words}`, options },
          { kind: 'lines' as const, name: `evidence${index + 1}`, label: 'What shows it?' },
        ],
      })),
      {
        heading: 'Altogether',
        fields: [
          { kind: 'radios', name: 'overall', label: 'Grade of the whole record', options },
          { kind: 'boxes', name: 'themes', label: 'Themes', options: tool.themes.map(({ id, name }) => ({ value: id, text: name })) },
          { kind: 'lines', name: 'feedback', label: 'What do you say to the lead?' },
          { kind: 'lines', name: 'action', label: 'What is to be done?', hint: 'By the lead; leave empty if nothing is' },
          { kind: 'day', name: 'actionDue', label: 'By which day?' },
        ],
      },
    ],
    submit: 'Complete the review',
    first: {},
  }
}

/** The form by which a review is moderated. */
export function moderateShape(family: FamilyLine, tool: AuditTool, version: number): FormShape {
  return {
    ...at(family),
    title: 'Moderate the review',
    lead: 'You look at whether the grade follows from the evidence. This is not a second review.',
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'overall', label: 'Grade of the whole record', options: gradesOf(tool) },
          { kind: 'lines', name: 'because', label: 'Why?' },
        ],
      },
    ],
    ...{ submit: 'Record', first: {}, version },
  }
}
