import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { FormBody } from '#platform/web/forms.ts'
import type { PageLink } from '#platform/web/page.tsx'
import { topicPaths } from '../paths.ts'
import { offeredTopics, type Topic } from '../rules/topic.ts'

const words: readonly FieldSpec[] = [
  { kind: 'line', name: 'name', label: 'Name', hint: 'Up to 80 characters, for example Neglect, or School exclusions' },
  { kind: 'lines', name: 'about', label: 'What belongs under it?', hint: 'For clerks who choose, and for everybody who reads', rows: 3 },
]
const crumbs: readonly PageLink[] = [{ text: 'Topics', href: topicPaths.topics }]
const dayFields = (name: string, day: Temporal.PlainDate): FormBody => ({
  [`${name}-day`]: String(day.day),
  [`${name}-month`]: String(day.month),
  [`${name}-year`]: String(day.year),
})

/** The form for a new topic. */
export function newTopicShape(today: Temporal.PlainDate): FormShape {
  return {
    title: 'Add a topic',
    lead: 'Everybody sees the list. The address of the topic is made of its name and stays when the name changes.',
    breadcrumbs: crumbs,
    groups: [{ fields: [...words, { kind: 'day', name: 'startsOn', label: 'From which day is it offered?' }] }],
    submit: 'Add the topic',
    first: dayFields('startsOn', today),
    cancel: topicPaths.topics,
  }
}

/** The form that changes a topic. */
export function topicChangeShape(topic: Topic): FormShape {
  const { name, about, endsOn, slug, version } = topic
  return {
    title: 'Change a topic',
    caption: name,
    lead: 'What belongs under it stays there, also after it has ended.',
    breadcrumbs: [...crumbs, { text: name, href: topicPaths.topic(slug) }],
    groups: [
      {
        fields: [
          ...words,
          { kind: 'day', name: 'endsOn', label: 'From which day is it no longer offered?', hint: 'Blank: it goes on being offered' },
        ],
      },
    ],
    submit: 'Save',
    first: { name, about, ...(endsOn ? dayFields('endsOn', endsOn) : {}) },
    version,
    cancel: topicPaths.topic(slug),
  }
}

/** The form that says which topics a matter belongs to. */
export function chosenShape(
  topics: readonly Topic[],
  chosen: readonly Topic[],
  today: Temporal.PlainDate,
  matter: { readonly title: string; readonly crumbs: readonly PageLink[]; readonly back: string; readonly hint?: string },
): FormShape {
  const before = chosen.map(({ id }) => id)
  const offered = offeredTopics(topics, before, today)
  return {
    title: 'Topics',
    caption: matter.title,
    lead: 'Whoever follows a topic hears of everything that comes out about it, whichever board deals with it.',
    breadcrumbs: matter.crumbs,
    groups: [
      {
        fields: [
          {
            ...{ kind: 'boxes', name: 'topics', label: 'Which topics does it belong to?', hint: matter.hint },
            options: offered.map(({ id, name, about }) => ({ value: id, text: name, ...(about === '' ? {} : { hint: about }) })),
          },
        ],
      },
    ],
    submit: 'Save',
    first: { topics: before },
    cancel: matter.back,
    ...(offered.length === 0 ? { closed: true, above: 'There are no topics yet. An administrator makes the list.' } : {}),
  }
}
