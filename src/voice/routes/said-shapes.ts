import type { AskedBoard } from '#governance/public-data.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { listAgeBands, listThemes } from '../queries/ground.ts'
import type { View } from '../queries/views.ts'
import { channelWords, whoseWords } from '../words/voice.ts'
import { ageField, voiceCrumbs } from './event-shapes.ts'
import type { AskedSaid, AskedSource, AskedView } from './gates.ts'

const crumbs = (asked: AskedSource) => [...voiceCrumbs(asked), { text: asked.title, href: asked.home }]
const newTheme: FieldSpec = {
  kind: 'line',
  name: 'newTheme',
  label: 'Or a new theme',
  hint: 'A few words that others can be put under as well',
}
const anonymous =
  'No names, no addresses, no school, nothing that happened to one family alone. Another person checks the words before anybody else reads them'

/** The form that says who was asked. */
export function aboutShape(asked: AskedSaid): FormShape {
  const { exercise } = asked
  return {
    title: 'Say who was asked',
    caption: asked.title,
    breadcrumbs: crumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'boxes', name: 'whose', label: 'Whose voice is it?', options: optionsOf(whoseWords) },
          {
            kind: 'short',
            name: 'invited',
            label: 'How many were invited by name?',
            hint: 'Leave empty where it was open to everybody: then there is no rate',
          },
          { kind: 'line', name: 'invitedSource', label: 'How is that known?', hint: 'For example: letters sent to all parents of Year 6' },
        ],
      },
    ],
    submit: 'Save',
    first: {
      whose: [...(exercise?.whose ?? ['children'])],
      invited: exercise?.invited == null ? '' : String(exercise.invited),
      invitedSource: exercise?.invitedSource ?? '',
    },
    version: exercise?.version ?? 1,
    cancel: asked.home,
  }
}

/** The form of a response. */
export async function responseShape(asked: AskedSaid): Promise<FormShape> {
  const { reader, visit, body, exercise } = asked
  const [themes, bands] = await Promise.all([listThemes(reader, body.id), listAgeBands(reader, visit.today)])
  return {
    title: 'Enter a response',
    caption: asked.title,
    breadcrumbs: crumbs(asked),
    groups: [
      {
        fields: [
          {
            kind: 'radios',
            name: 'kind',
            label: 'Whose response is it?',
            options: [
              { value: 'individual', text: 'A person’s, or several persons’ that say the same' },
              { value: 'group', text: 'A group’s', hint: 'One response, whatever the size of the group; it is listed apart' },
            ],
          },
          { kind: 'short', name: 'alike', label: 'How many alike?', hint: 'For persons: leave empty for one' },
          { kind: 'line', name: 'groupName', label: 'Name of the group', hint: 'For a group: it is published. No person’s name' },
          { kind: 'short', name: 'groupSize', label: 'How many people does the group say it speaks for?' },
          { kind: 'radios', name: 'channel', label: 'How did it come?', options: optionsOf(channelWords) },
          { kind: 'day', name: 'receivedOn', label: 'Received on' },
          ...(themes.length === 0
            ? []
            : [
                {
                  kind: 'boxes' as const,
                  name: 'themes',
                  label: 'What is it about?',
                  hint: 'As many themes as it names',
                  options: themes.map(({ id, name }) => ({ value: id, text: name })),
                },
              ]),
          newTheme,
        ],
      },
      {
        heading: 'Its words, where they may be told',
        fields: [
          { kind: 'lines', name: 'words', label: 'In their own words', hint: anonymous },
          { kind: 'radios', name: 'whose', label: 'Whose words are these?', options: optionsOf(whoseWords) },
          ageField(bands),
        ],
      },
    ],
    submit: 'Enter',
    first: { kind: 'individual', whose: exercise?.whose[0] ?? 'children', ...dayValues('receivedOn', visit.today) },
    cancel: asked.home,
  }
}

/** The form that publishes what came in. */
export function publishShape(asked: AskedSaid): FormShape {
  return {
    title: 'Publish what came in',
    caption: asked.title,
    lead: 'The numbers are settled now: small ones are merged or left out, so that nobody can be known by them. Words follow as they are cleared.',
    breadcrumbs: crumbs(asked),
    groups: [],
    submit: 'Publish',
    first: {},
    version: asked.exercise?.version ?? 1,
    warning: 'Afterwards no response can be added or taken away.',
    cancel: asked.home,
  }
}

/** The form of somebody's words. */
export async function viewShape(
  asked: AskedBoard,
  view: View | undefined,
  where: Pick<AskedSource, 'home'> & { readonly title?: string },
): Promise<FormShape> {
  const { reader, visit, body } = asked
  const [themes, bands] = await Promise.all([listThemes(reader, body.id), listAgeBands(reader, visit.today)])
  return {
    title: view ? 'Change these words' : 'Enter somebody’s words',
    caption: where.title,
    lead: view ? 'Another person than you checks them anew.' : undefined,
    breadcrumbs: voiceCrumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'words', label: 'In their own words', hint: anonymous },
          { kind: 'radios', name: 'whose', label: 'Whose words are these?', options: optionsOf(whoseWords) },
          ageField(bands),
          {
            ...{ kind: 'select', name: 'theme', label: 'What is it about?', none: 'Of no theme yet' },
            options: themes.map(({ id, name }) => ({ value: id, text: name })),
          },
          newTheme,
        ],
      },
    ],
    submit: view ? 'Save' : 'Enter',
    first: view ? { words: view.words, whose: view.whose, ageBand: view.ageBand ?? '', theme: view.theme ?? '' } : {},
    version: view?.version,
    cancel: where.home,
  }
}

/** The form that keeps words back. */
export function withholdShape(asked: AskedView): FormShape {
  return {
    title: 'Withhold these words',
    caption: asked.body.name,
    lead: `‘${asked.view.words.slice(0, 300)}’`,
    breadcrumbs: voiceCrumbs(asked),
    groups: [{ fields: [{ kind: 'lines', name: 'reason', label: 'Why?', hint: 'For those who prepare, not for the public', rows: 3 }] }],
    submit: 'Withhold',
    first: {},
    version: asked.view.version,
    cancel: asked.home,
  }
}
