// npm run generate writes every generated file; with -- --check it only says which are stale, and then exits with 1;
// with -- NAME it runs the one generator scripts/generate/NAME.ts.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What each module of scripts/generate exports under the name `generator`. */
export interface Generator {
  /** As one calls it on the command line; the module's own name. */
  readonly name: string
  /** Every file it writes: path from the root of the repository, and the whole content. Must be the same at every run. */
  files(): Promise<ReadonlyMap<string, string>>
}

/** Runs the generators; with `check` nothing is written. Returns the paths that were, or are, stale. */
export async function generate(options: { readonly check: boolean; readonly only?: string | undefined }): Promise<string[]> {
  const stale: string[] = []
  for (const generator of await generators(options.only)) {
    for (const [path, content] of await generator.files()) {
      if (existsSync(path) && readFileSync(path, 'utf8') === content) continue
      stale.push(path)
      if (options.check) continue
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content)
    }
  }
  return stale
}

async function generators(only: string | undefined): Promise<Generator[]> {
  const folder = join(import.meta.dirname, 'generate')
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const modules = await Promise.all(
    names.sort().map(async (name) => (await import(pathToFileURL(join(folder, name)).href)) as { generator?: Generator }),
  )
  return modules.flatMap(({ generator }) => (generator && (only === undefined || generator.name === only) ? [generator] : []))
}

if (import.meta.main) {
  const words = process.argv.slice(2)
  const check = words.includes('--check')
  const stale = await generate({ check, only: words.find((word) => !word.startsWith('--')) })
  for (const path of stale) console.log(check ? `stale: ${path} (npm run generate writes it anew)` : `written: ${path}`)
  if (check && stale.length > 0) process.exitCode = 1
}
