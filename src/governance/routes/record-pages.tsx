import type { JSX } from 'hono/jsx/jsx-runtime'
import { invitePerson, invitePersonAgain } from '../commands/people.ts'
import { allows } from '../commands/permit.ts'
import { BoardsPage } from '../pages/boards-page.tsx'
import { OrganisationPage } from '../pages/organisation-page.tsx'
import { OrganisationsPage } from '../pages/organisation-pages.tsx'
import { PeoplePage } from '../pages/people-page.tsx'
import { PersonPage } from '../pages/person-page.tsx'
import { RelationshipsPage } from '../pages/relationships-page.tsx'
import { personPath } from '../paths.ts'
import { findServedAreas } from '../queries/area-bodies.ts'
import { listAreas } from '../queries/areas.ts'
import { listBodies } from '../queries/bodies.ts'
import { findHeldByPerson } from '../queries/delegations.ts'
import { countOpenRequests, findHandovers } from '../queries/handovers.ts'
import { findAppointmentsOf } from '../queries/history.ts'
import { findPersonInterests } from '../queries/interests.ts'
import { findOfficesOf } from '../queries/offices.ts'
import { calledOn, findFormerSeatsOf, findOrganisation, findPeopleOf, findSeatsOf, listOrganisations } from '../queries/organisations.ts'
import { findContact, findDirectory, findPerson } from '../queries/people.ts'
import { findRelations } from '../queries/relations.ts'
import { findOrganisationsNamed } from '../queries/succession.ts'
import { findActsOf } from '../queries/succession-acts.ts'
import { findTeamsOf, findTeamsServing } from '../queries/teams.ts'
import { leavesWork } from '../rules/handover.ts'
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
  const open = { ...(await asked.work.count(reader, body.id)), requests: await countOpenRequests(reader, body.id) }
  const view = {
    ...{ body, relations, onDay, form, administers, handovers: await findHandovers(reader, body.id) },
    teams: await findTeamsServing(reader, body.id, onDay),
    areas: await findServedAreas(reader, body.id),
    hands: allows(standing, { record: 'handover', verb: 'add', ties: { body: body.id } }),
    leavesWork: leavesWork(body.status, open),
  }
  return <RelationshipsPage visit={visit} view={view} />
}

async function drawPerson(asked: Asked, problem?: string): Promise<JSX.Element> {
  const { reader, visit, standing } = asked
  const person = known(await findPerson(reader, asked.id('person')))
  const view = {
    person,
    contact: await findContact(reader, person.id),
    appointments: await findAppointmentsOf(reader, person.id),
    offices: await findOfficesOf(reader, person.id),
    teams: await findTeamsOf(reader, person.id),
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

/** All organisations, or those whose name of any time holds the words behind '?name='. */
export async function organisationsPage(asked: Asked): Promise<JSX.Element> {
  const { reader, visit, standing } = asked
  const name = askedName(asked)
  const keeps = allows(standing, { record: 'organisation', verb: 'add' })
  return (
    <OrganisationsPage
      visit={visit}
      organisations={await listOrganisations(reader)}
      found={name === '' ? undefined : await findOrganisationsNamed(reader, name)}
      asked={name}
      areas={await listAreas(reader, visit.today)}
      keeps={keeps}
    />
  )
}

/** The words that somebody looks for in names; '' for none. */
function askedName({ query }: Asked): string {
  return (query('name') ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .toWellFormed()
    .trim()
    .slice(0, 200)
}

/** The directory, for those who keep it. */
export async function peoplePage(asked: Asked): Promise<JSX.Element> {
  const { reader, visit } = asked
  const name = askedName(asked)
  return <PeoplePage visit={visit} people={await findDirectory(reader, name, visit.today)} asked={name} />
}

/** One organisation, today or on the day behind '?on='. */
export async function organisationPage(asked: Asked): Promise<JSX.Element> {
  const { reader, visit, standing } = asked
  const organisation = known(await findOrganisation(reader, asked.id('organisation')))
  const { onDay, form } = askedDay(asked)
  const view = {
    organisation,
    ...{ onDay, form, name: calledOn(organisation, onDay) },
    people: await findPeopleOf(reader, organisation.id, onDay),
    seats: await findSeatsOf(reader, organisation.id, onDay),
    former: await findFormerSeatsOf(reader, organisation.id, onDay),
    keeps: allows(standing, { record: 'organisation', verb: 'change' }),
    succeeds: allows(standing, { record: 'organisation', verb: 'succeed' }) && organisation.successors.length === 0,
    acts: await findActsOf(reader, organisation.id),
    takesBack: allows(standing, { record: 'organisation', verb: 'succeed' }),
  }
  return <OrganisationPage visit={visit} view={view} />
}
