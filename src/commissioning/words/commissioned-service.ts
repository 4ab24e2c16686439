import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { Provision, ServiceStatus, Sight, Tier } from '../rules/commissioned-service.ts'

/** How much help a service is for, in words. */
export const tierWords: Readonly<Record<Tier, string>> = {
  universal: 'Universal: for everybody',
  targeted: 'Targeted: for some who need more',
  specialist: 'Specialist: for those who need most',
}
/** The same in one word. */
export const tierWord: Readonly<Record<Tier, string>> = { universal: 'Universal', targeted: 'Targeted', specialist: 'Specialist' }
/** Who provides it, in words. */
export const provisionWords: Readonly<Record<Provision, string>> = {
  'in-house': 'By the partners themselves',
  external: 'By somebody whom they pay',
  both: 'By both',
}
/** How a service stands; undefined: nothing was recorded. */
export const statusWords: Readonly<Record<ServiceStatus | 'not-recorded', { readonly word: string; readonly meaning: StatusMeaning }>> = {
  planned: { word: 'Planned', meaning: 'draft' },
  live: { word: 'Live', meaning: 'good' },
  paused: { word: 'Paused', meaning: 'warning' },
  ending: { word: 'Being ended', meaning: 'warning' },
  ended: { word: 'Ended', meaning: 'neutral' },
  'not-recorded': { word: 'Not recorded', meaning: 'unknown' },
}
/** Who may see it. */
export const sightWords: Readonly<Record<Sight, string>> = {
  draft: 'Those who prepare it',
  members: 'The board',
  public: 'Everybody',
}
