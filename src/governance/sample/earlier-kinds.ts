import type { Writer } from '#platform/database/session.ts'
import type { SampleBody } from './bodies.ts'
import { on } from './ids.ts'

/** Adds the kind that a body had before, where it had another. */
export async function addEarlierKind(tx: Writer, id: string, { was }: SampleBody): Promise<void> {
  if (was === undefined) return
  const [kind, last, because] = was
  await tx
    .insertInto('governance.body_earlier_kind')
    .values({ body: id, kind, starts_on: null, ends_on: on(last), because })
    .execute()
}
