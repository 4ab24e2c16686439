/** A share in words, with one decimal where it is not whole: "62.5%". Only for reading; rules compare whole numbers. */
export function percent(part: number, whole: number): string {
  const tenths = Math.floor((part * 1000) / whole)
  return tenths % 10 === 0 ? `${tenths / 10}%` : `${Math.floor(tenths / 10)}.${tenths % 10}%`
}

/** "3 CCG members present, 2 needed." */
export function atLeastWords(found: {
  readonly have: number
  readonly need: number
  readonly unit: 'people' | 'seats' | 'agencies'
  readonly set: string
  readonly noSeats: boolean
}): string {
  const { have, need, unit, set } = found
  if (found.noSeats) return `The rule wants ${need} of the ${set}, and no seat belongs to them: it cannot be tested.`
  if (unit === 'agencies') return `${have} ${have === 1 ? 'agency' : 'agencies'} among the ${set} present, ${need} needed.`
  if (unit === 'seats') return `${have} ${have === 1 ? 'seat' : 'seats'} of the ${set} attended, ${need} needed.`
  // "members from the council, public health included": one member; and the comma is closed.
  const named = have === 1 ? set.replace(/\bmembers\b/, 'member') : set
  return `${have} ${named}${set.includes(',') ? ',' : ''} present, ${need} needed.`
}

/** "5 of 8 commissioning members present (62.5%), 75% needed." */
export function shareWords(found: {
  readonly have: number
  readonly total: number
  readonly need: number
  readonly numerator: number
  readonly denominator: number
  readonly moreThan: boolean
  readonly set: string
}): string {
  const { have, total, need, set } = found
  const share = `${found.moreThan ? 'more than ' : ''}${percent(found.numerator, found.denominator)}`
  if (total === 0) return `The rule wants ${share} of the ${set}, and there is no seat to count: it cannot be tested.`
  return `${have} of ${total} ${set} present (${percent(have, total)}), ${share} needed: ${need}.`
}

/** "2 agencies besides the chair's present (Police, Health trust), 2 needed." */
export function agenciesWords(have: number, need: number, names: readonly string[]): string {
  const list = names.length === 0 ? '' : ` (${names.join(', ')})`
  return `${have} ${have === 1 ? 'agency' : 'agencies'} besides the chair’s own present${list}, ${need} needed.`
}

/** Whether somebody is in the chair. */
export function chairWords(present: boolean): string {
  return present ? 'The chair is present.' : 'The chair is absent, and nobody was elected to chair this meeting.'
}

/** "2 members on the remote link are not counted: the terms do not count remote attendance." @param why - a sentence without its full stop */
export function notCountedWords(have: number, why: string): string {
  return `${have} ${have === 1 ? 'member or deputy on the remote link is' : 'members or deputies on the remote link are'} not counted: ${why}.`
}
