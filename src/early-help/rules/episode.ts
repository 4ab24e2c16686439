/** Why a family's record is closed. Withdrew and not engaging are different, and never added up (handbook of early help 1.6). */
export const closureReasons = [
  ...([
    'needs-met',
    'single-agency',
    'stepped-up',
    'withdrew',
    'not-engaging',
    'moved',
    'aged-out',
    'duplicate',
    'died',
    'other',
    'refused',
  ] as const),
] as const

/** One of them. */
export type ClosureReason = (typeof closureReasons)[number]

/** The dated facts of an episode. */
export interface EpisodeFacts {
  readonly agreedOn: Temporal.PlainDate | undefined
  readonly closedOn: Temporal.PlainDate | undefined
  readonly closureReason: ClosureReason | undefined
  readonly hasLead: boolean
}

/** How an episode stands: asked for, agreed but led by nobody, working, closed. */
export type EpisodeState = 'asked' | 'lead-vacant' | 'open' | 'refused' | 'closed'

/** How an episode stands by its facts (handbook of early help 1.2); an open one without a lead is an alarm. */
export function episodeState({ agreedOn, closedOn, closureReason, hasLead }: EpisodeFacts): EpisodeState {
  if (closedOn !== undefined) return closureReason === 'refused' ? 'refused' : 'closed'
  if (agreedOn === undefined) return 'asked'
  return hasLead ? 'open' : 'lead-vacant'
}

/** Whether a new request comes back as the same episode: so many days after closing at the latest, both days counted apart (handbook 3.2). */
export function reopens(closedOn: Temporal.PlainDate, askedOn: Temporal.PlainDate, days: number): boolean {
  return Temporal.PlainDate.compare(askedOn, closedOn.add({ days })) <= 0
}

/** Reasons that can be chosen: without agreement it was refused or came to nothing, with it anything but refused. */
export function closureChoices(agreedOn: Temporal.PlainDate | undefined): readonly ClosureReason[] {
  return agreedOn === undefined
    ? ['refused', 'single-agency', 'not-engaging', 'moved', 'duplicate', 'other']
    : closureReasons.filter((reason) => reason !== 'refused')
}
