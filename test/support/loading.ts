import { resolve } from 'node:path'

/** How a test's own processes load our TypeScript: as the tests themselves do, in half of the processor's time that a person's start takes. */
export const loading: readonly string[] = ['--import', resolve(import.meta.dirname, '../../scripts/loading/hooks.ts')]

/** What such a process needs of the environment, and nothing else: where programs are, and what others have compiled already. */
export const plainEnvironment: Readonly<Record<string, string | undefined>> = {
  PATH: process.env.PATH,
  ...(process.env.NODE_COMPILE_CACHE !== undefined && { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE }),
}
