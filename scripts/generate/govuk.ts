import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Generator } from '../generate.ts'
import corrections from './govuk-corrections.json' with { type: 'json' }
import { readComponents, writeParameterTypes } from './govuk-types.ts'

const require = createRequire(import.meta.url)
const nunjucks: { compiler: { compile(source: string, filters: [], extensions: [], name: string, options: object): string } } =
  require('nunjucks')
const target = 'src/platform/web/govuk/generated'

/** Makes the typed parameters and the precompiled templates of the GOV.UK macros. */
export const generator: Generator = { name: 'govuk', files: async () => govukFiles() }

function govukFiles(): ReadonlyMap<string, string> {
  const manifest = require.resolve('govuk-frontend/package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  const govuk = path.join(path.dirname(manifest), 'dist/govuk')
  const components = readComponents(path.join(govuk, 'components'))
  return new Map([
    [`${target}/params.ts`, writeParameterTypes(components, corrections, version)],
    [`${target}/templates.cjs`, compileTemplates(govuk, version)],
  ])
}

/** Compiles every template here, so that neither a compiler nor a template's source is needed when serving. */
function compileTemplates(govuk: string, version: string): string {
  const options = { autoescape: true, trimBlocks: true, lstripBlocks: true }
  const templates = readdirSync(govuk, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.njk'))
    .map((file) => file.split(path.sep).join('/'))
    .sort()
    .map((file) => {
      const name = `govuk/${file}`
      const code = nunjucks.compiler.compile(readFileSync(path.join(govuk, file), 'utf8'), [], [], name, options)
      return `templates[${JSON.stringify(name)}] = (function () {${code}})()\n`
    })
  return `// Generated from the Nunjucks templates of govuk-frontend ${version} (MIT, Crown copyright). Do not edit.\n'use strict'\nconst templates = {}\n${templates.join('')}module.exports = templates\n`
}
