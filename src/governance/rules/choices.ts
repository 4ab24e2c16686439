// The codes that forms offer and commands take; words.ts has the words for them.

/** Why an appointment ended (G5). */
export const endingReasons = ['resigned', 'removed', 'replacement_requested', 'term_ended', 'organisation_ended'] as const
/** Why an appointment ended. */
export type EndingReason = (typeof endingReasons)[number]

/** What a member may do for the organisation that sent them (G5). */
export const mandates = ['decide', 'commit_money', 'speak'] as const

/** How a seat takes part in votes (G5). */
export const votingStatuses = ['voting', 'non_voting', 'observer', 'adviser', 'invited'] as const

/** How somebody may come to an office (G8). */
export const officeBases = ['by_post', 'independent', 'appointed', 'elected', 'nominated', 'agreed'] as const

/** The offices of a body. */
export const officeRoles = ['chair', 'deputy_chair', 'clerk'] as const

/** The kinds of interest (G13). */
export const interestKinds = ['pecuniary', 'personal', 'prejudicial', 'conflict_by_post', 'other_membership'] as const

/** What a membership elsewhere may be of (G13). */
export const outsideKinds = ['school', 'charity', 'company', 'public_body', 'other'] as const
/** One of them. */
export type OutsideKind = (typeof outsideKinds)[number]

/** The states of a body's life (G2). */
export const bodyStatuses = ['proposed', 'shadow', 'live', 'evolving', 'ended', 'outside'] as const

/** On what ground a deputy may sit in (G7). */
export const deputyBases = ['named', 'agreed_by_chair', 'nominated', 'delegated_authority'] as const

/** The divisions of the bank holidays (G10). */
export const holidayDivisions = ['england-and-wales', 'scotland', 'northern-ireland'] as const
