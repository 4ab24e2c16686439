import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { TiersInput } from '../forms/tiers.ts'
import { demandTie, findTies } from '../queries/ties.ts'
import { codeFor } from '../rules/tiers.ts'

/**
 * Settles the tiers from a day on, signed: names, order, what each means and which a family enters when it agrees. It begins tomorrow at the earliest; a tier that goes on
 * keeps its code and whether it is statutory, whatever it is called (E5). Refuses a day from which others begin. @throws Forbidden
 */
export async function settleTiers(needs: { readonly db: Database }, doer: Doer, input: TiersInput): Promise<Result<void, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'settled', 'set')
    if (Temporal.PlainDate.compare(input.startsOn, doer.today) <= 0) return fail({ field: 'startsOn', code: 'tomorrow-earliest' })
    const known = new Map(
      (await tx.selectFrom('casework.tier').select(['code', 'is_statutory']).execute()).map((one) => [one.code, one.is_statutory]),
    )
    const fresh: { code: string; is_statutory: boolean }[] = []
    const named: { position: number; tier: string; name: string; means: string }[] = []
    for (const { position, name, means, is } of input.tiers) {
      const isNew = is === 'new' || is === 'new-statutory'
      if (!isNew && !known.has(is)) return fail({ field: `tier${position}is`, code: 'choice-unknown' })
      if (position === input.entry && known.get(is) === true) return fail({ field: 'entry', code: 'tier-entry' })
      const tier = isNew ? codeFor(name, new Set([...known.keys(), ...fresh.map(({ code }) => code)])) : is
      if (isNew) fresh.push({ code: tier, is_statutory: is === 'new-statutory' })
      named.push({ position, tier, name, means })
    }
    if (fresh.length > 0) await tx.insertInto('casework.tier').values(fresh).execute()
    const document = newId()
    const { name, source, startsOn } = input
    const entry = named.find(({ position }) => position === input.entry)?.tier ?? ''
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('casework.tier_document')
      .values({
        id: document,
        ...{ name, source, starts_on: startsOn, tiers: named.length, entry, set_by: ties.person, set_on: doer.today },
      })
      .onConflict((on) => on.column('starts_on').doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows !== 1n) return fail({ field: 'startsOn', code: 'set-that-day' })
    await tx
      .insertInto('casework.tier_name')
      .values(named.map((one) => ({ ...one, document })))
      .execute()
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'practice.settled', subjectType: 'settled', subject: ties.person },
      content: `tiers from ${startsOn.toString()}: ${JSON.stringify({ name, source, entry, named })}`,
    })
    return succeed(undefined)
  })
}
