/** A line of the list of what was destroyed, as it is kept apart from backups: ids and digests alone. */
export interface DestroyedLine {
  readonly what: 'record' | 'photograph'
  /** Of the certificate; of a photograph its own. */
  readonly id: string
  readonly episode: string
  readonly destroyedAt: Temporal.Instant
  /** SHA-256, of the certificate or of the photograph. */
  readonly digest: string
}

/** The first line of the list. */
export const destroyedColumns = ['certificate', 'record', 'destroyed', 'digest', 'what'] as const
/** How many lines are given back at once. */
export const mostGivenBack = 5000

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
const sha256 = /^[0-9a-f]{64}$/

/** The lines of a list that is given back, each once; or the number of the first line that is not one of it, from 1. A list of before photographs were in it says nothing of what a line is. */
export function readDestroyedList(text: string): { readonly lines: readonly DestroyedLine[] } | { readonly wrong: number } {
  const lines = new Map<string, DestroyedLine>()
  for (const [at, typed] of text.split(/\r?\n/).entries()) {
    const cells = typed
      .replaceAll('"', '')
      .split(',')
      .map((cell) => cell.trim())
    if (typed.trim() === '' || cells[0] === destroyedColumns[0]) continue
    const line = lineOf(cells)
    if (!line || lines.size === mostGivenBack) return { wrong: at + 1 }
    lines.set(line.id, line)
  }
  return { lines: [...lines.values()] }
}

function lineOf([id = '', episode = '', destroyed = '', digest = '', what = 'record', ...more]: readonly string[]):
  | DestroyedLine
  | undefined {
  if (more.length > 0 || !uuid.test(id) || !uuid.test(episode) || !sha256.test(digest) || (what !== 'record' && what !== 'photograph'))
    return undefined
  if (!instant.test(destroyed)) return undefined
  try {
    return { what, id, episode, destroyedAt: Temporal.Instant.from(destroyed), digest }
  } catch {
    return undefined // the 31st of a short month
  }
}
