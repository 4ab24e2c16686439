import type { EmbeddedServer } from '../embedded/start.ts'
import { startTestCluster } from './cluster.ts'

let server: EmbeddedServer | undefined

/** Called once by `node --test --test-global-setup=src/platform/database/testing/setup.ts`, before any test file. */
export async function globalSetup(): Promise<void> {
  server = await startTestCluster()
  process.env.GOLDENTHREAD_TEST_URL = server.urlFor('postgres')
}

/** Called once after all test files. */
export async function globalTeardown(): Promise<void> {
  await server?.stop()
}
