import type { Reader } from '#platform/database/session.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FieldGroup, FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { Visit } from '#platform/web/visit.ts'
import { gradeFields, standardFields } from '../forms/audit-tool.ts'
import { type NamedFields, namedFirst, placesOf } from '../forms/named.ts'
import { levelNumbers } from '../forms/thresholds.ts'
import { tierFields } from '../forms/tiers.ts'
import { settledPaths } from '../paths.ts'
import { listAuditTools } from '../queries/audit-tools.ts'
import { listClosingDocuments } from '../queries/closing.ts'
import { listDisputeRules } from '../queries/dispute-rules.ts'
import { listThresholds } from '../queries/thresholds.ts'
import { listTierDocuments } from '../queries/tiers.ts'
import { toldAsItself } from '../rules/closing.ts'
import { tierNames } from '../rules/tiers.ts'
import { closureWords } from '../words/casework.ts'
import { reportedWords } from '../words/movement.ts'
import { families } from './shapes.ts'

const settledHome = { text: 'What the partnership has settled', href: settledPaths.home() }

/** The form that settles thresholds from a day on; it begins with the words of the latest. */
export async function thresholdsShape(reader: Reader, visit: Visit): Promise<FormShape> {
  const [latest] = await listThresholds(reader)
  return {
    title: 'Set thresholds of need from a day on',
    lead: 'They hold from the day you choose, and stand with your name. Levels that were said before stay by the thresholds of their day.',
    breadcrumbs: [families, settledHome, { text: 'Levels of need', href: settledPaths.levels() }],
    cancel: settledPaths.levels(),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'name', label: 'What is the document called?' },
          { kind: 'day', name: 'startsOn', label: 'From which day on?', hint: 'Tomorrow or later' },
          { kind: 'line', name: 'source', label: 'Who decided it, and where is it published?' },
        ],
      },
      ...levelNumbers.map(levelGroup),
    ],
    submit: 'Set and sign',
    first: {
      ...dayValues('startsOn', visit.today.add({ days: 1 })),
      ...Object.fromEntries(
        (latest?.levels ?? []).flatMap(({ level, name, means }) => [
          [`name${level}`, name],
          [`means${level}`, means],
        ]),
      ),
    },
  }
}

const levelGroup = (level: number): FieldGroup => ({
  ...{ heading: level === 1 ? 'Level 1, the lowest' : `Level ${level}`, look: level > 2 ? 'folded' : 'boxed' },
  fields: [
    { kind: 'line', name: `name${level}`, label: `What is level ${level} called?` },
    { kind: 'lines', name: `means${level}`, label: `What does level ${level} mean?`, hint: 'Shown to whoever says a level' },
  ],
})

/** The form that settles what an audit asks from a day on; it begins with the words of the latest. */
export async function auditToolShape(reader: Reader, visit: Visit): Promise<FormShape> {
  const [latest] = await listAuditTools(reader)
  const [standards, grades] = [latest?.standards ?? [], latest?.grades ?? []]
  return {
    title: 'Set what a review asks from a day on',
    lead: 'It stands with your name. A month is reviewed by what holds on its first day, so nothing changes for months that began before yours.',
    breadcrumbs: [families, settledHome, { text: 'What a review of quality asks', href: settledPaths.audit() }],
    cancel: settledPaths.audit(),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'name', label: 'What is it called?' },
          { kind: 'day', name: 'startsOn', label: 'From which day on?', hint: 'Tomorrow or later; the first day of a month is clearest' },
          { kind: 'line', name: 'source', label: 'Who decided it, and when?' },
        ],
      },
      ...namedGroups(standardFields, 'standard', standards.length, (at) => `What does standard ${at} ask?`),
      ...namedGroups(gradeFields, 'grade', grades.length, (at) => `What does grade ${at} mean?`, 'Grade 1, the best'),
      {
        heading: 'Themes',
        look: 'boxed',
        fields: [
          { kind: 'lines', name: 'themes', label: 'Which themes can a reviewer name?', hint: 'One on a line, at most thirty', rows: 8 },
        ],
      },
    ],
    submit: 'Set and sign',
    first: {
      ...dayValues('startsOn', visit.today.with({ day: 1 }).add({ months: 1 })),
      ...namedFirst('standard', standards),
      ...namedFirst('grade', grades),
      themes: (latest?.themes ?? []).join('\n'),
    },
  }
}

/** A group of the form for each named thing; those beyond what was held before are folded. */
function namedGroups(of: NamedFields, word: string, held: number, means: (at: number) => string, first?: string): readonly FieldGroup[] {
  return placesOf(of).map((at) => ({
    heading: at === 1 && first !== undefined ? first : `${word.charAt(0).toUpperCase()}${word.slice(1)} ${at}`,
    look: at > Math.max(held, of.least) ? 'folded' : 'boxed',
    fields: [
      { kind: 'line', name: `${of.called}${at}`, label: `What is ${word} ${at} called?` },
      { kind: 'lines', name: `${of.called}${at}means`, label: means(at) },
    ],
  }))
}

