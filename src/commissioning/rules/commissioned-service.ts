/** For whom a service is meant, by how much help is needed (C3). */
export const tiers = ['universal', 'targeted', 'specialist'] as const
/** One of them. */
export type Tier = (typeof tiers)[number]

/** Who provides a service: the partners themselves, somebody else, or both (C3). */
export const provisions = ['in-house', 'external', 'both'] as const
/** One of them. */
export type Provision = (typeof provisions)[number]

/** How a service stands on a day. */
export const serviceStatuses = ['planned', 'live', 'paused', 'ending', 'ended'] as const
/** One of them. */
export type ServiceStatus = (typeof serviceStatuses)[number]

/** Who may see a record. */
export const sights = ['draft', 'members', 'public'] as const
/** One of them. */
export type Sight = (typeof sights)[number]

/** A status from its first day until the first day of the next; `endsOn` undefined: it still holds. */
export interface StatusPeriod {
  readonly status: ServiceStatus
  readonly because: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

/** What a service is on a day, by half-open periods; undefined before the first and where none was recorded, which is not the same as 'planned'. */
export function statusOn(periods: readonly StatusPeriod[], day: Temporal.PlainDate): ServiceStatus | undefined {
  return periods.find((period) => holdsOn(period, day))?.status
}

/** Whether a half-open period holds on a day: its first day does, its end is the first that does not. */
export function holdsOn(
  { startsOn, endsOn }: { readonly startsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate | undefined },
  day: Temporal.PlainDate,
): boolean {
  return Temporal.PlainDate.compare(startsOn, day) <= 0 && (endsOn === undefined || Temporal.PlainDate.compare(day, endsOn) < 0)
}
