import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build, type Metafile } from 'esbuild'
import type { Generator } from '../generate.ts'

const root = path.resolve(import.meta.dirname, '../..')
const folder = 'src/platform/web/assets/generated'

/** Bundles the editor of texts for the browser, so that the server needs no bundler, with the licences of what is in it. */
export const generator: Generator = {
  name: 'editor',
  files: async () => {
    const { code, metafile } = await bundle()
    return new Map([
      [`${folder}/editor.js`, code],
      [`${folder}/editor-licences.txt`, licencesOf(metafile)],
    ])
  },
}

async function bundle(): Promise<{ readonly code: string; readonly metafile: Metafile }> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/platform/paper/editor/start.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    metafile: true,
    logLevel: 'error',
    // The package sets innerHTML past the policies of a page, or holds a large table; ours asks the browser by a policy that takes names alone.
    alias: { 'decode-named-character-reference': './src/platform/paper/editor/named-character.ts' },
  })
  return { code: outputFiles[0]?.text ?? '', metafile }
}

/** The licence of every package in the bundle, as the package brings it. */
function licencesOf({ inputs }: Metafile): string {
  const folders = Object.keys(inputs).flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? [])
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { name, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as Record<string, string>
    const file = ['LICENSE', 'license', 'LICENSE.md', 'LICENSE.txt']
      .map((one) => path.join(root, folder, one))
      .find((one) => existsSync(one))
    return `${name} (${license})\n\n${file ? readFileSync(file, 'utf8').trim() : 'The package names its licence and brings no text of it.'}\n`
  })
  return `What editor.js is made of besides Goldenthread itself.\n\n${texts.join('\n----\n\n')}`
}
