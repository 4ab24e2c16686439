import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { TransitionKind, TransitionStage } from '../rules/movement.ts'

/** What a transition is. */
export const transitionWords: Readonly<Record<TransitionKind, string>> = {
  request: 'Request for help to another service',
  'step-up': 'Step-up to social care',
  'step-down': 'Step-down from social care',
  'transfer-out': 'Transfer to another area or agency',
  'transfer-in': 'Transfer from another area',
}

/** How it stands: words that never take the sending for the answer. */
export const stageWords: Readonly<Record<TransitionStage, readonly [StatusMeaning, string]>> = {
  proposed: ['warning', 'Proposed, not sent'],
  sent: ['warning', 'Sent, not received yet'],
  received: ['warning', 'Received, not answered yet'],
  accepted: ['good', 'Accepted'],
  returned: ['bad', 'Returned'],
  declined: ['bad', 'Declined'],
  withdrawn: ['neutral', 'Withdrawn'],
}

/** What happened to it. */
export const eventWords = {
  proposed: 'Proposed',
  sent: 'Sent',
  opened: 'Opened by a code',
  received: 'Received',
  accepted: 'Accepted',
  returned: 'Returned',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  disputed: 'The other side was asked to look again',
  settled: 'Settled',
} as const

/** What can be answered. */
export const decisionWords = {
  accepted: 'Accepted: we take it on',
  returned: 'Returned: we need something more',
  declined: 'Declined: we do not take it on',
} as const

/** How it goes out. */
export const channelWords = { here: 'Here, to people who sign in', link: 'By a secure link in a mail', paper: 'On paper' } as const

/** What the service that goes on after 18 answered. */
export const adultWords = {
  accepted: 'It goes on with the young person',
  declined: 'It does not',
  'asked-more': 'It asks for more before it answers',
  'not-needed': 'Nothing is needed after 18',
} as const

/** The five reasons that are reported, and what is not reported. */
export const reportedWords: Readonly<Record<string, string>> = {
  'needs-met': 'Needs met',
  'not-engaging': 'Not engaging',
  moved: 'Moved',
  'consent-withdrawn': 'Consent withdrawn',
  'stepped-up': 'Stepped up',
  'not-reported': 'In none of the five',
}

/** How a disagreement about an answer was settled. */
export const settledAsWords = { stands: 'The answer stands', again: 'The other side takes it up again' } as const
