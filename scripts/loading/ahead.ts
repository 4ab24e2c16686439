import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'esbuild'
import { keep, optionsFor, placeOf } from './transform.ts'

const root = join(import.meta.dirname, '../..')

/**
 * Turns every file of some folders that has changed into JavaScript, before they are asked for. What cannot be turned is left to whoever loads it.
 */
export async function loadAhead(...folders: readonly string[]): Promise<void> {
  const files = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root })).map((file) => join(root, file))
  await Promise.all(files.map(makeOne))
}

async function makeOne(path: string): Promise<void> {
  const place = placeOf(path)
  if (existsSync(place)) return
  const made = await transform(readFileSync(path, 'utf8'), optionsFor(path)).catch(() => undefined)
  if (made !== undefined) keep(place, made.code)
}
