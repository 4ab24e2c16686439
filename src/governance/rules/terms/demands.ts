import { groupNamesOf } from './read.ts'
import type { Terms } from './terms.ts'
import {
  chairMethodWords,
  counted,
  everyMonthsWords,
  frequencyWords,
  listed,
  noticeWords,
  quorumLossWords,
  quorumWords,
} from './wording.ts'

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

function joined(...words: readonly (string | null)[]): readonly string[] {
  return words.filter((word) => word !== null && word !== '').map((word) => sentence(word ?? ''))
}

function quorum(terms: Terms): readonly string[] {
  const rule = terms.quorum.value
  if (rule === null) return []
  if (rule.kind === 'none') return ['No quorum is required.']
  return [`A meeting is quorate with ${quorumWords(rule, groupNamesOf(terms))}.`, ...joined(quorumLossWords(terms.quorum.onLoss))]
}

function functions(terms: Terms): readonly string[] {
  const verbs = { decide: 'decides on', recommend: 'recommends on', discuss: 'only discusses' } as const
  return (terms.functions.value ?? []).map(({ name, may, reservedTo, binding }) => {
    const to = reservedTo.length === 0 ? '' : `; the decision is for: ${reservedTo.join(', ')}`
    const binds = may === 'decide' && binding === false ? '; it binds a partner only when that partner takes it home' : ''
    return `The body ${verbs[may]}: ${name}${to}${binds}.`
  })
}

function chair(terms: Terms): readonly string[] {
  const rule = terms.chair.value
  if (rule === null) return []
  return joined(
    chairMethodWords(rule.method, rule.post),
    rule.reviewedEveryMonths === null ? null : `reviewed ${everyMonthsWords(rule.reviewedEveryMonths)}`,
    rule.termEnds === null ? null : `the term ends: ${rule.termEnds}`,
    rule.secretBallotIfContested ? 'where more than one is nominated there is a secret ballot' : null,
  )
}

function deputyChair(terms: Terms): readonly string[] {
  const rule = terms.deputyChair.value
  if (rule === null) return []
  const methods = {
    none: 'there is no deputy chair',
    'by-post': `the ${rule.post ?? 'holder of a post'} is deputy chair`,
    elected: 'the members elect a deputy chair',
    'nominated-by-core-members': 'the core members agree a deputy chair by nomination',
    'named-in-terms': 'the terms name a deputy chair',
  } as const
  return joined(methods[rule.method])
}

function absenceOfBoth(terms: Terms): readonly string[] {
  const rule = terms.absenceOfBoth.value
  if (rule === null) return []
  return joined(
    rule.remedy === 'reschedule' ? 'the meeting is held on another day' : 'the first item is to elect a chair for that meeting only',
  )
}

function deputies(terms: Terms): readonly string[] {
  const rule = terms.deputies.value
  if (rule === null) return []
  const kinds = {
    'named-substitute': 'only a named substitute may come in a member’s place',
    'agreed-by-chair-and-notified': 'a deputy may come if the chair agreed before and all core members were told',
    'nominated-by-member': 'a deputy whom the member nominates may come',
    'delegated-authority': 'a colleague whom the member nominates may come',
    forbidden: 'nobody may come in a member’s place',
  } as const
  return joined(
    kinds[rule.kind],
    rule.capacity === null ? null : `the deputy needs: ${rule.capacity.charAt(0).toLowerCase()}${rule.capacity.slice(1)}`,
  )
}

/** What a motion needs to be carried, in a clause: the majority of the terms, else more votes for it than against. */
export function motionNeeds(rule: NonNullable<Terms['voting']['value']>): string {
  return majorityWords(rule)?.replace('a motion needs ', '') ?? 'more votes for than against'
}

function majorityWords(rule: NonNullable<Terms['voting']['value']>): string | null {
  if (rule.majority === null) return null
  const bases = { 'present-and-voting': 'those present and voting', present: 'those present', 'all-seats': 'all seats' } as const
  const { numerator, denominator, moreThan, basis } = rule.majority
  return `a motion needs ${moreThan ? 'more than' : 'at least'} ${numerator} of every ${denominator} of ${bases[basis]}`
}

function voting(terms: Terms): readonly string[] {
  const rule = terms.voting.value
  if (rule === null) return []
  const casting = {
    'on-a-tie': 'in a tie the chair has a casting vote',
    'without-a-majority': 'where there is no majority the chair has the casting vote',
  } as const
  return joined(
    rule.consensusFirst ? 'consensus is sought first' : null,
    rule.oneVoteEach === true ? 'each voting member has one vote' : null,
    rule.moneyMethod === null ? null : 'decisions that commit money are taken by a show of hands',
    majorityWords(rule),
    rule.castingVote === null ? null : casting[rule.castingVote],
    rule.notPermittedOn.length === 0
      ? null
      : `no vote on ${listed(rule.notPermittedOn, 'or')}: these are referred to ${listed(rule.referTo)}`,
    rule.viewsReferredTo.length === 0 ? null : `in a disagreement the views of majority and minority go to ${listed(rule.viewsReferredTo)}`,
    rule.mayPostpone ? 'the chair may put a decision off for more information' : null,
  )
}

function after(rule: Terms['draftMinutes']['value'], what: string): readonly string[] {
  if (rule === null) return []
  const unit = rule.mode === 'working' ? 'working day' : 'day'
  const event = rule.clock.from === 'meeting' ? 'the meeting' : 'the meeting that approves them'
  return joined(`${what} within ${counted(rule.days, unit)} of ${event}${rule.soft ? ', where practicable' : ''}`)
}

function remote(terms: Terms): readonly string[] {
  const rule = terms.remote.value
  if (rule === null) return []
  return joined(
    rule.countsForQuorum ? 'remote attendance counts for quorum' : 'remote attendance does not count for quorum',
    rule.mayVote ? 'those who attend remotely may vote' : 'those who attend remotely may not vote',
    rule.proxy ? 'proxies are allowed' : null,
  )
}

/** What the rules on membership and decisions demand, in plain sentences. */
export const membershipDemands = {
  purpose: (terms: Terms) => (terms.purpose.value === null ? [] : [terms.purpose.value]),
  responsibilities: (terms: Terms) => terms.responsibilities.value ?? [],
  functions,
  quorum,
  remote,
  chair,
  deputyChair,
  absenceOfBoth,
  deputies,
  voting,
  nominateItems: (terms: Terms) =>
    terms.nominateItems.value === null ? [] : [`Items are nominated ${noticeWords(terms.nominateItems.value)}.`],
  papersDue: (terms: Terms) => (terms.papersDue.value === null ? [] : [`Papers are handed in ${noticeWords(terms.papersDue.value)}.`]),
  agendaOut: (terms: Terms) =>
    terms.agendaOut.value === null ? [] : [`The agenda and its papers go out ${noticeWords(terms.agendaOut.value)}.`],
  draftMinutes: (terms: Terms) => after(terms.draftMinutes.value, 'draft minutes are circulated'),
  minutesPublished: (terms: Terms) => after(terms.minutesPublished.value, 'minutes are published'),
  frequency: (terms: Terms) => (terms.frequency.value === null ? [] : [`${frequencyWords(terms.frequency.value)}.`]),
} as const satisfies Readonly<Partial<Record<keyof Terms, (terms: Terms) => readonly string[]>>>

/** Puts words into sentences; shared with the rules on procedure. */
export { joined }
