/** An own budget of an organisation out of which a report commits money (C16). Pence. */
export interface OwnBudget {
  readonly id: string
  readonly paper: string
  readonly organisation: string
  readonly organisationName: string
  readonly title: string
  /** The financial year, by the calendar year in which it begins. */
  readonly year: number
  readonly pence: bigint
  /** The post that holds it. */
  readonly holder: string
  /** The post that confirmed that the money is there, and when; '' and undefined: nobody yet. */
  readonly confirmedBy: string
  readonly confirmedOn: Temporal.PlainDate | undefined
}
