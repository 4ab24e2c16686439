import type { z } from 'zod'
import { parseForm } from '#platform/web/fields.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { addCompositionRule, endCompositionRule } from '../commands/composition.ts'
import { compositionForm } from '../forms/composition.ts'
import { endForm } from '../forms/membership.ts'
import { membersPath } from '../paths.ts'
import { composedPlaces, findComposition } from '../queries/composition.ts'
import { findMembership } from '../queries/membership.ts'
import { compositionMatches } from '../rules/composition.ts'
import { compositionMatchLabels } from '../words/composition.ts'
import { backTo, toMembers } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

/** Says who must be on a board. */
export async function newCompositionRule(asked: Asked): Promise<FormSpec<z.output<typeof compositionForm>>> {
  const { id, slug, name } = asked.body
  return {
    shape: {
      title: 'Add a rule on who must be on this board',
      caption: name,
      lead: 'It is tested on every day from then on, and shown with the members and in compliance.',
      breadcrumbs: toMembers(asked.body),
      fields: [
        { kind: 'radios', name: 'demand', label: 'What is asked for?', options: optionsOf(compositionMatchLabels, compositionMatches) },
        { kind: 'line', name: 'value', label: 'Which role or capacity?', hint: await hintOf(asked) },
        { kind: 'number', name: 'atLeast', label: 'At least how many?' },
        { kind: 'tick', name: 'atMeetings', label: 'They must be at every meeting, too' },
        {
          kind: 'line',
          name: 'source',
          label: 'Where is that written?',
          hint: 'For example, Children Act 2004, section 18, or the terms, section 7',
        },
        { kind: 'day', name: 'startsOn', label: 'From' },
      ],
      submit: 'Add the rule',
      first: { atLeast: '1', ...dayValues('startsOn', asked.visit.today) },
      cancel: backTo(membersPath(slug)),
    },
    parse: (body) => parseForm(compositionForm, body),
    perform: async ({ demand, ...input }) =>
      mapped(await addCompositionRule(asked.db, asked.visit, { ...input, matches: demand, body: id }), () => membersPath(slug)),
  }
}

/** What seats and members of today already say, so that the same words are used. */
async function hintOf({ reader, body, visit }: Asked): Promise<string> {
  const places = composedPlaces(await findMembership(reader, body.id, visit.today))
  const words = [...new Set(places.flatMap(({ role, capacity }) => [role, ...capacity.split(/[,;]/)].map((one) => one.trim())))]
  const used = words.filter((one) => one !== '').slice(0, 12)
  return used.length === 0
    ? 'For example, Director of children’s services, or Clinician'
    : `The same words as on the seats. In use: ${used.join('; ')}`
}

/** Ends such a rule. */
export async function endedCompositionRule(asked: Asked): Promise<FormSpec<z.output<typeof endForm>>> {
  const { id: body, slug } = asked.body
  const rules = await findComposition(asked.reader, body, asked.visit.today)
  const wanted = asked.id('rule')
  const rule = known(rules.find(({ id, terms }) => id === wanted && terms === undefined))
  return {
    shape: {
      title: 'End a rule on who must be on this board',
      caption: rule.value,
      lead: 'Meetings before that day are judged by it as before.',
      breadcrumbs: toMembers(asked.body),
      fields: [{ kind: 'day', name: 'endsOn', label: 'First day on which it no longer holds' }],
      submit: 'End the rule',
      first: dayValues('endsOn', asked.visit.today),
      version: rule.version,
      cancel: backTo(membersPath(slug)),
    },
    parse: (posted) => parseForm(endForm, posted),
    perform: async (input) =>
      mapped(await endCompositionRule(asked.db, asked.visit, { ...input, id: wanted, body }), () => membersPath(slug)),
  }
}
