import { writeAs } from '#platform/database/session.ts'
import { withReport } from '../queries/pack-report.ts'
import type { PackFile, PackStep } from '../queries/publications.ts'
import { asSystem, type PackNeeds } from './making.ts'

/** Follows the making of one file: says how far it is, and notices when nobody wants it any more. */
export interface Progress {
  /** Aborted once the file is not wanted any more: its publication was withdrawn. */
  readonly signal: AbortSignal
  /** Keeps a step at once. */
  step(step: PackStep): Promise<void>
  /** Takes a line of the child, such as 'opening 3 30'; what comes too fast is left out. */
  line(line: string): void
}

const often = 400
const lines = /^(opening|setting|inserting) (\d{1,6}) (\d{1,6})$/

/** Progress of a file that is being made, kept in its report for whoever looks at the publication's page meanwhile. */
export function progressOf(needs: PackNeeds, now: Temporal.Instant, file: PackFile): Progress {
  const controller = new AbortController()
  let last = ''
  let lastAt = 0
  const keep = async (parts: object): Promise<void> => {
    const { numUpdatedRows } = await writeAs(needs.db, asSystem(now), (tx) =>
      tx
        .updateTable('meetings.pack_file')
        .set({ report: withReport(parts) })
        .where('publication', '=', file.publication)
        .where('edition', '=', file.edition)
        .where('state', '=', 'waiting')
        .where('sight', '<>', 'draft')
        .executeTakeFirst(),
    )
    if (numUpdatedRows === 0n) controller.abort()
  }
  return {
    signal: controller.signal,
    step: (step) => keep({ step, done: null, of: null }),
    line: (line) => {
      const [, step, done, of] = lines.exec(line) ?? []
      if (!step || (step === last && performance.now() - lastAt < often)) return
      ;[last, lastAt] = [step, performance.now()]
      // That a step could not be noted is no reason not to make the file.
      keep({ step, done: Number(done), of: Number(of) }).catch(() => undefined)
    },
  }
}
