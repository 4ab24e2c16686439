/**
 * What PostgreSQL says when somebody had to wait too long for somebody else: no lock in time, the statement's time was up, two transactions that
 * cannot both stand, no connection left. Each of them ends the transaction with nothing written (PostgreSQL, Appendix A).
 */
const codes: ReadonlySet<string> = new Set(['55P03', '57014', '40001', '40P01', '53300'])
/** What the pool says, which has no code of its own. */
const noConnection = 'timeout exceeded when trying to connect'

/** The code of an error that only says that too many came at once: trying again is right, and nothing was written. Undefined for any other. */
export function busyCode(error: unknown): string | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const { code } = at as { code?: unknown }
    if (typeof code === 'string' && codes.has(code)) return code
    if (at.message === noConnection) return 'no-connection'
  }
  return undefined
}
