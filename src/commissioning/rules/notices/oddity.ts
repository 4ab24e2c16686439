/** Something about a notice that a person should know. */
export type OddityCode =
  | 'release-without-ocid'
  | 'id-missing'
  | 'date-missing'
  | 'date-unreadable'
  | 'date-is-bare-day'
  | 'dates-out-of-order'
  | 'tag-missing'
  | 'tag-unknown'
  | 'update-without-original'
  | 'duplicate-release'
  | 'release-differs'
  | 'duplicate-id'
  | 'record-without-releases'
  | 'number-absurd'
  | 'number-as-text'
  | 'amount-unreadable'
  | 'amount-negative'
  | 'amount-in-part-pence'
  | 'amount-is-token'
  | 'currency-foreign'
  | 'net-is-four-fifths'
  | 'net-and-gross-differ'
  | 'text-empty'
  | 'text-too-long'
  | 'name-unsafe'
  | 'line-breaks-lost'
  | 'contacts-left-out'
  | 'buyer-missing'
  | 'buyer-without-identifier'
  | 'several-buyers'
  | 'supplier-without-identifier'
  | 'supplier-unknown'
  | 'identifier-unreadable'
  | 'same-name-other-identifier'
  | 'award-not-made'
  | 'lot-said-not-awarded'
  | 'selection-regime-in-prose'
  | 'title-missing'
  | 'start-missing'
  | 'completed-differs'
  | 'might-identify'

/** One oddity: where it stands and what stood there, cut short. */
export interface Oddity {
  readonly code: OddityCode
  /** Of which process; '' where there is none. */
  readonly ocid: string
  /** Of which release; '' where it is of several. */
  readonly release: string
  /** The way to it, for example 'contracts/1/period/endDate'; '' for the whole. */
  readonly at: string
  readonly said: string
}

/** The most that is repeated of what stood there. */
const SHOWN = 120

/** What stood there, cut short and on one line. */
export const saidOf = (value: unknown): string => {
  const text = (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replaceAll(/\s+/g, ' ')
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}
