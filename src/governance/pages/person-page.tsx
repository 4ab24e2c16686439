import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import {
  appointmentPath,
  boardsPath,
  changePersonPath,
  delegationPath,
  endPostPath,
  invitePersonAgainPath,
  invitePersonPath,
  membersPath,
  myContactPath,
  newPostPath,
  organisationPath,
  teamPath,
} from '../paths.ts'
import type { DelegationRecord } from '../queries/delegations.ts'
import type { AppointmentRecord } from '../queries/history.ts'
import type { InterestRecord } from '../queries/interests.ts'
import type { OfficeRecord } from '../queries/offices.ts'
import type { Contact, Person } from '../queries/people.ts'
import type { findTeamsOf } from '../queries/teams.ts'
import { grantWords } from '../words/delegation.ts'
import { interestKindLabels, labelOf, officeLabels } from '../words/labels.ts'
import { ownRecordLinks } from '../words/own-tasks.ts'
import { Left } from './appointment-page.tsx'
import { ButtonLink, TextLink } from './board-page.tsx'

/** What the page of a person shows. */
export interface PersonView {
  readonly person: Person
  /** Undefined for everybody who may not know it, and where nothing is recorded. */
  readonly contact: Contact | undefined
  readonly appointments: readonly AppointmentRecord[]
  readonly teams: Awaited<ReturnType<typeof findTeamsOf>>
  readonly offices: readonly (OfficeRecord & { readonly bodyName: string; readonly slug: string })[]
  readonly interests: readonly InterestRecord[]
  /** What boards let this person decide, recommend or discuss today. */
  readonly delegations: readonly DelegationRecord[]
  readonly keeps: boolean
  readonly invites: boolean
  /** Whether one looks at oneself. */
  readonly isSelf: boolean
  /** Why an invitation was not sent; undefined when nothing went wrong. */
  readonly problem?: string | undefined
}

