import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues, type FormBody } from '#platform/web/forms.ts'
import type { Endable } from '../commands/household.ts'
import { familyPaths, peoplePaths } from '../paths.ts'
import { findCodes, type Member } from '../queries/people.ts'
import type { Birth } from '../rules/birth.ts'
import { partWords } from '../words/casework.ts'
import * as words from '../words/people.ts'
import type { LookedAt } from './sections.tsx'

/** A request about somebody of a family that one looks at. */
export interface MemberLookedAt extends LookedAt {
  readonly member: Member
  readonly members: readonly Member[]
}

const families = { text: 'Families', href: familyPaths.list() }
const section = ({ family }: LookedAt) => [
  families,
  { text: family.label, href: familyPaths.family(family.id) },
  { text: 'People', href: peoplePaths.section(family.id) },
]
/** Where a form about somebody stands. */
export const aboutMember = (asked: MemberLookedAt) => ({
  caption: asked.member.name,
  breadcrumbs: [...section(asked), { text: asked.member.name, href: peoplePaths.person(asked.family.id, asked.member.id) }],
  cancel: peoplePaths.person(asked.family.id, asked.member.id),
})
const source: FieldSpec = { kind: 'line', name: 'source', label: 'Who says so?', hint: 'For example: mother, at the first visit' }
/** Everybody else of the family who stands for themselves, to choose from. */
export const others = ({ member, members }: MemberLookedAt, among: (one: Member) => boolean = () => true) =>
  members.filter((one) => one.id !== member.id && one.keptAs === one.id && among(one)).map(({ id, name }) => ({ value: id, text: name }))

const birthFields: readonly FieldSpec[] = [
  { kind: 'day', name: 'bornOn', label: 'Born on', hint: 'Leave empty if it is not known' },
  { kind: 'number', name: 'bornYear', label: 'Or only the year', hint: 'For example 2019' },
  { kind: 'number', name: 'bornMonth', label: 'And the month, if known', hint: 'As a number: 3 for March' },
  { kind: 'day', name: 'dueOn', label: 'Or due on', hint: 'For a child who is not born yet' },
]
const who: readonly FieldSpec[] = [
  { kind: 'line', name: 'name', label: 'Name', hint: 'As they write it themselves, in any script' },
  { kind: 'radios', name: 'part', label: 'Who is it?', options: optionsOf(partWords) },
]
const responsible: FieldSpec = { kind: 'tick', name: 'hasResponsibility', label: 'Has parental responsibility' }

/** The form by which somebody of the family is entered. */
export function memberShape(asked: LookedAt): FormShape {
  return {
    ...{ caption: asked.family.label, breadcrumbs: section(asked), cancel: peoplePaths.section(asked.family.id) },
    title: 'Enter somebody of the family',
    lead: 'Somebody who lives elsewhere belongs here too.',
    groups: [
      { fields: who },
      { heading: 'When they were born, as far as you know', fields: birthFields },
      { fields: [responsible, { kind: 'tick', name: 'isAnother', label: 'I was warned: this is another person of the same name' }] },
    ],
    submit: 'Enter',
    first: {},
  }
}

function birthValues(birth: Birth): FormBody {
  if (birth.known === 'day') return dayValues('bornOn', birth.day)
  if (birth.known === 'due') return dayValues('dueOn', birth.day)
  if (birth.known === 'nothing') return {}
  return { bornYear: String(birth.year), ...(birth.known === 'month' ? { bornMonth: String(birth.month) } : {}) }
}

