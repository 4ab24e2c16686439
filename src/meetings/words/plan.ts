import type { FieldProblem } from '#platform/result.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { IntakeStanding, PlanPurpose, PlanState } from '../rules/plan.ts'

/** What an item is for. */
export const planPurposeWords: Readonly<Record<PlanPurpose, string>> = {
  decision: 'Decision',
  discussion: 'Discussion',
  information: 'Information',
  planning: 'Planning',
}

/** States of an item of the plan, as pills. */
export const planStateWords: Readonly<Record<PlanState, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  nominated: { word: 'Nominated', meaning: 'draft' },
  accepted: { word: 'Accepted', meaning: 'good' },
  refused: { word: 'Refused', meaning: 'bad' },
  withdrawn: { word: 'Withdrawn', meaning: 'neutral' },
  done: { word: 'On the agenda', meaning: 'information' },
}

/** A matter referred here by a decision whose minutes are not out yet; short for lists, and in full. */
export const beforeMinutesPill = 'Not public yet'
/** The same in full. */
export const beforeMinutesWords =
  'Not public yet: the minutes of the decision that referred this here are not published. Prepare with it, and do not pass its words on outside the partnership before they are.'

/** How a nomination stands against its deadline. */
export const intakeWords: Readonly<Record<IntakeStanding, string>> = {
  'in-time': 'Nominated in time',
  late: 'Nominated after the last day',
  'not-judged': '',
}

/** A sentence for a problem with an item of the plan. */
export function planProblemWords({ code, field }: FieldProblem): string | undefined {
  switch (code) {
    case 'meeting-not-open':
      return 'Choose a meeting that is still to be held'
    case 'same-meeting':
      return 'The item is placed there already'
    case 'on-agenda-already':
      return 'The item is on an agenda already. Remove it there first'
    case 'due-at-each':
      return 'The terms ask for this item at each meeting. Leave it out with a reason instead'
    case 'choose-one':
      return 'Choose at least one item'
    case 'plan-item-not-for-everybody':
      return 'One of these items cannot be shown to everybody any more: somebody has dealt with it, or an agenda calls it exempt. Choose again'
    case 'plan-step-closed':
      return 'This cannot be done any more: somebody has dealt with the item'
    case 'required':
      return field === 'title' ? 'Enter a title' : field === 'reason' ? 'Enter a reason' : undefined
    default:
      return undefined
  }
}
