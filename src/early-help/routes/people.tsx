import type { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { form, leadTo } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { type Endable, endables, endLine, recordAddress, recordContact, recordRelationship, shieldFrom } from '../commands/household.ts'
import {
  changeMember,
  enterMember,
  mergeMembers,
  recordFacts,
  recordIdentifier,
  recordKnownAs,
  unmergeMembers,
} from '../commands/people.ts'
import * as parse from '../forms/people.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { PeoplePage } from '../pages/people-page.tsx'
import { PersonPage } from '../pages/person-page.tsx'
import { peoplePaths } from '../paths.ts'
import { contactsFor, findContacts } from '../queries/contacts.ts'
import {
  addressesFor,
  findAddresses,
  findFacts,
  findIdentifiers,
  findMembers,
  findMerges,
  findOtherNames,
  findRelationships,
  findShields,
  findUnmerges,
  isOpen,
} from '../queries/people.ts'
import { findDissents, findRectifications } from '../queries/putting-right.ts'
import { idOf } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { apartShape, mergeShape } from './merge-shapes.tsx'
import * as shapes from './people-shapes.ts'
import { contentFormAt, type LookedAt, lookingGate, sectionAt } from './sections.tsx'

const people = '/families/:episode/people'
const one = `${people}/:person`

/** The people of a family: who they are, what is known of them, who is what to whom, and where they live. */
export function peopleRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  sectionAt(app, needs, { path: 'people', verb: 'relatives' }, drawPeople)
  contentFormAt(app, needs, `${people}/new`, lookingGate('people'), async (asked) =>
    form(shapes.memberShape(asked), parse.parseMember, async (doer, input) =>
      leadTo(await enterMember(needs, doer, asked.family.id, input), () => peoplePaths.section(asked.family.id)),
    ),
  )
  sectionAt(app, needs, { path: 'people/:person', verb: 'relatives' }, drawPerson)
  aboutThem(app, needs)
  aroundThem(app, needs)
}

async function memberOf(asked: LookedAt): Promise<shapes.MemberLookedAt> {
  const members = await findMembers(asked.tx, asked.family.family)
  const member = members.find(({ id }) => id === idOf(asked.part('person')))
  if (!member) throw new NotFound('No such person.')
  return { ...asked, member, members }
}
const of = ({ family, member }: shapes.MemberLookedAt) => ({ episode: family.id, person: member.id })
const back =
  ({ family, member }: shapes.MemberLookedAt) =>
  () =>
    peoplePaths.person(family.id, member.id)

const mayWriteTo = ({ ties, family }: LookedAt): boolean => mayIn(ties.relations, 'family', 'people') && !family.closedOn

async function drawPeople(asked: LookedAt) {
  const { tx, family, ties, visit } = asked
  const members = await findMembers(tx, family.family)
  return (
    <PeoplePage
      {...{ visit, family, members, relations: ties.relations, mayWrite: mayWriteTo(asked) }}
      isOpen={await isOpen(tx, family.id, 'family')}
      relationships={await findRelationships(tx, family.family)}
      facts={
        await findFacts(
          tx,
          members.map(({ id }) => id),
        )
      }
      shields={await findShields(tx, family.family)}
    />
  )
}

async function drawPerson(looked: LookedAt) {
  const asked = await memberOf(looked)
  const { tx, family, ties, visit, member, members } = asked
  const records = members.filter(({ keptAs }) => keptAs === member.keptAs).map(({ id }) => id)
  return (
    <PersonPage
      {...{ visit, family, member, members, relations: ties.relations, mayWrite: mayWriteTo(asked) }}
      names={await findOtherNames(tx, records)}
      facts={await findFacts(tx, records)}
      identifiers={await findIdentifiers(tx, records)}
      relationships={await findRelationships(tx, family.family)}
      addresses={await findAddresses(tx, records)}
      shields={await findShields(tx, family.family)}
      merges={await findMerges(tx, family.family)}
      unmerges={await findUnmerges(tx, family.family)}
      rectifications={await findRectifications(tx, family.id)}
      dissents={await findDissents(tx, family.id)}
      forThem={await addressesFor(tx, family.id, member.id)}
      contacts={await findContacts(tx, records)}
      contactsForThem={await contactsFor(tx, family.id, member.id)}
    />
  )
}

