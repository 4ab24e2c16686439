import { moneyInWords } from '#platform/money.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { NamedHolder } from '../queries/delegations.ts'
import type { Delegation } from '../rules/delegation.ts'
import type { DelegatedPower, DelegationState } from '../rules/delegation-scheme.ts'

/** How far somebody may go, after 'may'. */
export const powerLabels: Readonly<Record<DelegatedPower, string>> = {
  decide: 'decide',
  recommend: 'recommend to whoever decides',
  discuss: 'discuss and advise',
}

/** How a delegation stands, as a pill says it. */
export const delegationStateWords = {
  'in-force': ['good', 'In force'],
  coming: ['draft', 'Not yet in force'],
  ended: ['neutral', 'Ended'],
  revoked: ['neutral', 'Revoked'],
  'rests-on-nothing': ['bad', 'Rests on nothing'],
} as const satisfies Readonly<Record<DelegationState, readonly [string, string]>>

/** What the terms let the board itself do with a function. */
export function ownPowerWords(delegation: Delegation): string {
  const others = (to: readonly string[]): string => (to.length === 0 ? '' : `: the decision is reserved to ${to.join(' and ')}`)
  switch (delegation.state) {
    case 'may-decide':
      if (delegation.binding === true) return 'Decides, and its decision binds the partners'
      return delegation.binding === false ? 'Decides; each partner must take the decision home' : 'Decides'
    case 'may-recommend':
      return `Recommends${others(delegation.to)}`
    case 'may-discuss':
      return `Only discusses${others(delegation.to)}`
    default:
      return 'The terms do not name this function'
  }
}

/** Who holds it: 'Director of Public Health, Northbrook County Council'. */
export function holderWords({ name, organisationName }: NamedHolder): string {
  return organisationName === '' ? name : `${name}, ${organisationName}`
}

/** 'may decide, up to £50,000 each time, until 31 March 2027'. The last day is the one before `endsOn`. */
export function grantWords(grant: {
  readonly may: DelegatedPower
  readonly limit: number | undefined
  readonly endsOn: Temporal.PlainDate | undefined
}): string {
  const parts = [
    `may ${powerLabels[grant.may]}`,
    ...(grant.limit === undefined ? [] : [`up to ${moneyInWords(grant.limit)} each time`]),
    ...(grant.endsOn === undefined ? [] : [`until ${dayInWords(grant.endsOn.subtract({ days: 1 }))}`]),
  ]
  return parts.join(', ')
}
