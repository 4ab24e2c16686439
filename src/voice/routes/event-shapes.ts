import { type AskedBoard, listOrganisationsOn } from '#governance/public-data.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { voicePaths } from '../paths.ts'
import type { VoiceEvent } from '../queries/events.ts'
import { type AgeBand, listAgeBands } from '../queries/ground.ts'
import { sightWords, whoseWords } from '../words/voice.ts'
import type { AskedEvent } from './gates.ts'

/** The way to a form of a board's voices. */
export const voiceCrumbs = ({ body }: AskedBoard) => [
  { text: body.name, href: `/boards/${body.slug}` },
  { text: 'Voices', href: voicePaths.ofBoard(body.slug) },
]

/** Ages to choose from. */
export const ageField = (bands: readonly AgeBand[]): FieldSpec => ({
  ...{ kind: 'select', name: 'ageBand', label: 'Ages', none: 'Not recorded, or all ages' },
  options: bands.map(({ code, name }) => ({ value: code, text: name })),
})

/** The form of an event: a new one, or one that is changed. */
export async function eventShape(asked: AskedBoard, event: VoiceEvent | undefined): Promise<FormShape> {
  const { reader, visit, body } = asked
  const [agencies, bands] = await Promise.all([
    listOrganisationsOn(reader, event?.heldOn ?? visit.today),
    listAgeBands(reader, visit.today),
  ])
  return {
    title: event ? 'Change this event' : 'Record an event',
    caption: event?.title ?? body.name,
    lead: event ? undefined : 'Nobody but those who prepare it sees it until you show it.',
    breadcrumbs: voiceCrumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What was held?', hint: 'For example: Youth assembly on safe ways to school' },
          { kind: 'day', name: 'heldOn', label: 'On which day?' },
          {
            kind: 'line',
            name: 'place',
            label: 'Where?',
            hint: 'A town or an area. No address, and no school or home: people could be known by it',
          },
          {
            ...{ kind: 'select', name: 'organisation', label: 'Which organisation held it?', none: 'The board itself, or none of these' },
            options: agencies.map(({ id, name }) => ({ value: id, text: name })),
          },
          { kind: 'line', name: 'heldBy', label: 'Or who else held it?', hint: 'No person’s name' },
        ],
      },
      {
        heading: 'Who was heard',
        fields: [
          { kind: 'boxes', name: 'whose', label: 'Whose voice was it?', options: optionsOf(whoseWords) },
          ageField(bands),
          {
            kind: 'short',
            name: 'came',
            label: 'How many came?',
            hint: 'Leave empty where nobody counted. Small numbers are not shown outside the board',
          },
          { kind: 'lines', name: 'summary', label: 'What was it about?', hint: 'Everybody can read this once you show it' },
        ],
      },
    ],
    submit: event ? 'Save' : 'Record',
    first: event ? firstOf(event) : {},
    version: event?.version,
    cancel: event ? voicePaths.event(event.id) : voicePaths.ofBoard(body.slug),
  }
}

const firstOf = (event: VoiceEvent) => ({
  ...{ title: event.title, place: event.place, organisation: event.organisation ?? '', heldBy: event.heldBy },
  ...{ whose: [...event.whose], ageBand: event.ageBand ?? '', came: event.came === null ? '' : String(event.came), summary: event.summary },
  ...dayValues('heldOn', event.heldOn),
})

/** The form that shows an event. */
export function showShape(asked: AskedEvent): FormShape {
  const { event } = asked
  return {
    title: 'Show this event',
    caption: event.title,
    lead: 'Only words that another person has checked are shown with it.',
    breadcrumbs: [...voiceCrumbs(asked), { text: event.title, href: asked.home }],
    groups: [
      {
        fields: [
          {
            kind: 'radios',
            name: 'sight',
            label: 'Who may know of it?',
            options: [
              { value: 'public', text: 'Everybody' },
              { value: 'members', text: sightWords.members.word },
            ],
          },
        ],
      },
    ],
    submit: 'Show',
    first: { sight: 'public' },
    version: event.version,
    warning: 'What is public stays public.',
    cancel: asked.home,
  }
}
