import { dayInWords } from '#platform/time/words.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { familyPaths } from '../paths.ts'
import type { TransitionLine } from '../queries/movement.ts'
import { listChoices } from '../queries/names.ts'
import { findPeople } from '../queries/record.ts'
import { listThresholds } from '../queries/thresholds.ts'
import { listTierDocuments, listTiers } from '../queries/tiers.ts'
import { heldWithin } from '../rules/dated.ts'
import { thresholdsWithin } from '../rules/thresholds.ts'
import { adultWords, channelWords, decisionWords, transitionWords } from '../words/movement.ts'
import type { AskedFamily } from './gates.ts'
import type { LookedAt } from './sections.tsx'
import { families, named } from './shapes.ts'

const at = ({ family }: Pick<AskedFamily, 'family'>) => ({
  caption: `${family.label}, ${family.reference}`,
  breadcrumbs: [
    families,
    { text: family.label, href: familyPaths.family(family.id) },
    { text: 'Movement', href: familyPaths.moves(family.id) },
  ],
  cancel: familyPaths.moves(family.id),
})
const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
]

/** The form by which a transition is proposed. */
export async function proposeShape(asked: AskedFamily): Promise<FormShape> {
  const { reader, visit } = asked
  const tiers = await listTiers(reader, visit.today)
  return {
    ...at(asked),
    title: 'Propose that the family moves',
    lead: 'Nothing moves by being proposed or sent. It moves when the other side accepts it.',
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'kind', label: 'What is it?', options: optionsOf(transitionWords) },
          {
            ...{ kind: 'select', name: 'target', label: 'To an agency whose people sign in here', none: 'Somebody else' },
            options: named(await listChoices(reader, 'agency')),
          },
          {
            kind: 'line',
            name: 'targetName',
            label: 'Or to whom, outside?',
            hint: 'For example: the front door of social care in the next county',
          },
          {
            ...{ kind: 'select', name: 'toTier', label: 'For a step up or down: to which tier?', none: 'Not a step' },
            options: tiers.map(({ code, name }) => ({ value: code, text: name })),
          },
        ],
      },
      {
        heading: 'What the other side reads',
        fields: [
          {
            ...{ kind: 'text', name: 'words', label: 'What is needed, what was done, and what the family wants', rows: 10 },
            hint: 'They read these words and nothing else of the record.',
          },
        ],
      },
      {
        heading: 'The family',
        fields: [
          { kind: 'radios', name: 'agrees', label: 'Does the family agree to this?', options: yesNo },
          { kind: 'lines', name: 'withoutBecause', label: 'If not, why is it done without?' },
          { kind: 'day', name: 'proposedOn', label: 'On which day is it proposed?' },
        ],
      },
    ],
    submit: 'Propose',
    first: dayValues('proposedOn', visit.today),
  }
}

/** The form by which a tier is entered. */
export async function tierShape(asked: AskedFamily): Promise<FormShape> {
  const { family, visit } = asked
  const [current, ...earlier] = heldWithin(await listTierDocuments(asked.reader), family.requestedOn, visit.today)
  const options = (current?.tiers ?? []).map(({ code, name, means, isStatutory }) => ({
    ...{ value: code, text: name, hint: means || undefined, isStatutory },
  }))
  for (const { startsOn, tiers } of earlier)
    for (const { code, name, means, isStatutory } of tiers)
      if (!options.some(({ value }) => value === code))
        options.push({ value: code, text: `${name}, by the tiers from ${dayInWords(startsOn)}`, hint: means || undefined, isStatutory })
  return {
    ...at(asked),
    title: 'Enter the tier',
    lead: 'One record keeps its tiers by date. A statutory tier is entered by an accepted step-up.',
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'tier', label: 'Which tier?', options: options.filter(({ isStatutory }) => !isStatutory) },
          { kind: 'day', name: 'startsOn', label: 'From which day on?' },
          { kind: 'lines', name: 'because', label: 'Why?' },
        ],
      },
    ],
    submit: 'Enter',
    first: dayValues('startsOn', asked.visit.today),
  }
}

