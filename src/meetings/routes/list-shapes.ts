import { findPeopleNames, listAreas, listBodies, listOrganisations, listPeople, listPosts } from '#governance/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { postOption } from '../forms/lists.ts'
import type { EntryLine } from '../pages/lists-page.tsx'
import { meetingPaths, readingPaths } from '../paths.ts'
import { findBehind } from '../queries/addressees.ts'
import { titleOf } from '../queries/agenda.ts'
import { type DistributionList, findItemConcerns, findLists, type ListEntry } from '../queries/lists.ts'
import { concernWords } from '../words/lists.ts'
import type { Asked, AskedItem } from './gates.ts'

const crumbs = ({ body }: Asked, list?: DistributionList) => [
  { text: body.name, href: `/boards/${body.slug}` },
  { text: 'Lists of who is told', href: readingPaths.lists(body.slug) },
  ...(list ? [{ text: list.name, href: readingPaths.list(body.slug, list.id) }] : []),
]

/** The form of a list. */
export async function listShape(asked: Asked, list: DistributionList | undefined): Promise<FormShape> {
  const areas = await listAreas(asked.reader, asked.visit.today)
  const fields: FieldSpec[] = [
    { kind: 'line', name: 'name', label: 'Name', hint: 'Those on it read this name, for example Head teachers' },
    { kind: 'radios', name: 'concerns', label: 'What is it told of?', options: optionsOf(concernWords) },
    {
      kind: 'select',
      name: 'area',
      label: 'Area',
      hint: 'For a list that is told of an area',
      options: areas.map(({ id, name }) => ({ value: id, text: name })),
      none: 'None',
    },
  ]
  return {
    title: list ? 'Change the list' : 'Start a list',
    caption: asked.body.name,
    breadcrumbs: crumbs(asked, list),
    groups: [{ fields }],
    submit: list ? 'Save' : 'Start the list',
    first: list ? { name: list.name, concerns: list.concerns, area: list.area ?? '' } : {},
    version: list?.version,
    cancel: list ? readingPaths.list(asked.body.slug, list.id) : readingPaths.lists(asked.body.slug),
  }
}

function addShape(asked: Asked, list: DistributionList, title: string, fields: readonly FieldSpec[], first: FormBody = {}): FormShape {
  return {
    title,
    caption: list.name,
    breadcrumbs: crumbs(asked, list),
    groups: [{ fields }],
    submit: 'Put on the list',
    first,
    cancel: readingPaths.list(asked.body.slug, list.id),
  }
}

/** Puts a person on a list. */
export async function personShape(asked: Asked, list: DistributionList): Promise<FormShape> {
  const people = (await listPeople(asked.reader)).map(({ id, name }) => ({ value: id, text: name }))
  return addShape(asked, list, 'Add a person', [{ kind: 'select', name: 'person', label: 'Person', options: people }])
}

/** Puts whoever holds a post on a list. */
export async function postShape(
  asked: Asked,
  list: DistributionList,
): Promise<{ readonly shape: FormShape; readonly offered: readonly string[] }> {
  const posts = await listPosts(asked.reader, asked.visit.today)
  const options = posts.map((post) => ({
    value: postOption(post),
    text: post.organisationName === '' ? post.title : `${post.title}, ${post.organisationName}`,
  }))
  const hint = 'Whoever holds the post on the day is told, for example the councillor for an area'
  return {
    shape: addShape(asked, list, 'Add whoever holds a post', [{ kind: 'select', name: 'post', label: 'Post', hint, options }]),
    offered: options.map(({ value }) => value),
  }
}

/** Puts everybody on a board on a list. */
export async function boardShape(asked: Asked, list: DistributionList): Promise<FormShape> {
  const boards = (await listBodies(asked.reader, asked.visit.today)).map(({ id, name }) => ({ value: id, text: name }))
  return addShape(asked, list, 'Add everybody on a board', [
    { kind: 'select', name: 'ofBody', label: 'Board', options: boards },
    {
      kind: 'radios',
      name: 'kind',
      label: 'Who of it?',
      options: optionsOf({ members: 'Members, officers and standing deputies', observers: 'Observers' }),
    },
  ])
}

