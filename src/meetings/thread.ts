import type { ThreadPart } from '#platform/thread/part.ts'
import { meetingPaths, officerPaths, recordPaths } from './paths.ts'

/** How meetings, decisions and actions appear on the golden thread (T1); their rows come from migration 0144. */
export const meetingsThread: ThreadPart = {
  schema: 'meetings',
  kinds: {
    meeting: { noun: 'meeting', plural: 'meetings', address: (id) => meetingPaths.meeting(id) },
    decision: { noun: 'decision', plural: 'decisions', address: (id) => recordPaths.decision(id) },
    'officer-decision': { noun: 'decision by an officer', plural: 'decisions by officers', address: (id) => officerPaths.decision(id) },
    action: { noun: 'action', plural: 'actions', address: (id) => recordPaths.action(id) },
  },
}
