import { CompiledQuery, type Kysely, type Transaction } from 'kysely'
import { actStatement } from './ahead.ts'
import type { Tables } from './generated/tables.ts'
import { sideBySide } from './side-by-side.ts'

/** Who acts: an account's or a system job's id. */
export type ActorId = string & { readonly actor: unique symbol }

/** Who acts and on what day; a visit is one. */
export interface Acting {
  /** Undefined for a visitor. */
  readonly actor: ActorId | undefined
  /** The day in London by which appointments and offices are judged. */
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
}

/** The pool; what routes hand to `readAs` and `writeAs`. */
export type Database = Kysely<Tables>

/** Reads only: what queries take. Has no write methods, and raw SQL does not execute on it. */
export type Reader = Pick<Kysely<Tables>, 'selectFrom' | 'selectNoFrom' | 'fn' | 'with'>

/** A transaction that may write: what commands work in. Also a Reader. */
export type Writer = Transaction<Tables>

/** Runs `work` in one transaction as `acting`; committed when `work` resolves, and has left nothing when this rejects. */
export async function writeAs<T>(db: Database, acting: Acting, work: (tx: Writer) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await actAs(tx, acting)
    return work(tx)
  })
}

/**
 * The same, and all that is read is of one moment: whatever is committed meanwhile is not seen. For reading what leaves a line behind; a row that somebody else
 * changed meanwhile is not changed, and the database refuses (serialization failure).
 */
export async function writeAtOneMoment<T>(db: Database, acting: Acting, work: (tx: Writer) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await actAs(tx, acting)
      return work(tx)
    })
}

/** Runs reads as `acting` in one transaction that the server, too, holds to reading. Reads that are begun together are sent together. */
export async function readAs<T>(db: Database, acting: Acting, work: (reader: Reader) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await actAs(tx, acting)
      return work(await sideBySide(tx))
    })
}

/**
 * The same reads, all of them of one moment: whatever is committed meanwhile is not seen. For what is read once and shown to many.
 */
export async function readAtOneMoment<T>(db: Database, acting: Acting, work: (reader: Reader) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await actAs(tx, acting)
      return work(await sideBySide(tx))
    })
}

async function actAs(tx: Writer, acting: Acting): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw(actStatement, [acting.actor ?? '', acting.today.toString(), acting.now.toString()]))
}
