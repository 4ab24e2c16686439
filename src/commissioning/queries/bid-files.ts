import type { Reader } from '#platform/database/session.ts'
import { isUuid } from '#platform/web/fields.ts'

/** A file that a provider handed in with its bid. */
export interface BidFile {
  readonly id: string
  readonly provider: string
  readonly name: string
  readonly mediaType: string
  /** In bytes. */
  readonly size: number
  readonly addedAt: Temporal.Instant
}

const columns = ['id', 'provider', 'name', 'media_type as mediaType', 'size', 'added_at as addedAt'] as const

/** The files of the bids of a call that one may read, without their content: a provider its own, and in a look those of all bids that were opened. */
export function findBidFiles(reader: Reader, call: string): Promise<readonly BidFile[]> {
  return reader.selectFrom('commissioning.bid_file').select(columns).where('call', '=', call).orderBy('added_at').orderBy('id').execute()
}

/** One of them with its content; undefined where there is none that one may read. */
export async function findBidFile(
  reader: Reader,
  call: string,
  id: string,
): Promise<(BidFile & { readonly content: Uint8Array }) | undefined> {
  if (!isUuid(id)) return undefined
  return reader
    .selectFrom('commissioning.bid_file')
    .select([...columns, 'content'])
    .where('call', '=', call)
    .where('id', '=', id)
    .executeTakeFirst()
}
