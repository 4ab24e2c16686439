import { type AskedBoard, listPeopleWhoSignIn } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { PlansNeeds } from '../needs.ts'
import { communicationCrumbs } from '../pages/communications-page.tsx'
import { communicationPaths } from '../paths.ts'
import { listAbouts } from '../queries/communications.ts'
import { communicationAboutWords, communicationSightWords } from '../words/communication.ts'
import type { AskedCommunication, AskedItem } from './communication-gates.ts'

async function somebody(
  reader: Reader,
  fields: { readonly person: string; readonly post: string; readonly verb: string },
): Promise<readonly FieldSpec[]> {
  const people = await listPeopleWhoSignIn(reader)
  return [
    {
      ...{ kind: 'select', name: fields.person, label: `Which person ${fields.verb}?`, none: 'A post, whoever holds it' },
      options: people.map(({ id, name }) => ({ value: id, text: name })),
    },
    { kind: 'line', name: fields.post, label: `Which post ${fields.verb}? (optional where a person does)` },
  ]
}

async function aboutFields(
  needs: PlansNeeds,
  { reader, visit }: Pick<AskedBoard, 'reader' | 'visit'>,
  body: string,
): Promise<readonly FieldSpec[]> {
  const abouts = await listAbouts(needs, reader, body, visit.today)
  return [
    { kind: 'line', name: 'title', label: 'What is it called?' },
    { kind: 'lines', name: 'aim', label: 'What is to be different once people have heard it?', rows: 3 },
    {
      ...{ kind: 'select', name: 'about', label: 'What does it belong to?', none: 'The board as a whole' },
      options: abouts.map(({ kind, id, title }) => ({ value: `${kind}:${id}`, text: `${communicationAboutWords[kind]}: ${title}` })),
    },
    ...(await somebody(reader, { person: 'owner', post: 'ownerPost', verb: 'owns it' })),
  ]
}

/** The form of a new communication plan. */
export async function beginShape(needs: PlansNeeds, asked: AskedBoard, about: string | undefined): Promise<FormShape> {
  return {
    title: 'Begin a communication plan',
    caption: asked.body.name,
    lead: 'Say who is to hear what in the next step. Until you show it, you, the chair and its owner see it alone.',
    breadcrumbs: communicationCrumbs(asked.body),
    groups: [{ fields: await aboutFields(needs, asked, asked.body.id) }],
    submit: 'Begin',
    first: { about: about ?? '' },
    cancel: communicationPaths.ofBoard(asked.body.slug),
  }
}

const frameOf = ({ board, communication }: Pick<AskedCommunication, 'board' | 'communication'>) => ({
  caption: communication.title,
  breadcrumbs: [...communicationCrumbs(board), { text: communication.title, href: communicationPaths.communication(communication.id) }],
  cancel: communicationPaths.communication(communication.id),
})

/** What an owner who is a post, or a person with a post, was called beside their name. */
const postOf = (person: string | null, name: string): string => (person === null ? name : name.split(', ').slice(1).join(', '))

/** The form that changes what it is for. */
export async function editShape(needs: PlansNeeds, asked: AskedCommunication): Promise<FormShape> {
  const { title, aim, about, owner, ownerName, version, body } = asked.communication
  return {
    title: 'Change title, aim or owner',
    ...frameOf(asked),
    groups: [{ fields: await aboutFields(needs, asked, body) }],
    submit: 'Save',
    first: { title, aim, about: about ? `${about.kind}:${about.id}` : '', owner: owner ?? '', ownerPost: postOf(owner, ownerName) },
    version,
  }
}

/** The form that shows it to the members or to everybody. */
export function showShape(asked: AskedCommunication): FormShape {
  const { sight, version } = asked.communication
  return {
    title: 'Show it',
    ...frameOf(asked),
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'sight', label: 'Who reads it from now on?' },
            options: optionsOf(communicationSightWords, sight === 'draft' ? ['members', 'public'] : ['public']),
          },
        ],
      },
    ],
    submit: 'Show it',
    warning:
      'What was shown stays shown, with who owns it and sees to it. Look through it first: no names of children, and nothing that is to stay among you until its day.',
    first: { sight: sight === 'draft' ? '' : 'public' },
    version,
  }
}

