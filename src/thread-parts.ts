import { assuranceThread } from '#assurance/thread.ts'
import { clientGroups, commissioningThread, linesSpent, linesTogether, linesWorth } from '#commissioning/thread.ts'
import { governanceThread } from '#governance/thread.ts'
import { meetingsThread } from '#meetings/thread.ts'
import { latestFigures, performanceThread } from '#performance/thread.ts'
import { plansOnThread } from '#plans/thread.ts'
import type { GroupsOf } from '#platform/thread/group.ts'
import type { ThreadPart } from '#platform/thread/part.ts'
import type { SaidByKind } from '#platform/thread/said.ts'
import type { SumByKind, WorthByKind } from '#platform/thread/worth.ts'
import { voiceThread } from '#voice/thread.ts'

/** How the records of each domain appear on the golden thread; the house hands them to the thread, which knows no domain's inner parts. */
export const threadParts: readonly ThreadPart[] = [
  governanceThread,
  meetingsThread,
  plansOnThread,
  assuranceThread,
  performanceThread,
  voiceThread,
  commissioningThread,
]

/** What records say of a period where the four things of a priority stand together. */
export const threadSaid: SaidByKind = { measure: latestFigures, 'money-line': linesSpent }

/** What records of one kind come to together there. */
export const threadSums: SumByKind = { 'money-line': linesTogether }

/** What records that serve nothing come to, where they are money. */
export const threadWorth: WorthByKind = { 'money-line': linesWorth }

/** For whom boards have services. */
export const threadGroups: GroupsOf = clientGroups
