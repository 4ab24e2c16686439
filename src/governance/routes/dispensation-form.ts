import type { z } from 'zod'
import { parseForm } from '#platform/web/fields.ts'
import type { FieldOption } from '#platform/web/form-page/form-fields.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { endDispensation, grantDispensation } from '../commands/dispensations.ts'
import { dispensationForm, endDispensationForm } from '../forms/records.ts'
import { interestsPath } from '../paths.ts'
import { endOf, listDispensations } from '../queries/dispensations.ts'
import { findBodyInterests } from '../queries/interests.ts'
import { findMembership } from '../queries/membership.ts'
import { findOffices } from '../queries/offices.ts'
import { findTermsInForce } from '../queries/terms.ts'
import type { DispensedMatter } from '../rules/dispensation.ts'
import { dispensationMatterLabels } from '../words/labels.ts'
import { backTo, toBoard } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

type GrantForm = z.output<ReturnType<typeof dispensationForm>>

/** Records a dispensation for a member of the board. */
export async function newDispensation(asked: Asked): Promise<FormSpec<GrantForm>> {
  const { id, slug, name } = asked.body
  const register = interestsPath(slug)
  const matters = await mattersOf(asked)
  const schema = dispensationForm(matters.map(({ value }) => ({ code: value })))
  return {
    shape: {
      title: 'Record a dispensation',
      caption: name,
      lead: 'Leave to take part in spite of an interest: whoever has it stays, speaks and votes. Members and clerks of the board see it.',
      breadcrumbs: [...toBoard(asked.body), { text: 'Register of interests', href: register }],
      fields: [
        { kind: 'select', name: 'person', label: 'Who was it given to?', options: await peopleOf(asked) },
        {
          kind: 'select',
          name: 'matter',
          label: 'What is it for?',
          hint: 'It applies by itself when an interest in this is declared at a meeting',
          options: matters,
        },
        {
          kind: 'lines',
          name: 'scope',
          label: 'What does it cover, in words?',
          hint: 'For example, to speak and vote on school transport',
        },
        { kind: 'line', name: 'grantedBy', label: 'Who gave it?', hint: 'For example, the monitoring officer' },
        { kind: 'day', name: 'startsOn', label: 'From' },
        { kind: 'day', name: 'endsOn', label: 'Until, if that is stated', hint: 'First day on which it no longer holds' },
      ],
      submit: 'Record',
      first: dayValues('startsOn', asked.visit.today),
      cancel: backTo(register),
    },
    parse: (body) => parseForm(schema, body),
    perform: async (input) =>
      mapped(await grantDispensation(asked.db, asked.visit, { ...input, matter: matterOf(input.matter), body: id }), () => register),
  }
}

/** Ends a dispensation before the day that was stated. */
export async function endedDispensation(asked: Asked): Promise<FormSpec<z.output<typeof endDispensationForm>>> {
  const { id: body, slug } = asked.body
  const wanted = asked.id('dispensation')
  const given = known((await listDispensations(asked.reader, body)).find(({ id }) => id === wanted))
  const register = interestsPath(slug)
  const tomorrow = asked.visit.today.add({ days: 1 })
  const first = endOf(given) ?? tomorrow
  return {
    shape: {
      title: 'End a dispensation early',
      caption: `${given.person.name}: ${given.scope}`,
      lead: 'What was done under it stands. Interests declared for meetings on that day or later follow the terms again.',
      breadcrumbs: [...toBoard(asked.body), { text: 'Register of interests', href: register }],
      fields: [
        { kind: 'day', name: 'endsOn', label: 'First day on which it no longer holds', hint: 'Tomorrow at the earliest' },
        { kind: 'line', name: 'endedBy', label: 'Who ended it?', hint: `It was given by ${given.grantedBy}` },
        { kind: 'lines', name: 'reason', label: 'Why?' },
      ],
      submit: 'End the dispensation',
      first: dayValues('endsOn', given.ended ? first : tomorrow),
      version: given.version,
      cancel: backTo(register),
      warning: 'This cannot be taken back. Leave that is given again is a new dispensation.',
    },
    parse: (posted) => parseForm(endDispensationForm, posted),
    perform: async (input) => mapped(await endDispensation(asked.db, asked.visit, { ...input, id: wanted, body }), () => register),
  }
}

/** What a dispensation can be for: everything, a function of the terms in force, an entry of the public register, or what its words say. */
async function mattersOf({ reader, visit, body }: Asked): Promise<readonly FieldOption[]> {
  const terms = await findTermsInForce(reader, body.id, visit.today)
  const entries = (await findBodyInterests(reader, body.id, visit.today)).filter(({ sensitive }) => !sensitive)
  return [
    { value: 'body', text: dispensationMatterLabels.body },
    ...entries.map(({ id, person, nature }) => ({ value: `interest:${id}`, text: `The interest of ${person.name}: ${nature}` })),
    ...(terms?.functions.value ?? []).map((one) => ({ value: `function:${one.key}`, text: `Items on: ${one.name}` })),
    { value: 'words', text: dispensationMatterLabels.words },
  ]
}

/** Reads the choice again. */
function matterOf(chosen: string): DispensedMatter {
  const [kind = '', ...rest] = chosen.split(':')
  const named = rest.join(':')
  if (kind === 'interest') return { matter: 'interest', interest: named, functionKey: '' }
  if (kind === 'function') return { matter: 'function', interest: undefined, functionKey: named }
  return { matter: kind === 'body' ? 'body' : 'words', interest: undefined, functionKey: '' }
}

/** Members and officers of today, each once, by name. */
async function peopleOf({ reader, visit, body }: Asked): Promise<readonly FieldOption[]> {
  const { seats } = await findMembership(reader, body.id, visit.today)
  const holders = seats.flatMap(({ places }) => places.flatMap(({ holder }) => (holder ? [holder.person] : [])))
  const officers = (await findOffices(reader, body.id, visit.today)).filter(({ role }) => role !== 'clerk').map(({ person }) => person)
  const people = new Map([...holders, ...officers].map(({ id, name }) => [id, name]))
  return [...people].map(([value, text]) => ({ value, text })).toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB'))
}
