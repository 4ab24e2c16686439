/** What became of a reading that an administrator began; 'cut-short' was never ended by the product. */
export type ReadingState = 'reading' | 'read' | 'unchanged' | 'refused' | 'stopped' | 'broken' | 'cut-short'

/** A reading without a sign of life for this long is over: whatever did it was stopped. Chosen for the product; a batch takes seconds. */
export const SILENT: Temporal.DurationLike = { minutes: 3 }

/** The state that is told of a reading at an instant. */
export function readingStateAt(stored: { readonly state: string; readonly seenAt: Temporal.Instant }, now: Temporal.Instant): ReadingState {
  const silent = Temporal.Instant.compare(stored.seenAt.add(SILENT), now) < 0
  return stored.state === 'reading' && silent ? 'cut-short' : (stored.state as ReadingState)
}

/** The fields of the form, and what each is for. A second list of neighbours is an older one. */
export const broughtFields = ['values', 'dictionary', 'places', 'neighbours', 'olderNeighbours'] as const
/** One of them. */
export type BroughtField = (typeof broughtFields)[number]
