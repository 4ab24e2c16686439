import { guardWith } from '#governance/public-data.ts'
import { voiceAccess } from './rules/access.ts'

/** What the access matrix of voice lets through and refuses. */
export const guard = guardWith(voiceAccess)

/** Its three questions by name, for commands and pages. */
export const { allows, demand, demandOf } = guard
