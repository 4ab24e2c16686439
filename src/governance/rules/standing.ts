/** Who somebody is in the partnership on one day: every role follows an appointment or an office (X1). Ids are those of bodies, except where named. */
export interface Standing {
  /** The person behind the account; undefined for a visitor and for an account that nobody has linked to a person. */
  readonly person: { readonly id: string; readonly name: string } | undefined
  readonly administrator: boolean
  readonly clerkOf: ReadonlySet<string>
  /** Chair or deputy chair. */
  readonly chairOf: ReadonlySet<string>
  /** Fills a voting or non-voting seat, or one whose terms let it attend private items. */
  readonly memberOf: ReadonlySet<string>
  /** Fills an observer's, adviser's or invited seat only. */
  readonly observerOf: ReadonlySet<string>
  /** Authorised to deputise for a seat without limit to one meeting. */
  readonly deputyOf: ReadonlySet<string>
  /** Ids of meetings for which one is a deputy for that meeting alone. */
  readonly deputyAtMeetings: ReadonlySet<string>
}

const nobody: ReadonlySet<string> = new Set()

/** The standing of a visitor: nobody, anywhere. */
export const visitorStanding: Standing = {
  person: undefined,
  administrator: false,
  clerkOf: nobody,
  chairOf: nobody,
  memberOf: nobody,
  observerOf: nobody,
  deputyOf: nobody,
  deputyAtMeetings: nobody,
}
