import { assuranceDated } from '#assurance/dated.ts'
import { commissioningDated } from '#commissioning/dated.ts'
import { governanceDated } from '#governance/dated.ts'
import { yearPaths } from '#meetings/paths.ts'
import { performanceDated } from '#performance/dated.ts'
import { plansDated } from '#plans/dated.ts'
import type { DatedPart } from '#platform/dated/part.ts'
import type { PageLink } from '#platform/web/page.tsx'
import { threadDated } from '#thread/dated.ts'
import { voiceDated } from '#voice/dated.ts'
import { threadParts } from './thread-parts.ts'

/** The dated rules of every part, in the order of the page on which they stand together. */
export const datedParts: readonly DatedPart[] = [
  ...governanceDated,
  ...plansDated,
  ...voiceDated,
  ...assuranceDated,
  ...performanceDated,
  ...commissioningDated,
  ...threadDated(threadParts),
]

/** Dated data that stand on pages of their own. */
export const datedElsewhere: readonly PageLink[] = [
  { text: 'The holidays of schools, which the year of meetings leaves free', href: yearPaths.schoolHolidays },
]
