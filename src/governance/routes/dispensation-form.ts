import type { z } from 'zod'
import { parseForm } from '#platform/web/fields.ts'
import { dayValues } from '#platform/web/forms.ts'
import { grantDispensation } from '../commands/dispensations.ts'
import { dispensationForm } from '../forms/records.ts'
import { interestsPath } from '../paths.ts'
import { findMembership } from '../queries/membership.ts'
import { findOffices } from '../queries/offices.ts'
import { backTo, toBoard } from './crumbs.ts'
import type { Asked, FormSpec } from './endpoint.tsx'
import { mapped } from './outcome.ts'

/** Records a dispensation for a member of the board. */
export async function newDispensation(asked: Asked): Promise<FormSpec<z.output<typeof dispensationForm>>> {
  const { id, slug, name } = asked.body
  const register = interestsPath(slug)
  return {
    shape: {
      title: 'Record a dispensation',
      caption: name,
      lead: 'Leave to take part in spite of an interest. Members and clerks of the board see it.',
      breadcrumbs: [...toBoard(asked.body), { text: 'Register of interests', href: register }],
      fields: [
        { kind: 'select', name: 'person', label: 'Who was it given to?', options: await peopleOf(asked) },
        { kind: 'lines', name: 'scope', label: 'What does it cover?', hint: 'For example, to speak and vote on school transport' },
        { kind: 'line', name: 'grantedBy', label: 'Who gave it?', hint: 'For example, the monitoring officer' },
        { kind: 'day', name: 'startsOn', label: 'From' },
        { kind: 'day', name: 'endsOn', label: 'Until, if that is stated', hint: 'First day on which it no longer holds' },
      ],
      submit: 'Record',
      first: dayValues('startsOn', asked.visit.today),
      cancel: backTo(register),
    },
    parse: (body) => parseForm(dispensationForm, body),
    perform: async (input) => mapped(await grantDispensation(asked.db, asked.visit, { ...input, body: id }), () => register),
  }
}

/** Members and officers of today, each once, by name. */
async function peopleOf({ reader, visit, body }: Asked) {
  const { seats } = await findMembership(reader, body.id, visit.today)
  const holders = seats.flatMap(({ places }) => places.flatMap(({ holder }) => (holder ? [holder.person] : [])))
  const officers = (await findOffices(reader, body.id, visit.today)).filter(({ role }) => role !== 'clerk').map(({ person }) => person)
  const people = new Map([...holders, ...officers].map(({ id, name }) => [id, name]))
  return [...people].map(([value, text]) => ({ value, text })).toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB'))
}
