import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FieldGroup, FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AskedOf } from '../commands/plan.ts'
import type { PlanAction, PlanNeed, TeamMember, Who } from '../queries/plan.ts'
import { classWords } from '../words/casework.ts'
import { childAnswerWords } from '../words/plan.ts'
import { type AskedPlan, planForm, whoOptions, whoValue } from './plan-gate.ts'
import { postOptions } from './shapes.ts'

const yesNo = (yes: string, no: string) => [
  { value: 'yes', text: yes },
  { value: 'no', text: no },
]

/** The form by which a plan is begun. */
export function beginPlanShape(asked: AskedPlan): FormShape {
  return {
    ...planForm(asked),
    title: 'Begin the plan',
    lead: 'One plan for this family. Needs and actions follow; ask each child how they want to take part.',
    groups: [
      {
        fields: [
          { kind: 'day', name: 'agreedOn', label: 'On which day was it agreed with the family?' },
          {
            kind: 'text',
            name: 'familyWords',
            label: 'What does the family say about it?',
            hint: 'In their own words. It can follow later',
            rows: 6,
          },
        ],
      },
    ],
    submit: 'Begin',
    first: dayValues('agreedOn', asked.visit.today),
  }
}

/** The form by which the family's own words about the plan are written. */
export function planWordsShape(asked: AskedPlan): FormShape {
  const { latest } = asked.plan
  return {
    ...planForm(asked),
    title: 'What the family says',
    groups: [{ fields: [{ kind: 'text', name: 'familyWords', label: 'In the family’s own words', rows: 10 }] }],
    submit: 'Save',
    first: { familyWords: latest?.familyWords ?? '' },
    version: latest?.version,
  }
}

/** The form by which a need is entered, or its words changed. */
export function needShape(asked: AskedPlan, need?: PlanNeed): FormShape {
  const people = asked.plan.who.people.map(({ id, name }) => ({ value: id, text: name }))
  return {
    ...planForm(asked),
    title: need ? 'Change the words of a need' : 'Enter a need',
    groups: [
      {
        fields: [
          { kind: 'select', name: 'relative', label: 'Whose need is it?', none: 'The whole family', options: people },
          { kind: 'lines', name: 'need', label: 'What is hard now?' },
          { kind: 'lines', name: 'outcome', label: 'What will it look like when it is better?', hint: 'In the family’s own words' },
        ],
      },
    ],
    submit: need ? 'Save' : 'Enter',
    first: need ? { need: need.need, outcome: need.outcome, relative: need.relative ?? '' } : {},
    version: need?.version,
  }
}

/** What is asked about an action. */
export const actionFields = (who: Who): FieldGroup => ({
  fields: [
    { kind: 'lines', name: 'what', label: 'What will be done?', rows: 2 },
    { kind: 'select', name: 'who', label: 'Who does it?', options: whoOptions(who) },
    { kind: 'day', name: 'dueOn', label: 'By when?' },
    {
      kind: 'tick',
      name: 'inRoom',
      label: 'They have no account, and said yes in the room',
      hint: 'Whoever signs in here is asked in My work',
    },
  ],
})

/** The form by which an action is taken. */
export function newActionShape(asked: AskedPlan, need: PlanNeed): FormShape {
  return {
    ...planForm(asked),
    title: 'Take an action',
    lead: `For: ${need.need}`,
    groups: [actionFields(asked.plan.who)],
    submit: 'Take the action',
    first: {},
  }
}

/** The form by which an action is changed: its owner is asked anew. */
export function changeActionShape(asked: AskedPlan, action: PlanAction): FormShape {
  const { fields } = actionFields(asked.plan.who)
  return {
    ...planForm(asked),
    title: 'Change an action',
    lead: 'Whoever is to do it is asked again.',
    groups: [{ fields: fields.filter(({ name }) => name !== 'inRoom') }],
    submit: 'Change it',
    first: { what: action.what, who: whoValue(action), ...dayValues('dueOn', action.dueOn) },
    version: action.version,
  }
}

/** The form by which an owner says yes or no. */
export function answerActionShape(asked: AskedPlan, action: PlanAction): FormShape {
  return {
    ...planForm(asked),
    title: 'Will it be done?',
    lead: `${action.what} By ${asked.plan.who.nameOf(action)}.`,
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'verdict', label: 'The answer', options: yesNo('Yes', 'No') },
          { kind: 'lines', name: 'because', label: 'If not, why?', hint: 'So that the plan can be changed. A no is no failure' },
        ],
      },
    ],
    submit: 'Answer',
    first: {},
    version: action.version,
  }
}

