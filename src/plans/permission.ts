import { guardWith } from '#governance/public-data.ts'
import { plansAccess } from './rules/access.ts'

/** What the access matrix of plans lets through and refuses. */
export const { allows, demand, demandOf } = guardWith(plansAccess)
