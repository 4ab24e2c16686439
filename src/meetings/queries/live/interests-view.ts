import type { Standing } from '#governance/public.ts'
import { findDispensations, findInterestsOf } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { type DeclaredInterest, type KeptConsequence, rulingsOpen } from '../../rules/declared-interest.ts'
import { covers, holdingAt } from '../../rules/presence.ts'
import { type AgendaItem, findAgenda, titleOf } from '../agenda.ts'
import { findItemTimes } from '../declared-interests.ts'
import type { MeetingGround } from '../record.ts'
import { findLiveGround } from './ground.ts'
import { sharedRead } from './shared.ts'

/** Something to choose. */
export interface LiveOffer {
  readonly value: string
  readonly text: string
}

/** One declaration as the live page shows it. */
export interface InterestView {
  readonly interest: DeclaredInterest
  readonly item: string
  /** The item is on now, and this person is out for it. */
  readonly isOut: boolean
  /** What the chair can still rule. */
  readonly rulings: readonly KeptConsequence[]
}

/** What the part of interests shows. */
export interface InterestsView {
  readonly declared: readonly InterestView[]
  readonly items: readonly LiveOffer[]
  /** The item that is on; '' for none. */
  readonly current: string
  /** People for whom the clerk enters an interest; undefined for everybody else. */
  readonly people: readonly LiveOffer[] | undefined
  /** Entries of the register to choose from, without sensitive ones: one's own, or for the clerk those of everybody there. */
  readonly entries: readonly LiveOffer[]
  /** What dispensations that hold cover, in words, where only these say what they are for: the others apply by themselves. */
  readonly dispensations: readonly string[]
  /** Whoever is in the chair; undefined where nobody is recorded. */
  readonly chair: { readonly person: string | null; readonly name: string } | undefined
}

/** An item as a form names it. */
export const itemText = (item: Pick<AgendaItem, 'number' | 'publicTitle' | 'content'>): string => `${item.number} ${titleOf(item)}`

/** Reads the interests declared at a meeting, and what somebody needs to declare one (G13). */
export async function findInterestsView(
  reader: Reader,
  meetingId: string,
  standing: Standing,
  keeps: boolean,
  now: Temporal.Instant,
): Promise<InterestsView | undefined> {
  const ground = await findLiveGround(reader, meetingId)
  if (!ground) return undefined
  const items = (await sharedRead(reader, 'agenda', () => findAgenda(reader, meetingId))).filter(
    ({ withdrawnAt }) => withdrawnAt === undefined,
  )
  const current = (await findItemTimes(reader, meetingId)).find((time) => covers(time, now))?.item ?? ''
  const people = peopleOf(ground)
  const own = standing.person?.id
  const asked = keeps ? people.map(({ value }) => value) : own === undefined ? [] : [own]
  const entries = (await findInterestsOf(reader, asked, ground.meeting.heldOn)).filter(({ sensitive }) => !sensitive)
  const given = await findDispensations(reader, ground.meeting.body.id, ground.meeting.heldOn)
  return {
    declared: ground.interests.map((interest) => viewOf(interest, items, current, ground)),
    items: items.map((item) => ({ value: item.id, text: itemText(item) })),
    current,
    people: keeps ? people : undefined,
    entries: entries.map(({ id, person, nature }) => ({ value: id, text: keeps ? `${person.name}: ${nature}` : nature })),
    dispensations: given
      .filter(({ person, matter }) => matter === 'words' && asked.includes(person.id))
      .map(({ person, scope }) => (keeps ? `${person.name}: ${scope}` : scope)),
    chair: holdingAt(ground.attendance.chairs, now).at(-1),
  }
}

function viewOf(interest: DeclaredInterest, items: readonly AgendaItem[], current: string, ground: MeetingGround): InterestView {
  const item = items.find(({ id }) => id === interest.item)
  return {
    interest,
    item: item ? itemText(item) : 'An item that was withdrawn',
    isOut: interest.item === current && interest.consequence === 'leave' && interest.withdrawnAt === undefined,
    rulings: rulingsOpen(interest, ground.terms),
  }
}

/** Everybody for whom an interest can be entered: members, their deputies, the officers and those recorded as there, by name. */
function peopleOf({ membership, offices, attendance }: MeetingGround): readonly LiveOffer[] {
  const seated = membership.seats.flatMap(({ places }) => places.flatMap(({ holder }) => (holder ? [holder.person] : [])))
  const there = attendance.stays.flatMap(({ person, name }) => (person === null ? [] : [{ id: person, name }]))
  const known = new Map([...seated, ...offices.map(({ person }) => person), ...there].map(({ id, name }) => [id, name]))
  return [...known].map(([value, text]) => ({ value, text })).sort((a, b) => a.text.localeCompare(b.text, 'en'))
}
