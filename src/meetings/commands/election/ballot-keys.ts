import { join } from 'node:path'
import { diskKeys, type KeyFolder } from '#platform/sealing/key-folder.ts'
import type { ElectionNeeds } from '../../needs.ts'

/** Where the keys of open ballots lie: beside the database, never in it, and in no backup. Undefined: no ballot can be opened here. */
export function ballotKeysOf({ config }: ElectionNeeds): KeyFolder | undefined {
  return config.data === undefined ? undefined : diskKeys(join(config.data, 'ballot-keys'))
}