/** The form by which somebody is changed: a new name, a birth, a child who is born by now. */
export function changeShape(asked: MemberLookedAt): FormShape {
  const { member } = asked
  return {
    ...aboutMember(asked),
    title: 'Change who this is',
    groups: [
      { fields: who },
      {
        heading: 'If the name is another one now',
        fields: [
          {
            ...{ kind: 'radios', name: 'nameWas', label: 'What was the name before?' },
            options: [
              { value: 'same', text: 'It is the same' },
              { value: 'changed', text: 'Their name until then', hint: 'It stands on as a former name' },
              { value: 'corrected', text: 'A mistake' },
            ],
          },
          { kind: 'day', name: 'changedOn', label: 'If it changed, on which day?' },
        ],
      },
      { heading: 'When they were born, as far as you know', fields: birthFields },
      { fields: [responsible] },
    ],
    submit: 'Save',
    version: member.version,
    first: {
      ...{ name: member.name, part: member.part, nameWas: 'same', ...birthValues(member.birth) },
      ...(member.hasResponsibility ? { hasResponsibility: 'yes' } : {}),
    },
  }
}

const hints: Partial<Record<(typeof words.factKinds)[number], string>> = {
  'first-language': 'In words: which other language, which dialect',
  disability: 'In words: what helps',
  caring: 'In words: for whom',
  'private-fostering': 'In words: with whom, and since when',
}

/** The form by which facts of somebody are recorded; what is not chosen stays as it is. */
export async function factsShape(asked: MemberLookedAt): Promise<FormShape> {
  const codes = await findCodes(asked.tx, asked.visit.today)
  return {
    ...aboutMember(asked),
    title: 'Record what is known',
    lead: 'Answer what was talked about, and leave the rest. That nobody asked, or that they did not want to say, is an answer.',
    groups: [
      ...words.factKinds.map((kind) => ({
        fields: [
          {
            ...{ kind: 'select' as const, name: kind, label: words.factWords[kind], none: 'Leave as it is' },
            options: [
              ...codes.filter(({ list }) => list === kind).map(({ code, label }) => ({ value: code, text: label })),
              ...Object.entries(words.standingAnswers).map(([value, text]) => ({ value, text })),
            ],
          },
          ...(hints[kind]
            ? [{ kind: 'line' as const, name: `${kind}-words`, label: `${words.factWords[kind]}: more`, hint: hints[kind] }]
            : []),
        ],
      })),
      { heading: 'Where this comes from', fields: [source, { kind: 'day', name: 'knownOn', label: 'On which day did they say so?' }] },
    ],
    submit: 'Record',
    first: dayValues('knownOn', asked.visit.today),
  }
}

/** The form by which a number of somebody is recorded. */
export function identifierShape(asked: MemberLookedAt): FormShape {
  return {
    ...aboutMember(asked),
    title: 'Record a number',
    lead: 'Only where it is needed. A number whose check digit is right can still be somebody else’s.',
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'kind', label: 'Which number?', options: optionsOf(words.identifierWords) },
          { kind: 'short', name: 'value', label: 'The number' },
          { kind: 'radios', name: 'provenance', label: 'Where does it come from?', options: optionsOf(words.provenanceWords) },
          { kind: 'day', name: 'knownOn', label: 'On which day?' },
        ],
      },
    ],
    submit: 'Record',
    first: dayValues('knownOn', asked.visit.today),
  }
}

/** The form by which it is recorded who somebody is to somebody else. */
export async function relationshipShape(asked: MemberLookedAt): Promise<FormShape> {
  const types = (await findCodes(asked.tx, asked.visit.today)).filter(({ list }) => list === 'relationship')
  const { name } = asked.member
  return {
    ...aboutMember(asked),
    title: `Who ${name} is to somebody`,
    groups: [
      {
        fields: [
          {
            kind: 'select',
            name: 'type',
            label: `${name} is the`,
            options: types.map(({ code, label }) => ({ value: code, text: label })),
          },
          { kind: 'select', name: 'object', label: 'of', options: others(asked) },
          {
            kind: 'radios',
            name: 'responsibility',
            label: 'Has parental responsibility for them?',
            options: optionsOf(words.responsibilityWords),
          },
          { kind: 'radios', name: 'livesWith', label: 'Do they live together?', options: optionsOf(words.livesWithWords) },
          {
            kind: 'lines',
            name: 'contactRestriction',
            label: 'Is contact restricted?',
            hint: 'Leave empty if it is not. Say by whom, and how',
          },
          { kind: 'day', name: 'startsOn', label: 'Since when?', hint: 'Leave empty if it was always so' },
          source,
        ],
      },
    ],
    submit: 'Record',
    first: {},
  }
}