function aboutThem(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const gate = lookingGate('people')
  contentFormAt(app, needs, `${one}/change`, gate, async (looked) => {
    const asked = await memberOf(looked)
    return form(shapes.changeShape(asked), parse.parseMemberChange, async (doer, input) =>
      leadTo(await changeMember(needs, doer, of(asked), input), back(asked)),
    )
  })
  contentFormAt(app, needs, `${one}/facts`, gate, async (looked) => {
    const asked = await memberOf(looked)
    return form(await shapes.factsShape(asked), parse.parseFacts, async (doer, input) =>
      leadTo(await recordFacts(needs, doer, of(asked), input), back(asked)),
    )
  })
  contentFormAt(app, needs, `${one}/known-as`, gate, async (looked) => {
    const asked = await memberOf(looked)
    return form(shapes.knownAsShape(asked), parse.parseKnownAs, async (doer, input) =>
      leadTo(await recordKnownAs(needs, doer, of(asked), input), back(asked)),
    )
  })
  contentFormAt(app, needs, `${one}/identifier`, gate, async (looked) => {
    const asked = await memberOf(looked)
    return form(shapes.identifierShape(asked), parse.parseIdentifier, async (doer, input) =>
      leadTo(await recordIdentifier(needs, doer, of(asked), input), back(asked)),
    )
  })
  contentFormAt(app, needs, `${one}/merge`, gate, async (looked) => {
    const asked = await memberOf(looked)
    return form(mergeShape(asked), parse.parseMerge, async (doer, input) =>
      leadTo(await mergeMembers(needs, doer, of(asked), input), back(asked)),
    )
  })
  contentFormAt(app, needs, `${one}/apart/:merged`, gate, async (looked) => {
    const asked = await memberOf(looked)
    const merged = idOf(asked.part('merged'))
    return form(await apartShape(asked, merged), parse.parseApart, async (doer, input) =>
      leadTo(await unmergeMembers(needs, doer, { ...of(asked), merged }, input), back(asked)),
    )
  })
}

function aroundThem(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const gate = lookingGate('people')
  contentFormAt(app, needs, `${one}/relationship`, gate, async (looked) => {
    const asked = await memberOf(looked)
    return form(await shapes.relationshipShape(asked), parse.parseRelationship, async (doer, input) =>
      leadTo(await recordRelationship(needs, doer, of(asked), input), back(asked)),
    )
  })
  contentFormAt(app, needs, `${one}/address`, gate, async (looked) => {
    const asked = await memberOf(looked)
    return form(shapes.addressShape(asked), parse.parseAddress, async (doer, input) =>
      leadTo(await recordAddress(needs, doer, of(asked), input), back(asked)),
    )
  })
  contentFormAt(app, needs, `${one}/contact`, gate, async (looked) => {
    const asked = await memberOf(looked)
    return form(shapes.contactShape(asked), parse.parseContact, async (doer, input) =>
      leadTo(await recordContact(needs, doer, of(asked), input), back(asked)),
    )
  })
  contentFormAt(app, needs, `${one}/shield`, gate, async (looked) => {
    const asked = await memberOf(looked)
    return form(shapes.shieldShape(asked), parse.parseShield, async (doer, input) =>
      leadTo(await shieldFrom(needs, doer, of(asked), input), back(asked)),
    )
  })
  contentFormAt(app, needs, `${one}/:kind/:line/end`, gate, async (looked) => {
    const asked = await memberOf(looked)
    const kind = endables.find((each) => each === asked.part('kind'))
    const line = kind && (await linesOf(asked, kind)).find(({ id }) => id === asked.part('line'))
    if (!kind || !line || line.endsOn) throw new NotFound('Nothing to end.')
    return form(shapes.endShape(asked, kind, line.version), parse.parseEnd, async (doer, input) =>
      leadTo(await endLine(needs, doer, { ...of(asked), kind, line: line.id }, input), back(asked)),
    )
  })
}

async function linesOf({ tx, family, member }: shapes.MemberLookedAt, kind: Endable) {
  if (kind === 'addresses') return findAddresses(tx, [member.id])
  if (kind === 'contacts') return findContacts(tx, [member.id])
  const [field, rows] =
    kind === 'shields'
      ? (['person', await findShields(tx, family.family)] as const)
      : (['subject', await findRelationships(tx, family.family)] as const)
  return (
    rows as readonly {
      readonly id: string
      readonly version: number
      readonly endsOn: Temporal.PlainDate | null
      readonly [owner: string]: unknown
    }[]
  ).filter((row) => row[field] === member.id)
}
