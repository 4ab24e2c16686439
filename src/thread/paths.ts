import { groupsAddress } from '#platform/thread/group.ts'
import { threadAddress } from '#platform/thread/part.ts'

/** Addresses of the golden thread. */
export const threadPaths = {
  /** The thread of the whole arrangement: priorities with what serves them, and gaps. */
  all: '/thread',
  /** The thread of a board. */
  board: (slug: string): string => `/boards/${slug}/thread`,
  /** For whom a board has services: cost beside performance, activity and views. */
  groups: groupsAddress,
  group: (slug: string, code: string): string => `/boards/${slug}/thread/groups/${code}`,
  /** One of these pages as it is on a day. */
  on: (address: string, { day, month, year }: Temporal.PlainDate): string => `${address}?on-day=${day}&on-month=${month}&on-year=${year}`,
  /** Which kinds of record may be joined, by which relation. */
  rules: '/thread/rules',
  record: threadAddress,
  link: (kind: string, id: string): string => `${threadAddress(kind, id)}/link`,
  endLink: (link: string): string => `/thread/links/${link}/end`,
  /** The records that one rule finds wanting; of one board where a slug is given. */
  gaps: (rule: string, board?: string): string => `/thread/gaps/${rule}${board === undefined ? '' : `?board=${encodeURIComponent(board)}`}`,
  assign: (rule: string, kind: string, id: string): string => `/thread/gaps/${rule}/${kind}/${id}/assign`,
  accept: (rule: string, kind: string, id: string): string => `/thread/gaps/${rule}/${kind}/${id}/accept`,
  endAnswer: (answer: string): string => `/thread/gap-answers/${answer}/end`,
} as const
