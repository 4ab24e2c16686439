import { assuranceThread } from '#assurance/thread.ts'
import { governanceThread } from '#governance/thread.ts'
import { meetingsThread } from '#meetings/thread.ts'
import { performanceThread } from '#performance/thread.ts'
import { plansOnThread } from '#plans/thread.ts'
import type { ThreadPart } from '#platform/thread/part.ts'

/** How the records of each domain appear on the golden thread; the house hands them to the thread, which knows no domain's inner parts. */
export const threadParts: readonly ThreadPart[] = [governanceThread, meetingsThread, plansOnThread, assuranceThread, performanceThread]