/** The form by which one says how an action goes. */
export function progressShape(asked: AskedPlan, action: PlanAction): FormShape {
  return {
    ...planForm(asked),
    title: 'How does it go?',
    lead: action.what,
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'progress', label: 'What has happened?' },
          { kind: 'radios', name: 'isDone', label: 'Is it done?', options: yesNo('Yes, it is done', 'Not yet') },
          { kind: 'lines', name: 'evidence', label: 'How do you know?', hint: 'If it is done: what shows it' },
        ],
      },
    ],
    submit: 'Save',
    first: { progress: action.progress, evidence: action.evidence, isDone: 'no' },
    version: action.version,
  }
}

/** The form by which an action is ended. */
export function endActionShape(asked: AskedPlan, action: PlanAction): FormShape {
  return {
    ...planForm(asked),
    title: 'End an action',
    lead: action.what,
    groups: [{ fields: [{ kind: 'lines', name: 'because', label: 'Why is it not needed any more?' }] }],
    submit: 'End it',
    look: 'warning',
    first: {},
    version: action.version,
  }
}

/** The form by which somebody joins the team, with or without an account. */
export async function memberShape(asked: AskedPlan): Promise<FormShape> {
  const { tx, visit, plan } = asked
  const people = plan.who.people.filter(({ part }) => part !== 'child').map(({ id, name }) => ({ value: id, text: name }))
  return {
    ...planForm(asked),
    title: 'Add somebody to the team',
    groups: [
      {
        heading: 'Who?',
        fields: [
          {
            kind: 'select',
            name: 'post',
            label: 'Somebody who signs in here',
            none: 'Nobody of these',
            options: await postOptions({ reader: tx, visit }),
          },
          { kind: 'line', name: 'name', label: 'Or the name of somebody without an account' },
          {
            kind: 'line',
            name: 'agency',
            label: 'Where do they come from?',
            hint: 'Without an account: a school, a club, a friend of the family',
          },
          { kind: 'line', name: 'role', label: 'What do they do in this team?' },
          { kind: 'line', name: 'contact', label: 'How are they reached?', hint: 'A work number or address. It is printed on plans' },
          { kind: 'day', name: 'startsOn', label: 'Since when?' },
        ],
      },
      {
        heading: 'What may they read?',
        fields: [
          {
            kind: 'boxes',
            name: 'classes',
            label: 'Of the record, as far as the family agreed for their agency',
            options: optionsOf(classWords),
          },
        ],
      },
      ...(people.length > 0
        ? [
            {
              heading: 'Keep this contact from somebody',
              look: 'folded' as const,
              fields: [{ kind: 'boxes' as const, name: 'shieldedFrom', label: 'Never print this contact for', options: people }],
            },
          ]
        : []),
    ],
    submit: 'Add to the team',
    first: dayValues('startsOn', visit.today),
  }
}

/** The form by which somebody leaves the team. */
export function endMemberShape(asked: AskedPlan, member: TeamMember): FormShape {
  return {
    ...planForm(asked),
    title: 'Somebody leaves the team',
    lead: `${member.name}, ${member.agency}. They read nothing of this family from the moment you save.`,
    groups: [{ fields: [{ kind: 'day', name: 'endsOn', label: 'Last day in the team' }] }],
    submit: 'They leave',
    look: 'warning',
    first: dayValues('endsOn', asked.visit.today),
    version: member.version,
  }
}

/** Children who are asked: those who are born. */
export const childrenOf = ({ plan }: AskedPlan) => plan.who.children.filter(({ isBorn }) => isBorn)

/** The form by which every child is asked how they take part. */
export function childrenShape(asked: AskedPlan, of: AskedOf, cancel: string): FormShape {
  const children = childrenOf(asked)
  const before = new Map(asked.plan.asked.filter((one) => one[of.kind] === of.record).map((one) => [one.relative, one]))
  return {
    ...planForm(asked),
    cancel,
    title: 'How does each child take part?',
    lead: 'Ask every child in the way that suits them. Nobody has to; where a child was not asked, say why.',
    groups: children.map(({ name }, at) => ({
      heading: name,
      fields: [
        { kind: 'radios' as const, name: `answer${at}`, label: `How does ${name} take part?`, options: optionsOf(childAnswerWords) },
        { kind: 'line' as const, name: `because${at}`, label: 'If not asked, why?' },
      ],
    })),
    submit: 'Save',
    first: Object.fromEntries(
      children.flatMap(({ id }, at) => [
        [`answer${at}`, before.get(id)?.answer ?? ''],
        [`because${at}`, before.get(id)?.because ?? ''],
      ]),
    ),
  }
}
