/** What waits for somebody as a member, chair, clerk or approver of a board (G13, G15, G16, G19). */
export type OwnTaskKind =
  | 'review-register'
  | 'review-terms'
  | 'seat-terms'
  | 'review-sharing'
  | 'review-protocols'
  | 'sign-protocols'
  | 'induction'
  | 'sign'
  | 'inductions-late'
  | 'claim-returned'
  | 'settle-claims'
  | 'pay-claims'

/** One thing that waits. Nothing in it names a claim's sum, a need or a reason: it is mailed. */
export interface OwnTask {
  readonly kind: OwnTaskKind
  /** The board it is about; '' where it is about oneself alone. */
  readonly slug: string
  readonly board: string
  /** A version, or how many wait; 0 where neither matters. */
  readonly number: number
  /** Last day; undefined where somebody waits without a day. */
  readonly dueOn: Temporal.PlainDate | undefined
}
