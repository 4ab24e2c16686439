// Started by the tests of the embedded server as a process of its own, to be killed. Arguments: folder, what to do, programs.
import pg from 'pg'
import { DatabaseStartError } from '../embedded/errors.ts'
import { nativeFolder } from '../embedded/programs.ts'
import { type EmbeddedServer, startEmbedded } from '../embedded/start.ts'
import { testVersion } from './cluster.ts'

const [folder = '', act = 'insert', native = nativeFolder(testVersion())] = process.argv.slice(2)
const say = (words: string): boolean => process.stdout.write(`${words}\n`)

async function insertForEver(pool: pg.Pool, server: EmbeddedServer): Promise<void> {
  say(`up ${server.pid}`)
  const one = async (): Promise<void> => {
    for (;;) {
      const id = crypto.randomUUID()
      await pool.query('insert into kept values ($1)', [id])
      say(`ack ${id}`)
    }
  }
  await Promise.all([one(), one(), one(), one()])
}

async function waitForInterrupt(pool: pg.Pool, server: EmbeddedServer): Promise<void> {
  const interrupted = new Promise((done) => process.once('SIGINT', done))
  say(`up ${server.pid}`)
  await interrupted
  await pool.query('insert into kept values (gen_random_uuid())') // the server did not get the Ctrl-C
}

try {
  const server = await startEmbedded({ folder, native, withoutNamespaces: act === 'without-namespaces' })
  const pool = new pg.Pool({ connectionString: server.urlFor('postgres'), max: 4 })
  // end() resolves before the server has let go: stopping it then speaks to a connection that only seems gone.
  pool.on('error', () => {})
  await pool.query('create table if not exists kept (id uuid primary key)')
  if (act === 'insert') await insertForEver(pool, server)
  if (act === 'wait') await waitForInterrupt(pool, server)
  await pool.end()
  await server.stop()
  say('stopped cleanly')
} catch (error) {
  say(error instanceof DatabaseStartError ? `refused: ${error.message}` : `fault: ${String(error)}`)
  process.exitCode = 3
}
