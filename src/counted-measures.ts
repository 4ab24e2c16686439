import { assuranceCounted } from '#assurance/counted.ts'
import { commissioningCounted } from '#commissioning/counted.ts'
import { meetingsCounted } from '#meetings/counted.ts'
import { performanceCounted } from '#performance/counted.ts'
import { plansCounted } from '#plans/counted.ts'
import type { CountedKind } from '#platform/counted/part.ts'
import { voiceCounted } from '#voice/counted.ts'

/** Everything the record itself gives figures of (I5), in the order in which a clerk is offered it. A part adds its own here and nowhere else. */
export const countedMeasures: readonly CountedKind[] = [
  ...meetingsCounted,
  ...plansCounted,
  ...assuranceCounted,
  ...voiceCounted,
  ...performanceCounted,
  ...commissioningCounted,
]
