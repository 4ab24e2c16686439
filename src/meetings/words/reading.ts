import { instantInWords } from '#platform/time/words.ts'
import type { Change } from '../queries/reading.ts'

const publicationWords = {
  pack: 'The agenda and papers were published',
  supplement: 'A supplement with further papers was published',
  correction: 'A corrected paper was published',
  minutes: 'Minutes were published',
  release: 'What was exempt was released',
} as const
const withdrawnWords = {
  pack: 'The agenda and papers were withdrawn',
  supplement: 'A supplement was withdrawn',
  correction: 'A corrected paper was withdrawn',
  minutes: 'Minutes were withdrawn',
  release: 'A release of what was exempt was withdrawn',
} as const
const itemWords = { 'item-added': 'was added', 'item-withdrawn': 'was withdrawn', 'item-changed': 'was changed' } as const

/** What changed, in a sentence. */
export function changeInWords(change: Change): string {
  switch (change.kind) {
    case 'published': {
      const why = change.what === 'correction' && change.reason !== '' ? `: ${change.reason}` : ''
      return `${publicationWords[change.what]} on ${instantInWords(change.at)}${why}`
    }
    case 'withdrawn':
      return `${withdrawnWords[change.what]} on ${instantInWords(change.at)} because: ${change.reason}`
    case 'details':
      return 'The day, time, place or title of the meeting changed'
    default:
      return `Item ${change.number} ${itemWords[change.kind]}`
  }
}

/** '3 changes since you last looked', '' for none. */
export function changesInWords(count: number): string {
  return count === 1 ? '1 change since you last looked' : `${count} changes since you last looked`
}

/** '4.2 MB', '310 kB': of a thousand, as disks and phones count. */
export function sizeInWords(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`
  return `${Math.max(1, Math.round(bytes / 1_000))} kB`
}
