// npm run check: types, lint, borders, sizes, words of documentation, generated files. npm run check -- NAME runs one of them.
import { spawn } from 'node:child_process'
import { brandGate } from './check/brand.ts'
import { documented } from './check/documented.ts'
import { otherSchemas } from './check/schemas.ts'
import { shape } from './check/shape.ts'
import { generate } from './generate.ts'

/** One check: the problems it found, a line each; empty where all is well. */
export type Check = () => Promise<readonly string[]>

/** The compiler that only checks. dependency-cruiser still needs the one before it, whose command has the same name: so this one is called by its place. */
const types = (...words: readonly string[]): Check =>
  command(process.execPath, 'node_modules/typescript-native/bin/tsc', '--noEmit', '--pretty', 'false', ...words)

const checks: Readonly<Record<string, Check>> = {
  // What has not changed since the last check is not read again.
  types: types('--incremental', '--tsBuildInfoFile', 'node_modules/.cache/types.tsbuildinfo'),
  // What runs in the browser knows the page, and the server does not.
  'browser-types': types('-p', 'tsconfig.browser.json'),
  lint: command('biome', 'check', '--max-diagnostics=100'),
  borders: command('depcruise', '--config', '.dependency-cruiser.mjs', 'src', 'scripts', 'test'),
  shape,
  documented,
  schemas: otherSchemas,
  brand: brandGate,
  generated: async () => (await generate({ check: true })).map((path) => `${path} is stale: npm run generate writes it anew.`),
}

/** A tool of node_modules/.bin; what it says counts where it fails. */
function command(name: string, ...words: readonly string[]): Check {
  return () =>
    new Promise((resolve) => {
      const child = spawn(name, words, { stdio: ['ignore', 'pipe', 'pipe'] })
      let said = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          said += chunk
        })
      }
      child.on('error', (error) => resolve([error.message]))
      child.on('close', (code) => resolve(code === 0 ? [] : said.trimEnd().split('\n')))
    })
}

const wanted = process.argv.slice(2)
const chosen = Object.entries(checks).filter(([name]) => wanted.length === 0 || wanted.includes(name))
if (chosen.length === 0) {
  console.error(`There is no such check. There are: ${Object.keys(checks).join(', ')}.`)
  process.exit(2)
}
const outcomes = await Promise.all(
  chosen.map(async ([name, check]) => {
    const from = performance.now()
    const problems = await check().catch((error: unknown) => [String(error)])
    console.log(`${problems.length === 0 ? '✔' : '✖'} ${name}  ${Math.round(performance.now() - from)} ms`)
    return { name, problems }
  }),
)
for (const { name, problems } of outcomes)
  if (problems.length > 0) console.log(`\n${name}:\n${problems.map((line) => `  ${line}`).join('\n')}`)
process.exit(outcomes.some(({ problems }) => problems.length > 0) ? 1 : 0)
