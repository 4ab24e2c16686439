import { guardWith } from '#governance/public-data.ts'
import { plansAccess } from './rules/access.ts'

/** What the access matrix of plans lets through and refuses. */
export const guard = guardWith(plansAccess)

/** Its three questions by name, for commands and pages. */
export const { allows, demand, demandOf } = guard
