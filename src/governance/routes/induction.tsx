import type { JSX } from 'hono/jsx/jsx-runtime'
import type { z } from 'zod'
import { parseForm } from '#platform/web/fields.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { addInductionStep, endInductionStep, markStep } from '../commands/induction.ts'
import { markForm, stepForm } from '../forms/induction.ts'
import { endForm } from '../forms/membership.ts'
import type { FormField } from '../pages/form-field.ts'
import { InductionPage } from '../pages/induction-page.tsx'
import { MyInductionPage } from '../pages/my-induction-page.tsx'
import { inductionPath, myInductionPath } from '../paths.ts'
import { findAppointment } from '../queries/history.ts'
import { findBuddiesOf, findInductions, findOwnInductions, findUnsigned, listTemplate } from '../queries/induction.ts'
import { findMembership, type PersonName } from '../queries/membership.ts'
import { findSignatures, findToSign, listAgreements } from '../queries/signatures.ts'
import { mayMark, stepKinds } from '../rules/induction.ts'
import { stepKindLabels } from '../words/induction.ts'
import { backTo, toMembers } from './crumbs.ts'
import { type Act, type Asked, type FormSpec, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

async function membersOf({ reader, body, visit }: Asked): Promise<readonly PersonName[]> {
  const { seats } = await findMembership(reader, body.id, visit.today)
  const holders = seats.flatMap(({ places }) => places.flatMap(({ holder }) => (holder ? [holder.person] : [])))
  return [...new Map(holders.map((person) => [person.id, person])).values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

/** How new members come into a board, for its clerk. */
export async function inductionPage(asked: Asked): Promise<JSX.Element> {
  const { reader, body, visit } = asked
  const view = {
    body,
    inductions: await findInductions(reader, body.id, visit.today),
    template: await listTemplate(reader, body.id),
    agreements: await listAgreements(reader, body.id),
    toSign: await findToSign(reader, body.id, visit.today),
    signatures: await findSignatures(reader, { body: body.id }),
    members: await membersOf(asked),
  }
  return <InductionPage visit={visit} view={view} />
}

async function drawOwn({ reader, visit, standing }: Asked, problem?: string): Promise<JSX.Element> {
  const { id } = known(standing.person)
  const view = {
    inductions: await findOwnInductions(reader, id, visit.today),
    unsigned: await findUnsigned(reader, id, visit.today),
    signatures: await findSignatures(reader, { person: id }),
    buddyOf: await findBuddiesOf(reader, id, visit.today),
    problem,
  }
  return <MyInductionPage visit={visit} view={view} />
}

/** One's own inductions and signatures. */
export const myInductionPage = (asked: Asked): Promise<JSX.Element> => drawOwn(asked)

/** Says that one has had a step. */
export const didStep: Act = {
  perform: async (asked) => {
    const mark = { appointment: asked.id('appointment'), step: asked.id('step'), doneOn: asked.visit.today }
    return mapped(await markStep(asked.db, asked.visit, mark), () => myInductionPath)
  },
  redraw: drawOwn,
}

/** Adds a step to the template. */
export async function newStep(asked: Asked): Promise<FormSpec<z.output<typeof stepForm>>> {
  const { id, slug, name } = asked.body
  const page = inductionPath(slug)
  return {
    shape: {
      title: 'Add a step',
      caption: name,
      breadcrumbs: [...toMembers(asked.body), { text: 'Induction', href: page }],
      fields: [
        { kind: 'radios', name: 'kind', label: 'What is it?', options: optionsOf(stepKindLabels, stepKinds) },
        { kind: 'line', name: 'title', label: 'In your words', hint: 'For example, a talk with the chair about how meetings run' },
        { kind: 'number', name: 'withinDays', label: 'Within how many days of joining?' },
        { kind: 'day', name: 'startsOn', label: 'For whoever is appointed from' },
      ],
      submit: 'Add step',
      first: { withinDays: '28', ...dayValues('startsOn', asked.visit.today) },
      cancel: backTo(page),
    },
    parse: (posted) => parseForm(stepForm, posted),
    perform: async (input) => mapped(await addInductionStep(asked.db, asked.visit, { ...input, body: id }), () => page),
  }
}

/** Ends a step of the template. */
export async function endedStep(asked: Asked): Promise<FormSpec<z.output<typeof endForm>>> {
  const { id, slug } = asked.body
  const step = known((await listTemplate(asked.reader, id)).find((one) => one.id === asked.id('step')))
  const page = inductionPath(slug)
  return {
    shape: {
      title: 'End a step',
      caption: step.title,
      lead: 'Who is appointed from that day is not asked for it. Who was appointed before keeps it.',
      breadcrumbs: [...toMembers(asked.body), { text: 'Induction', href: page }],
      fields: [{ kind: 'day', name: 'endsOn', label: 'First day on which it is no longer asked' }],
      submit: 'End step',
      first: dayValues('endsOn', asked.visit.today),
      version: step.version,
      cancel: backTo(page),
    },
    parse: (posted) => parseForm(endForm, posted),
    perform: async (input) => mapped(await endInductionStep(asked.db, asked.visit, { ...input, id: step.id, body: id }), () => page),
  }
}

/** Records for a member that a step is done. */
export async function markedStep(asked: Asked): Promise<FormSpec<z.output<typeof markForm>>> {
  const { id, slug } = asked.body
  const page = inductionPath(slug)
  const appointment = known(await findAppointment(asked.reader, asked.id('appointment')))
  known(appointment.body.id === id ? appointment : undefined)
  const step = known((await listTemplate(asked.reader, id)).find((one) => one.id === asked.id('step') && mayMark(one.kind, 'clerk')))
  const others = (await membersOf(asked)).filter((person) => person.id !== appointment.person.id)
  const buddy: FormField = {
    kind: 'select',
    name: 'buddy',
    label: 'Who goes with the new member?',
    options: others.map((person) => ({ value: person.id, text: person.name })),
  }
  return {
    shape: {
      title: step.title,
      caption: `${appointment.person.name}, ${appointment.seat.name}`,
      breadcrumbs: [...toMembers(asked.body), { text: 'Induction', href: page }],
      fields: [...(step.kind === 'buddy' ? [buddy] : []), { kind: 'day', name: 'doneOn', label: 'Done on' }],
      submit: 'Record as done',
      first: dayValues('doneOn', asked.visit.today),
      cancel: backTo(page),
    },
    parse: (posted) => parseForm(markForm, posted),
    perform: async (input) =>
      mapped(await markStep(asked.db, asked.visit, { ...input, appointment: appointment.id, step: step.id }), () => page),
  }
}
