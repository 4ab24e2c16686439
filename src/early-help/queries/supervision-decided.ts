import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { findNames } from './names.ts'

/** What was decided in supervision of one family, the latest first; read in a look, and by whoever may read the plan. */
export async function listDecided(reader: Reader, episode: string) {
  const rows = await reader
    .selectFrom('casework.supervision_decision')
    .select([
      'id',
      'words',
      'action',
      'owner',
      'due_on as dueOn',
      'done_on as doneOn',
      'entered_by as enteredBy',
      'entered_at as enteredAt',
      'session',
      'because',
      'corrected_at as correctedAt',
      'number',
    ])
    .where('episode', '=', episode)
    .orderBy('entered_at', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.flatMap(({ owner, enteredBy }) => [owner, enteredBy]),
  )
  const former = await reader
    .selectFrom('casework.former_version')
    .select(['record', 'changed_at as until', sql<string>`content ->> 'words'`.as('words'), sql<string>`content ->> 'action'`.as('action')])
    .select(sql<string | null>`content ->> 'due_on'`.as('dueOn'))
    .where('episode', '=', episode)
    .where('source', '=', 'supervision_decision')
    .orderBy('changed_at', 'desc')
    .execute()
  return rows.map((row) => ({
    ...{ ...row, ownerName: names.get(row.owner ?? '') ?? '', author: names.get(row.enteredBy) ?? '' },
    // That an action is done is no correction: what says the same as what came after it is left out.
    former: former
      .filter(({ record }) => record === row.id)
      .filter((one, at, all) => saidIn(one) !== saidIn(all[at - 1] ?? { ...row, dueOn: row.dueOn?.toString() ?? null })),
  }))
}

/** What was decided of a family. */
export type Decided = Awaited<ReturnType<typeof listDecided>>[number]

const saidIn = ({ words, action, dueOn }: { readonly words: string; readonly action: string; readonly dueOn: string | null }): string =>
  JSON.stringify([words, action, dueOn])

/** Actions of supervision that wait for one: the day, and where they stand; of a family's no word. */
export async function listSupervisionActions(reader: Reader, person: string) {
  const own = await reader
    .selectFrom('casework.supervision_action as a')
    .innerJoin('casework.supervision_session as s', 's.id', 'a.session')
    .select(['a.session', 'a.due_on as dueOn'])
    .where('a.owner', '=', person)
    .where('a.done_on', 'is', null)
    .where('s.corrected_at', 'is', null)
    .execute()
  const decided = await reader
    .selectFrom(sql<{ episode: string; due_on: Temporal.PlainDate }>`casework.my_decided_actions()`.as('decided'))
    .select(['decided.episode', 'decided.due_on as dueOn'])
    .execute()
  const corrected = await reader
    .selectFrom(sql<{ episode: string }>`casework.my_corrected_decisions()`.as('corrected'))
    .select('corrected.episode')
    .execute()
  // Of each supervision of one's own the last record, and whatever was corrected, as long as one has not said whether it is right.
  const toAnswer = await reader
    .selectFrom('casework.supervision_session as s')
    .leftJoin('casework.supervision_answer as a', 'a.session', 's.id')
    .select(['s.id as session', 's.held_on as heldOn', 's.number'])
    .where('s.worker', '=', person)
    .where('s.corrected_at', 'is', null)
    .where('a.session', 'is', null)
    .where(
      sql<boolean>`(s.number > 1 or not exists (select from casework.supervision_session l where l.tie = s.tie and l.corrected_at is null and l.held_on > s.held_on))`,
    )
    .execute()
  return { own, decided, corrected, toAnswer }
}
