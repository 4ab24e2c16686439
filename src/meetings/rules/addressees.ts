import type { Sight } from './meeting.ts'

/** What people are told of. */
export type Occasion =
  | 'call'
  | 'change'
  | 'cancel'
  | 'reschedule'
  | 'pack'
  | 'supplement'
  | 'correction'
  | 'minutes'
  | 'circulation'
  | 'withdrawal'
  | 'release'

/** How somebody is told: at once, in the daily digest, or not by mail because they chose so. */
export type Way = 'email' | 'digest' | 'off'

/** Somebody on one list. */
export interface Listed {
  /** Undefined for an address outside. */
  readonly person: string | undefined
  /** Entry of a list, for an address outside. */
  readonly entry: string | undefined
  /** In the link with which an address outside leaves its list. */
  readonly token: string | undefined
  /** Whose mails of this kind can be stopped by a link in them; undefined without an account, and for notices, which cannot be. */
  readonly account?: string | undefined
  readonly name: string
  /** '' where none is recorded. */
  readonly email: string
  /** Name of the list, as it is shown and kept. */
  readonly list: string
  /** Whether it is the board's own list: its members are invited, and notices reach them whatever they chose. */
  readonly belongs: boolean
  /** Whether this person reads Part 2. */
  readonly fullSight: boolean
  readonly choice: { readonly news: 'immediate' | 'digest' | 'none'; readonly calendar: boolean }
}

/** Somebody who is told once, by however many lists. */
export interface Addressee extends Omit<Listed, 'list' | 'choice'> {
  readonly lists: readonly string[]
  readonly way: Way
  /** Whether a calendar entry comes along. */
  readonly calendar: boolean
}

/** An item that is published, as lists look at it. */
export interface ConcernedItem {
  readonly id: string
  /** Who may see it once it is out: a list hears only of what is public. */
  readonly sight: Sight
}

/** A list with what it is for. */
export interface ListPurpose {
  readonly concerns: 'body' | 'area' | 'item'
  readonly area: string | undefined
  readonly items: readonly string[]
}

/**
 * Whether a publication concerns a list through what everybody may see, or only through what is in Part 2: then only those of the list are told who
 * read Part 2 anyhow.
 */
export function concernOf(
  list: ListPurpose,
  items: readonly (ConcernedItem & { readonly areas: readonly string[] })[],
  meeting: Sight,
): 'everybody' | 'full-sight' | 'nobody' {
  if (list.concerns === 'body') return meeting === 'public' ? 'everybody' : 'full-sight'
  const touched = items.filter(({ id, areas }) => (list.concerns === 'area' ? areas.includes(list.area ?? '') : list.items.includes(id)))
  if (touched.length === 0) return 'nobody'
  return touched.some(({ sight }) => sight === 'public') ? 'everybody' : 'full-sight'
}

/** Notices of meetings, which nobody of the board can switch off: the rest is news. */
const statutory: ReadonlySet<Occasion> = new Set(['call', 'change', 'cancel', 'reschedule', 'pack', 'withdrawal'])

/** Merges lists: one person, or one address, is told once; a person who belongs to the board is told as one who belongs. */
export function mergeLists(listed: readonly Listed[], occasion: Occasion): readonly Addressee[] {
  const people: Listed[][] = []
  for (const one of listed) {
    const address = one.email.toLowerCase()
    const known = people.find((group) => group.some((other) => isSame(one, other, address)))
    if (known) known.push(one)
    else people.push([one])
  }
  return people.map((group) => addresseeOf(group, occasion)).toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

function isSame(one: Listed, other: Listed, address: string): boolean {
  if (one.person !== undefined && one.person === other.person) return true
  // Two people may share an address; an address outside that is somebody's own is that person.
  return address !== '' && address === other.email.toLowerCase() && (one.person === undefined || other.person === undefined)
}

function addresseeOf(group: readonly Listed[], occasion: Occasion): Addressee {
  const [first] = group
  if (first === undefined) throw new Error('A group of addressees has at least one.')
  const best = group.find(({ belongs }) => belongs) ?? group.find(({ person }) => person !== undefined) ?? first
  const { person, entry, token, account, name, email, belongs, choice } = best
  const fullSight = group.some((one) => one.fullSight)
  const lists = [...new Set(group.map(({ list }) => list))]
  const must = belongs && statutory.has(occasion)
  const way: Way = must || choice.news === 'immediate' ? 'email' : choice.news === 'digest' ? 'digest' : 'off'
  const stops = must || token !== undefined ? undefined : account
  return { person, entry, token, account: stops, name, email, belongs, fullSight, lists, way, calendar: belongs && choice.calendar }
}
