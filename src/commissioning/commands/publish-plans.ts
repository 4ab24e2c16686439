import { type Acting, type Database, readAs, type Writer } from '#platform/database/session.ts'
import { findClearedWords, findForeseen } from '../queries/foreseen.ts'
import { type ForeseenPurchase, isForeseenHeld, isForeseenTold, processForeseen } from '../rules/notices/foreseen.ts'
import { textAt } from '../rules/notices/json.ts'
import { mergeReleases } from '../rules/notices/merge.ts'
import { releasesDue } from '../rules/notices/releases.ts'
import { asRelease, type Out, releaseRows } from './release-rows.ts'

/** What was foreseen of a contract, as it is out: the contract goes on under its ocid. */
export interface PlanOut {
  readonly ocid: string
  readonly releases: readonly Out[]
}

/**
 * Publishes what is foreseen (C15): planning under an ocid of its own, which the contract that comes of it keeps. What a visitor may see no more is emptied.
 * @returns what is out by the contract that came of it, where it is one purchase alone: several that ended in one contract are no one process
 */
export async function publishPlans(
  tx: Writer,
  db: Database,
  visitor: Acting,
  prefix: string | undefined,
): Promise<ReadonlyMap<string, PlanOut>> {
  const [found, cleared] = await readAs(
    db,
    visitor,
    async (reader) => [await findForeseen(reader, visitor.today), await findClearedWords(reader)] as const,
  )
  const rows = await tx.selectFrom('commissioning.plan_release').selectAll().orderBy('subject').orderBy('number').execute()
  const out = Map.groupBy(rows, ({ subject }) => subject)
  await takePlansBack(
    tx,
    visitor.now,
    [...out].filter(([id, all]) => !found.some((one) => one.id === id) || isHeldNow(id, all, cleared)).map(([id]) => id),
  )
  const speaking = await ocidsOfContracts(tx)
  const came = Map.groupBy(
    found.filter(({ contract }) => contract !== undefined),
    ({ contract }) => contract ?? '',
  )
  const due = found.flatMap((purchase) => {
    const all = out.get(purchase.id) ?? []
    const ocid = all[0]?.ocid ?? (prefix === undefined ? undefined : `${prefix}-${purchase.id}`)
    if (ocid === undefined || isForeseenHeld(purchase, cleared.get(purchase.id) ?? new Set())) return []
    const own = speaking.get(purchase.contract ?? '')
    const isOne = (came.get(purchase.contract ?? '') ?? []).length === 1
    const isOut = all.some(({ content }) => content !== null)
    // A contract that is out under another ocid has come of it, and tells of itself there.
    const isElsewhere = purchase.contract !== undefined && (own === undefined ? !isOne : own !== ocid)
    const state = isElsewhere ? { ...purchase, state: 'come' as const } : purchase
    const contractSpeaks = purchase.contract !== undefined && !isElsewhere && isOut
    if (!isForeseenTold(state, { isOut, contractSpeaks, today: visitor.today })) return []
    return rowsOf(state, ocid, all, visitor)
  })
  if (due.length > 0) await tx.insertInto('commissioning.plan_release').values(due).execute()
  return continued(came, out, due)
}

/** Whether what is out of it was let out once and is held back by now. */
function isHeldNow(id: string, all: readonly Out[], cleared: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const merged = mergeReleases(all.filter(({ content }) => content !== null).map((one) => asRelease(id, one)))
  const words = { title: textAt(merged, 'tender', 'title'), rationale: textAt(merged, 'planning', 'rationale') }
  return isForeseenHeld(words, cleared.get(id) ?? new Set())
}

function rowsOf(purchase: ForeseenPurchase, ocid: string, all: readonly Out[], visitor: Acting) {
  const standing = all.filter(({ content }) => content !== null)
  const merged = mergeReleases(standing.map((one) => asRelease(purchase.id, one)))
  const due = releasesDue(processForeseen(purchase), merged, new Set(standing.map(({ event }) => event)), visitor.today)
  const of = { intention: purchase.kind === 'intention' ? purchase.id : null, case: purchase.kind === 'case' ? purchase.id : null }
  return releaseRows(due, { id: purchase.id, ocid, last: all.at(-1), now: visitor.now }).map((row) => ({
    subject: purchase.id,
    ...of,
    ...row,
  }))
}

/** What is out by the contract that came of it. */
function continued(
  came: ReadonlyMap<string, readonly ForeseenPurchase[]>,
  out: ReadonlyMap<string, readonly Out[]>,
  due: readonly (Out & { readonly subject: string })[],
): ReadonlyMap<string, PlanOut> {
  const entries = [...came].flatMap(([contract, [purchase, another]]) => {
    if (purchase === undefined || another !== undefined) return []
    const releases = [...(out.get(purchase.id) ?? []), ...due.filter(({ subject }) => subject === purchase.id)]
    const standing = releases.filter(({ content }) => content !== null)
    const [first] = standing
    return first === undefined ? [] : [[contract, { ocid: first.ocid, releases: standing }] as const]
  })
  return new Map(entries)
}

/** Under which ocid each contract is out. */
async function ocidsOfContracts(tx: Writer): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('commissioning.contract_release').select(['contract', 'ocid']).distinct().execute()
  return new Map(rows.map(({ contract, ocid }) => [contract, ocid]))
}

async function takePlansBack(tx: Writer, now: Temporal.Instant, gone: readonly string[]): Promise<void> {
  if (gone.length === 0) return
  await tx
    .updateTable('commissioning.plan_release')
    .set({ content: null, taken_back: now })
    .where('subject', 'in', gone)
    .where('content', 'is not', null)
    .execute()
}
