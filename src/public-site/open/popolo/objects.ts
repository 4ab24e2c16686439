import { listOf, type OpenJson } from '../csv/read-json.ts'
import type { OparlValue } from '../oparl/values.ts'
import { type PopoloType, popoloAddress } from './addresses.ts'

/** An object of Popolo as it is given out; what is missing is left out. */
export type PopoloObject = Readonly<Record<string, OparlValue>>

type Text = string | undefined

/** The id at the end of an address. */
export function idIn(address: unknown): string {
  return String(address).split('/').at(-1) ?? ''
}

const textOf = (value: unknown): Text => (typeof value === 'string' && value !== '' ? value : undefined)

function kept(properties: Readonly<Record<string, OparlValue | undefined>>): PopoloObject {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as PopoloObject
}

/** The same object by another name of its own: a board, an agency, a person. */
function other(site: string, type: PopoloType, address: unknown): Text {
  return address === undefined ? undefined : popoloAddress(site, type, idIn(address))
}

/** Where it is read by people, and where the same stands in OParl; when it came out here, and last changed. */
function common(object: OpenJson): Readonly<Record<string, OparlValue | undefined>> {
  const web = textOf(object.web)
  return {
    links: web === undefined ? undefined : [{ url: web, note: 'The page for people' }],
    sources: [{ url: String(object.id), note: 'OParl 1.1' }],
    created_at: textOf(object.created),
    updated_at: textOf(object.modified),
  }
}

/** A board or an agency. */
export function organizationOf(site: string, object: OpenJson): PopoloObject {
  const short = textOf(object.shortName)
  return kept({
    id: popoloAddress(site, 'organization', idIn(object.id)),
    name: textOf(object.name),
    other_names: short === undefined ? undefined : [{ name: short, note: 'Short name' }],
    classification: textOf(object.classification),
    parent_id: other(site, 'organization', object.subOrganizationOf),
    founding_date: textOf(object.startDate),
    dissolution_date: textOf(object.endDate),
    ...common(object),
  })
}

/** Somebody who holds or held a seat or an office: a name, and never an address. */
export function personOf(site: string, object: OpenJson): PopoloObject {
  return kept({ id: popoloAddress(site, 'person', idIn(object.id)), name: textOf(object.name), ...common(object) })
}

/** A seat filled, or an office held. */
export function membershipOf(site: string, object: OpenJson): PopoloObject {
  return kept({
    id: popoloAddress(site, 'membership', idIn(object.id)),
    role: textOf(object.role),
    person_id: other(site, 'person', object.person),
    organization_id: other(site, 'organization', object.organization),
    post_id: textOf(object['goldenthread:seat']),
    on_behalf_of_id: other(site, 'organization', object.onBehalfOf),
    start_date: textOf(object.startDate),
    end_date: textOf(object.endDate),
    ...common(object),
  })
}

/** The seats of a board. */
export function postsOf(site: string, object: OpenJson): readonly PopoloObject[] {
  return listOf(object, 'goldenthread:seat').map((seat) =>
    kept({
      id: textOf(seat.popolo),
      label: textOf(seat.name),
      role: seat.votingRight === true ? 'Voting seat' : 'Seat without a vote',
      organization_id: popoloAddress(site, 'organization', idIn(object.id)),
      start_date: textOf(seat.startDate),
      end_date: textOf(seat.endDate),
      sources: [{ url: String(object.id), note: 'OParl 1.1' }],
    }),
  )
}

/** A motion with the event at which it was voted on; none where nobody counted. */
export interface Moved {
  readonly motion: PopoloObject
  readonly event: PopoloObject | undefined
}

const results: Readonly<Record<string, string>> = { carried: 'pass', lost: 'fail', withdrawn: 'withdrawn' }

/**
 * What was moved under an item: motions and amendments as they were settled, and decisions that were recorded without a motion, which are motions that
 * were carried.
 * @param board - address of the board of the meeting in OParl
 * @param start - when the meeting began, as far as it is known: the schema wants a time with every day
 */
export function motionsOf(site: string, holder: OpenJson, board: string, start: unknown): readonly Moved[] {
  const motions = listOf(holder, 'goldenthread:vote')
  const decided = listOf(holder, 'goldenthread:decision')
  const known = new Set(motions.map(({ popolo }) => popolo))
  const of = { site, holder, board, start: textOf(start) }
  return [
    ...motions.map((motion) => movedOf(of, motion, String(motion.motion), results[String(motion.result)] ?? 'fail', decided)),
    ...decided.filter(({ popolo }) => !known.has(popolo)).map((one) => movedOf(of, one, String(one.text), 'pass', [one])),
  ]
}

interface Under {
  readonly site: string
  readonly holder: OpenJson
  readonly board: string
  readonly start: Text
}

function movedOf({ site, holder, board, start }: Under, one: OpenJson, text: string, result: string, decided: readonly OpenJson[]): Moved {
  const decision = decided.find(({ popolo }) => popolo === one.popolo)
  const id = idIn(one.popolo)
  // At a joint meeting each board moves and votes for itself.
  const organization_id = popoloAddress(site, 'organization', idIn(textOf(one.organization) ?? board))
  const page = textOf(decision?.web) ?? textOf(holder.web)
  const about = {
    // Neither type has links: the page is a source like the other.
    sources: [{ url: String(holder.id), note: 'OParl 1.1' }, ...(page === undefined ? [] : [{ url: page, note: 'The page for people' }])],
  }
  const event = eventOf(
    one,
    { id: popoloAddress(site, 'vote_event', id), organization_id, motion_id: popoloAddress(site, 'motion', id), result },
    site,
  )
  const motion = kept({
    id: popoloAddress(site, 'motion', id),
    organization_id,
    text,
    identifier: textOf(decision?.number) ?? (one.number === undefined ? undefined : String(one.number)),
    classification: one.amends === undefined ? textOf(decision?.kind) : 'amendment',
    date: textOf(one.put) ?? start,
    requirement: textOf(one.requirement),
    result,
    ...about,
  })
  return { motion, event: event === undefined ? undefined : kept({ ...event, ...about }) }
}

const options = [
  ['for', 'yes'],
  ['against', 'no'],
  ['abstained', 'abstain'],
] as const
const choices: Readonly<Record<string, string>> = { for: 'yes', against: 'no', abstain: 'abstain' }

function eventOf(one: OpenJson, head: Readonly<Record<string, string>>, site: string): PopoloObject | undefined {
  const counts = options.flatMap(([name, option]) => (typeof one[name] === 'number' ? [{ option, value: one[name] }] : []))
  const votes = listOf(one, 'cast').map((vote) =>
    kept({
      vote_event_id: head.id,
      voter_id: other(site, 'person', vote.person),
      voter: { name: String(vote.name) },
      option: choices[String(vote.choice)],
    }),
  )
  if (counts.length + votes.length === 0) return undefined
  return kept({
    ...head,
    classification: textOf(one.method),
    start_date: textOf(one.opened),
    end_date: textOf(one.closed),
    counts,
    votes: votes.length === 0 ? undefined : votes,
  })
}
