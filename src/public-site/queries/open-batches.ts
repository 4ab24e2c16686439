import { readAs } from '#platform/database/session.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import type { OpenJson } from '../open/csv/read-json.ts'
import type { OparlType } from '../open/oparl/addresses.ts'
import type { AskedList } from '../open/oparl/asked.ts'
import { findOpenBatch } from './open-objects.ts'

/** Objects that are read at a time: no connection waits for a slow reader. */
const BATCH = 200

/** The objects of a type as they were given out, batch by batch. */
export async function* openBatches({ db }: Pick<Needs, 'db'>, visitor: Visit, type: OparlType): AsyncGenerator<readonly OpenJson[]> {
  let after: AskedList['after']
  for (;;) {
    const found = await readAs(db, visitor, (reader) => findOpenBatch(reader, type, after, BATCH))
    if (found.length > 0) yield found.map(({ content }) => JSON.parse(content) as OpenJson)
    const last = found.at(-1)
    if (found.length < BATCH || last === undefined) return
    after = { created: last.created, id: last.id }
  }
}
