import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { Phase } from '../rules/framework.ts'

/** The phases in words. */
export const phaseWords: Readonly<Record<Phase, string>> = { analyse: 'Analyse', plan: 'Plan', do: 'Do', review: 'Review' }
/** How a service stands by a standard. */
export const metWords: Readonly<Record<'yes' | 'partly' | 'no', { readonly word: string; readonly meaning: StatusMeaning }>> = {
  yes: { word: 'Met', meaning: 'good' },
  partly: { word: 'Partly met', meaning: 'warning' },
  no: { word: 'Not met', meaning: 'bad' },
}
/** What is intended for a service. */
export const intentionWords = {
  continue: 'It goes on as it is',
  change: 'It is changed',
  'buy-again': 'It is bought again',
  begin: 'It begins',
  end: 'It ends',
} as const
/** What a group does for a strategy. */
export const groupWords = { steering: 'Steering group', reference: 'Reference group' } as const
