import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** One option of a macro as `macro-options.json` documents it. */
export interface MacroOption {
  readonly name: string
  readonly type: string
  readonly required?: boolean
  readonly description?: string
  readonly params?: readonly MacroOption[]
  readonly isComponent?: boolean
}

/** A component of GOV.UK Frontend with its documented options. */
export interface MacroComponent {
  readonly name: string
  readonly options: readonly MacroOption[]
}

const pascal = (name: string): string => name.replace(/(^|-)(.)/g, (_, __, letter: string) => letter.toUpperCase())
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const takesMarkup = (name: string): boolean => name === 'html' || name.endsWith('Html')

/** Reads the documented options of every component of GOV.UK Frontend. */
export function readComponents(folder: string): readonly MacroComponent[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, options: JSON.parse(readFileSync(path.join(folder, name, 'macro-options.json'), 'utf8')) }))
}

/**
 * Writes the TypeScript of all parameters. The published options are documentation, not a schema, so `corrections`
 * (path of the option -> type, or '?path' -> really optional) put right what they get wrong.
 */
export function writeParameterTypes(
  components: readonly MacroComponent[],
  corrections: Readonly<Record<string, string>>,
  version: string,
): string {
  const names = new Set(components.map(({ name }) => name))
  const writer = { corrections, names }
  const types = components.map(
    ({ name, options }) =>
      `/** Options: https://design-system.service.gov.uk/components/${name}/ */\nexport type ${pascal(name)}Params = ${objectType(writer, options, name, '')}\n`,
  )
  const list = components.map(({ name, options }) => {
    const slot = options.some((o) => o.name === 'caller') ? 'caller' : options.some((o) => o.name === 'html') ? 'html' : null
    return `  '${name}': { macro: 'govuk${pascal(name)}', slot: ${slot ? `'${slot}'` : 'null'} },`
  })
  return `// Generated from the macro-options.json of govuk-frontend ${version}. Do not edit.
import type { Attributes, DateInputItem, Falsy, Html, Nullish, PluralMessages, Text, TextOrHtml } from '../html.ts'

${types.join('\n')}
export interface GovukParams {
${components.map(({ name }) => `  '${name}': ${pascal(name)}Params`).join('\n')}
}

export const govukComponents = {
${list.join('\n')}
} as const
`
}

interface TypeWriter {
  readonly corrections: Readonly<Record<string, string>>
  readonly names: ReadonlySet<string>
}

function optionType(writer: TypeWriter, option: MacroOption, at: string, indent: string): string {
  const correction = writer.corrections[at]
  if (correction === '@rows') return `readonly (readonly (${objectType(writer, option.params ?? [], at, indent)} | Falsy)[])[]`
  if (correction) return correction
  if (takesMarkup(option.name)) return 'Html'
  if (option.name === 'attributes' || option.name.endsWith('Attributes')) return 'Attributes'
  switch (option.type) {
    case 'string':
      return /^(href|id|name|classes|type|.*Classes)$/.test(option.name) ? 'string' : 'Text'
    case 'integer':
    case 'number':
      return 'number | `${number}`'
    case 'boolean':
      return 'boolean'
    case 'array':
      return option.params ? `readonly (${objectType(writer, option.params, at, indent)} | Falsy)[]` : 'readonly (string | number)[]'
    case 'object':
      return nestedType(writer, option, at, indent)
  }
  return 'unknown'
}

function nestedType(writer: TypeWriter, option: MacroOption, at: string, indent: string): string {
  if (option.isComponent) {
    const component = kebab(option.name)
    return writer.names.has(component) ? `Partial<${pascal(component)}Params>` : 'Record<string, unknown>'
  }
  if (option.params) return objectType(writer, option.params, at, indent)
  return option.name.endsWith('Text') ? 'PluralMessages' : 'Record<string, unknown>'
}

function objectType(writer: TypeWriter, params: readonly MacroOption[], at: string, indent: string): string {
  const divider = params.find((p) => p.name === 'divider')
  if (divider) {
    const rest = params.filter((p) => p !== divider)
    return `{ divider: string } | (${objectType(writer, rest, at, indent)})`
  }
  const text = params.find((p) => p.name === 'text')
  const html = params.find((p) => p.name === 'html')
  // Of 'text' and 'html' one is needed: a union, so that forgetting both is a type error.
  const pair = Boolean(text?.required && html && writer.corrections[`?${at}.text`] === undefined)
  const byName = Map.groupBy(params, (p) => p.name)
  const lines = [...byName].flatMap(([name, sameName]) => {
    const [first] = sameName
    if (!first || first.type === 'nunjucks-block' || (pair && (name === 'text' || name === 'html'))) return []
    return [memberLine(writer, params, first, sameName, at, `${indent}  `)]
  })
  const body = lines.length > 0 ? `{\n${lines.join('\n')}\n${indent}}` : '{}'
  if (!pair) return body
  return lines.length > 0 ? `${body} & TextOrHtml` : 'TextOrHtml'
}

function memberLine(
  writer: TypeWriter,
  siblings: readonly MacroOption[],
  option: MacroOption,
  sameName: readonly MacroOption[],
  at: string,
  indent: string,
): string {
  const { name } = option
  const hasHtmlTwin = name.endsWith('Text') && siblings.some((s) => s.name === name.replace(/Text$/, 'Html'))
  const saysOptional = /is set, this is not required|is not required|not required if/i.test(option.description ?? '')
  const corrected = writer.corrections[`?${at}.${name}`] !== undefined
  const required = option.required && !hasHtmlTwin && !saysOptional && !takesMarkup(name) && !corrected
  const type = sameName.map((o) => optionType(writer, o, `${at}.${name}`, indent)).join(' | ')
  const key = /^[a-zA-Z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)
  return `${indent}${key}${required ? '' : '?'}: ${type}${required ? '' : ' | Nullish'}`
}
