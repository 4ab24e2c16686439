import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TransformOptions, transformSync, version } from 'esbuild'

const root = join(import.meta.dirname, '../..')
const tsconfig = readFileSync(join(root, 'tsconfig.json'), 'utf8')
/** What was written under other settings is not taken. */
const settings = createHash('sha256').update(`${version} ${process.version} ${tsconfig}`).digest('hex').slice(0, 12)
const kept = join(root, 'node_modules/.cache/loaded', settings)

/** How a file becomes JavaScript; the same whether one is read at need or all are made beforehand. */
export function optionsFor(path: string): TransformOptions {
  return {
    loader: path.endsWith('x') ? 'tsx' : 'ts',
    format: 'esm',
    target: 'esnext',
    tsconfigRaw: tsconfig,
    sourcefile: path,
    sourcemap: 'inline',
    sourcesContent: false,
  }
}

/** Whether nothing is kept yet: nobody has loaded our TypeScript here before. */
export function isFirst(): boolean {
  return !existsSync(kept)
}

/**
 * Where the JavaScript of a file is kept as the file is now: a file that was changed since has another place. It goes by the time at which the disk took the
 * change, which no archive that is unpacked can set.
 */
export function placeOf(path: string): string {
  const { ctimeMs, size } = statSync(path)
  return join(kept, `${createHash('sha256').update(`${path} ${ctimeMs} ${size}`).digest('hex').slice(0, 24)}.js`)
}

/**
 * Keeps the JavaScript of a file; written beside its place and moved there, so that another process never reads half of it. Where it cannot be kept, as in a
 * folder that is only for reading, it is made again next time.
 */
export function keep(place: string, code: string): void {
  const beside = `${place}.${process.pid}`
  try {
    mkdirSync(kept, { recursive: true })
    writeFileSync(beside, code)
    renameSync(beside, place)
  } catch {
    rmSync(beside, { force: true })
  }
}

/** The JavaScript of a TypeScript file, from what is kept or made now. Throws what esbuild says of a file that is none. */
export function javaScriptOf(path: string): string {
  const place = placeOf(path)
  if (existsSync(place)) return readFileSync(place, 'utf8')
  const { code } = transformSync(readFileSync(path, 'utf8'), optionsFor(path))
  keep(place, code)
  return code
}
