import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { lookAt } from '../commands/look.ts'
import { findStands } from '../queries/disagreements.ts'
import { findAgreements } from '../queries/record.ts'
import { narrowest } from '../rules/agreement.ts'
import { episodeOf } from './led-families.ts'
import type { Town, Townsperson } from './town.ts'

/** What tests of a family's rights do past every page, and ask of the record. */
export function ofRights(town: Town) {
  /** The latest disagreement of a family. */
  const standOf = async (at: string): Promise<string> =>
    (
      await town.ownerDb
        .selectFrom('casework.agreement_stand')
        .select('id')
        .where('episode', '=', episodeOf(at))
        .orderBy('recorded_at', 'desc')
        .executeTakeFirstOrThrow()
    ).id
  /** Looks by hand and does something, past every page. */
  const past = (who: Townsperson, at: string, work: (tx: Writer) => Promise<unknown>) =>
    writeAs(town.db, town.as(who), async (tx) => {
      await sql`insert into casework.look (id, episode, person, what, at) values (gen_random_uuid(), ${episodeOf(at)}, ${town.person(who)}, 'change', ${town.as(who).now.toString()}::timestamptz)`.execute(
        tx,
      )
      return work(tx)
    })
  /** What rules and database say an agreement opens: the same, whoever is asked. */
  async function sameScope(at: string): Promise<number> {
    return lookAt(town.db, town.as('lead'), episodeOf(at), 'disagree', async ({ tx }) => {
      const [latest] = await findAgreements(tx, episodeOf(at), town.as('lead').today)
      const said = (covers: readonly { organisation: string; class: string }[]) =>
        covers.map((one) => `${one.organisation} ${one.class}`).sort()
      assert.deepEqual(said(latest?.scope ?? []), said(narrowest(latest?.given ?? [], await findStands(tx, episodeOf(at)))))
      return latest?.scope.length ?? 0
    })
  }
  return { standOf, past, sameScope }
}
