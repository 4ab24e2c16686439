import { assuranceKinds } from '#assurance/public-data.ts'
import { commissioningKinds } from '#commissioning/public-data.ts'
import { governanceKinds } from '#governance/public-data.ts'
import { meetingsKinds } from '#meetings/public-data.ts'
import { performanceKinds } from '#performance/public-data.ts'
import { plansKinds } from '#plans/public-data.ts'
import { type ArchiveKinds, archiveKinds } from '#platform/archive/kinds.ts'
import { platformKinds } from '#platform/archive/platform-kinds.ts'
import { publicSiteKinds } from '#public-site/public-data.ts'
import { threadKinds } from '#thread/public-data.ts'
import { voiceKinds } from '#voice/public-data.ts'

/** Every table of the house, with what becomes of its rows in an archive. */
export const houseKinds: ArchiveKinds = archiveKinds(
  platformKinds,
  governanceKinds,
  meetingsKinds,
  assuranceKinds,
  commissioningKinds,
  performanceKinds,
  plansKinds,
  voiceKinds,
  publicSiteKinds,
  threadKinds,
)
