import type { Reader } from '#platform/database/session.ts'
import { holdsOn } from './periods.ts'

/** A team as lists show it (G1). */
export interface TeamSummary {
  readonly id: string
  readonly name: string
  /** The board that it serves; undefined where it serves the whole partnership. */
  readonly serves: { readonly id: string; readonly slug: string; readonly name: string } | undefined
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer exists; undefined while it does. */
  readonly endsOn: Temporal.PlainDate | undefined
}

/** Somebody who is or was in a team. */
export interface TeamMember {
  readonly id: string
  readonly person: { readonly id: string; readonly name: string }
  readonly role: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

/** A team with what it does and everybody who has ever been in it, those of today first. */
export interface Team extends TeamSummary {
  readonly functions: readonly string[]
  /** Its work programme, in words; '' where none is recorded. */
  readonly programme: string
  /** The board whose forward plan is its work programme; undefined for none. */
  readonly programmeOf: { readonly id: string; readonly slug: string; readonly name: string } | undefined
  readonly members: readonly TeamMember[]
  readonly version: number
}

function teams(reader: Reader) {
  return reader
    .selectFrom('governance.team as t')
    .leftJoin('governance.body as b', 'b.id', 't.serves')
    .select(['t.id', 't.name', 't.serves', 'b.slug', 'b.name as bodyName', 't.starts_on as startsOn', 't.ends_on as endsOn'])
    .orderBy('t.name')
    .orderBy('t.id')
}
type Row = Awaited<ReturnType<ReturnType<typeof teams>['executeTakeFirstOrThrow']>>

function summaryOf({ id, name, serves, slug, bodyName, startsOn, endsOn }: Row): TeamSummary {
  const body = serves === null ? undefined : { id: serves, slug: slug ?? '', name: bodyName ?? '' }
  return { id, name, serves: body, startsOn, endsOn: endsOn ?? undefined }
}

/** Every team there has been, by name. */
export async function listTeams(reader: Reader): Promise<readonly TeamSummary[]> {
  return (await teams(reader).execute()).map(summaryOf)
}

/** The teams that serve a board on a day. */
export async function findTeamsServing(reader: Reader, body: string, onDay: Temporal.PlainDate): Promise<readonly TeamSummary[]> {
  return (await teams(reader).where('t.serves', '=', body).where(holdsOn('t', onDay)).execute()).map(summaryOf)
}

/** The teams that somebody is or was in, the latest first. */
export async function findTeamsOf(
  reader: Reader,
  person: string,
): Promise<readonly (Omit<TeamMember, 'person'> & { readonly team: { readonly id: string; readonly name: string } })[]> {
  const rows = await reader
    .selectFrom('governance.team_member as m')
    .innerJoin('governance.team as t', 't.id', 'm.team')
    .select(['m.id', 'm.role', 'm.starts_on as startsOn', 'm.ends_on as endsOn', 't.id as team', 't.name'])
    .where('m.person', '=', person)
    .orderBy('m.starts_on', 'desc')
    .execute()
  return rows.map(({ team, name, endsOn, ...row }) => ({ ...row, endsOn: endsOn ?? undefined, team: { id: team, name } }))
}

/** One team; undefined where there is none. */
export async function findTeam(reader: Reader, id: string): Promise<Team | undefined> {
  const row = await teams(reader)
    .leftJoin('governance.body as w', 'w.id', 't.programme_of')
    .select(['t.functions', 't.programme', 't.version', 'w.id as programmeId', 'w.slug as programmeSlug', 'w.name as programmeName'])
    .where('t.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const members = await reader
    .selectFrom('governance.team_member as m')
    .innerJoin('governance.person as p', 'p.id', 'm.person')
    .select(['m.id', 'm.person', 'p.name', 'm.role', 'm.starts_on as startsOn', 'm.ends_on as endsOn'])
    .where('m.team', '=', id)
    .orderBy('m.ends_on', (order) => order.desc().nullsFirst())
    .orderBy('p.name')
    .execute()
  return {
    ...summaryOf(row),
    ...{ functions: row.functions, programme: row.programme, version: row.version },
    programmeOf:
      row.programmeId === null ? undefined : { id: row.programmeId, slug: row.programmeSlug ?? '', name: row.programmeName ?? '' },
    members: members.map(({ person, name, endsOn, ...one }) => ({ ...one, endsOn: endsOn ?? undefined, person: { id: person, name } })),
  }
}
