import {
  groupNamesOf,
  judgeQuorum,
  mayDecide,
  modesCounted,
  type Presence,
  placesOf,
  type QuorumRule,
  type QuorumSeat,
  quorumRuleOf,
  type Terms,
} from '#governance/public.ts'
import { sampleTermsNamed } from '#governance/sample/terms.ts'
import { isRecord, type RulesKind, type Worked, wholeNumber } from './kind.ts'

/** Who is in the room, put on the places of the terms. */
interface Room {
  readonly places: QuorumSeat[]
  readonly present: Presence[]
  /** True where no more people can be present than there are filled places. */
  readonly limited: boolean
  consulted: boolean
}

type Wanted = (place: QuorumSeat) => boolean

function sameWord(one: string, other: string): boolean {
  const plain = (word: string) =>
    word
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' ')
      .trim()
  return plain(one) === plain(other)
}

function groupCalled(terms: Terms, word: string): string | null {
  const found = terms.groups.find((group) => [group.key, group.name, ...group.alsoCounts].some((name) => sameWord(name, word)))
  return found?.key ?? null
}

/** Whether a rule measures against the number of places: then nobody can be present beyond them. */
function hasShare(rule: QuorumRule): boolean {
  if (rule.kind === 'share') return true
  if (rule.kind === 'waiver') return hasShare(rule.rule)
  return 'rules' in rule && rule.rules.some(hasShare)
}

/** Puts somebody on a free place; beyond the places of the terms only where the rule does not measure against them. */
function seatSomebody(room: Room, wanted: Wanted, person: { readonly agency: string | null; readonly chair: boolean }): boolean {
  const taken = new Set(room.present.map(({ seat }) => seat))
  const suitable = room.places.filter((candidate) => candidate.filled && wanted(candidate))
  const [model] = suitable
  let place = suitable.find((candidate) => !taken.has(candidate.key))
  if (place === undefined && model !== undefined && !room.limited) {
    place = { ...model, key: `extra:${room.places.length}` }
    room.places.push(place)
  }
  if (place === undefined) return false
  const name = `person ${room.present.length + 1}`
  room.present.push({ person: name, seat: place.key, mode: 'in-room', deputy: null, excluded: false, ...person })
  return true
}

function isMember({ voting }: QuorumSeat): boolean {
  return voting === 'voting' || voting === 'non_voting'
}

/** Seats one entry of a list; an observer, or somebody of no group of the terms, is in the room and counts for nothing. */
function seatEntry(terms: Terms, room: Room, entry: Readonly<Record<string, unknown>>): string | null {
  const { agency, chair, group, voting, observer, excluded } = entry
  if (observer === true || excluded === true || ['observer', 'adviser', 'invited'].includes(String(voting))) return null
  const ofGroup = typeof group !== 'string' ? isMember : (wantedBy(terms, group) ?? (terms.groups.length === 0 ? isMember : null))
  const ofStatus = typeof voting !== 'string' ? isMember : wantedBy(terms, voting)
  if (ofGroup === null || ofStatus === null) return null
  const person = { agency: typeof agency === 'string' ? agency : null, chair: chair === true }
  if (seatSomebody(room, (place) => ofGroup(place) && ofStatus(place), person)) return null
  return `it has more people present than ${terms.body.name} has filled places for them`
}

function seatList(terms: Terms, room: Room, list: readonly unknown[]): string | null {
  for (const entry of list) {
    if (!isRecord(entry)) return 'its list of who is present holds something that is not a person'
    const problem = seatEntry(terms, room, entry)
    if (problem !== null) return problem
  }
  return null
}

function wantedBy(terms: Terms, word: string): Wanted | null {
  if (sameWord(word, 'members')) return isMember
  if (sameWord(word, 'voting')) return (place) => place.voting === 'voting'
  if (sameWord(word, 'non_voting')) return (place) => place.voting === 'non_voting'
  const group = groupCalled(terms, word)
  return group === null ? null : (place) => place.group === group
}

function seatCounts(terms: Terms, room: Room, counts: Readonly<Record<string, unknown>>): string | null {
  for (const [word, value] of Object.entries(counts)) {
    if (word === 'chair_consulted_absent') {
      room.consulted = value === true
      continue
    }
    if (word === 'chair' && (typeof value === 'boolean' || value === 0 || value === 1)) {
      if (value) seatSomebody(room, isMember, { agency: 'the chair’s agency', chair: true })
      continue
    }
    const many = wholeNumber(value)
    const agencies = sameWord(word, 'agencies') || sameWord(word, 'agencies besides chair')
    const wanted = agencies ? isMember : wantedBy(terms, word)
    if (wanted === null) return `it counts “${word}”, which is no group of ${terms.body.name}`
    if (many === null) return `its count of “${word}” is not a whole number`
    for (let number = 1; number <= many; number += 1)
      if (!seatSomebody(room, wanted, { agency: agencies ? `agency ${number}` : null, chair: false }))
        return `it has more of “${word}” present than ${terms.body.name} has filled places`
  }
  return null
}

function work(given: Readonly<Record<string, unknown>>): Worked {
  const terms = typeof given.rule === 'string' ? sampleTermsNamed(given.rule) : null
  if (terms === null) return { problem: 'its rule is the key of no terms of reference in the sample' }
  const { present } = given
  const rule = quorumRuleOf(terms)
  const room: Room = {
    places: [...placesOf(terms)],
    present: [],
    limited: hasShare(rule),
    consulted: given.chair_consulted_absent === true,
  }
  if (!Array.isArray(present) && !isRecord(present)) return { problem: 'it does not say who is present' }
  const problem = Array.isArray(present) ? seatList(terms, room, present) : seatCounts(terms, room, present)
  if (problem !== null) return { problem }
  const consultation = room.consulted ? { consulted: ['the absent members'], views: 'recorded' } : null
  const verdict = judgeQuorum(rule, {
    seats: room.places,
    present: room.present,
    modesCounted: modesCounted(terms),
    consultation,
    groupNames: groupNamesOf(terms),
  })
  return { computed: { quorate: mayDecide(verdict) } }
}

/** Quorum under the sample's terms by key or family; `quorate` is null where those terms state none or cannot be tested. */
export const quorum: RulesKind = { answerKeys: () => ['quorate'], work }
