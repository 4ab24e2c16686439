import type { z } from 'zod'
import { parseForm } from '#platform/web/fields.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { appointToSeat, endAppointment } from '../commands/appointments.ts'
import { authoriseDeputy, endDeputy } from '../commands/deputies.ts'
import { appointOffice, endOffice } from '../commands/offices.ts'
import { appointForm, deputyForm, endAppointmentForm, endForm, officeForm, plainEndForm } from '../forms/membership.ts'
import { appointmentPath, membersPath } from '../paths.ts'
import { type AppointmentRecord, findAppointment } from '../queries/history.ts'
import { findOffice, findOffices } from '../queries/offices.ts'
import { findDeputy } from '../queries/seats.ts'
import { deputyBases, endingReasons, mandates, officeBases, officeRoles } from '../rules/choices.ts'
import { deputyBasisLabels, endingReasonLabels, mandateLabels, officeBasisLabels, officeLabels } from '../words/labels.ts'
import { backTo, toMembers } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { organisationOptions, personOptions } from './options.ts'
import { mapped } from './outcome.ts'
import { seatOf } from './seat-forms.ts'

/** Appoints somebody to a place of a seat. */
export async function newAppointment(asked: Asked): Promise<FormSpec<z.output<typeof appointForm>>> {
  const seat = await seatOf(asked)
  const { slug } = asked.body
  const wanted = asked.query('place') ?? ''
  const places = Array.from({ length: seat.places }, (_, index) => ({ value: String(index + 1), text: `Place ${index + 1}` }))
  return {
    shape: {
      title: 'Appoint somebody',
      caption: seat.name,
      breadcrumbs: toMembers(asked.body),
      fields: [
        { kind: 'select', name: 'place', label: 'Place', options: places },
        {
          kind: 'select',
          name: 'person',
          label: 'Person',
          options: await personOptions(asked),
          hint: 'Somebody new must be added as a person first',
        },
        { kind: 'select', name: 'onBehalfOf', label: 'On behalf of', options: await organisationOptions(asked), none: 'No organisation' },
        { kind: 'line', name: 'capacity', label: 'Capacity', hint: 'For example, Children’s champion. Leave empty for none' },
        {
          kind: 'boxes',
          name: 'mandate',
          label: 'What may this member do for the organisation?',
          options: optionsOf(mandateLabels, mandates),
        },
        { kind: 'day', name: 'startsOn', label: 'From' },
        { kind: 'day', name: 'endsOn', label: 'Until, if the term is fixed', hint: 'First day on which the appointment no longer holds' },
      ],
      submit: 'Appoint',
      first: {
        place: places.some(({ value }) => value === wanted) ? wanted : '1',
        onBehalfOf: seat.organisation ?? '',
        ...dayValues('startsOn', asked.visit.today),
      },
      cancel: backTo(membersPath(slug)),
    },
    parse: (body) => parseForm(appointForm, body),
    perform: async (input) =>
      mapped(await appointToSeat(asked.db, asked.visit, { ...input, seat: seat.id }), ({ id }) => appointmentPath(slug, id)),
  }
}

/** The appointment of the address, which must belong to the board of the address. */
export async function appointmentOf(asked: Asked): Promise<AppointmentRecord> {
  const appointment = known(await findAppointment(asked.reader, asked.id('appointment')))
  return known(appointment.body.id === asked.body.id ? appointment : undefined)
}

/** Ends an appointment. */
export async function endedAppointment(asked: Asked): Promise<FormSpec<z.output<typeof endAppointmentForm>>> {
  const { id, person, seat, version } = await appointmentOf(asked)
  const back = appointmentPath(asked.body.slug, id)
  return {
    shape: {
      title: 'End an appointment',
      caption: `${person.name}, ${seat.name}`,
      lead: 'The place becomes vacant from that day. That the person was a member stays on record.',
      breadcrumbs: [...toMembers(asked.body), { text: person.name, href: back }],
      fields: [
        { kind: 'radios', name: 'reason', label: 'Why does it end?', options: optionsOf(endingReasonLabels, endingReasons) },
        { kind: 'day', name: 'endsOn', label: 'First day on which it no longer holds' },
      ],
      submit: 'End appointment',
      first: dayValues('endsOn', asked.visit.today),
      version,
      cancel: backTo(back),
    },
    parse: (body) => parseForm(endAppointmentForm, body),
    perform: async (input) => mapped(await endAppointment(asked.db, asked.visit, { ...input, id }), () => back),
  }
}