/** Puts an address outside on a list. */
export function outsideShape(asked: Asked, list: DistributionList): FormShape {
  return addShape(asked, list, 'Add an address outside', [
    { kind: 'line', name: 'entryName', label: 'Name', hint: 'Of the person or office, for example Fenmarsh Parish Council' },
    { kind: 'line', name: 'entryEmail', label: 'Email address' },
    {
      kind: 'lines',
      name: 'consent',
      label: 'How did they agree?',
      hint: 'For example, asked by mail to the clerk. Kept as evidence',
      rows: 2,
    },
    { kind: 'day', name: 'consentedOn', label: 'When did they agree?' },
  ])
}

/** Says which areas an item touches and which lists are told of it. */
export async function audienceShape(asked: AskedItem): Promise<FormShape> {
  const { reader, visit, meeting, item, body } = asked
  const areas = (await listAreas(reader, visit.today)).map(({ id, name, within }) => ({
    value: id,
    text: within.length === 0 ? name : `${name} (in ${within.join(', ')})`,
  }))
  const lists = (await findLists(reader, meeting.body))
    .filter(({ concerns }) => concerns === 'item')
    .map(({ id, name }) => ({ value: id, text: name }))
  const chosen = (await findItemConcerns(reader, meeting.id)).get(item.id)
  const fields: FieldSpec[] = [
    ...(areas.length === 0 ? [] : [{ kind: 'boxes' as const, name: 'areas', label: 'Which areas does this item touch?', options: areas }]),
    ...(lists.length === 0 ? [] : [{ kind: 'boxes' as const, name: 'lists', label: 'Which lists are told of this item?', options: lists }]),
  ]
  const none = 'No areas are recorded and no list is for single items. Administrators record areas; lists are started on the page of lists.'
  return {
    title: 'Who is told of this item',
    caption: `Item ${item.number}: ${titleOf(item)}`,
    lead:
      item.category === 'public'
        ? item.sight === 'draft'
          ? 'They are told when the item, or a paper under it, is published.'
          : 'The item is published. They are told of what is published under it from now on: a supplement, a correction.'
        : 'This item is in Part 2: of these lists only those are told who read Part 2 anyhow. No mail names it.',
    breadcrumbs: [
      { text: body.name, href: `/boards/${body.slug}` },
      { text: 'Agenda', href: meetingPaths.agenda(meeting.id) },
    ],
    groups: [{ heading: fields.length === 0 ? none : undefined, fields }],
    submit: 'Save',
    first: { areas: [...(chosen?.areas ?? [])], lists: [...(chosen?.lists ?? [])] },
    cancel: meetingPaths.agenda(meeting.id),
  }
}

/** Entries in words. */
export async function entryLines({ reader, visit }: Asked, entries: readonly ListEntry[]): Promise<readonly EntryLine[]> {
  const names = await findPeopleNames(
    reader,
    entries.flatMap(({ person }) => person ?? []),
  )
  const boards = new Map((await listBodies(reader, visit.today)).map(({ id, name }) => [id, name]))
  const organisations = new Map((await listOrganisations(reader)).map(({ id, name }) => [id, name]))
  const lines: EntryLine[] = []
  for (const entry of entries) {
    const people = entry.endedAt === undefined ? await findBehind(reader, entry, visit.today) : []
    const board = boards.get(entry.ofBody ?? '') ?? ''
    const title = {
      person: names.get(entry.person ?? '') ?? '',
      post: [entry.post, organisations.get(entry.organisation ?? '')].filter(Boolean).join(', '),
      members: `Members of ${board}`,
      observers: `Observers of ${board}`,
      outside: entry.name,
    }[entry.kind]
    const consent = entry.consentedOn ? `Agreed on ${dayInWords(entry.consentedOn)}: ${entry.consent}` : ''
    const detail =
      entry.kind === 'outside' ? `${entry.email}. ${consent}` : entry.kind === 'post' ? people.map(({ name }) => name).join(', ') : ''
    lines.push({ entry, title, detail, people: people.length, withoutAddress: people.filter(({ email }) => email === '').length })
  }
  return lines
}
