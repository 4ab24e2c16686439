import { dayInWords } from '#platform/time/words.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { ActionState, PlanStage, Sight } from '../rules/plan.ts'

/** What a stage of a plan is called, and what it means. */
export const stageWords: Readonly<Record<PlanStage, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  draft: { word: 'Draft', meaning: 'draft' },
  consultation: { word: 'Out for consultation', meaning: 'information' },
  approval: { word: 'Waiting for approval', meaning: 'information' },
  published: { word: 'In force', meaning: 'good' },
  'in-review': { word: 'In force, being reviewed', meaning: 'information' },
  replaced: { word: 'Replaced by a later version', meaning: 'neutral' },
  closed: { word: 'Closed', meaning: 'neutral' },
  dropped: { word: 'Dropped before it came into force', meaning: 'neutral' },
}

/** Who may know of a version, in words. */
export const sightWords: Readonly<Record<Sight, string>> = {
  draft: 'Those who prepare it',
  members: 'Members of the board',
  public: 'Everybody',
}

/** How an action stands, in words. */
export const actionStateWords: Readonly<Record<ActionState, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  'not-started': { word: 'Not started', meaning: 'draft' },
  started: { word: 'Started', meaning: 'information' },
  done: { word: 'Done', meaning: 'good' },
  stopped: { word: 'Stopped', meaning: 'neutral' },
}

/** For what time a plan is: '1 April 2014 to 31 March 2017'; undefined where that is not settled. */
export function periodInWords({
  startsOn,
  endsOn,
}: {
  readonly startsOn: Temporal.PlainDate | null
  readonly endsOn: Temporal.PlainDate | null
}): string | undefined {
  if (startsOn === null) return endsOn === null ? undefined : `Until ${dayInWords(endsOn.subtract({ days: 1 }))}`
  return endsOn === null ? `From ${dayInWords(startsOn)}` : `${dayInWords(startsOn)} to ${dayInWords(endsOn.subtract({ days: 1 }))}`
}

/** How often a plan is reviewed, in words. */
export function reviewedInWords(months: number | null): string | undefined {
  if (months === null) return undefined
  const usual: Readonly<Record<number, string>> = { 1: 'Every month', 3: 'Every quarter', 6: 'Every six months', 12: 'Every year' }
  return usual[months] ?? `Every ${months} months`
}
