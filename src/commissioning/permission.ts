import { guardWith } from '#governance/public-data.ts'
import { commissioningAccess } from './rules/access.ts'

/** What the access matrix of commissioning lets through and refuses. */
export const guard = guardWith(commissioningAccess)

/** Its three questions by name, for commands and pages. */
export const { allows, demand, demandOf } = guard
