import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Missing } from '#platform/web/components/prose.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import {
  boardPath,
  changeTeamPath,
  endTeamMemberPath,
  newTeamMemberPath,
  newTeamPath,
  organisationsPath,
  personPath,
  teamPath,
  teamsPath,
} from '../paths.ts'
import type { Team, TeamSummary } from '../queries/teams.ts'
import { ButtonLink, TextLink } from './board-page.tsx'

/** Every team with the board that it serves; those that ended stay. */
export function TeamsPage(props: { readonly visit: Visit; readonly teams: readonly TeamSummary[]; readonly keeps: boolean }): JSX.Element {
  const { visit, teams, keeps } = props
  const rows = teams.map((team) => ({
    cells: [
      <TextLink href={teamPath(team.id)} text={team.name} />,
      <Serves team={team} />,
      <DateText day={team.startsOn} weekday={false} />,
      team.endsOn ? <DateText day={team.endsOn} weekday={false} /> : 'No end',
    ],
  }))
  const columns = ['Team', 'Serves', 'Since', 'Until'].map((heading) => ({ heading }))
  return (
    <Page visit={visit} title="Teams" breadcrumbs={[{ text: 'Organisations', href: organisationsPath }]} width="workspace">
      <PageHead
        title="Teams"
        lead="Teams that work for the boards: who is in them, what they do, and for whom."
        actions={keeps ? <ButtonLink href={newTeamPath} text="Add a team" /> : undefined}
      />
      {teams.length === 0 ? (
        <EmptyState title="No teams yet" text="A clerk or an administrator adds the teams that work for the boards." />
      ) : (
        <DataTable caption="Teams" hideCaption narrow="stack" columns={columns} rows={rows} />
      )}
    </Page>
  )
}

function Serves({ team: { serves } }: { readonly team: TeamSummary }): JSX.Element {
  return serves ? <TextLink href={boardPath(serves.slug)} text={serves.name} /> : <>The whole partnership</>
}

/** One team: what it does, its work programme, and everybody who is and was in it. */
export function TeamPage({ visit, team, keeps }: { readonly visit: Visit; readonly team: Team; readonly keeps: boolean }): JSX.Element {
  const { id, name, functions, startsOn, endsOn } = team
  return (
    <Page visit={visit} title={name} breadcrumbs={[{ text: 'Teams', href: teamsPath }]} width="workspace">
      <PageHead
        title={name}
        actions={
          keeps ? (
            <>
              <ButtonLink href={newTeamMemberPath(id)} text="Add somebody" /> <ButtonLink href={changeTeamPath(id)} text="Change" />
            </>
          ) : undefined
        }
      />
      <Card id="about" title="About">
        <KeyFacts
          facts={[
            { label: 'Serves', value: <Serves team={team} /> },
            { label: 'Since', value: <DateText day={startsOn} weekday={false} /> },
            { label: 'Until', value: endsOn ? <DateText day={endsOn} weekday={false} /> : 'No end' },
            { label: 'What it does', value: <List lines={functions} /> },
            { label: 'Work programme', value: <Programme team={team} /> },
          ]}
        />
      </Card>
      <Members team={team} keeps={keeps} />
    </Page>
  )
}

/** Its work programme: the forward plan of a board, and what is said in words. */
function Programme({ team: { programme, programmeOf } }: { readonly team: Team }): JSX.Element {
  if (programme === '' && programmeOf === undefined) return <Missing>None recorded</Missing>
  return (
    <>
      {programmeOf && <TextLink href={`${boardPath(programmeOf.slug)}/plan`} text={`The forward plan of ${programmeOf.name}`} />}
      {programme !== '' && <p class="gt-typed">{programme}</p>}
    </>
  )
}

function List({ lines }: { readonly lines: readonly string[] }): JSX.Element {
  if (lines.length === 0) return <Missing>Not recorded</Missing>
  return (
    <ul class="govuk-list">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

function Members({ team, keeps }: { readonly team: Team; readonly keeps: boolean }): JSX.Element {
  const columns = [
    ...['Name', 'Role', 'Since', 'Until'].map((heading) => ({ heading })),
    ...(keeps ? [{ heading: 'End', hiddenHeading: true }] : []),
  ]
  const rows = team.members.map(({ id, person, role, startsOn, endsOn }) => ({
    cells: [
      <TextLink href={personPath(person.id)} text={person.name} />,
      role,
      <DateText day={startsOn} weekday={false} />,
      endsOn ? <DateText day={endsOn} weekday={false} /> : 'No end',
      ...(keeps ? [<TextLink href={endTeamMemberPath(team.id, id)} text="Leaves" about={person.name} />] : []),
    ],
  }))
  return (
    <Card id="members" title="Who is and was in it" flush={rows.length > 0}>
      {rows.length === 0 ? (
        <p class="gt-quiet">Nobody is recorded in this team yet.</p>
      ) : (
        <DataTable caption="Members of the team" hideCaption narrow="stack" columns={columns} rows={rows} />
      )}
    </Card>
  )
}
