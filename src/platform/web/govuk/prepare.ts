import { trustedMarkup } from './html.ts'

/** Renders a JSX node to markup; undefined for what is no node. */
export type RenderNode = (node: unknown) => string | undefined

/**
 * Copies the parameters of a macro, every markup value rendered to a string. A plain string where markup is expected, and
 * markup where text is expected, are refused: nothing that a person typed reaches a page unescaped. `null` and `undefined` pass as they are,
 * because the macros tell them apart.
 */
export function prepareParameters(parameters: object, render: RenderNode): object {
  return prepareObject(parameters as Readonly<Record<string, unknown>>, render, false, '')
}

function prepareObject(object: Readonly<Record<string, unknown>>, render: RenderNode, slots: boolean, at: string): object {
  const copy: Record<string, unknown> = {}
  for (const key in object) {
    const value = object[key]
    const path = `${at}.${key}`
    if (key === 'attributes' || key.endsWith('Attributes')) copy[key] = checkedAttributes(value, path)
    else if (key === 'html' || key.endsWith('Html') || slots) copy[key] = prepareMarkup(value, render, path)
    else copy[key] = prepareValue(value, render, key === 'slots', path)
  }
  return copy
}

function prepareValue(value: unknown, render: RenderNode, slots: boolean, at: string): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item, index) => prepareValue(item, render, false, `${at}[${index}]`))
  if (isPlain(value)) return prepareObject(value, render, slots, at)
  throw new TypeError(`${at}: markup was given to a text option; give it to an html option.`)
}

/** Markup reaches the macro as a plain string: an empty safe string of Nunjucks is truthy and opens empty wrappers. */
function prepareMarkup(value: unknown, render: RenderNode, at: string): unknown {
  if (value === null || value === undefined || value === '') return value
  if (value === false) return undefined
  const known = trustedMarkup(value) ?? render(value)
  if (known !== undefined) return known
  if (isPlain(value)) return prepareObject(value, render, false, at)
  throw new TypeError(`${at}: a plain ${typeof value} was given where markup is expected; give JSX.`)
}

const attributeName = /^(?!on)[^\s"'<>/=\p{Cc}]+$/iu

function checkedAttributes(value: unknown, at: string): unknown {
  if (value === null || value === undefined) return value
  if (typeof value !== 'object') throw new TypeError(`${at}: attributes are an object; a string would go out unescaped.`)
  for (const name of Object.keys(value)) {
    if (!attributeName.test(name)) throw new TypeError(`${at}: '${name}' may not be the name of an attribute.`)
  }
  return value
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (value === null || typeof value !== 'object') return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
