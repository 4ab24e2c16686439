import { findStanding } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findContractsOfProviders } from '../queries/contracts.ts'
import { ownPart } from '../queries/own-part.ts'
import { findLetters } from '../queries/provider-relations.ts'
import { spanOfYear } from '../rules/year.ts'
import { letterText } from '../words/provider-letter.ts'
import { inRelation, ofRelation } from './provider.ts'
import { auditStep, demandOne } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done = Promise<Result<string, FieldProblem>>

/** Makes the letter of a year that confirms what a commissioner agreed with a provider: a new version of it each time; what was sent stands (C11). */
export function makeLetter(needs: Needs, doer: Doer, id: string, year: number): Done {
  return inRelation(needs, doer, id, 'letter-made', async (tx, relation) => {
    const { from, until } = spanOfYear(year)
    const contracts = (await findContractsOfProviders(tx, [relation.provider], doer.today)).filter(
      (one) =>
        one.commissioner === relation.commissioner &&
        one.signedOn !== undefined &&
        Temporal.PlainDate.compare(one.startsOn, until) < 0 &&
        (one.runsUntil === undefined || Temporal.PlainDate.compare(one.runsUntil, from) > 0),
    )
    if (contracts.length === 0) return fail({ field: 'year', code: 'letter-sums-missing' })
    const earlier = (await findLetters(tx, { relations: [id] })).filter((one) => one.year === year)
    const number = Math.max(0, ...earlier.map((one) => one.number)) + 1
    const text = letterText({ year, number, provider: relation.providerName, commissioner: relation.commissionerName, contracts })
    const letter = newId()
    await tx
      .insertInto('commissioning.provider_letter')
      .values({ id: letter, ...ofRelation(relation), year, number, text, made_on: doer.today })
      .execute()
    return succeed(letter)
  })
}

/** Records that a letter was sent: from now on the provider sees it. */
export async function sendLetter(needs: Needs, doer: Doer, id: string): Done {
  const [letter] = await writeAs(needs.db, doer, (tx) => findLetters(tx, { id }))
  if (!letter) throw new NotFound('No such letter.')
  return inRelation(needs, doer, letter.relation, 'letter-sent', async (tx) => {
    if (letter.sentOn !== undefined) return fail({ field: '', code: 'letter-sent-already' })
    const saved = await tx
      .updateTable('commissioning.provider_letter')
      .set({ sent_on: doer.today, version: letter.version + 1 })
      .where('id', '=', id)
      .where('version', '=', letter.version)
      .executeTakeFirst()
    demandOne(saved)
    return succeed(id)
  })
}

/** Acknowledges a letter for the provider to which it was sent. */
export function acknowledgeLetter(needs: Needs, doer: Doer, id: string): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const [letter] = await findLetters(tx, { id })
    if (!letter) throw new NotFound('No such letter.')
    await demand(tx, doer, await ownPart(tx, [letter.provider], doer.today), 'acknowledge')
    const { person } = await findStanding(tx, doer)
    if (letter.acknowledgedOn !== undefined || person === undefined) return fail({ field: '', code: 'letter-acknowledged' })
    const saved = await tx
      .updateTable('commissioning.provider_letter')
      .set({ acknowledged_on: doer.today, acknowledged_by: person.id, version: letter.version + 1 })
      .where('id', '=', id)
      .where('version', '=', letter.version)
      .executeTakeFirst()
    demandOne(saved)
    await auditStep(tx, doer, 'letter-acknowledged', 'provider-letter', id)
    return succeed(id)
  })
}
