import { type Writer, writeAs } from '#platform/database/session.ts'
import { asIdentity } from './as-identity.ts'
import { actingSystem, type IdentityContext } from './context.ts'
import { delayAfter, remembered, type ThrottlePolicy } from './rules/throttle.ts'
import { keyedDigest } from './secrets.ts'

/** One thing that is tried too often: an account, a network address. */
export interface Throttled {
  /** For example `account:ann@example.org`; only a keyed digest of it is stored. */
  readonly what: string
  readonly policy: ThrottlePolicy
  /** Attempts also wait for each other. Only where nobody but the owner or a thief of the password comes so far. */
  readonly inTurn?: boolean
}

/** An attempt that was counted. */
export interface Attempt {
  /** How long it has to wait, in milliseconds. */
  readonly wait: number
  /** Failures of the first thing before this attempt. */
  readonly failures: number
  /** Its turn is too far away: it was not counted and must not be made now. Only where attempts wait for each other. */
  readonly busy: boolean
}

/**
 * Counts an attempt as a failure before it is made, so that a hundred at once are a hundred, and says how long it must wait;
 * `attemptSucceeded` takes it back.
 */
export async function countAttempt(context: IdentityContext, things: readonly Throttled[]): Promise<Attempt> {
  const now = context.clock.now()
  const counted = await writeAs(context.db, actingSystem(context), (tx) =>
    asIdentity(tx, async () => {
      const list: Attempt[] = []
      for (const thing of things) list.push(await countOne(tx, keyOf(context, thing), thing, now))
      return list
    }),
  )
  const wait = Math.max(0, ...counted.map((attempt) => attempt.wait))
  return { wait, failures: counted[0]?.failures ?? 0, busy: counted.some((attempt) => attempt.busy) }
}

async function countOne(tx: Writer, key: string, thing: Throttled, now: Temporal.Instant): Promise<Attempt> {
  await tx
    .insertInto('identity.attempt')
    .values({ key, failures: 0, last_at: now, free_at: now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  const row = await tx.selectFrom('identity.attempt').selectAll().where('key', '=', key).forUpdate().executeTakeFirstOrThrow()
  const present = now.epochMilliseconds
  const failures = remembered(row.failures, row.last_at.epochMilliseconds, present, thing.policy)
  const free = thing.inTurn ? Math.max(row.free_at.epochMilliseconds, present) : present
  const start = free + delayAfter(failures, thing.policy)
  if (thing.inTurn && start - present > LONGEST_TURN) return { wait: 0, failures, busy: true }
  const free_at = Temporal.Instant.fromEpochMilliseconds(start)
  await tx
    .updateTable('identity.attempt')
    .set({ failures: failures + 1, last_at: now, free_at })
    .where('key', '=', key)
    .execute()
  return { wait: start - present, failures, busy: false }
}

/** The attempt was right: the account's failures are forgotten; an address only gets this one attempt back, or one account would open it for guessing. */
export async function attemptSucceeded(
  context: IdentityContext,
  clear: readonly Throttled[],
  giveBack: readonly Throttled[],
): Promise<void> {
  await writeAs(context.db, actingSystem(context), (tx) =>
    asIdentity(tx, async () => {
      if (clear.length > 0)
        await tx
          .deleteFrom('identity.attempt')
          .where(
            'key',
            'in',
            clear.map((thing) => keyOf(context, thing)),
          )
          .execute()
      for (const thing of giveBack) {
        await tx
          .updateTable('identity.attempt')
          .set((row) => ({ failures: row.fn('greatest', [row('failures', '-', 1), row.lit(0)]) }))
          .where('key', '=', keyOf(context, thing))
          .execute()
      }
    }),
  )
}

/** In turn, nobody is made to wait longer than this, in milliseconds. */
const LONGEST_TURN = 10_000

function keyOf(context: IdentityContext, { what }: Throttled): string {
  return keyedDigest(context.secret, 'attempt', what)
}

/** Does `work` and answers no sooner than after `milliseconds`, so that the time tells nothing about what was found. */
export async function noSooner<T>(context: IdentityContext, milliseconds: number, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await work()
  await context.sleep(Math.max(0, milliseconds - (performance.now() - start)))
  return result
}
