import type { SuccessionAct } from '../rules/succession.ts'

/** What can become of an organisation, as the page offers it: the act, and what it is for. */
export const successionActWords: Readonly<Record<SuccessionAct, readonly [title: string, meaning: string]>> = {
  merge: ['It merges with others', 'Several become one: one of them, or a new one'],
  split: ['It is split', 'Several take its place, each for a part'],
  replace: ['Another takes its place', 'One that exists already, or a new one'],
  end: ['It ends, and nothing takes its place', 'Its history stays'],
}

type Details = Readonly<Record<string, string | number>>
const named = ({ name }: Details, otherwise: string): string => String(name || otherwise)

const whom = ({ names }: Details): string => (names ? `: ${names}` : '')

/** Sentences for what the rules of succession refuse. */
export const successionProblems: Readonly<Record<string, (details: Details) => string>> = {
  'merge-two': () => 'Choose at least one other that merges with it. Where one becomes a new one, choose ‘Another takes its place’',
  'successor-one': () => 'Choose one that takes its place: one that exists, or the name of a new one, not both',
  'split-two': () => 'Choose or name at least two that take its place',
  'successor-none': () => 'Nothing can take the place of what simply ends',
  'succeeds-itself': (about) => `${named(about, 'An organisation')} cannot merge into itself or take its own place`,
  'succession-known': () => 'This is recorded already',
  'succession-circle': (about) =>
    `${named(about, 'It')} was itself succeeded, by way of others, into the one that would end: the line would come back`,
  'before-founding': (about) => `${named(about, 'It')} had not begun before that day. Choose a later day`,
  'before-own-succession': (about) => `${named(about, 'It')} came after another one on that day or later. Choose a later day`,
  'ended-another-day': (about) => `${named(about, 'It')} ended on another day already. Enter that day`,
  'succeeded-already': (about) => `What became of ${named(about, 'it')} is recorded already`,
  'successor-begins-later': (about) => `${named(about, 'What takes its place')} does not exist yet on that day. Choose a later day`,
  'successor-ended': (about) =>
    `${named(about, 'What takes its place')} no longer exists on that day. Choose another one, or an earlier day`,
  'taken-back-already': () => 'This was taken back already',
  'act-changed-since': (about) => `Somebody has changed what it left, and that would be lost${whom(about)}. Put that right by hand`,
  'act-place-filled': (about) => `A place that would be taken up again is filled by somebody else since${whom(about)}. End that first`,
  'act-used': (about) => `What went on for the successor is in use since${whom(about)}`,
  'act-rested-upon': (about) => `Something else rests on it since${whom(about)}. Change that first`,
  'team-known': () => 'There is a team of that name already',
  'in-team-already': () => 'This person is in the team at that time already',
  'end-by-act': () => 'End it under ‘What became of it’: what hangs on it is shown there first',
}

/** What an act was, in words between the names: 'A and B' 'merged into' 'C'. */
export const actWords: Readonly<Record<SuccessionAct, string>> = {
  merge: 'merged into',
  split: 'was split into',
  replace: 'was replaced by',
  end: 'ended',
}

/** How many of a thing: '1 appointment ends', '7 appointments end'. */
export function many(count: number, one: string, more: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${more}`
}
