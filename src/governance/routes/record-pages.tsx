import type { JSX } from 'hono/jsx/jsx-runtime'
import { reviewInterests } from '../commands/interests.ts'
import { invitePerson, invitePersonAgain } from '../commands/people.ts'
import { allows } from '../commands/permit.ts'
import { BoardsPage } from '../pages/boards-page.tsx'
import type { DispensationsView } from '../pages/dispensations.tsx'
import { MyInterestsPage, RegisterPage } from '../pages/interests-page.tsx'
import { OrganisationPage, OrganisationsPage } from '../pages/organisation-pages.tsx'
import { PeoplePage } from '../pages/people-page.tsx'
import { PersonPage } from '../pages/person-page.tsx'
import { RelationshipsPage } from '../pages/relationships-page.tsx'
import { myInterestsPath, personPath } from '../paths.ts'
import { listAreas } from '../queries/areas.ts'
import { listBodies } from '../queries/bodies.ts'
import { findHeldByPerson } from '../queries/delegations.ts'
import { type Dispensation, endOf, listDispensations } from '../queries/dispensations.ts'
import { findAppointmentsOf } from '../queries/history.ts'
import { findBodyInterests, findPersonInterests } from '../queries/interests.ts'
import { findMembership } from '../queries/membership.ts'
import { findOffices, findOfficesOf } from '../queries/offices.ts'
import { findOrganisation, findPeopleOf, findSeatsOf, listOrganisations } from '../queries/organisations.ts'
import { findContact, findDirectory, findPerson } from '../queries/people.ts'
import { findRelations } from '../queries/relations.ts'
import { askedDay } from './asked-day.ts'
import { type Act, type Asked, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

/** All boards. */
export async function boardsPage({ reader, visit, standing }: Asked): Promise<JSX.Element> {
  const bodies = await listBodies(reader, visit.today)
  const relations = await findRelations(reader, visit.today)
  return <BoardsPage visit={visit} view={{ bodies, relations, administers: allows(standing, { record: 'body', verb: 'add' }) }} />
}

/** How a board stands to others on the day behind '?on=', or on that of the three fields; today without one. */
export async function relationshipsPage(asked: Asked): Promise<JSX.Element> {
  const { reader, visit, standing, body } = asked
  const { onDay, form } = askedDay(asked)
  const relations = await findRelations(reader, onDay, body.id)
  const administers = allows(standing, { record: 'body', verb: 'relate' })
  return <RelationshipsPage visit={visit} view={{ body, relations, onDay, form, administers }} />
}

/** The register of interests of a board. */
export async function registerPage({ reader, visit, standing, body }: Asked): Promise<JSX.Element> {
  const interests = await findBodyInterests(reader, body.id, visit.today)
  const { seats } = await findMembership(reader, body.id, visit.today)
  const chairs = (await findOffices(reader, body.id, visit.today)).filter(({ role }) => role !== 'clerk')
  const holders = seats.flatMap(({ places }) => places.flatMap(({ holder }) => (holder ? [holder.person] : [])))
  const everybody = new Map([...chairs.map(({ person }) => person), ...holders].map((person) => [person.id, person]))
  const declared = new Set(interests.map(({ person }) => person.id))
  const without = [...everybody.values()].filter(({ id }) => !declared.has(id)).toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  const leave = await leaveOf({ reader, visit, standing }, body.id)
  const view = {
    body,
    interests,
    without,
    leave,
    declares: standing.person !== undefined,
    reviewedBefore: visit.today.subtract({ years: 1 }),
  }
  return <RegisterPage visit={visit} view={view} />
}

/** The dispensations of a board: those that hold or will, and those that are over, as far as one may see them. */
async function leaveOf(
  { reader, visit, standing }: Pick<Asked, 'reader' | 'visit' | 'standing'>,
  body: string,
): Promise<DispensationsView> {
  const all = await listDispensations(reader, body)
  const isOver = (one: Dispensation): boolean => {
    const end = endOf(one)
    return end !== undefined && Temporal.PlainDate.compare(end, visit.today) <= 0
  }
  const may = (verb: string): boolean => allows(standing, { record: 'dispensation', verb, ties: { body } })
  const isOwn = (one: Dispensation): boolean => one.person.id === standing.person?.id && !standing.clerkOf.has(body)
  return {
    open: all.filter((one) => !isOver(one)).map((one) => ({ ...one, mayEnd: may('end') && one.ended === undefined && !isOwn(one) })),
    over: all.filter(isOver).reverse(),
    grants: may('add'),
  }
}

/** One's own register. */
export async function myInterestsPage({ reader, visit, standing }: Asked): Promise<JSX.Element> {
  const person = known(standing.person)
  return <MyInterestsPage visit={visit} interests={await findPersonInterests(reader, person.id)} today={visit.today} />
}

/** Confirms that one's register is right. */
export const reviewedInterests: Act = {
  perform: async ({ db, visit }) => mapped(await reviewInterests(db, visit), () => myInterestsPath),
  redraw: myInterestsPage,
}

async function drawPerson(asked: Asked, problem?: string): Promise<JSX.Element> {
  const { reader, visit, standing } = asked
  const person = known(await findPerson(reader, asked.id('person')))
  const view = {
    person,
    contact: await findContact(reader, person.id),
    appointments: await findAppointmentsOf(reader, person.id),
    offices: await findOfficesOf(reader, person.id),
    interests: await findPersonInterests(reader, person.id),
    delegations: (await findHeldByPerson(reader, person.id, visit.today)).filter(({ state }) => state === 'in-force'),
    keeps: allows(standing, { record: 'person', verb: 'change' }),
    invites: allows(standing, { record: 'person', verb: 'invite' }),
    isSelf: standing.person?.id === person.id,
    problem:
      problem ?? (asked.query('invited') === 'again' ? 'The invitation was sent again. The earlier link no longer works.' : undefined),
  }
  return <PersonPage visit={visit} view={view} />
}

/** One person. */
export const personPage = (asked: Asked): Promise<JSX.Element> => drawPerson(asked)

/** Invites a person to sign in. */
export const invitedPerson: Act = {
  perform: async (asked) => {
    const invited = await invitePerson(asked.db, asked.visit, asked.invite, asked.id('person'))
    return mapped(invited, ({ id }) => personPath(id))
  },
  redraw: drawPerson,
}

/** Invites a person again. */
export const invitedPersonAgain: Act = {
  perform: async (asked) => {
    const invited = await invitePersonAgain(asked.db, asked.visit, asked.inviteAgain, asked.id('person'))
    return mapped(invited, ({ id }) => `${personPath(id)}?invited=again`)
  },
  redraw: drawPerson,
}

/** All organisations. */
export async function organisationsPage({ reader, visit, standing }: Asked): Promise<JSX.Element> {
  const keeps = allows(standing, { record: 'organisation', verb: 'add' })
  return (
    <OrganisationsPage
      visit={visit}
      organisations={await listOrganisations(reader)}
      areas={await listAreas(reader, visit.today)}
      keeps={keeps}
    />
  )
}

/** The directory, for those who keep it. */
export async function peoplePage(asked: Asked): Promise<JSX.Element> {
  const { reader, visit } = asked
  const name = (asked.query('name') ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .toWellFormed()
    .trim()
    .slice(0, 200)
  return <PeoplePage visit={visit} people={await findDirectory(reader, name, visit.today)} asked={name} />
}

/** One organisation. */
export async function organisationPage(asked: Asked): Promise<JSX.Element> {
  const { reader, visit, standing } = asked
  const organisation = known(await findOrganisation(reader, asked.id('organisation')))
  const view = {
    organisation,
    people: await findPeopleOf(reader, organisation.id, visit.today),
    seats: await findSeatsOf(reader, organisation.id, visit.today),
    keeps: allows(standing, { record: 'organisation', verb: 'change' }),
  }
  return <OrganisationPage visit={visit} view={view} />
}
