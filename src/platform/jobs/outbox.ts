import { fromKysely, PgBoss } from 'pg-boss'
import type { Database, Writer } from '#platform/database/session.ts'
import type { QueueName } from './queues.ts'

/** Where commands leave what must happen after them. */
export interface Outbox {
  /** Puts a job into a queue: it exists if, and only if, the caller's transaction commits (requirement X3). Returns the job's id. */
  enqueue(tx: Writer, queue: QueueName, data: object): Promise<string>
}

/** The outbox of one database. Opens no connection of its own and needs no closing; the jobs wait until some process works them off. */
export function createOutbox(db: Database): Outbox {
  // Never started: it only writes its own insert into the transactions it is given, and asks `db` once what queues there are.
  const boss = new PgBoss({ db: fromKysely(db), schema: 'pgboss', migrate: false, createSchema: false })
  const enqueue = async (tx: Writer, queue: QueueName, data: object): Promise<string> => {
    const id = await boss.send(queue, data, { db: fromKysely(tx) })
    if (id === null) throw new Error(`The queue ${queue} took no job: migrations make queues.`)
    return id
  }
  return { enqueue }
}
