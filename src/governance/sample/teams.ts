import type { Writer } from '#platform/database/session.ts'
import { on, sampleId, until } from './ids.ts'

/** A team of the sample: who it serves, what it does, and who is and was in it. */
interface SampleTeam {
  readonly name: string
  readonly serves: string
  readonly from: string
  readonly functions: readonly string[]
  readonly programme: string
  /** Whose forward plan is its work programme. */
  readonly programmeOf?: string
  readonly members: readonly (readonly [person: string, role: string, from: string, until?: string])[]
}

const sampleTeams: readonly SampleTeam[] = [
  {
    name: 'Partnership support team',
    serves: 'northbrook-childrens-partnership',
    from: '2013-04-01',
    functions: ['Prepares agendas and papers', 'Keeps the register of members and their interests', 'Follows up actions'],
    programme: 'This year: the needs assessment, the new plan for children and young people, and the review of the terms of reference.',
    members: [
      ['siddiqui', 'Clerk to the partnership', '2018-09-01'],
      ['lindqvist', 'Clerk to the partnership', '2013-04-01', '2018-09-01'],
      ['haddad', 'Policy officer', '2020-01-06'],
    ],
  },
  {
    name: 'Virtual integrated commissioning team',
    serves: 'joint-commissioning-board',
    from: '2016-02-01',
    functions: ['Works out what services are needed', 'Buys them together for health and the council', 'Watches how contracts are kept'],
    programme: '',
    programmeOf: 'joint-commissioning-board',
    members: [['mbeki', 'Coordinator', '2016-02-01']],
  },
]

/** Adds the teams of the sample. */
export async function addTeams(tx: Writer): Promise<void> {
  for (const { name, serves, from, functions, programme, programmeOf, members } of sampleTeams) {
    const programme_of = programmeOf === undefined ? null : sampleId('body', programmeOf)
    const team = sampleId('team', name)
    await tx
      .insertInto('governance.team')
      .values({ id: team, name, serves: sampleId('body', serves), starts_on: on(from), functions: [...functions], programme, programme_of })
      .execute()
    const rows = members.map(([person, role, first, last]) => ({
      ...{ id: sampleId('team-member', `${name} ${person}`), team, person: sampleId('person', person), role },
      ...{ starts_on: on(first), ends_on: until(last) },
    }))
    await tx.insertInto('governance.team_member').values(rows).execute()
  }
}
