/** A piece of XML that is written out already; text is a string, and is escaped. */
export interface Xml {
  readonly xml: string
}

/** What stands inside an element: text, elements, or nothing. */
export type Child = string | Xml | undefined | readonly Child[]

/** An element. Attributes that are undefined are left out. */
export function el(name: string, attributes: Readonly<Record<string, string | number | undefined>>, ...children: readonly Child[]): Xml {
  const written = Object.entries(attributes).map(([key, value]) => (value === undefined ? '' : ` ${key}="${escaped(String(value))}"`))
  const inside = children.map(inner).join('')
  return { xml: `<${name}${written.join('')}${inside === '' ? '/>' : `>${inside}</${name}>`}` }
}

function inner(child: Child): string {
  if (child === undefined) return ''
  if (typeof child === 'string') return escaped(child)
  return 'xml' in child ? child.xml : child.map(inner).join('')
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML 1.0 can hold it: what it cannot becomes the sign for a missing character. */
export function inXml(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
}

function escaped(text: string): string {
  return inXml(text).replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
}