/** The form that settles tiers from a day on; it begins with the words of the latest. */
export async function tiersShape(reader: Reader, visit: Visit): Promise<FormShape> {
  const documents = await listTierDocuments(reader)
  const [latest] = documents
  const tiers = latest?.tiers ?? []
  const names = tierNames(documents, latest?.startsOn ?? visit.today)
  const whatItIs = [
    ...[...names].map(([code, name]) => ({ value: code, text: `${name}, which goes on` })),
    { value: 'new', text: 'A new tier' },
    { value: 'new-statutory', text: 'A new tier that only an accepted step-up enters' },
  ]
  return {
    title: 'Set tiers of help from a day on',
    lead: 'They hold from the day you choose, and stand with your name. A tier that goes on may be called otherwise: it is read by the words of its day.',
    breadcrumbs: [families, settledHome, { text: 'Tiers of help', href: settledPaths.tiers() }],
    cancel: settledPaths.tiers(),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'name', label: 'What are these tiers called together?' },
          { kind: 'day', name: 'startsOn', label: 'From which day on?', hint: 'Tomorrow or later' },
          { kind: 'line', name: 'source', label: 'Who decided it, and where is it published?' },
          {
            ...{ kind: 'select', name: 'entry', label: 'Which tier does a family enter when it agrees to an assessment?' },
            options: placesOf(tierFields).map((at) => ({ value: String(at), text: `Tier ${at} below` })),
          },
        ],
      },
      ...namedGroups(tierFields, 'tier', tiers.length, (at) => `What does tier ${at} mean?`).map((group, index) => ({
        ...group,
        fields: [
          ...group.fields,
          {
            kind: 'select' as const,
            name: `tier${index + 1}is`,
            label: `Is tier ${index + 1} new, or one that goes on?`,
            options: whatItIs,
          },
        ],
      })),
    ],
    submit: 'Set and sign',
    first: {
      ...dayValues('startsOn', visit.today.add({ days: 1 })),
      ...namedFirst('tier', tiers),
      ...Object.fromEntries(tiers.map(({ code }, index) => [`tier${index + 1}is`, code])),
      entry: String(tiers.findIndex(({ code }) => code === latest?.entry) + 1),
    },
  }
}

/** The form that settles by which words records are closed, from a day on; it begins with the latest. */
export async function closingWordsShape(reader: Reader, visit: Visit): Promise<FormShape> {
  const [latest] = await listClosingDocuments(reader)
  const reasons = latest?.reasons ?? []
  return {
    title: 'Set words of reasons for closing from a day on',
    lead: 'They hold from the day you choose, and stand with your name. Records that are closed keep the words of their day, and figures count the reason whatever it is called.',
    breadcrumbs: [families, settledHome, { text: 'Reasons for closing', href: settledPaths.closing() }],
    cancel: settledPaths.closing(),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'name', label: 'What are they called together?' },
          { kind: 'day', name: 'startsOn', label: 'From which day on?', hint: 'Tomorrow or later' },
          { kind: 'line', name: 'source', label: 'Who decided it, and when?' },
        ],
      },
      ...reasons.map(({ reason }): FieldGroup => {
        const called = closureWords[reason]
        const itself = toldAsItself[reason]
        return {
          heading: `Counted as: ${called}`,
          fields: [
            {
              ...{ kind: 'lines', name: `words-${reason}`, label: `Our words for: ${called}`, rows: 3 },
              hint: `One on a line, at most six.${itself ? ` Always reported as: ${reportedWords[itself]}` : ''}`,
            },
            ...(itself
              ? []
              : [
                  {
                    kind: 'select' as const,
                    name: `told-${reason}`,
                    label: `As what is it reported: ${called}?`,
                    options: optionsOf(reportedWords),
                  },
                ]),
          ],
        }
      }),
    ],
    submit: 'Set and sign',
    first: {
      ...dayValues('startsOn', visit.today.add({ days: 1 })),
      ...Object.fromEntries(reasons.map(({ reason, names }) => [`words-${reason}`, names.join('\n')])),
      ...Object.fromEntries(reasons.map(({ reason, reportedAs }) => [`told-${reason}`, reportedAs])),
    },
  }
}

/** The form that settles who decides where two sides of a transition disagree, from a day on. */
export async function disputeRuleShape(reader: Reader, visit: Visit): Promise<FormShape> {
  const [latest] = await listDisputeRules(reader)
  return {
    title: 'Set who settles disagreements from a day on',
    lead: 'It holds from the day you choose, and stands with your name. A disagreement goes the way that holds on the day it is said.',
    breadcrumbs: [families, settledHome, { text: 'Where two sides disagree', href: settledPaths.disputes() }],
    cancel: settledPaths.disputes(),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'whom', label: 'Who settles it?', hint: 'For example: the managers of both sides, together' },
          { kind: 'number', name: 'days', label: 'Within how many days?', hint: 'From 1 to 60' },
          { kind: 'day', name: 'startsOn', label: 'From which day on?', hint: 'Tomorrow or later' },
          { kind: 'line', name: 'source', label: 'Who decided it, and when?' },
        ],
      },
    ],
    submit: 'Set and sign',
    first: {
      ...dayValues('startsOn', visit.today.add({ days: 1 })),
      ...(latest && { whom: latest.whom, days: String(latest.days) }),
    },
  }
}
