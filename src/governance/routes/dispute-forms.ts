import type { z } from 'zod'
import { parseForm } from '#platform/web/fields.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { answerStep, mayAnswer, postponeDispute, raiseDispute, settleDispute, takeStep } from '../commands/disputes.ts'
import { disputeForm, postponeForm, settleForm, stepAnswerForm, takeStepForm } from '../forms/disputes.ts'
import type { FormField } from '../pages/form-field.ts'
import { disputePath, disputesPath } from '../paths.ts'
import { listBodies } from '../queries/bodies.ts'
import { type Dispute, findDispute } from '../queries/disputes.ts'
import { findRelations } from '../queries/relations.ts'
import { nextStep } from '../rules/dispute.ts'
import { disputeSightLabels, ladderStepWords, settledHowLabels, stepOutcomeLabels } from '../words/disputes.ts'
import { backTo, toDisputes } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { personOptions } from './options.ts'
import { mapped } from './outcome.ts'

/** Records what a board cannot agree on. */
export async function newDispute(asked: Asked): Promise<FormSpec<z.output<typeof disputeForm>>> {
  const { id: body, slug, name } = asked.body
  return {
    shape: {
      title: 'Record a dispute',
      caption: name,
      lead: 'Both views are kept as they are written here. The steps of the ladder are those of the terms in force on that day.',
      breadcrumbs: toDisputes(asked.body),
      fields: [
        { kind: 'line', name: 'subject', label: 'Matter', hint: 'For example, who pays for transport to short breaks' },
        { kind: 'lines', name: 'words', label: 'What is it about?', hint: 'Up to 4,000 characters. Name no child or family' },
        { kind: 'line', name: 'majority', label: 'Who holds the view of the majority?' },
        { kind: 'lines', name: 'majorityView', label: 'Their view' },
        { kind: 'line', name: 'minority', label: 'Who holds the view of the minority?' },
        { kind: 'lines', name: 'minorityView', label: 'Their view' },
        { kind: 'line', name: 'raisedIn', label: 'At which meeting was it raised?', hint: 'Leave empty where it was not at one' },
        { kind: 'day', name: 'raisedOn', label: 'Raised on' },
        { kind: 'radios', name: 'sight', label: 'Who may read it?', options: optionsOf(disputeSightLabels, ['members', 'public']) },
      ],
      submit: 'Record dispute',
      first: { sight: 'members', ...dayValues('raisedOn', asked.visit.today) },
      cancel: backTo(disputesPath(slug)),
      warning: 'What is recorded stays as it is. The steps and the answer are added to it.',
    },
    parse: (posted) => parseForm(disputeForm, posted),
    perform: async (input) => mapped(await raiseDispute(asked.db, asked.visit, { ...input, body }), ({ id }) => disputePath(slug, id)),
  }
}

async function askedDispute(asked: Asked) {
  const { id: body, slug } = asked.body
  const dispute = known(await findDispute(asked.reader, asked.id('dispute'), body))
  const page = disputePath(slug, dispute.id)
  const shape = {
    caption: `${dispute.subject}: ${dispute.body.name}`,
    breadcrumbs: [...toDisputes(asked.body), { text: dispute.subject, href: page }],
    cancel: backTo(page),
  }
  return { dispute, body, page, shape }
}

/** Takes a dispute to the next step of its ladder. */
export async function takenStep(asked: Asked): Promise<FormSpec<z.output<typeof takeStepForm>>> {
  const { dispute, body, page, shape } = await askedDispute(asked)
  const next = nextStep(dispute)
  const bodies = (await listBodies(asked.reader, asked.visit.today)).filter(({ status }) => status !== 'ended')
  const people: FormField = {
    kind: 'select',
    name: 'toPerson',
    label: 'Or to which person?',
    options: await personOptions(asked),
    none: 'No person',
  }
  return {
    shape: {
      ...shape,
      title: 'Take it to the next step',
      lead: next ? `Step ${next.number} of the terms: ${ladderStepWords(next)}.` : 'The terms name no further step.',
      fields: [
        { kind: 'hidden', name: 'number', label: 'Step' },
        {
          kind: 'select',
          name: 'toBody',
          label: 'To which board is it taken?',
          hint: 'Its clerk and chair are asked for the answer',
          options: bodies.map(({ id, name }) => ({ value: id, text: name })),
          none: 'No board here',
        },
        people,
        { kind: 'day', name: 'takenOn', label: 'Taken there on' },
        { kind: 'line', name: 'takenIn', label: 'By which meeting or decision?', hint: 'Leave empty where there is none' },
      ],
      submit: 'Take it there',
      first: {
        number: String(next?.number ?? dispute.steps.length + 1),
        toBody: await meantBody(asked, dispute, bodies),
        ...dayValues('takenOn', asked.visit.today),
      },
      version: dispute.version,
    },
    parse: (posted) => parseForm(takeStepForm, posted),
    perform: async (input) => mapped(await takeStep(asked.db, asked.visit, { ...input, id: dispute.id, body }), () => page),
  }
}

