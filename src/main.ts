import { mkdirSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { type Config, readConfig } from './config.ts'

function configOrEnd(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(1)
  }
}

// The rest is loaded only now: compiled code kept from the last start makes this one faster.
const config = configOrEnd()
mkdirSync(config.data, { recursive: true, mode: 0o700 })
enableCompileCache(join(config.data, 'cache'))
const { run } = await import('./start/run.ts')
await run(config)