/** A person: posts, seats, offices and interests. Addresses only for those who may know them. */
export function PersonPage({ visit, view }: { readonly visit: Visit; readonly view: PersonView }): JSX.Element {
  const { person, keeps } = view
  return (
    <Page visit={visit} title={person.name} breadcrumbs={[{ text: 'Boards', href: boardsPath }]} width="workspace">
      <PageHead
        title={person.name}
        caption="Person"
        actions={keeps ? <ButtonLink href={changePersonPath(person.id)} text="Change details" /> : undefined}
      />
      {view.problem && (
        <div class="govuk-inset-text" role="alert">
          {view.problem}
        </div>
      )}
      <Posts view={view} />
      <Boards view={view} />
      <Teams view={view} />
      <Delegated delegations={view.delegations} />
      <Interests interests={view.interests} />
      {view.isSelf && (
        <Card id="own" title="What you keep yourself">
          <ul class="gt-list">
            {ownRecordLinks.map(({ text, href }) => (
              <li>
                <TextLink href={href} text={text} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {view.contact && <ContactCard view={view} contact={view.contact} visit={visit} />}
      {!view.contact && view.invites && !person.signsIn && (
        <p class="gt-quiet">No email address is recorded, so this person cannot be invited to sign in.</p>
      )}
    </Page>
  )
}

function Posts({ view: { person, keeps } }: { readonly view: PersonView }): JSX.Element {
  const rows = person.posts.map(({ id, title, organisation, startsOn, endsOn }) => ({
    cells: [
      title,
      organisation ? <TextLink href={organisationPath(organisation.id)} text={organisation.name} /> : 'No organisation',
      <DateText day={startsOn} weekday={false} />,
      endsOn ? <DateText day={endsOn} weekday={false} /> : 'No end',
      ...(keeps ? [endsOn ? '' : <TextLink href={endPostPath(person.id, id)} text="End" about={title} />] : []),
    ],
  }))
  const columns = [
    ...['Post', 'Organisation', 'From', 'Until'].map((heading) => ({ heading })),
    ...(keeps ? [{ heading: 'End', hiddenHeading: true }] : []),
  ]
  return (
    <Card
      id="posts"
      title="Posts"
      link={keeps ? { text: 'Record a post', href: newPostPath(person.id) } : undefined}
      flush={rows.length > 0}
    >
      {rows.length === 0 ? (
        <EmptyState title="No post is recorded" text="A post says for which organisation somebody works." />
      ) : (
        <DataTable caption="Posts, the latest first" hideCaption narrow="stack" columns={columns} rows={rows} />
      )}
    </Card>
  )
}

function Teams({ view: { teams } }: { readonly view: PersonView }): JSX.Element | null {
  if (teams.length === 0) return null
  const rows = teams.map(({ team, role, startsOn, endsOn }) => ({
    cells: [
      <TextLink href={teamPath(team.id)} text={team.name} />,
      role,
      <DateText day={startsOn} weekday={false} />,
      endsOn ? <DateText day={endsOn} weekday={false} /> : 'No end',
    ],
  }))
  const columns = ['Team', 'Role', 'Since', 'Until'].map((heading) => ({ heading }))
  return (
    <Card id="teams" title="Teams" flush>
      <DataTable caption="Teams" hideCaption narrow="stack" columns={columns} rows={rows} />
    </Card>
  )
}

function Boards({ view: { appointments, offices } }: { readonly view: PersonView }): JSX.Element {
  const seats = appointments.map(({ id, body, seat, startsOn, endsOn, endingReason }) => ({
    cells: [
      <TextLink href={appointmentPath(body.slug, id)} text={body.name} />,
      seat.name,
      <DateText day={startsOn} weekday={false} />,
      endsOn ? <Left endsOn={endsOn} reason={endingReason} /> : 'No end',
    ],
  }))
  const held = offices.map(({ slug, bodyName, role, startsOn, endsOn }) => ({
    cells: [
      <TextLink href={membersPath(slug)} text={bodyName} />,
      officeLabels[role] ?? role,
      <DateText day={startsOn} weekday={false} />,
      endsOn ? <DateText day={endsOn} weekday={false} /> : 'No end',
    ],
  }))
  const columns = ['Board', 'Seat or office', 'From', 'Until'].map((heading) => ({ heading }))
  const rows = [...held, ...seats]
  return (
    <Card id="boards" title="Boards" flush={rows.length > 0}>
      {rows.length === 0 ? (
        <EmptyState title="On no board" text="This person fills no seat and holds no office, and never has." />
      ) : (
        <DataTable caption="Offices and seats" hideCaption narrow="stack" columns={columns} rows={rows} />
      )}
    </Card>
  )
}

function Delegated({ delegations }: { readonly delegations: PersonView['delegations'] }): JSX.Element | null {
  if (delegations.length === 0) return null
  const rows = delegations.map((one) => ({
    cells: [
      <TextLink href={delegationPath(one.of.slug, one.id)} text={one.functionName} />,
      one.of.name,
      one.holder.kind === 'post' ? `As ${one.to.name}: ${grantWords(one)}` : grantWords(one),
    ],
  }))
  const columns = ['Function', 'Of which board', 'What'].map((heading) => ({ heading }))
  return (
    <Card id="delegations" title="Decides for boards" flush>
      <DataTable caption="What boards have delegated" hideCaption narrow="stack" columns={columns} rows={rows} />
    </Card>
  )
}

function Interests({ interests }: { readonly interests: readonly InterestRecord[] }): JSX.Element {
  const rows = interests.map(({ nature, kind, startsOn, endsOn, sensitive }) => ({
    cells: [
      <>
        {nature} {sensitive && <StatusPill meaning="exempt">Not public</StatusPill>}
      </>,
      labelOf(interestKindLabels, kind),
      <DateText day={startsOn} weekday={false} />,
      endsOn ? <DateText day={endsOn} weekday={false} /> : 'No end',
    ],
  }))
  const columns = ['Interest', 'Kind', 'Since', 'Until'].map((heading) => ({ heading }))
  return (
    <Card id="interests" title="Register of interests" flush={rows.length > 0}>
      {rows.length === 0 ? (
        <p class="gt-quiet">Nothing is declared.</p>
      ) : (
        <DataTable caption="Declared interests" hideCaption narrow="stack" columns={columns} rows={rows} />
      )}
    </Card>
  )
}

function ContactCard({
  view,
  contact,
  visit,
}: {
  readonly view: PersonView
  readonly contact: Contact
  readonly visit: Visit
}): JSX.Element {
  const { person, invites } = view
  return (
    <Card id="contact" title="How to reach this person" lead="Only this person, clerks and administrators see this.">
      <KeyFacts
        facts={[
          { label: 'Email', value: contact.email || undefined },
          { label: 'Telephone', value: contact.phone || undefined },
          { label: 'Signs in', value: person.signsIn ? 'Yes' : 'No' },
        ]}
      />
      {view.isSelf && (
        <p class="govuk-body">
          <TextLink href={myContactPath} text="Change how you are reached" />
        </p>
      )}
      {invites && person.signsIn && (
        <PostButton visit={visit} action={invitePersonAgainPath(person.id)} text="Send the invitation again" about={person.name} />
      )}
      {invites && !person.signsIn && contact.email && (
        <PostButton visit={visit} action={invitePersonPath(person.id)} text="Invite to sign in" about={person.name} />
      )}
    </Card>
  )
}
