import { newId } from '#platform/database/ids.ts'
import type { Acting, Database } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** What is recorded of a team. */
export interface TeamInput {
  readonly name: string
  readonly functions: readonly string[]
  readonly programme: string
  /** The board whose forward plan is its work programme; undefined for none. */
  readonly programmeOf: string | undefined
  /** The board that it serves; undefined for the whole partnership. */
  readonly serves: string | undefined
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

type Done = Promise<Result<{ readonly id: string }, FieldProblem>>
const constraints = {
  team_once: { field: 'name', code: 'team-known' },
  team_programme_of_fkey: { field: 'programmeOf', code: 'choice-unknown' },
  team_serves_fkey: { field: 'serves', code: 'choice-unknown' },
}
const wrongEnd = { field: 'endsOn', code: 'ends-before-start' }
const isTurned = ({ startsOn, endsOn }: Pick<TeamInput, 'startsOn' | 'endsOn'>): boolean =>
  endsOn !== undefined && Temporal.PlainDate.compare(endsOn, startsOn) <= 0

const columnsOf = ({ name, functions, programme, programmeOf, serves, startsOn, endsOn }: TeamInput) => ({
  ...{ name, functions: [...functions], programme, programme_of: programmeOf ?? null },
  ...{ serves: serves ?? null, starts_on: startsOn, ends_on: endsOn ?? null },
})

/** Sets up a team (G1). Problems: 'team-known', 'ends-before-start'. */
export async function addTeam(db: Database, acting: Acting, input: TeamInput): Done {
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'team', verb: 'add' })
    if (isTurned(input)) return fail(wrongEnd)
    const id = newId()
    await tx
      .insertInto('governance.team')
      .values({ id, ...columnsOf(input) })
      .execute()
    await record(tx, actor, 'team.added', 'team', id, input)
    return succeed({ id })
  })
}

/** Changes a team, or ends it. Problems: 'team-known', 'ends-before-start'. @throws Conflict */
export async function changeTeam(db: Database, acting: Acting, input: TeamInput & { readonly id: string; readonly version: number }): Done {
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'team', verb: 'change' })
    if (isTurned(input)) return fail(wrongEnd)
    const changed = await tx
      .updateTable('governance.team')
      .set({ ...columnsOf(input), version: input.version + 1 })
      .where('id', '=', input.id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new Conflict()
    await record(tx, actor, 'team.changed', 'team', input.id, input)
    return succeed({ id: input.id })
  })
}

/** Takes somebody into a team. Problems: 'in-team-already', 'ends-before-start', 'choice-unknown'. */
export async function joinTeam(
  db: Database,
  acting: Acting,
  input: {
    readonly team: string
    readonly person: string
    readonly role: string
    readonly startsOn: Temporal.PlainDate
    readonly endsOn: Temporal.PlainDate | undefined
  },
): Done {
  const known = {
    team_member_once: { field: 'person', code: 'in-team-already' },
    team_member_person_fkey: { field: 'person', code: 'choice-unknown' },
  }
  return command(db, acting, known, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'team', verb: 'change' })
    if (isTurned(input)) return fail(wrongEnd)
    const id = newId()
    const { team, person, role, startsOn, endsOn } = input
    await tx
      .insertInto('governance.team_member')
      .values({ id, team, person, role, starts_on: startsOn, ends_on: endsOn ?? null })
      .execute()
    await record(tx, actor, 'team.joined', 'team', team, input)
    return succeed({ id })
  })
}

/** Says until when somebody was in a team. Problems: 'ends-before-start'. @throws NotFound */
export async function leaveTeam(
  db: Database,
  acting: Acting,
  input: { readonly team: string; readonly id: string; readonly endsOn: Temporal.PlainDate },
): Done {
  return command(db, acting, { team_member_once: { field: 'endsOn', code: 'in-team-already' } }, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'team', verb: 'change' })
    const member = await tx
      .selectFrom('governance.team_member')
      .select('starts_on as startsOn')
      .where('id', '=', input.id)
      .where('team', '=', input.team)
      .forUpdate()
      .executeTakeFirst()
    if (member === undefined) throw new NotFound()
    if (isTurned({ startsOn: member.startsOn, endsOn: input.endsOn })) return fail(wrongEnd)
    await tx.updateTable('governance.team_member').set({ ends_on: input.endsOn }).where('id', '=', input.id).execute()
    await record(tx, actor, 'team.left', 'team', input.team, input)
    return succeed({ id: input.id })
  })
}