/** The form that closes it. */
export function closeShape(asked: AskedCommunication): FormShape {
  return {
    title: 'Close this communication plan',
    ...frameOf(asked),
    groups: [{ fields: [{ kind: 'lines', name: 'learned', label: 'What was learned from it as a whole?', rows: 4 }] }],
    submit: 'Close',
    look: 'warning',
    warning: 'What was closed can no longer be changed.',
    first: {},
    version: asked.communication.version,
  }
}

async function itemFields(reader: Reader): Promise<readonly FieldSpec[]> {
  return [
    {
      kind: 'line',
      name: 'audience',
      label: 'Who is to hear it?',
      hint: 'For example: parents of children under five in the east of the county',
    },
    { kind: 'lines', name: 'message', label: 'What are they to hear?', rows: 3, hint: 'In their words, in a sentence or two' },
    {
      kind: 'line',
      name: 'channel',
      label: 'How do they hear it?',
      hint: 'For example: letter of the school, evening in the library, local radio',
    },
    { kind: 'day', name: 'plannedOn', label: 'On which day, or by when?' },
    ...(await somebody(reader, { person: 'who', post: 'whoPost', verb: 'sees to it' })),
    { kind: 'number', name: 'expected', label: 'How many are to be reached? (optional)' },
    { kind: 'short', name: 'reachOf', label: 'What is counted?', hint: 'People, families, copies … People where you leave it empty' },
  ]
}

/** The form that adds who is to hear what. */
export async function addShape(asked: AskedCommunication): Promise<FormShape> {
  return {
    title: 'Add who is to hear what',
    ...frameOf(asked),
    groups: [{ fields: await itemFields(asked.reader) }],
    submit: 'Add',
    first: { reachOf: 'people' },
  }
}

/** The form that changes it. */
export async function editItemShape(asked: AskedItem): Promise<FormShape> {
  const { audience, message, channel, who, whoName, plannedOn, reachOf, expected, version } = asked.item
  return {
    title: 'Change who is to hear what',
    ...frameOf(asked),
    groups: [{ fields: await itemFields(asked.reader) }],
    submit: 'Save',
    first: {
      ...{
        audience,
        message,
        channel,
        who: who ?? '',
        whoPost: postOf(who, whoName),
        reachOf,
        expected: expected === null ? '' : String(expected),
      },
      ...dayValues('plannedOn', plannedOn),
    },
    version,
  }
}

/** The form that says what came of it. */
export function reportShape(asked: AskedItem): FormShape {
  const { audience, channel, doneOn, reachOf, cameState, came, learned, version } = asked.item
  return {
    title: 'Say what came of it',
    ...frameOf(asked),
    lead: `${audience}: ${channel}`,
    groups: [
      {
        fields: [
          { kind: 'day', name: 'doneOn', label: 'On which day was it done?' },
          {
            ...{ kind: 'radios', name: 'cameState', label: 'Is it known how many it reached?' },
            options: [
              { value: 'counted', text: 'Yes' },
              { value: 'open', text: 'Not yet', hint: 'You are asked again two weeks after it was done' },
              { value: 'not-known', text: 'No, and nobody will know' },
            ],
          },
          { kind: 'number', name: 'came', label: `How many ${reachOf}? (where it is known)`, hint: 'An honest 0 is a number' },
          {
            kind: 'lines',
            name: 'learned',
            label: 'What was learned? (optional)',
            rows: 3,
            hint: 'Whoever may read the plan reads this. No names of children',
          },
        ],
      },
    ],
    submit: 'Save',
    first: {
      ...{ cameState: doneOn === null ? '' : cameState, came: came === null ? '' : String(came), learned },
      ...dayValues('doneOn', doneOn ?? asked.visit.today),
    },
    version,
  }
}

/** The form that says that it is not done. */
export function callOffShape(asked: AskedItem): FormShape {
  return {
    title: 'Call it off',
    ...frameOf(asked),
    lead: `${asked.item.audience}: ${asked.item.channel}`,
    groups: [{ fields: [{ kind: 'lines', name: 'because', label: 'Why is it not done?', rows: 3 }] }],
    submit: 'Call it off',
    look: 'warning',
    warning: 'It stays in the plan as called off.',
    first: {},
    version: asked.item.version,
  }
}
