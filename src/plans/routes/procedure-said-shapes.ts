import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { ProcedureFeedback } from '../queries/procedure-readers.ts'
import type { ProcedureOpinion } from '../queries/procedures.ts'
import type { AskedProcedure } from './procedure-gates.ts'
import { frameOf } from './procedure-shapes.tsx'

/** The form that says who is asked about a draft. */
export function askShape(asked: AskedProcedure): FormShape {
  return {
    title: 'Ask people about it',
    ...frameOf(asked),
    lead: 'Members of the board can read the draft from then on. Send it to others yourself, and record here what each says.',
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'consultees', label: 'Who is asked?', rows: 5, hint: 'One a line: a group, an agency, a post' },
          { kind: 'day', name: 'dueOn', label: 'Until when?' },
        ],
      },
    ],
    submit: 'Record that they are asked',
    first: dayValues('dueOn', asked.visit.today.add({ weeks: 4 })),
  }
}

/** The form with what somebody said who was asked. */
export function opinionShape(asked: AskedProcedure, { consultee, said, saidOn, changed, version }: ProcedureOpinion): FormShape {
  return {
    title: `What did ${consultee} say?`,
    ...frameOf(asked),
    groups: [
      {
        fields: [
          {
            kind: 'lines',
            name: 'said',
            label: 'What did they say?',
            rows: 5,
            hint: 'Whoever may read the version reads this. No names of children',
          },
          { kind: 'day', name: 'saidOn', label: 'On which day?' },
          { kind: 'lines', name: 'changed', label: 'What was changed because of it, or why was nothing?', rows: 3 },
        ],
      },
    ],
    submit: 'Record',
    first: { said, changed, ...dayValues('saidOn', saidOn ?? asked.visit.today) },
    version,
  }
}

/** The form by which anybody signed in says what does not work. */
export function feedbackShape(asked: AskedProcedure): FormShape {
  return {
    title: 'Say what does not work',
    ...frameOf(asked),
    lead: 'Its owner, the clerk and the chair read it with your name, and answer you here.',
    groups: [
      { fields: [{ kind: 'lines', name: 'text', label: 'What would make it better?', rows: 5, hint: 'No names of children or families' }] },
    ],
    submit: 'Send',
    first: {},
  }
}

/** The form with the answer of the owner. */
export function replyShape(asked: AskedProcedure, said: ProcedureFeedback): FormShape {
  return {
    title: `Answer ${said.name}`,
    ...frameOf(asked),
    lead: said.text,
    groups: [{ fields: [{ kind: 'lines', name: 'answer', label: 'What do you answer?', rows: 5 }] }],
    submit: 'Answer',
    first: {},
    version: said.version,
  }
}
