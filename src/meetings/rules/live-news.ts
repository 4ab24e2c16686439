/** The channel on which the database tells that a part of a meeting's live page has changed (`meetings.tell_parts`). */
export const liveChannel = 'meeting_part'

/** That a part of a meeting's live page has changed, for those of a sight. */
export interface PartNews {
  /** The meeting. */
  readonly topic: string
  readonly part: string
  readonly sight: string
  readonly revision: number
}

/** Reads what was told on the channel; undefined for anything else. */
export function readPartNews(payload: string): PartNews | undefined {
  let told: unknown
  try {
    told = JSON.parse(payload)
  } catch {
    return undefined
  }
  const { meeting, part, sight, revision } = (told ?? {}) as Readonly<Record<string, unknown>>
  if (typeof meeting !== 'string' || typeof part !== 'string' || typeof sight !== 'string' || typeof revision !== 'number') return undefined
  return { topic: meeting, part, sight, revision }
}
