import type { z } from 'zod'
import { parseForm } from '#platform/web/fields.ts'
import { type FieldOption, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { areaPath, areasPath } from '../area-paths.ts'
import { takeBackAreaLine } from '../commands/area-lines.ts'
import { addArea, changeArea, endAreaRelation, endServing, giveAreas, relateAreas } from '../commands/areas.ts'
import { areaRelationChoices, areaRelationForm, bodyAreasForm, changedAreaForm, newAreaForm, takenBackLineForm } from '../forms/areas.ts'
import { plainEndForm } from '../forms/membership.ts'
import type { FormField } from '../pages/form-field.ts'
import { relationshipsPath } from '../paths.ts'
import { findServedAreas } from '../queries/area-bodies.ts'
import { type Area, findArea, findAreaLines, listAreas } from '../queries/areas.ts'
import { areaRelationWords } from '../words/areas.ts'
import { backTo, toRelationships } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { codeOptions, codesOf } from './options.ts'
import { mapped } from './outcome.ts'

const toAreas = [{ text: 'Areas', href: areasPath }]
const areaOption = ({ id, name, kindLabel }: Area): FieldOption => ({
  value: id,
  text: `${name} (${kindLabel.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())})`,
})

const codeField: FormField = {
  kind: 'line',
  name: 'code',
  label: 'Code',
  hint: 'Of the official list, for example E10000015. Leave empty where none is known',
}
const sourceField: FormField = {
  kind: 'line',
  name: 'source',
  label: 'Where is it written?',
  hint: 'For example, the order that set it up. Leave empty if not known',
}
const endsField = (label: string): FormField => ({ kind: 'day', name: 'endsOn', label, hint: 'Leave empty where no end is known' })

/** Adds an area. */
export async function newArea(asked: Asked): Promise<FormSpec<z.output<ReturnType<typeof newAreaForm>>>> {
  const kinds = await codesOf(asked, 'area-kind')
  const schema = newAreaForm(kinds)
  const others = await listAreas(asked.reader, asked.visit.today)
  return {
    shape: {
      ...{ title: 'Add an area', breadcrumbs: toAreas, submit: 'Add area', first: {}, cancel: backTo(areasPath) },
      fields: [
        { kind: 'line', name: 'name', label: 'Name' },
        { kind: 'radios', name: 'kind', label: 'What kind of area is it?', options: codeOptions(kinds) },
        { kind: 'select', name: 'within', label: 'Which area does it lie in?', options: others.map(areaOption), none: 'None of these' },
        codeField,
        sourceField,
        { kind: 'day', name: 'startsOn', label: 'Since when has it existed?', hint: 'For example, 1 4 1974' },
      ],
    },
    parse: (posted) => parseForm(schema, posted),
    perform: async (input) => mapped(await addArea(asked.db, asked.visit, input), ({ id }) => areaPath(id)),
  }
}

async function askedArea(asked: Asked) {
  const area = known(await findArea(asked.reader, asked.id('area'), asked.visit.today))
  const page = areaPath(area.id)
  return { area, page, breadcrumbs: [...toAreas, { text: area.nameToday, href: page }] }
}

/** Changes, renames or ends an area. */
export async function changedArea(asked: Asked): Promise<FormSpec<z.output<ReturnType<typeof changedAreaForm>>>> {
  const { area, page, breadcrumbs } = await askedArea(asked)
  const kinds = await codesOf(asked, 'area-kind')
  const schema = changedAreaForm(kinds)
  const { id, nameToday, kind, code, source, endsOn, version } = area
  return {
    shape: {
      ...{ title: 'Change an area', caption: nameToday, breadcrumbs, submit: 'Save', version, cancel: backTo(page) },
      fields: [
        { kind: 'line', name: 'name', label: 'Name' },
        {
          kind: 'day',
          name: 'renamedOn',
          label: 'First day of a new name',
          hint: 'Leave empty to correct a slip. With a day, the old name is kept with its dates',
        },
        { kind: 'radios', name: 'kind', label: 'What kind of area is it?', options: codeOptions(kinds) },
        codeField,
        sourceField,
        endsField('First day on which it no longer exists'),
      ],
      first: { name: nameToday, kind, code, source, ...dayValues('endsOn', endsOn) },
    },
    parse: (posted) => parseForm(schema, posted),
    perform: async (input) => mapped(await changeArea(asked.db, asked.visit, { ...input, id }), () => page),
  }
}

/** Says how an area lies to another. */
export async function newAreaRelation(asked: Asked): Promise<FormSpec<z.output<typeof areaRelationForm>>> {
  const { area, page, breadcrumbs } = await askedArea(asked)
  const others = (await listAreas(asked.reader, asked.visit.today)).filter(({ id }) => id !== area.id)
  return {
    shape: {
      ...{
        title: 'Say how it lies to another area',
        caption: area.nameToday,
        breadcrumbs,
        submit: 'Record',
        first: {},
        cancel: backTo(page),
      },
      fields: [
        { kind: 'radios', name: 'kind', label: 'This area', options: optionsOf(areaRelationWords, areaRelationChoices) },
        { kind: 'select', name: 'other', label: 'The other area', options: others.map(areaOption) },
        { kind: 'day', name: 'startsOn', label: 'Since', hint: 'Leave empty where it has been so as long as both exist' },
      ],
    },
    parse: (posted) => parseForm(areaRelationForm, posted),
    perform: async ({ kind, other, startsOn }) => {
      const said = kind === 'contains' ? { area: other, other: area.id, kind: 'within' as const } : { area: area.id, other, kind }
      return mapped(await relateAreas(asked.db, asked.visit, { ...said, startsOn }), () => page)
    },
  }
}

/** Says until when an area lay so to another. */
export async function endedAreaRelation(asked: Asked): Promise<FormSpec<z.output<typeof plainEndForm>>> {
  const { area, page, breadcrumbs } = await askedArea(asked)
  const { today } = asked.visit
  const line = known((await findAreaLines(asked.reader, today)).find(({ id }) => id === asked.id('relation')))
  const names = new Map((await listAreas(asked.reader, today)).map(({ id, name }) => [id, name]))
  return {
    shape: {
      ...{ title: 'It is no longer so', caption: `${names.get(line.area)} ${verbs[line.kind]} ${names.get(line.other)}`, breadcrumbs },
      fields: [{ kind: 'day', name: 'endsOn', label: 'First day on which it no longer holds' }],
      ...{ submit: 'Record', first: dayValues('endsOn', today), cancel: backTo(page) },
    },
    parse: (posted) => parseForm(plainEndForm, posted),
    perform: async ({ endsOn }) => mapped(await endAreaRelation(asked.db, asked.visit, { id: line.id, area: area.id, endsOn }), () => page),
  }
}

const verbs = { within: 'lies in', overlaps: 'overlaps', beside: 'touches' } as const

/** Takes back how an area lies to another, where that was entered by mistake. */
export async function takenBackAreaRelation(asked: Asked): Promise<FormSpec<z.output<typeof takenBackLineForm>>> {
  const { area, page, breadcrumbs } = await askedArea(asked)
  const { today } = asked.visit
  const line = known((await findAreaLines(asked.reader, today)).find(({ id }) => id === asked.id('relation')))
  const names = new Map((await listAreas(asked.reader, today)).map(({ id, name }) => [id, name]))
  return {
    shape: {
      ...{ title: 'It never was so', caption: `${names.get(line.area)} ${verbs[line.kind]} ${names.get(line.other)}`, breadcrumbs },
      lead: 'For what was entered by mistake: it is gone from every day. Where it was so once, say until when instead.',
      fields: [{ kind: 'lines', name: 'reason', label: 'Why is it taken back?', hint: 'It stays on record with the area' }],
      ...{ submit: 'Take it back', first: {}, cancel: backTo(page) },
    },
    parse: (posted) => parseForm(takenBackLineForm, posted),
    perform: async ({ reason }) =>
      mapped(await takeBackAreaLine(asked.db, asked.visit, { id: line.id, area: area.id, reason }), () => page),
  }
}

/** Gives a board areas that it serves. */
export async function newBodyAreas(asked: Asked): Promise<FormSpec<z.output<typeof bodyAreasForm>>> {
  const { id, slug, name } = asked.body
  const areas = await listAreas(asked.reader, asked.visit.today)
  const page = `${relationshipsPath(slug)}#areas`
  return {
    shape: {
      ...{ title: 'Add areas that this board serves', caption: name, breadcrumbs: toRelationships(asked.body) },
      lead: 'One area or several: a board can serve three boroughs, or two counties.',
      fields: [
        { kind: 'boxes', name: 'areas', label: 'Areas', options: areas.map(areaOption) },
        { kind: 'day', name: 'startsOn', label: 'From' },
        endsField('First day on which it no longer serves them'),
      ],
      ...{ submit: 'Add', first: dayValues('startsOn', asked.visit.today), cancel: backTo(page) },
    },
    parse: (posted) => parseForm(bodyAreasForm, posted),
    perform: async (input) => mapped(await giveAreas(asked.db, asked.visit, { ...input, body: id }), () => page),
  }
}

/** Says until when a board serves an area. */
export async function endedBodyArea(asked: Asked): Promise<FormSpec<z.output<typeof plainEndForm>>> {
  const { id, slug, name } = asked.body
  const served = known((await findServedAreas(asked.reader, id)).find(({ area }) => area === asked.id('area')))
  const page = `${relationshipsPath(slug)}#areas`
  return {
    shape: {
      ...{ title: 'It no longer serves this area', caption: `${name}: ${served.areaName}`, breadcrumbs: toRelationships(asked.body) },
      fields: [{ kind: 'day', name: 'endsOn', label: 'First day on which the board no longer serves it' }],
      ...{ submit: 'Record', first: dayValues('endsOn', served.endsOn ?? asked.visit.today), cancel: backTo(page) },
    },
    parse: (posted) => parseForm(plainEndForm, posted),
    perform: async ({ endsOn }) => mapped(await endServing(asked.db, asked.visit, { body: id, area: served.area, endsOn }), () => page),
  }
}
