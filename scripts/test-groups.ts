import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Where the files of groups are written; not under node_modules, where node:test looks at nothing. */
const folder = resolve('.cache/test-groups')
/** So many files share a process: with more, one long group would end last and alone. */
const FILES = 5

/** What a file does to its whole process, so that it has one of its own. */
const minds = /process\.(env|chdir|on|exit|memoryUsage)|\bmock\.|addEventListener\('|setFlagsFromString/

/** Whether tests of this file may share a process with others: those that start processes, measure memory or change the environment may not. */
export function mayShare(file: string): boolean {
  return !/^(scripts|test\/(journeys|backup|resilience|rules|upgrade|year))\//.test(file) && !minds.test(readFileSync(file, 'utf8'))
}

/**
 * Puts test files of one folder together, a few to a process: to load the product costs a second of each process, more than most files test. Every file
 * is a suite of its own, loaded when the one before it has ended and closed its databases. Gives the files to run: groups first, then those that stay alone.
 */
export function grouped(files: readonly string[]): string[] {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const byFolder = Map.groupBy(files.filter(mayShare), (file) => dirname(file).split('/').slice(0, 2).join('/'))
  const groups = [...byFolder].flatMap(([of, members]) =>
    split(members).map((some, at) => write(`${of.replaceAll('/', '-')}-${at + 1}`, some)),
  )
  return [...groups, ...files.filter((file) => !mayShare(file))]
}

/** In turn, so that the long files, which come first, stand apart. */
function split(files: readonly string[]): string[][] {
  const count = Math.ceil(files.length / FILES)
  return Array.from({ length: count }, (_, at) => files.filter((_file, index) => index % count === at))
}

function write(name: string, files: readonly string[]): string {
  const path = join(folder, `${name}.test.mjs`)
  const suites = files.map((file) => `await describe('${file}', async () => { await import('${pathToFileURL(resolve(file)).href}') })\n`)
  writeFileSync(path, `import { describe } from 'node:test'\n${suites.join('')}`)
  return relative(process.cwd(), path)
}
