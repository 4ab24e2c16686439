/** Something of commissioning that waits for one, with its last day. */
export interface CommissioningDuty {
  readonly text: string
  readonly href: string
  readonly body: string
  readonly dueOn?: Temporal.PlainDate | undefined
}
