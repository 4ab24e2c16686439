import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { SuccessionAct } from '../rules/succession.ts'
import type { EndedByAct, RecordedAct } from '../rules/take-back.ts'

/** An act by which something became of organisations, as it is kept (G1). */
export interface KeptAct {
  readonly id: string
  readonly act: SuccessionAct
  readonly onDay: Temporal.PlainDate
  readonly reason: string
  /** Whether it is kept which appointments and posts ended with it. */
  readonly keepsEffects: boolean
  readonly takenBackOn: Temporal.PlainDate | undefined
  readonly takenBackReason: string
  readonly version: number
  readonly parties: readonly {
    readonly part: 'former' | 'successor' | 'made'
    readonly id: string
    readonly name: string
    /** Of a former: its end before; undefined where it had none. */
    readonly wasEndsOn: Temporal.PlainDate | undefined
  }[]
}

/** The acts by which something became of an organisation, or was to, the latest first. */
export async function findActsOf(reader: Reader, organisation: string): Promise<readonly KeptAct[]> {
  const rows = await reader
    .selectFrom('governance.succession_act as a')
    .innerJoin('governance.succession_party as f', (join) => join.onRef('f.act', '=', 'a.id').on('f.part', '=', 'former'))
    .select(['a.id', 'a.act', 'a.on_day as onDay', 'a.reason', 'a.keeps_effects as keepsEffects', 'a.version'])
    .select(['a.taken_back_on as takenBackOn', 'a.taken_back_reason as takenBackReason'])
    .where('f.organisation', '=', organisation)
    .orderBy('a.on_day', 'desc')
    .orderBy('a.id', 'desc')
    .execute()
  if (rows.length === 0) return []
  const parties = await reader
    .selectFrom('governance.succession_party')
    .select(['act', 'part', 'organisation as id', 'name', 'was_ends_on as wasEndsOn'])
    .where(
      'act',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('part')
    .orderBy('name')
    .execute()
  return rows.map(({ act, takenBackOn, ...row }) => ({
    ...row,
    act: act as SuccessionAct,
    takenBackOn: takenBackOn ?? undefined,
    parties: parties
      .filter((party) => party.act === row.id)
      .map(({ part, id, name, wasEndsOn }) => ({
        ...{ part: part as KeptAct['parties'][number]['part'], id, name },
        wasEndsOn: wasEndsOn ?? undefined,
      })),
  }))
}

/** An act with what rests on it today, as far as governance knows. */
export async function findRecordedAct(reader: Reader, kept: KeptAct): Promise<RecordedAct> {
  const formers = kept.parties.filter(({ part }) => part === 'former').map(({ id }) => id)
  const changed = await reader
    .selectFrom('governance.organisation')
    .select('name')
    .where('id', 'in', formers)
    .where(sql<boolean>`ends_on is distinct from ${kept.onDay.toString()}::date`)
    .execute()
  const made = []
  for (const { part, id, name } of kept.parties) if (part === 'made') made.push({ name, rests: await findResting(reader, kept.id, id) })
  return {
    ...{ act: kept.act, onDay: kept.onDay, takenBackOn: kept.takenBackOn, made },
    ended: [...(await findEndedPlaces(reader, kept)), ...(await findEndedPosts(reader, kept))],
    changedFormers: changed.map(({ name }) => name),
  }
}

async function findEndedPlaces(reader: Reader, { id, onDay }: KeptAct): Promise<readonly EndedByAct[]> {
  const rows = await reader
    .selectFrom('governance.succession_held as h')
    .innerJoin('governance.appointment as a', 'a.id', 'h.record')
    .innerJoin('governance.seat as s', 's.id', 'a.seat')
    .innerJoin('governance.body as b', 'b.id', 's.body')
    .innerJoin('governance.person as p', 'p.id', 'a.person')
    .leftJoin('governance.appointment as n', 'n.id', 'h.next')
    .select(['p.name as person', 's.name as seat', 'b.name as board', 'h.was_ends_on as wasEndsOn', 'h.next', 'n.id as found'])
    .select([
      sql<boolean>`a.ends_on is not distinct from ${onDay.toString()}::date and a.ending_reason = 'organisation_ended'`.as('isAsLeft'),
      sql<boolean>`n.id is not null and n.ends_on is not distinct from h.was_ends_on`.as('nextIsAsLeft'),
      sql<boolean>`exists (select from governance.induction_done d where d.appointment = h.next)`.as('nextIsUsed'),
      sql<string | null>`(select q.name from governance.appointment o join governance.person q on q.id = o.person
        where o.seat = a.seat and o.place = a.place and o.id <> a.id and o.id is distinct from h.next
          and daterange(o.starts_on, o.ends_on) && daterange(${onDay.toString()}::date, h.was_ends_on) limit 1)`.as('filledBy'),
    ])
    .where('h.act', '=', id)
    .where('h.kind', '=', 'appointment')
    .orderBy('p.name')
    .orderBy('b.name')
    .execute()
  return rows.map(({ person, seat, board, wasEndsOn, next, isAsLeft, nextIsAsLeft, nextIsUsed, filledBy }) => ({
    ...{ kind: 'appointment' as const, person, what: `${seat}, ${board}`, wasEndsOn: wasEndsOn ?? undefined, isAsLeft },
    wentOn: next === null ? undefined : { isAsLeft: nextIsAsLeft, isUsed: nextIsUsed },
    filledBy: filledBy ?? undefined,
  }))
}

async function findEndedPosts(reader: Reader, { id, onDay }: KeptAct): Promise<readonly EndedByAct[]> {
  const rows = await reader
    .selectFrom('governance.succession_held as h')
    .innerJoin('governance.post as t', 't.id', 'h.record')
    .innerJoin('governance.person as p', 'p.id', 't.person')
    .leftJoin('governance.post as n', 'n.id', 'h.next')
    .select(['p.name as person', 't.title', 'h.was_ends_on as wasEndsOn', 'h.next'])
    .select([
      sql<boolean>`t.ends_on is not distinct from ${onDay.toString()}::date`.as('isAsLeft'),
      sql<boolean>`n.id is not null and n.ends_on is not distinct from h.was_ends_on`.as('nextIsAsLeft'),
    ])
    .where('h.act', '=', id)
    .where('h.kind', '=', 'post')
    .orderBy('p.name')
    .execute()
  return rows.map(({ person, title, wasEndsOn, next, isAsLeft, nextIsAsLeft }) => ({
    ...{ kind: 'post' as const, person, what: title, wasEndsOn: wasEndsOn ?? undefined, isAsLeft, filledBy: undefined },
    wentOn: next === null ? undefined : { isAsLeft: nextIsAsLeft, isUsed: false },
  }))
}

/** What stands in the name of an organisation that an act set up, besides what the act began for it; in words. */
async function findResting(reader: Reader, act: string, made: string): Promise<readonly string[]> {
  const found = sql<{ place: number; words: string; many: number }>`(
      select 1 as place, 'appointments' as words, count(*) as many from governance.appointment a where a.on_behalf_of = ${made}
        and not exists (select from governance.succession_held h where h.act = ${act} and h.next = a.id)
      union all select 2, 'posts', count(*) from governance.post t where t.organisation = ${made}
        and not exists (select from governance.succession_held h where h.act = ${act} and h.next = t.id)
      union all select 3, 'seats that name it', count(*) from governance.seat s where s.organisation = ${made}
      union all select 4, 'sharing agreements', count(*) from governance.sharing_party s where s.organisation = ${made}
      union all select 5, 'delegations', count(*) from governance.delegation d where d.to_organisation = ${made}
      union all select 6, 'earlier names', count(*) from governance.organisation_name n where n.organisation = ${made}
      union all select 7, 'what became of it later', count(*) from governance.organisation_succession s where s.former = ${made}
      union all select 8, 'others that became it', count(*) from governance.organisation_succession s where s.successor = ${made}
        and s.former not in (select p.organisation from governance.succession_party p where p.act = ${act} and p.part = 'former')
    )`.as<'found'>('found')
  const rows = await reader.selectFrom(found).select('found.words').where('found.many', '>', 0).orderBy('found.place').execute()
  return rows.map(({ words }) => words)
}
