import path from 'node:path'
import { build } from 'esbuild'
import type { Generator } from '../generate.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** Bundles the script of live pages for the browser, so that the server needs no bundler. */
export const generator: Generator = {
  name: 'live',
  files: async () => new Map([['src/platform/web/assets/generated/live.js', await bundle()]]),
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/platform/web/assets/live/live.js'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    write: false,
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}
