import type { z } from 'zod'
import { parseForm } from '#platform/web/fields.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { addBody, endRelation, relateBodies, setBodyStatus } from '../commands/bodies.ts'
import { plainEndForm } from '../forms/membership.ts'
import { newBodyForm, relationForm, statusForm } from '../forms/records.ts'
import { boardPath, boardsPath, relationshipsPath } from '../paths.ts'
import { listBodies } from '../queries/bodies.ts'
import { findRelations } from '../queries/relations.ts'
import { bodyStatuses, holidayDivisions } from '../rules/choices.ts'
import { bodyStatusLabels, holidayDivisionLabels, labelOf, relationLabels } from '../words/labels.ts'
import { backTo, toBoard, toRelationships } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { codeOptions, codesOf } from './options.ts'
import { mapped } from './outcome.ts'

/** Sets up a board. */
export async function newBody(asked: Asked): Promise<FormSpec<z.output<ReturnType<typeof newBodyForm>>>> {
  const kinds = await codesOf(asked, 'body-kind')
  const regimes = await codesOf(asked, 'legal-regime')
  const schema = newBodyForm(kinds, regimes)
  return {
    shape: {
      title: 'Set up a board',
      breadcrumbs: [{ text: 'Boards', href: boardsPath }],
      fields: [
        { kind: 'line', name: 'name', label: 'Name' },
        {
          kind: 'line',
          name: 'slug',
          label: 'Name in its address',
          hint: 'Small letters, figures and hyphens, like early-help-board. It cannot be changed later',
        },
        { kind: 'line', name: 'shortName', label: 'Short name', hint: 'Leave empty if it has none' },
        { kind: 'radios', name: 'kind', label: 'What kind of body is it?', options: codeOptions(kinds) },
        { kind: 'radios', name: 'status', label: 'Status', options: optionsOf(bodyStatusLabels, bodyStatuses) },
        { kind: 'day', name: 'startsOn', label: 'From' },
        { kind: 'radios', name: 'legalRegime', label: 'By which law does it meet?', options: codeOptions(regimes) },
        {
          kind: 'radios',
          name: 'holidayDivision',
          label: 'Whose bank holidays count?',
          options: optionsOf(holidayDivisionLabels, holidayDivisions),
        },
        {
          kind: 'radios',
          name: 'publicAccess',
          label: 'Do its meetings admit the public?',
          options: [
            { value: 'public', text: 'Yes, unless an item is exempt' },
            { value: 'private', text: 'No' },
          ],
        },
        { kind: 'tick', name: 'publishesAttendance', label: 'Publish who attended' },
        {
          kind: 'day',
          name: 'endsOn',
          label: 'First day on which it no longer meets',
          hint: 'A task and finish group must have one. Leave empty for others',
        },
        { kind: 'line', name: 'endsRule', label: 'What happens to its open actions then?', hint: 'For a task and finish group' },
      ],
      submit: 'Set up board',
      first: {
        holidayDivision: 'england-and-wales',
        legalRegime: 'partnership',
        publicAccess: 'public',
        publishesAttendance: 'yes',
        ...dayValues('startsOn', asked.visit.today),
      },
      cancel: backTo(boardsPath),
    },
    parse: (body) => parseForm(schema, body),
    perform: async (input) => mapped(await addBody(asked.db, asked.visit, input), ({ slug }) => boardPath(slug)),
  }
}

/** Gives a board another status. */
export async function newStatus(asked: Asked): Promise<FormSpec<z.output<typeof statusForm>>> {
  const { id, slug, name, status } = asked.body
  const others = (await listBodies(asked.reader, asked.visit.today)).filter((body) => body.id !== id && body.status !== 'ended')
  return {
    shape: {
      title: 'Change the status of a board',
      caption: name,
      breadcrumbs: toBoard(asked.body),
      fields: [
        { kind: 'radios', name: 'status', label: 'Status', options: optionsOf(bodyStatusLabels, bodyStatuses) },
        { kind: 'day', name: 'startsOn', label: 'From' },
        {
          kind: 'line',
          name: 'note',
          label: 'What was decided, by whom',
          hint: 'For example, the work passes to the delivery board by decision 14 of 4 March 2026',
        },
        {
          kind: 'select',
          name: 'becomes',
          label: 'Which board is it evolving into?',
          options: others.map((body) => ({ value: body.id, text: body.name })),
          none: 'None, or not set up yet',
        },
      ],
      submit: 'Change status',
      first: { status: status ?? '', ...dayValues('startsOn', asked.visit.today) },
      cancel: backTo(boardPath(slug)),
    },
    parse: (body) => parseForm(statusForm, body),
    perform: async (input) => mapped(await setBodyStatus(asked.db, asked.visit, { ...input, body: id }), () => boardPath(slug)),
  }
}

/** Relates a board to another. */
export async function newRelation(asked: Asked): Promise<FormSpec<z.output<ReturnType<typeof relationForm>>>> {
  const { id, slug, name } = asked.body
  const kinds = await codesOf(asked, 'body-relation')
  const schema = relationForm(kinds)
  const others = (await listBodies(asked.reader, asked.visit.today)).filter((body) => body.id !== id)
  return {
    shape: {
      title: 'Add a relationship',
      caption: name,
      lead: `Say how ${name} stands to another board.`,
      breadcrumbs: toRelationships(asked.body),
      fields: [
        { kind: 'radios', name: 'kind', label: 'This board', options: codeOptions(kinds) },
        { kind: 'select', name: 'to', label: 'The other board', options: others.map((body) => ({ value: body.id, text: body.name })) },
        {
          kind: 'line',
          name: 'cadence',
          label: 'How often does it report?',
          hint: 'For example, every six months. Leave empty where that is not said',
        },
        { kind: 'line', name: 'source', label: 'Where is that written?', hint: 'For example, terms of reference, section 12' },
        { kind: 'day', name: 'startsOn', label: 'From' },
      ],
      submit: 'Add relationship',
      first: dayValues('startsOn', asked.visit.today),
      cancel: backTo(relationshipsPath(slug)),
    },
    parse: (body) => parseForm(schema, body),
    perform: async (input) => mapped(await relateBodies(asked.db, asked.visit, { ...input, from: id }), () => relationshipsPath(slug)),
  }
}

/** Ends a relation. */
export async function endedRelation(asked: Asked): Promise<FormSpec<z.output<typeof plainEndForm>>> {
  const { slug, id } = asked.body
  const relations = await findRelations(asked.reader, asked.visit.today, id)
  const relation = known(relations.find((found) => found.id === asked.id('relation')))
  return {
    shape: {
      title: 'End a relationship',
      caption: `${relation.from.name} ${labelOf(relationLabels, relation.kind)} ${relation.to.name}`,
      breadcrumbs: toRelationships(asked.body),
      fields: [{ kind: 'day', name: 'endsOn', label: 'First day on which it no longer holds' }],
      submit: 'End relationship',
      first: dayValues('endsOn', asked.visit.today),
      cancel: backTo(relationshipsPath(slug)),
    },
    parse: (body) => parseForm(plainEndForm, body),
    perform: async (input) =>
      mapped(await endRelation(asked.db, asked.visit, { ...input, id: relation.id }), () => relationshipsPath(slug)),
  }
}
