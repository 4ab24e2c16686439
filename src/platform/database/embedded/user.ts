import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { DatabaseStartError, inUse } from './errors.ts'

/** `flock` leaves with this code where the lock is held. */
export const LOCK_HELD = 99

/** As whom PostgreSQL runs: words in front of its command, and who then owns the files where that is not us. */
export interface Way {
  readonly prefix: readonly string[]
  readonly owner: number | undefined
}

/**
 * PostgreSQL refuses root, and initdb refuses a user that /etc/passwd does not name. A user namespace gives us such a user's number, works
 * below any folder and leaves the files ours; without one, root becomes that user, where that one can reach everything.
 * @param withoutNamespaces for tests: pretend that user namespaces are off.
 * @throws DatabaseStartError where there is no way; the sentence names GOLDENTHREAD_DATA.
 */
export function chooseUser(folder: string, native: string, withoutNamespaces: boolean): Way {
  const self = process.getuid?.() ?? 0
  const users = knownUsers()
  const numbers = [...users.values()]
  if (numbers.includes(self)) return { prefix: [], owner: undefined }
  const stranger = users.get('postgres') ?? users.get('nobody') ?? numbers[0] ?? 65534
  const namespace = ['unshare', '-U', `--map-user=${stranger}`, `--map-group=${stranger}`, '--']
  if (!withoutNamespaces && works([...namespace, 'true'])) return { prefix: namespace, owner: undefined }
  if (self !== 0) return { prefix: [], owner: undefined } // perhaps a directory service knows us
  return becomeOther(folder, native, stranger)
}

function becomeOther(folder: string, native: string, stranger: number): Way {
  const user = fs.statSync(folder).uid || stranger
  const prefix = ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--clear-groups', '--']
  const lock = spawnSync('flock', ['-n', '-E', String(LOCK_HELD), join(folder, 'lock'), 'true'])
  if (lock.status === LOCK_HELD) throw inUse(folder)
  chownTree(folder, user)
  if (works([...prefix, 'sh', '-c', 'test -x "$0" && test -w "$1"', join(native, 'bin/postgres'), folder])) return { prefix, owner: user }
  chownTree(folder, 0)
  throw new DatabaseStartError(
    `PostgreSQL does not run as root, user namespaces are off here, and user ${user} cannot reach ${folder} or ${native}. ` +
      'Set GOLDENTHREAD_DATA to a folder below folders that everybody may enter, or start Goldenthread as an ordinary user.',
  )
}

/** Users of /etc/passwd but root. */
function knownUsers(): Map<string, number> {
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n')
  const users = lines.map((line) => line.split(':')).map((parts) => [parts[0] ?? '', Number(parts[2])] as const)
  return new Map(users.filter(([, uid]) => uid > 0))
}

function works(command: readonly string[]): boolean {
  return spawnSync(command[0] ?? '', command.slice(1)).status === 0
}

function chownTree(folder: string, user: number): void {
  fs.lchownSync(folder, user, user)
  if (!fs.lstatSync(folder).isDirectory()) return
  for (const name of fs.readdirSync(folder)) chownTree(join(folder, name), user)
}
