import { existsSync, globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { transform } from 'esbuild'
import { keep, optionsFor, placeOf } from './transform.ts'

/** Turns every file that has changed into JavaScript, before many processes ask for the same ones. What cannot be turned is left to whoever loads it. */
export async function loadAhead(): Promise<void> {
  const files = globSync('{src,scripts,test}/**/*.{ts,tsx}').map((file) => resolve(file))
  await Promise.all(files.map(makeOne))
}

async function makeOne(path: string): Promise<void> {
  const place = placeOf(path)
  if (existsSync(place)) return
  const made = await transform(readFileSync(path, 'utf8'), optionsFor(path)).catch(() => undefined)
  if (made !== undefined) keep(place, made.code)
}