/** Authorises a deputy for the place of an appointment. */
export async function newDeputy(asked: Asked): Promise<FormSpec<z.output<typeof deputyForm>>> {
  const { id, person, seat, place } = await appointmentOf(asked)
  const back = appointmentPath(asked.body.slug, id)
  const chairs = (await findOffices(asked.reader, asked.body.id, asked.visit.today)).filter(({ role }) => role !== 'clerk')
  return {
    shape: {
      title: 'Authorise a deputy',
      caption: `For ${person.name}, ${seat.name}`,
      lead: 'A deputy’s attendance counts for the seat, and is recorded as acting as deputy.',
      breadcrumbs: [...toMembers(asked.body), { text: person.name, href: back }],
      fields: [
        { kind: 'select', name: 'person', label: 'Deputy', options: await personOptions(asked) },
        { kind: 'radios', name: 'basis', label: 'On what ground?', options: optionsOf(deputyBasisLabels, deputyBases) },
        { kind: 'tick', name: 'mayDecide', label: 'May decide for the organisation' },
        {
          kind: 'select',
          name: 'agreedBy',
          label: 'Agreed by',
          options: chairs.map((chair) => ({ value: chair.person.id, text: chair.person.name })),
          none: 'Nobody',
        },
        { kind: 'day', name: 'membersToldOn', label: 'Core members told on', hint: 'Leave empty where the terms do not ask for it' },
        { kind: 'day', name: 'startsOn', label: 'From' },
        { kind: 'day', name: 'endsOn', label: 'Until', hint: 'First day on which it no longer holds. Leave empty for no end' },
      ],
      submit: 'Authorise deputy',
      first: dayValues('startsOn', asked.visit.today),
      cancel: backTo(back),
    },
    parse: (body) => parseForm(deputyForm, body),
    perform: async (input) => mapped(await authoriseDeputy(asked.db, asked.visit, { ...input, seat: seat.id, place }), () => back),
  }
}

/** Ends a deputy's authorisation. */
export async function endedDeputy(asked: Asked): Promise<FormSpec<z.output<typeof plainEndForm>>> {
  const found = known(await findDeputy(asked.reader, asked.id('deputy')))
  const deputy = known(found.body === asked.body.id ? found : undefined)
  const back = membersPath(asked.body.slug)
  return {
    shape: {
      title: 'End a deputy’s authorisation',
      caption: `${deputy.name}, for ${deputy.seat}`,
      breadcrumbs: toMembers(asked.body),
      fields: [{ kind: 'day', name: 'endsOn', label: 'First day on which it no longer holds' }],
      submit: 'End authorisation',
      first: dayValues('endsOn', asked.visit.today),
      cancel: backTo(back),
    },
    parse: (body) => parseForm(plainEndForm, body),
    perform: async (input) => mapped(await endDeputy(asked.db, asked.visit, { ...input, id: deputy.id }), () => back),
  }
}

/** Gives somebody an office. */
export async function newOffice(asked: Asked): Promise<FormSpec<z.output<typeof officeForm>>> {
  const { id, slug, name } = asked.body
  return {
    shape: {
      title: 'Record a chair, deputy chair or clerk',
      caption: name,
      breadcrumbs: toMembers(asked.body),
      fields: [
        { kind: 'radios', name: 'role', label: 'Office', options: optionsOf(officeLabels, officeRoles) },
        { kind: 'select', name: 'person', label: 'Person', options: await personOptions(asked) },
        {
          kind: 'radios',
          name: 'basis',
          label: 'How did the person come to the office?',
          options: optionsOf(officeBasisLabels, officeBases),
        },
        { kind: 'line', name: 'note', label: 'Note', hint: 'For example, elected at the meeting of 12 September 2025' },
        { kind: 'day', name: 'startsOn', label: 'From' },
      ],
      submit: 'Record',
      first: dayValues('startsOn', asked.visit.today),
      cancel: backTo(membersPath(slug)),
    },
    parse: (body) => parseForm(officeForm, body),
    perform: async (input) => mapped(await appointOffice(asked.db, asked.visit, { ...input, body: id }), () => membersPath(slug)),
  }
}

/** Ends an office. */
export async function endedOffice(asked: Asked): Promise<FormSpec<z.output<typeof endForm>>> {
  const found = known(await findOffice(asked.reader, asked.id('office')))
  const office = known(found.body === asked.body.id ? found : undefined)
  const back = membersPath(asked.body.slug)
  return {
    shape: {
      title: 'End an office',
      caption: `${office.person.name}, ${officeLabels[office.role] ?? office.role}`,
      breadcrumbs: toMembers(asked.body),
      fields: [{ kind: 'day', name: 'endsOn', label: 'First day on which the office is no longer held' }],
      submit: 'End office',
      first: dayValues('endsOn', asked.visit.today),
      version: office.version,
      cancel: backTo(back),
    },
    parse: (body) => parseForm(endForm, body),
    perform: async (input) => mapped(await endOffice(asked.db, asked.visit, { ...input, id: office.id }), () => back),
  }
}