/** The board here that a step most likely means: the one of that name, else the one that the board is accountable to. */
async function meantBody(
  asked: Asked,
  dispute: Dispute,
  bodies: readonly { readonly id: string; readonly name: string }[],
): Promise<string> {
  const who = nextStep(dispute)?.who
  const named = bodies.find(({ name }) => name === who)
  if (named || dispute.steps.length === 0) return named?.id ?? ''
  const relations = await findRelations(asked.reader, asked.visit.today, dispute.body.id)
  const above = relations.find(
    ({ from, kind }) => from.id === dispute.body.id && ['accountable-to', 'sub-group-of', 'reports-to'].includes(kind),
  )
  return above?.to.id ?? ''
}

/** Puts a decision off for information. */
export async function postponedDispute(asked: Asked): Promise<FormSpec<z.output<typeof postponeForm>>> {
  const { dispute, body, page, shape } = await askedDispute(asked)
  return {
    shape: {
      ...shape,
      title: 'Put the decision off for information',
      fields: [
        { kind: 'lines', name: 'what', label: 'What information is waited for?' },
        {
          kind: 'day',
          name: 'until',
          label: 'Until when?',
          hint: 'It is overdue after that day, or after the last day of the step if that is later',
        },
      ],
      submit: 'Put it off',
      first: {},
      version: dispute.version,
    },
    parse: (posted) => parseForm(postponeForm, posted),
    perform: async (input) => mapped(await postponeDispute(asked.db, asked.visit, { ...input, id: dispute.id, body }), () => page),
  }
}

/** Records the answer of those to whom it was taken. @throws NotFound for anybody else */
export async function answeredStep(asked: Asked): Promise<FormSpec<z.output<typeof stepAnswerForm>>> {
  const { dispute, body, page, shape } = await askedDispute(asked)
  const step = dispute.steps.at(-1)
  if (step?.outcome === '') known((await mayAnswer(asked.reader, dispute)) || undefined)
  return {
    shape: {
      ...shape,
      title: 'Record the answer',
      lead: step && `Step ${step.number}: ${step.who}.`,
      fields: [
        { kind: 'lines', name: 'answer', label: 'The answer', hint: 'Whoever may read the dispute reads this' },
        { kind: 'radios', name: 'outcome', label: 'What follows?', options: optionsOf(stepOutcomeLabels, ['settled', 'returned']) },
        { kind: 'day', name: 'answeredOn', label: 'Answered on' },
      ],
      submit: 'Record answer',
      first: dayValues('answeredOn', asked.visit.today),
      version: step?.version ?? 1,
      warning: 'An answer stays as it was given.',
    },
    parse: (posted) => parseForm(stepAnswerForm, posted),
    perform: async (input) => mapped(await answerStep(asked.db, asked.visit, { ...input, id: dispute.id, body }), () => page),
  }
}

/** Ends a dispute on which the board agreed after all. */
export async function settledDispute(asked: Asked): Promise<FormSpec<z.output<typeof settleForm>>> {
  const { dispute, body, page, shape } = await askedDispute(asked)
  return {
    shape: {
      ...shape,
      title: 'End the dispute',
      fields: [
        { kind: 'radios', name: 'how', label: 'How did it end?', options: optionsOf(settledHowLabels, ['agreed', 'withdrawn']) },
        { kind: 'lines', name: 'words', label: 'What was agreed, or why was it withdrawn?' },
        { kind: 'day', name: 'settledOn', label: 'Ended on' },
      ],
      submit: 'End dispute',
      first: dayValues('settledOn', asked.visit.today),
      version: dispute.version,
    },
    parse: (posted) => parseForm(settleForm, posted),
    perform: async (input) => mapped(await settleDispute(asked.db, asked.visit, { ...input, id: dispute.id, body }), () => page),
  }
}
