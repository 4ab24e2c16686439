import { organisationPath } from '#governance/paths.ts'
import type { OpenAgency, OpenBoard, OpenGovernance, OpenMembership } from '#governance/public-data.ts'
import { publicPaths } from '../../paths.ts'
import { popoloAddress } from '../popolo/addresses.ts'
import { type BodyList, bodyLists } from './addresses.ts'
import type { Draft, Mapping } from './drafts.ts'
import { given, lastDay } from './values.ts'

/** The partnership itself: the system and its one body. `name` is '' while nobody has set it. */
export function placeObjects({ addresses, place }: Mapping, name: string): readonly Draft[] {
  const { site } = addresses
  const named = name === '' ? 'Partnership for children' : name
  return [
    {
      type: 'System',
      id: place,
      organizations: [],
      properties: given({
        oparlVersion: 'https://schema.oparl.org/1.1/',
        body: addresses.bodies,
        name: `Open data of ${named}`,
        website: `${site}${publicPaths.front}`,
        web: `${site}${publicPaths.open}`,
      }),
    },
    {
      type: 'Body',
      id: place,
      organizations: [],
      properties: {
        ...given({
          system: addresses.of('System', place),
          name: named,
          classification: 'Partnership for children',
          website: `${site}${publicPaths.front}`,
          web: `${site}${publicPaths.front}`,
          ...Object.fromEntries((Object.keys(bodyLists) as BodyList[]).map((list) => [list, addresses.listOf(place, list)])),
        }),
        // Required, and empty: boards of a partnership go on from year to year and are not elected for terms.
        legislativeTerm: [],
      },
    },
  ]
}

/** Boards, agencies, people and memberships. */
export function governanceObjects(mapping: Mapping, facts: OpenGovernance): readonly Draft[] {
  const ofBody = Map.groupBy(facts.memberships, ({ body }) => body)
  const ofPerson = Map.groupBy(facts.memberships, ({ person }) => person)
  return [
    ...facts.memberships.map((one) => membershipObject(mapping, one)),
    ...facts.boards.map((board) => boardObject(mapping, board, ofBody.get(board.id) ?? [])),
    ...facts.agencies.map((agency) => agencyObject(mapping, agency)),
    ...facts.people.map((person) => personObject(mapping, person, ofPerson.get(person.id) ?? [])),
  ]
}

function boardObject({ addresses, place }: Mapping, board: OpenBoard, members: readonly OpenMembership[]): Draft {
  return {
    type: 'Organization',
    id: board.id,
    organizations: [],
    properties: given({
      body: addresses.of('Body', place),
      name: board.name,
      shortName: board.shortName === board.name ? '' : board.shortName,
      // 'Gremium' is the word of the specification for a body that meets (OParl 1.1, Organization).
      organizationType: 'Gremium',
      classification: board.kindLabel,
      subOrganizationOf: board.subGroupOf === null ? undefined : addresses.of('Organization', board.subGroupOf),
      startDate: board.startsOn?.toString(),
      endDate: lastDay(board.endsOn),
      post: [...new Set(board.seats.map(({ name }) => name))],
      membership: members.map(({ id }) => addresses.of('Membership', id)),
      meeting: addresses.organizationListOf(board.id, 'meeting'),
      consultation: addresses.organizationListOf(board.id, 'consultation'),
      web: `${addresses.site}${publicPaths.board(board.slug)}`,
      'goldenthread:seat': board.seats.map((seat) =>
        given({
          name: seat.name,
          places: seat.places,
          votingRight: seat.votes,
          startDate: seat.startsOn,
          endDate: lastDay(seat.endsOn === null ? null : Temporal.PlainDate.from(seat.endsOn)),
          popolo: popoloAddress(addresses.site, 'post', seat.id),
        }),
      ),
      'goldenthread:popolo': popoloAddress(addresses.site, 'organization', board.id),
    }),
  }
}

function agencyObject({ addresses, place }: Mapping, agency: OpenAgency): Draft {
  return {
    type: 'Organization',
    id: agency.id,
    organizations: [],
    properties: given({
      body: addresses.of('Body', place),
      name: agency.name,
      organizationType: 'Institution',
      classification: agency.sectorLabel,
      startDate: agency.startsOn.toString(),
      endDate: lastDay(agency.endsOn),
      web: `${addresses.site}${organisationPath(agency.id)}`,
      'goldenthread:popolo': popoloAddress(addresses.site, 'organization', agency.id),
    }),
  }
}

function personObject(
  { addresses, place }: Mapping,
  person: OpenGovernance['people'][number],
  memberships: readonly OpenMembership[],
): Draft {
  return {
    type: 'Person',
    id: person.id,
    organizations: [],
    properties: given({
      body: addresses.of('Body', place),
      name: person.name,
      'goldenthread:popolo': popoloAddress(addresses.site, 'person', person.id),
    }),
    embedded: { membership: memberships.map(({ id }) => ({ type: 'Membership', id, without: ['person'] })) },
  }
}

function membershipObject({ addresses }: Mapping, one: OpenMembership): Draft {
  return {
    type: 'Membership',
    id: one.id,
    organizations: [],
    properties: given({
      person: addresses.of('Person', one.person),
      organization: addresses.of('Organization', one.body),
      role: one.role,
      votingRight: one.votes,
      startDate: one.startsOn.toString(),
      endDate: lastDay(one.endsOn),
      onBehalfOf: one.onBehalfOf === null ? undefined : addresses.of('Organization', one.onBehalfOf),
      'goldenthread:seat': one.seat === null ? undefined : popoloAddress(addresses.site, 'post', one.seat),
      'goldenthread:popolo': popoloAddress(addresses.site, 'membership', one.id),
    }),
  }
}
