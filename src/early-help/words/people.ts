import { dayInWords } from '#platform/time/words.ts'
import type { Age, Birth } from '../rules/birth.ts'
import type { IdentifierKind } from '../rules/identifiers.ts'

/** What is asked of somebody, in the order of the form of 2014. */
export const factKinds = [
  ...(['gender', 'ethnicity', 'religion', 'first-language', 'interpreter', 'interpreter-arranged'] as const),
  ...(['disability', 'immigration-status', 'caring', 'private-fostering'] as const),
] as const
/** One of them. */
export type FactKind = (typeof factKinds)[number]

/** What each is called. */
export const factWords: Readonly<Record<FactKind, string>> = {
  gender: 'Gender',
  ethnicity: 'Ethnicity',
  religion: 'Religion',
  'first-language': 'First language',
  interpreter: 'Interpreter or signer',
  'interpreter-arranged': 'Interpreter or signer arranged',
  disability: 'Disability',
  'immigration-status': 'Immigration status',
  caring: 'Caring responsibility',
  'private-fostering': 'Private fostering',
}

/** Answers that are no code: both are answers, and neither is nothing. */
export const standingAnswers = { 'not-asked': 'Not asked', declined: 'Declined to say' } as const

/** What identifiers are called. */
export const identifierWords: Readonly<Record<IdentifierKind, string>> = {
  nhs: 'NHS number',
  upn: 'Unique pupil number',
  local: 'Number of an agency here',
}
/** Where an identifier comes from. */
export const provenanceWords = {
  traced: 'Traced with the service that gives it',
  family: 'Told by the family',
  partner: 'Told by a partner',
} as const

/** Whether somebody has parental responsibility for somebody. */
export const responsibilityWords = { yes: 'Yes', no: 'No', 'not-asked': 'Not asked', declined: 'Declined to say' } as const
/** Whether two live together. */
export const livesWithWords = { yes: 'Yes', part: 'Part of the time', no: 'No, elsewhere', 'not-asked': 'Not asked' } as const
/** What an address is. */
export const addressWords = { usual: 'Where they live', other: 'Another address', none: 'No fixed address' } as const
/** What a name besides the present one is. */
export const nameWords = { former: 'Former name', 'known-as': 'Known as' } as const

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** When somebody was born, as far as it is known; what nobody knows is said, and never filled in. */
export function birthInWords(birth: Birth, today: Temporal.PlainDate): string {
  if (birth.known === 'day') return dayInWords(birth.day)
  if (birth.known === 'month') return `${months[birth.month - 1] ?? ''} ${birth.year}, day not known`
  if (birth.known === 'year') return `${birth.year}, day and month not known`
  if (birth.known === 'nothing') return 'Not known'
  const isPast = Temporal.PlainDate.compare(birth.day, today) < 0
  return `Due ${dayInWords(birth.day)}${isPast ? '. That day has passed: is the child born?' : ''}`
}

/** An age in words: '7 years', '6 or 7 years', '5 months'; undefined where none can be told. */
export function ageInWords(age: Age): string | undefined {
  if (age === 'unknown') return undefined
  if (age === 'unborn') return 'not born yet'
  const { least, most, unit } = age
  const number = least === most ? String(most) : most - least === 1 ? `${least} or ${most}` : `${least} to ${most}`
  return `${number} ${number === '1' ? unit.slice(0, -1) : unit}`
}

/** From when to when something held, in words; '' where nothing of it is known. */
export function whileInWords(from: Temporal.PlainDate | null, until: Temporal.PlainDate | null): string {
  return [from && `from ${dayInWords(from)}`, until && `until ${dayInWords(until)}`].filter((part) => part !== null).join(' ')
}

/** How somebody is reached, and what tells where they are. */
export const contactWords = { phone: 'Telephone', mail: 'Mail', school: 'School', work: 'Place of work' } as const

/** What was entered of somebody, by kind. */
export const enteredWords = {
  address: 'addresses',
  fact: 'facts',
  name: 'names',
  number: 'numbers',
  relationship: 'relationships',
  said: 'words and readings of theirs',
  withheld: 'addresses withheld from somebody',
} as const
