/**
 * What a dispensation is for (Localism Act 2011, section 33): all business of its body, one entry of the person's register, one function of the terms,
 * or something that only its words say.
 */
export const dispensationMatters = ['body', 'interest', 'function', 'words'] as const
/** One of these. */
export type DispensationMatter = (typeof dispensationMatters)[number]

/** A dispensation, as far as it is asked whether it fits. */
export interface DispensedMatter {
  readonly matter: DispensationMatter
  /** The entry of the register; undefined for every other matter. */
  readonly interest: string | undefined
  /** The function of the terms; '' for every other matter. */
  readonly functionKey: string
}

/** What is declared: the entry of the register that is named, and the function that the item is about. Undefined: none. */
export interface DeclaredMatter {
  readonly registerEntry: string | undefined
  readonly functionKey: string | undefined
}

/** Whether a dispensation applies to what is declared: by itself, where a person says so, or not at all (G13). */
export function dispensationFits(given: DispensedMatter, declared: DeclaredMatter): 'applies' | 'ask' | 'no' {
  switch (given.matter) {
    case 'body':
      return 'applies'
    case 'interest':
      return given.interest !== undefined && given.interest === declared.registerEntry ? 'applies' : 'no'
    case 'function':
      return given.functionKey !== '' && given.functionKey === declared.functionKey ? 'applies' : 'no'
    case 'words':
      return 'ask'
  }
}

/** Why a dispensation cannot end on a day. What was decided while it held stands, so it ends tomorrow at the earliest. */
export function refuseEnd(
  given: {
    readonly startsOn: Temporal.PlainDate
    readonly endsOn: Temporal.PlainDate | undefined
    readonly endedOn: Temporal.PlainDate | undefined
  },
  endsOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): 'ended-already' | 'end-not-later' | 'ends-before-start' | 'end-not-early' | undefined {
  if (given.endedOn !== undefined) return 'ended-already'
  if (Temporal.PlainDate.compare(endsOn, today) <= 0) return 'end-not-later'
  if (Temporal.PlainDate.compare(endsOn, given.startsOn) < 0) return 'ends-before-start'
  return given.endsOn !== undefined && Temporal.PlainDate.compare(endsOn, given.endsOn) >= 0 ? 'end-not-early' : undefined
}
