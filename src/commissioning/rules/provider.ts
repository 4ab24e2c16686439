/** A public list in which organisations have numbers (handbook of commissioning 5.2). */
export type IdentifierScheme = 'GB-COH' | 'GB-CHC' | 'GB-SC' | 'GB-NIC' | 'GB-PPON' | 'GB-NHS' | 'GB-UKPRN' | 'GB-MPR'

const shapes: Readonly<Record<IdentifierScheme, RegExp>> = {
  'GB-COH': /^[A-Z0-9]{2}[0-9]{6}$/,
  'GB-CHC': /^[0-9]{6,7}(-[0-9]+)?$/,
  'GB-SC': /^SC[0-9]{6}$/,
  'GB-NIC': /^[0-9]{6}$/,
  'GB-PPON': /^[A-Z]{4}-[0-9]{4}-[A-Z]{4}$/,
  'GB-NHS': /^[A-Z0-9]{3,6}$/,
  'GB-UKPRN': /^[0-9]{1,12}$/,
  'GB-MPR': /^[0-9]{1,12}$/,
}

/** Every public list that is known, in the order in which they are offered. */
export const identifierSchemes = Object.keys(shapes) as readonly IdentifierScheme[]

/**
 * A number as its list writes it, however it was typed: a company number padded to eight places, a procurement identifier with its hyphens (C11).
 * Undefined: it is no number of that list.
 */
export function identifierAsWritten(scheme: IdentifierScheme, typed: string): string | undefined {
  const bare = typed.toUpperCase().replaceAll(/[\s.]/g, '')
  const written = scheme === 'GB-COH' ? bare.padStart(8, '0') : scheme === 'GB-PPON' ? hyphened(bare) : bare
  return shapes[scheme].test(written) ? written : undefined
}

/** Four letters, four digits, four letters. */
function hyphened(bare: string): string {
  const joined = bare.replaceAll('-', '').replace(/^PPON/, '')
  return `${joined.slice(0, 4)}-${joined.slice(4, 8)}-${joined.slice(8)}`
}

const legalForms = /\b(limited|ltd|plc|llp|cic|cio|community interest company|the|uk)\b/g

/** A name without its legal form, marks and small words: two organisations with the same one are shown to a person, and never merged by themselves. */
export function nameForComparing(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z0-9 ]/g, ' ')
    .replaceAll(legalForms, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
