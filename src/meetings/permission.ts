import { guardWith } from '#governance/public-data.ts'
import { meetingsAccess } from './rules/access.ts'

/** What the access matrix of meetings lets through and refuses. */
export const { allows, demand, demandOf } = guardWith(meetingsAccess)