/** The form by which an address is recorded. */
export function addressShape(asked: MemberLookedAt): FormShape {
  return {
    ...aboutMember(asked),
    title: 'Record an address',
    lead: 'A new place to live ends the one before on that day.',
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'kind', label: 'What is it?', options: optionsOf(words.addressWords) },
          { kind: 'lines', name: 'lines', label: 'Address', hint: 'Without a fixed address: where they can be reached' },
          { kind: 'short', name: 'postcode', label: 'Postcode' },
          { kind: 'day', name: 'startsOn', label: 'Since when?' },
          source,
        ],
      },
    ],
    submit: 'Record',
    first: {},
  }
}

/** The form by which a contact is recorded. */
export const contactShape = (asked: MemberLookedAt): FormShape => ({
  ...aboutMember(asked),
  title: 'Record how they are reached',
  lead: 'A school or a place of work belongs here where it tells where somebody is. What is withheld from somebody covers it.',
  groups: [
    {
      fields: [
        { kind: 'radios', name: 'kind', label: 'What is it?', options: optionsOf(words.contactWords) },
        { kind: 'line', name: 'value', label: 'Number, address or name' },
        { kind: 'day', name: 'startsOn', label: 'Since when?' },
        source,
      ],
    },
  ],
  ...{ submit: 'Record', first: {} },
})

/** The form by which somebody's addresses and contacts are withheld from somebody else. */
export function shieldShape(asked: MemberLookedAt): FormShape {
  return {
    ...aboutMember(asked),
    title: `Withhold the addresses and contacts of ${asked.member.name}`,
    lead: 'From now on nothing that is made for that person carries a telephone, mail, school or place of work of theirs, nor an address: not the one of today, none of before, none to come, and no other that names the same place. If a child lives at the same address, withhold the child’s as well.',
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'shieldedFrom', label: 'From whom?', options: others(asked) },
          { kind: 'lines', name: 'because', label: 'Why?' },
        ],
      },
    ],
    submit: 'Withhold',
    first: {},
  }
}

/** The form by which a name is recorded that somebody goes by. */
export function knownAsShape(asked: MemberLookedAt): FormShape {
  return {
    ...aboutMember(asked),
    title: 'Record a name they go by',
    lead: `What ${asked.member.name} is called besides their own name. A name that changed is written with Change.`,
    groups: [
      {
        fields: [
          { kind: 'line', name: 'name', label: 'What are they called?' },
          { kind: 'day', name: 'startsOn', label: 'Since when?', hint: 'Leave empty if you do not know' },
        ],
      },
    ],
    ...{ submit: 'Record', first: {} },
  }
}

const endTitles: Readonly<Record<Endable, string>> = {
  relationships: 'End this relationship',
  addresses: 'End this address',
  contacts: 'End this contact',
  shields: 'No longer withhold addresses and contacts',
}

/** The form by which a relationship, an address or a shield ends. */
export function endShape(asked: MemberLookedAt, kind: Endable, version: number): FormShape {
  return {
    ...aboutMember(asked),
    title: endTitles[kind],
    ...(kind === 'shields'
      ? { warning: 'Letters and prints for that person carry addresses and contacts again from that day.', look: 'warning' as const }
      : {}),
    groups: [{ fields: [{ kind: 'day', name: 'endsOn', label: 'From which day?', hint: 'The first day on which it no longer holds' }] }],
    submit: kind === 'shields' ? 'No longer withhold' : 'End it',
    version,
    first: dayValues('endsOn', asked.visit.today),
  }
}
