/** Numbers that others gave to somebody; each may be unknown, and none is a key (handbook of early help 3.10). */
export const identifierKinds = ['nhs', 'upn', 'local'] as const
/** One of them. */
export type IdentifierKind = (typeof identifierKinds)[number]

/** An identifier as it is kept: without the spaces and dashes people type, in capitals; a local id keeps how it is written. */
export function plainIdentifier(kind: IdentifierKind, typed: string): string {
  return kind === 'local' ? typed.trim() : typed.replaceAll(/[\s-]/gu, '').toUpperCase()
}

/** Whether an identifier is sound. That says nothing of whose it is; a local id has no rule. */
export function isSound(kind: IdentifierKind, value: string): boolean {
  return kind === 'local' ? value !== '' : kind === 'nhs' ? isNhsNumber(value) : isUpn(value)
}

/** Ten digits, the last a check digit modulus 11, where 11 stands for 0 and 10 for none at all (NHS data dictionary, NHS number). */
export function isNhsNumber(value: string): boolean {
  if (!/^\d{10}$/.test(value)) return false
  const sum = [...value.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
  return (11 - (sum % 11)) % 11 === Number(value[9]) && sum % 11 !== 1
}

/** Letters of a unique pupil number in their order: without I, O and S. */
const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/** A check letter, eleven digits, and a digit or, of a temporary number, a letter (Department for Education, guide to unique pupil numbers). */
export function isUpn(value: string): boolean {
  if (!/^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/.test(value)) return false
  const sum = [...value].slice(1).reduce((total, one, at) => total + (at + 2) * (/\d/.test(one) ? Number(one) : letters.indexOf(one)), 0)
  return letters[sum % 23] === value[0]
}
