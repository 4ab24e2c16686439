// npm test: every test but the pages in every mode and what takes long, which `npm run test:long` runs (--long): further journeys, the export, strange files, and hard days.
// npm test -- WORD runs the files whose path holds the word; --pg=15 takes PostgreSQL 15.
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { loadAhead } from './loading/ahead.ts'
import { grouped } from './test-groups.ts'

const words = process.argv.slice(2)
const version = words.find((word) => word.startsWith('--pg='))?.slice(5)
const wanted = words.filter((word) => !word.startsWith('--'))
/** One journey through the browser for each domain, the golden thread for plans and measures; the others run apart, so that this stays under ten minutes. */
const journeys = ['governance', 'home', 'identity', 'meetings', 'thread'].map((domain) => `test/journeys/${domain}.test.ts`)
const isLong = (file: string): boolean =>
  (file.startsWith('test/journeys/') && !journeys.includes(file)) ||
  /^test\/(resilience|export|backup|year|pages\/reach)|^test\/security\/(ballot|canary|casework|depublished)/.test(file) ||
  // The published figures of the whole country.
  file === 'src/performance/national-real.test.ts' ||
  // Years of figures that are published three times, and attacked.
  file === 'src/early-help/figures-attacked.test.ts' ||
  // Whole prints of random families, on the page and as PDF.
  file === 'src/early-help/prints-random.test.ts' ||
  // Strange files by the hundred, and what they become.
  /^src\/platform\/documents\/(pdf|uploads)\//.test(file) ||
  // Whole packs as PDF, and every object of the open data with the page that it names.
  /^src\/meetings\/(pack-complete|page-labels)|^src\/public-site\/open\/oparl-(schemas|rules)|^test\/security\/finding/.test(file)

/** Pure rules are tested together in one process, unless some of them are asked for. */
const together = 'test/rules/together.test.ts'
const isTogether = (file: string): boolean => (wanted.length === 0 ? /^src\/.*\/rules\//.test(file) : file === together)

/** What asks over HTTP what others ask in SQL: of another PostgreSQL it would say nothing new. */
const overHttp = /^test\/security\/(http|ballot|canary|depublished|strangers)/
const saysNothingNew = (file: string): boolean =>
  version !== undefined && overHttp.test(file) && !wanted.some((word) => overHttp.test(word))

const files = globSync('{src,scripts,test}/**/*.test.{ts,tsx}')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/^test\/bench\//.test(file) && !isTogether(file) && !saysNothingNew(file))
  .filter((file) => (words.includes('--long') ? isLong(file) : wanted.length > 0 || !isLong(file)))
  .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
  .sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1))

/** What takes long goes first, so that the others fill the gaps. */
function weight(file: string): number {
  if (/journeys|resilience|security\/(http|ballot)|start\.test|rules\/together/.test(file)) return 3
  return /embedded\.test|pack|test\/backup|year-of|inspect|any-paper/.test(file) ? 2 : 1
}

if (files.length === 0) {
  console.error(`No test file has ${wanted.join(' or ')} in its path.`)
  process.exit(2)
}

const node = [
  '--enable-source-maps',
  '--import',
  './scripts/loading/hooks.ts',
  '--test',
  '--test-global-setup=src/platform/database/testing/setup.ts',
  '--test-reporter=./scripts/test-reporter.ts',
  '--test-timeout=240000',
  // One more than there are cores: a file waits for PostgreSQL for half of its time.
  `--test-concurrency=${availableParallelism() + 1}`,
]
// What one process has compiled, the next need not: they load the same thousand modules.
const NODE_COMPILE_CACHE = resolve('node_modules/.cache/compiled')
const env = { NODE_COMPILE_CACHE, ...process.env, ...(version !== undefined && { GOLDENTHREAD_PG: version }) }
await loadAhead('src', 'scripts', 'test')
// A few files are run as they are, so that what is printed of each is its own.
const run =
  files.length > 12 ? [...files.filter((file) => weight(file) > 1), ...grouped(files.filter((file) => weight(file) === 1))] : files
const child = spawn(process.execPath, [...node, ...run], { stdio: 'inherit', env })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