/** The form by which the level of need is said: by today's thresholds, or those of an earlier day of this record. */
export async function levelShape(asked: AskedFamily): Promise<FormShape> {
  const { today } = asked.visit
  const documents = thresholdsWithin(await listThresholds(asked.reader), asked.family.requestedOn, today)
  const [current, ...earlier] = documents
  return {
    ...at(asked),
    title: 'Say the level of need',
    lead: current && `Against: ${current.name}, published thresholds from ${dayInWords(current.startsOn)}. ${current.source}.`,
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'level', label: 'Which level?' },
            hint: earlier.length > 0 ? 'For a day before that, choose one of the thresholds that held then: they stand below' : undefined,
            options: documents.flatMap((one) =>
              one.levels.map(({ level, name, means }) => ({
                value: one === current ? String(level) : `${one.startsOn.toString()}/${level}`,
                text: `Level ${level}: ${name}${one === current ? '' : `, by the thresholds from ${dayInWords(one.startsOn)}`}`,
                hint: means || undefined,
              })),
            ),
          },
          { kind: 'lines', name: 'reason', label: 'Why this level, by the words of the thresholds?' },
          { kind: 'day', name: 'assessedOn', label: 'On which day?' },
        ],
      },
    ],
    submit: 'Record',
    first: dayValues('assessedOn', today),
  }
}

/** The form by which the work is paused. */
export function pauseShape(asked: AskedFamily): FormShape {
  return {
    ...at(asked),
    title: 'Pause the work',
    lead: 'The record stays open and counted. What is due goes on being due.',
    groups: [
      {
        fields: [
          { kind: 'day', name: 'startsOn', label: 'From which day on?' },
          {
            kind: 'day',
            name: 'endsOn',
            label: 'Until which day?',
            hint: 'The first day on which it goes on. Leave empty if nobody knows',
          },
          { kind: 'lines', name: 'because', label: 'Why?' },
        ],
      },
    ],
    submit: 'Pause',
    first: dayValues('startsOn', asked.visit.today),
  }
}

/** The form by which the service after 18 is written down. */
export async function grownShape({ tx, family, visit }: LookedAt): Promise<FormShape> {
  const children = (await findPeople(tx, family.family)).filter(({ part }) => part === 'child')
  return {
    ...at({ family }),
    title: 'Who goes on after 18',
    lead: 'Ask the service early, and write down what it says.',
    groups: [
      {
        fields: [
          { kind: 'select', name: 'person', label: 'Which young person?', options: named(children) },
          { kind: 'line', name: 'service', label: 'Which service was asked?' },
          { kind: 'day', name: 'askedOn', label: 'On which day?' },
        ],
      },
      {
        heading: 'Its answer',
        fields: [
          { kind: 'select', name: 'answer', label: 'What did it say?', none: 'No answer yet', options: optionsOf(adultWords) },
          { kind: 'day', name: 'answeredOn', label: 'On which day?' },
          { kind: 'line', name: 'answeredBy', label: 'Who said so?' },
          { kind: 'lines', name: 'words', label: 'In which words?' },
        ],
      },
    ],
    submit: 'Record',
    first: dayValues('askedOn', visit.today),
  }
}

/** The form by which a closed family comes back. */
export function reopenShape(asked: AskedFamily): FormShape {
  return {
    ...at(asked),
    title: 'The family comes back',
    lead: 'Soon after closing it is the same record, with a gap. Later it is a new one of the same family. Which of the two follows from the partnership’s rule of today.',
    groups: [],
    submit: 'Open it again',
    first: {},
  }
}

/** Where forms of one transition stand. */
export const atMove = ({ id, kind, to }: TransitionLine) => ({
  caption: `${transitionWords[kind]}, ${to}`,
  breadcrumbs: [
    families,
    { text: 'On the move', href: familyPaths.movements() },
    { text: transitionWords[kind], href: familyPaths.movement(id) },
  ],
  cancel: familyPaths.movement(id),
})

/** The form by which a transition goes out to somebody without an account. */
export function sendShape(transition: TransitionLine): FormShape {
  return {
    ...atMove(transition),
    title: 'Send it',
    lead: 'By a link, they open it with a code that is sent to the same address, works once, and opens these words alone. The mail names no family. On paper, print the page.',
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'channel', label: 'How?', options: optionsOf(channelWords, ['link', 'paper']) },
          {
            kind: 'email',
            name: 'mail',
            label: 'For a link: to which address?',
            hint: 'Of the team that answers, at its own organisation',
          },
        ],
      },
    ],
    submit: 'Send',
    first: {},
  }
}

/** The form by which it is answered, or the answer that came is written down. */
export function decideShape(transition: TransitionLine, isReceiver: boolean, name: string): FormShape {
  return {
    ...atMove(transition),
    title: isReceiver ? 'Answer' : 'Write down the answer that came',
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'decision', label: 'What is the answer?', options: optionsOf(decisionWords) },
          { kind: 'lines', name: 'reason', label: 'Why?', hint: 'Needed unless it is accepted' },
          { kind: 'line', name: 'name', label: 'Who decided?' },
        ],
      },
    ],
    submit: 'Record the answer',
    first: isReceiver ? { name } : {},
  }
}
