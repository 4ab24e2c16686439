import { among } from '#platform/database/among.ts'
import { type Acting, type Database, readAs, type Writer } from '#platform/database/session.ts'
import { findOcidPrefix } from '../queries/contract-releases.ts'
import { findOpenContracts, type OpenContract } from '../queries/open-contracts.ts'
import { mergeReleases } from '../rules/notices/merge.ts'
import { releasesDue } from '../rules/notices/releases.ts'
import { type PlanOut, publishPlans } from './publish-plans.ts'
import { asRelease, type Out, releaseRows } from './release-rows.ts'

/** A release of a contract that is out. */
type ContractOut = Out & { readonly contract: string }

/**
 * Publishes what is due of contracts (C15), and of what was foreseen before them: a release for each event that a visitor may know of and that was not told, an update for what was put right. What a
 * visitor may see no more is emptied. Times are whole seconds and follow one another within a contract, so that its releases merge in the order in which they came out.
 * @param contracts - those that were touched; undefined: look at all
 */
export async function publishReleases(tx: Writer, db: Database, visitor: Acting, contracts: readonly string[] | undefined): Promise<void> {
  if (contracts?.length === 0) return
  const prefix = await findOcidPrefix(tx)
  const plans = await publishPlans(tx, db, visitor, prefix)
  const found = await readAs(db, visitor, (reader) => findOpenContracts(reader, contracts, visitor.today))
  const out = await findOut(tx, contracts)
  await takeBack(
    tx,
    visitor.now,
    [...out.keys()].filter((id) => !found.some((one) => one.id === id)),
  )
  const rows = found.flatMap((one) => rowsDue(one, out.get(one.id) ?? [], { prefix, plan: plans.get(one.id) }, visitor))
  for (let from = 0; from < rows.length; from += 500)
    await tx
      .insertInto('commissioning.contract_release')
      .values(rows.slice(from, from + 500))
      .execute()
}

async function findOut(tx: Writer, contracts: readonly string[] | undefined): Promise<ReadonlyMap<string, readonly ContractOut[]>> {
  let query = tx.selectFrom('commissioning.contract_release').selectAll().orderBy('contract').orderBy('number')
  if (contracts !== undefined) query = query.where(among('contract', contracts))
  return Map.groupBy(await query.execute(), ({ contract }) => contract)
}

async function takeBack(tx: Writer, now: Temporal.Instant, gone: readonly string[]): Promise<void> {
  if (gone.length === 0) return
  await tx
    .updateTable('commissioning.contract_release')
    .set({ content: null, taken_back: now })
    .where(among('contract', gone))
    .where('content', 'is not', null)
    .execute()
}

/**
 * The releases of a contract that come out now. Its ocid stays as it first came out, and is that of the plan which it came of; without a prefix of the place nothing
 * of our own does. What the plan told is told no more: planning is nothing that happened to the contract.
 */
function rowsDue(
  { id, ocid: ofNotice, isHeld, process }: OpenContract,
  all: readonly Out[],
  { prefix, plan }: { readonly prefix: string | undefined; readonly plan: PlanOut | undefined },
  { now, today }: Acting,
) {
  const ocid = all[0]?.ocid ?? ofNotice ?? plan?.ocid ?? (prefix === undefined ? undefined : `${prefix}-${id}`)
  if (ocid === undefined || isHeld) return []
  const standing = all.filter(({ content }) => content !== null)
  const continues = plan?.ocid === ocid ? plan : undefined
  const told = new Set([...standing.map(({ event }) => event), ...(continues && !process.engagedOn ? ['planning'] : [])])
  const due = releasesDue(process, mergeReleases(standing.map((one) => asRelease(id, one))), told, today)
  const after = continues?.releases.at(-1)?.published
  return releaseRows(due, { id, ocid, last: all.at(-1), now, after }).map((row) => ({ contract: id, ...row }))
}
