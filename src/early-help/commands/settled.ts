import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { SettledInput } from '../forms/settled.ts'
import { settledTables } from '../queries/settled.ts'
import { demandTie, findTies } from '../queries/ties.ts'
import { type SettledCode, settledKinds } from '../rules/settled.ts'

/** Tables whose lines have an id of their own; the others are known by their day. */
const withId: ReadonlySet<string> = new Set(['casework.practice_rule', 'casework.plan_rule', 'casework.movement_rule'])

/** Settles something from a day on, signed by name and day. Refuses days that are over, and one from which it is settled already. @throws Forbidden */
export async function settle(
  needs: { readonly db: Database },
  doer: Doer,
  code: SettledCode,
  input: SettledInput,
): Promise<Result<void, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'settled', settledKinds[code].verb)
    if (Temporal.PlainDate.compare(input.startsOn, doer.today) < 0) return fail({ field: 'startsOn', code: 'day-over' })
    const { table, kind } = settledTables[code]
    const columns = {
      ...input.numbers,
      ...(kind === undefined ? {} : { kind }),
      ...(withId.has(table) ? { id: newId() } : {}),
      ...{ source: input.source, starts_on: input.startsOn.toString(), set_by: ties.person, set_on: doer.today.toString() },
    }
    const { numAffectedRows } = await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(columns).map((name) => sql.ref(name)))})
      values (${sql.join(Object.values(columns))}) on conflict do nothing`.execute(tx)
    if (numAffectedRows !== 1n) return fail({ field: 'startsOn', code: 'set-that-day' })
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'practice.settled', subjectType: 'settled', subject: ties.person },
      content: `${code} from ${input.startsOn.toString()}: ${JSON.stringify(input.numbers)}`,
    })
    return succeed(undefined)
  })
}
