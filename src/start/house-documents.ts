import { join } from 'node:path'
import { diskStore } from '#platform/documents/disk-store.ts'
import { s3Store } from '#platform/documents/s3/s3-store.ts'
import type { WholeStore } from '#platform/documents/store.ts'
import type { Config } from '../config.ts'

/** The store of the house's documents: a folder of the data folder, or the bucket that the settings name. */
export function openDocuments({ data, documents }: Pick<Config, 'data' | 'documents'>): WholeStore {
  return documents.kind === 's3' ? s3Store(documents.place) : diskStore(join(data, 'documents'))
}
