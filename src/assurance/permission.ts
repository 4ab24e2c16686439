import { guardWith } from '#governance/public-data.ts'
import { assuranceAccess } from './rules/access.ts'

/** What the access matrix of assurance lets through and refuses. */
export const guard = guardWith(assuranceAccess)

/** Its three questions by name, for commands and pages. */
export const { allows, demand, demandOf } = guard
