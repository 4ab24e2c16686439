import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EmbeddedServer } from '../embedded/start.ts'
import { startTestCluster } from './cluster.ts'

let server: EmbeddedServer | undefined
let shelf: string | undefined

/** Called once by `node --test --test-global-setup=src/platform/database/testing/setup.ts`, before any test file. */
export async function globalSetup(): Promise<void> {
  server = await startTestCluster()
  shelf = mkdtempSync(join(tmpdir(), 'goldenthread-shelf-'))
  process.env.GOLDENTHREAD_TEST_URL = server.urlFor('postgres')
  process.env.GOLDENTHREAD_TEST_SHELF = shelf
}

/** Called once after all test files. */
export async function globalTeardown(): Promise<void> {
  await server?.stop()
  if (shelf !== undefined) rmSync(shelf, { recursive: true, force: true })
}
