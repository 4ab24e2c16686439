import type { JSX } from 'hono/jsx/jsx-runtime'
import type { z } from 'zod'
import { parseForm } from '#platform/web/fields.ts'
import { dayValues } from '#platform/web/forms.ts'
import { allows } from '../commands/permit.ts'
import { addTeam, changeTeam, joinTeam, leaveTeam } from '../commands/teams.ts'
import { plainEndForm } from '../forms/membership.ts'
import { changedTeamForm, teamForm, teamMemberForm } from '../forms/teams.ts'
import type { FormField } from '../pages/form-field.ts'
import { TeamPage, TeamsPage } from '../pages/teams-page.tsx'
import { teamPath, teamsPath } from '../paths.ts'
import { listBodies } from '../queries/bodies.ts'
import { findTeam, listTeams } from '../queries/teams.ts'
import { backTo } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { personOptions } from './options.ts'
import { mapped } from './outcome.ts'

const toTeams = [{ text: 'Teams', href: teamsPath }]

/** Every team there is and has been. */
export async function teamsPage({ reader, visit, standing }: Asked): Promise<JSX.Element> {
  return <TeamsPage visit={visit} teams={await listTeams(reader)} keeps={allows(standing, { record: 'team', verb: 'add' })} />
}

/** One team. */
export async function teamPage(asked: Asked): Promise<JSX.Element> {
  const { reader, visit, standing } = asked
  const team = known(await findTeam(reader, asked.id('team')))
  return <TeamPage visit={visit} team={team} keeps={allows(standing, { record: 'team', verb: 'change' })} />
}

async function fieldsOf({ reader, visit }: Asked): Promise<readonly FormField[]> {
  const bodies = (await listBodies(reader, visit.today)).filter(({ status }) => status !== 'ended')
  return [
    { kind: 'line', name: 'name', label: 'Name', hint: 'For example, Partnership support team' },
    {
      kind: 'select',
      name: 'serves',
      label: 'Which board does it serve?',
      options: bodies.map(({ id, name }) => ({ value: id, text: name })),
      none: 'The whole partnership',
    },
    { kind: 'lines', name: 'functions', label: 'What does it do?', hint: 'One a line, up to 20' },
    {
      kind: 'select',
      name: 'programmeOf',
      label: 'Whose forward plan is its work programme?',
      options: bodies.map(({ id, name }) => ({ value: id, text: name })),
      none: 'None: it is said in words',
    },
    {
      kind: 'lines',
      name: 'programme',
      label: 'Its work programme in words',
      hint: 'What it works on this year. Leave empty where none is agreed',
    },
    { kind: 'day', name: 'startsOn', label: 'Since when has it existed?' },
    { kind: 'day', name: 'endsOn', label: 'First day on which it no longer exists', hint: 'Leave empty while it exists' },
  ]
}

/** Sets up a team. */
export async function newTeam(asked: Asked): Promise<FormSpec<z.output<typeof teamForm>>> {
  return {
    shape: {
      ...{ title: 'Add a team', breadcrumbs: toTeams, fields: await fieldsOf(asked), submit: 'Add team' },
      ...{ first: {}, cancel: backTo(teamsPath) },
    },
    parse: (posted) => parseForm(teamForm, posted),
    perform: async (input) => mapped(await addTeam(asked.db, asked.visit, input), ({ id }) => teamPath(id)),
  }
}

/** Changes a team, or ends it. */
export async function changedTeam(asked: Asked): Promise<FormSpec<z.output<typeof changedTeamForm>>> {
  const team = known(await findTeam(asked.reader, asked.id('team')))
  const { id, name, functions, programme, programmeOf, serves, startsOn, endsOn, version } = team
  const page = teamPath(id)
  return {
    shape: {
      ...{ title: 'Change a team', caption: name, breadcrumbs: [...toTeams, { text: name, href: page }], fields: await fieldsOf(asked) },
      ...{ submit: 'Save', version, cancel: backTo(page) },
      first: {
        ...{ name, functions: functions.join('\n'), programme, programmeOf: programmeOf?.id ?? '', serves: serves?.id ?? '' },
        ...{ ...dayValues('startsOn', startsOn), ...dayValues('endsOn', endsOn) },
      },
    },
    parse: (posted) => parseForm(changedTeamForm, posted),
    perform: async (input) => mapped(await changeTeam(asked.db, asked.visit, { ...input, id }), () => page),
  }
}

/** Takes somebody into a team. */
export async function newTeamMember(asked: Asked): Promise<FormSpec<z.output<typeof teamMemberForm>>> {
  const { id, name } = known(await findTeam(asked.reader, asked.id('team')))
  const page = teamPath(id)
  return {
    shape: {
      ...{ title: 'Add somebody to a team', caption: name, breadcrumbs: [...toTeams, { text: name, href: page }] },
      fields: [
        { kind: 'select', name: 'person', label: 'Person', options: await personOptions(asked) },
        { kind: 'line', name: 'role', label: 'Role in the team', hint: 'For example, Partnership officer' },
        { kind: 'day', name: 'startsOn', label: 'Since' },
        { kind: 'day', name: 'endsOn', label: 'First day on which this no longer holds', hint: 'Leave empty where no end is known' },
      ],
      ...{ submit: 'Add to the team', first: dayValues('startsOn', asked.visit.today), cancel: backTo(page) },
    },
    parse: (posted) => parseForm(teamMemberForm, posted),
    perform: async (input) => mapped(await joinTeam(asked.db, asked.visit, { ...input, team: id }), () => page),
  }
}

/** Says until when somebody was in a team. */
export async function endedTeamMember(asked: Asked): Promise<FormSpec<z.output<typeof plainEndForm>>> {
  const { id: team, name, members } = known(await findTeam(asked.reader, asked.id('team')))
  const member = known(members.find(({ id }) => id === asked.id('member')))
  const page = teamPath(team)
  return {
    shape: {
      ...{ title: 'Leaves the team', caption: `${member.person.name}: ${name}`, breadcrumbs: [...toTeams, { text: name, href: page }] },
      fields: [{ kind: 'day', name: 'endsOn', label: 'First day on which this no longer holds' }],
      ...{ submit: 'Save', first: dayValues('endsOn', member.endsOn ?? asked.visit.today), cancel: backTo(page) },
    },
    parse: (posted) => parseForm(plainEndForm, posted),
    perform: async (input) => mapped(await leaveTeam(asked.db, asked.visit, { ...input, team, id: member.id }), () => page),
  }
}
