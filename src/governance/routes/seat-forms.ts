import type { z } from 'zod'
import { parseForm } from '#platform/web/fields.ts'
import { type FieldOption, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import { dayValues, type FormBody } from '#platform/web/forms.ts'
import { addSeat, changeSeat, endSeat } from '../commands/seats.ts'
import { endForm, seatForm, seatStart, seatVersion } from '../forms/membership.ts'
import type { FormField } from '../pages/form-field.ts'
import { membersPath } from '../paths.ts'
import type { Code } from '../queries/codes.ts'
import { findSeat, type SeatRecord } from '../queries/seats.ts'
import { findTermsInForce } from '../queries/terms.ts'
import { votingStatuses } from '../rules/choices.ts'
import { votingLabels } from '../words/labels.ts'
import { backTo, toMembers } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { codeOptions, codesOf, organisationOptions } from './options.ts'
import { mapped } from './outcome.ts'

type Seat = z.output<ReturnType<typeof seatForm>>

async function fieldsOf(asked: Asked, categories: readonly Code[], functions: readonly FieldOption[]): Promise<readonly FormField[]> {
  return [
    { kind: 'line', name: 'name', label: 'Name of the seat', hint: 'For example, Primary head teacher' },
    { kind: 'number', name: 'places', label: 'How many places has it?' },
    { kind: 'radios', name: 'voting', label: 'How does it take part?', options: optionsOf(votingLabels, votingStatuses) },
    { kind: 'select', name: 'category', label: 'Category', options: codeOptions(categories) },
    {
      kind: 'select',
      name: 'organisation',
      label: 'Organisation that holds it',
      options: await organisationOptions(asked),
      none: 'Any of a sector',
    },
    { kind: 'line', name: 'sector', label: 'Sector', hint: 'Where any organisation of a sector may hold it' },
    { kind: 'line', name: 'group', label: 'Group that the quorum counts', hint: 'As the terms call it. Leave empty for none' },
    { kind: 'line', name: 'statutoryRole', label: 'Role that the law names', hint: 'Leave empty for none' },
    { kind: 'lines', name: 'alternatives', label: 'Who may hold it instead of one another', hint: 'One on each line' },
    { kind: 'line', name: 'capacityRequired', label: 'What must the holder be able to do?' },
    { kind: 'tick', name: 'byPost', label: 'It belongs to whoever holds a post' },
    { kind: 'tick', name: 'mayAttendPrivate', label: 'May attend private items without a vote' },
    ...(functions.length === 0
      ? []
      : [
          {
            ...{ kind: 'boxes' as const, name: 'votesOn', label: 'Votes on some matters only', options: functions },
            hint: 'Functions of the terms in force. Leave all empty where it votes on everything',
          },
        ]),
  ]
}

/** The functions of the terms in force, and those of earlier terms that the seat still names. */
async function functionsOf({ reader, body, visit }: Asked, named: readonly string[] = []): Promise<readonly FieldOption[]> {
  const terms = await findTermsInForce(reader, body.id, visit.today)
  const known = (terms?.functions.value ?? []).map(({ key, name }) => ({ value: key, text: name }))
  return [...known, ...named.filter((key) => !known.some(({ value }) => value === key)).map((key) => ({ value: key, text: key }))]
}

/** Adds a seat. */
export async function newSeat(asked: Asked): Promise<FormSpec<Seat & { readonly startsOn: Temporal.PlainDate }>> {
  const { id, slug, name } = asked.body
  const categories = await codesOf(asked, 'seat-category')
  const functions = await functionsOf(asked)
  const schema = seatForm(
    categories,
    functions.map(({ value }) => value),
  ).extend(seatStart.shape)
  return {
    shape: {
      title: 'Add a seat',
      caption: name,
      breadcrumbs: toMembers(asked.body),
      fields: [...(await fieldsOf(asked, categories, functions)), { kind: 'day', name: 'startsOn', label: 'From' }],
      submit: 'Add seat',
      first: { places: '1', voting: 'voting', ...dayValues('startsOn', asked.visit.today) },
      cancel: backTo(membersPath(slug)),
    },
    parse: (body) => parseForm(schema, body),
    perform: async (input) => mapped(await addSeat(asked.db, asked.visit, { ...input, body: id }), () => membersPath(slug)),
  }
}

/** The seat of the address, which must belong to the board of the address. */
export async function seatOf(asked: Asked): Promise<SeatRecord> {
  const seat = known(await findSeat(asked.reader, asked.id('seat')))
  return known(seat.body === asked.body.id ? seat : undefined)
}

function valuesOf(seat: SeatRecord): FormBody {
  const { name, places, voting, category, organisation, sector, group, statutoryRole, alternatives, capacityRequired } = seat
  return {
    ...{ name, places: String(places), voting, category, organisation: organisation ?? '', sector, group, statutoryRole, capacityRequired },
    alternatives: alternatives.join('\n'),
    votesOn: [...seat.votesOn],
    ...(seat.byPost ? { byPost: 'yes' } : {}),
    ...(seat.mayAttendPrivate ? { mayAttendPrivate: 'yes' } : {}),
  }
}

/** Corrects a seat. */
export async function changedSeat(asked: Asked): Promise<FormSpec<Seat & { readonly version: number }>> {
  const seat = await seatOf(asked)
  const { slug } = asked.body
  const categories = await codesOf(asked, 'seat-category')
  const functions = await functionsOf(asked, seat.votesOn)
  const schema = seatForm(
    categories,
    functions.map(({ value }) => value),
  ).extend(seatVersion.shape)
  return {
    shape: {
      title: 'Change a seat',
      caption: seat.name,
      breadcrumbs: toMembers(asked.body),
      fields: await fieldsOf(asked, categories, functions),
      submit: 'Save',
      first: valuesOf(seat),
      version: seat.version,
      cancel: backTo(membersPath(slug)),
    },
    parse: (body) => parseForm(schema, body),
    perform: async (input) => mapped(await changeSeat(asked.db, asked.visit, { ...input, id: seat.id }), () => membersPath(slug)),
  }
}

/** Ends a seat. */
export async function endedSeat(asked: Asked): Promise<FormSpec<z.output<typeof endForm>>> {
  const seat = await seatOf(asked)
  const { slug } = asked.body
  return {
    shape: {
      title: 'End a seat',
      caption: seat.name,
      lead: 'The seat leaves the board from that day. Who filled it stays on record.',
      breadcrumbs: toMembers(asked.body),
      fields: [{ kind: 'day', name: 'endsOn', label: 'First day on which the seat no longer exists' }],
      submit: 'End seat',
      first: dayValues('endsOn', asked.visit.today),
      version: seat.version,
      cancel: backTo(membersPath(slug)),
    },
    parse: (body) => parseForm(endForm, body),
    perform: async (input) => mapped(await endSeat(asked.db, asked.visit, { ...input, id: seat.id }), () => membersPath(slug)),
  }
}
