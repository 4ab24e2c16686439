import type { ThreadPart } from '#platform/thread/part.ts'
import { feedbackPaths, voicePaths } from './paths.ts'

/** How what people said appears on the golden thread (T1, S4); rows come from the two views of migration 0131. */
export const voiceThread: ThreadPart = {
  schema: 'voice',
  kinds: {
    event: { noun: 'event with views', plural: 'events with views', address: (id) => voicePaths.event(id) },
    // What was learned from complaints stands on their page.
    complaint: {
      noun: 'lesson of complaints',
      plural: 'lessons of complaints',
      address: (id, board) => `${feedbackPaths.ofBoard(board)}#learned-${id}`,
    },
    consultation: { noun: 'consultation', plural: 'consultations', address: (id, board) => voicePaths.said(board, id) },
  },
}
