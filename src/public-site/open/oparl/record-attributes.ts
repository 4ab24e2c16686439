import { recordPaths, topicPaths } from '#meetings/paths.ts'
import type { OpenItem, OpenMeeting, OpenMotion, OpenRatification } from '#meetings/public-data.ts'
import { popoloAddress } from '../popolo/addresses.ts'
import type { OparlAddresses } from './addresses.ts'
import type { Mapping } from './drafts.ts'
import { dateTime, given, type OparlProperties } from './values.ts'

/*
 * What OParl has no words for, in attributes of our own: their names begin with 'goldenthread:'. Each is described in docs/open-data.md.
 */

/** Who was there, from when to when, who was not, who was in the chair; nothing where the board does not publish attendance. */
export function presenceAttributes({ addresses }: Mapping, meeting: OpenMeeting): OparlProperties {
  const person = (id: string | null): string | undefined => (id === null ? undefined : addresses.of('Person', id))
  return given({
    'goldenthread:attendance': meeting.attendance.map((stay) =>
      given({
        name: stay.name,
        // Whoever is in attendance only may be nobody of the interface, and is named without an address.
        person: stay.seat === null ? undefined : person(stay.person),
        capacity: stay.seat === null ? 'in attendance' : stay.deputy ? 'deputy' : 'member',
        mode: stay.mode === 'remote' ? 'remote' : 'in the room',
        from: stay.from && dateTime(stay.from),
        to: stay.to && dateTime(stay.to),
      }),
    ),
    'goldenthread:absence': meeting.absences.map(({ name, kind }) =>
      given({ name, kind: kind === 'apologies' ? 'apologies' : 'no apologies' }),
    ),
    'goldenthread:chair': meeting.chairs.map(({ name, from, to }) => given({ name, from: from && dateTime(from), to: to && dateTime(to) })),
  })
}

/** What was agreed to be done. Under its item where it has one, else with the meeting. */
export function actionAttribute({ addresses }: Mapping, actions: OpenMeeting['actions']): OparlProperties {
  return given({
    'goldenthread:action': actions.map((action) =>
      given({
        text: action.text,
        organization: addresses.of('Organization', action.ofBody),
        lead: action.leads,
        due: action.dueTo?.toString(),
        dueInWords: action.dueWords,
        state: action.state,
        doneOn: action.doneOn?.toString(),
        web: `${addresses.site}${recordPaths.action(action.id)}`,
      }),
    ),
  })
}

/** Decisions with the verdict on the quorum, motions with every recorded vote, declared interests, and the paragraphs of an exempt item. */
export function itemAttributes(mapping: Mapping, item: OpenItem, meeting: OpenMeeting): OparlProperties {
  const under = <Row extends { readonly item: string | null }>(rows: readonly Row[]): Row[] => rows.filter((row) => row.item === item.id)
  return {
    ...given({
      'goldenthread:purpose': item.purpose === 'not_stated' ? undefined : item.purpose,
      'goldenthread:urgent': item.urgent ? true : undefined,
      'goldenthread:exemptParagraph': item.category === 'public' ? undefined : item.paragraphs,
      'goldenthread:topic': item.topics.map((slug) => `${mapping.addresses.site}${topicPaths.topic(slug)}`),
      'goldenthread:decision': decisionAttributes(mapping, under(meeting.decisions), meeting.motions),
      'goldenthread:vote': under(meeting.motions).map((motion) => vote(mapping, motion, meeting.motions)),
      'goldenthread:interest': under(meeting.interests).map(({ name, kind, consequence }) =>
        given({ name, kind: plain(kind), consequence: consequence === null ? undefined : plain(consequence) }),
      ),
    }),
    ...actionAttribute(mapping, under(meeting.actions)),
  }
}

/** Decisions, each with how it stands with the partners that must take it home, and with the way to it as a motion of Popolo. */
export function decisionAttributes(
  { addresses }: Mapping,
  rows: OpenMeeting['decisions'],
  motions: readonly OpenMotion[],
): OparlProperties[] {
  return rows.map((row) =>
    given({
      number: row.number,
      organization: addresses.of('Organization', row.ofBody),
      kind: plain(row.type),
      text: row.text,
      method: plain(row.method),
      ...tally(row),
      minorityView: row.minorityView,
      quorum: row.quorum,
      ratification: row.ratification === undefined ? undefined : ratificationOf(addresses, row.ratification),
      topic: row.topics.map((slug) => `${addresses.site}${topicPaths.topic(slug)}`),
      popolo: popoloAddress(addresses.site, 'motion', motions.find(({ decision }) => decision === row.id)?.id ?? row.id),
      web: `${addresses.site}${recordPaths.decision(row.id)}`,
    }),
  )
}

function vote({ addresses }: Mapping, motion: OpenMotion, all: readonly OpenMotion[]): OparlProperties {
  return given({
    number: motion.number,
    organization: addresses.of('Organization', motion.ofBody),
    amends: all.find(({ id }) => id === motion.amends)?.number,
    motion: motion.text,
    result: motion.state,
    method: motion.method === null ? undefined : plain(motion.method),
    proposer: motion.proposer,
    seconder: motion.seconder,
    ...tally(motion),
    castingVote: motion.castingVote,
    requirement: motion.method === 'consensus' ? 'consensus' : motion.requirement,
    put: dateTime(motion.putAt),
    opened: motion.openedAt && dateTime(motion.openedAt),
    closed: motion.closedAt && dateTime(motion.closedAt),
    popolo: popoloAddress(addresses.site, 'motion', motion.id),
    // By name only where the vote was recorded: a show of hands is a count.
    cast: (motion.method === 'recorded_vote' ? motion.votes : []).map(({ name, person, choice }) => ({
      name,
      person: addresses.of('Person', person),
      choice,
    })),
  })
}

function tally(row: { votesFor: number | null; votesAgainst: number | null; abstained: number | null }) {
  return { for: row.votesFor, against: row.votesAgainst, abstained: row.abstained }
}

function ratificationOf(addresses: OparlAddresses, home: OpenRatification): OparlProperties {
  return given({
    state: plain(home.state.replaceAll('-', '_')),
    purpose: home.purpose === 'ratify' ? 'take home' : 'reply',
    rule: home.rule,
    agreed: home.state === 'not-asked' ? undefined : home.agreed,
    of: home.state === 'not-asked' ? undefined : home.of,
    needed: home.state === 'not-asked' ? undefined : home.needed,
    due: home.dueOn?.toString(),
    inForceFrom: home.inForceFrom?.toString(),
    text: home.text,
    partner: home.partners.map((partner) =>
      given({
        name: partner.name,
        organization: addresses.of('Organization', partner.organisation),
        answer: partner.answer === 'pending' ? 'no answer yet' : plain(partner.answer),
        answeredOn: partner.answeredOn?.toString(),
        ownBody: partner.ownBody,
        reference: partner.reference,
        words: partner.words,
      }),
    ),
  })
}

/** A code as words: 'show of hands'. */
function plain(code: string): string {
  return code.replaceAll('_', ' ')
}
