import { appendAudit } from '#platform/database/audit.ts'
import type { Acting, ActorId, Database, Writer } from '#platform/database/session.ts'
import { writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result } from '#platform/result.ts'

/** Which problem a broken constraint of the database stands for, by the constraint's name. */
export type ConstraintProblems = Readonly<Record<string, FieldProblem>>

/** Carries problems out of a transaction, so that nothing of it stays. */
class Undone extends Error {
  readonly problems: readonly [FieldProblem, ...FieldProblem[]]
  constructor(problems: readonly [FieldProblem, ...FieldProblem[]]) {
    super('The command found problems.')
    this.problems = problems
  }
}

/**
 * Runs a command in one transaction. Where it hands back problems, or breaks a constraint that is named here (two people at the same moment),
 * nothing has been written.
 */
export async function command<Value>(
  db: Database,
  acting: Acting,
  constraints: ConstraintProblems,
  work: (tx: Writer) => Promise<Result<Value, FieldProblem>>,
): Promise<Result<Value, FieldProblem>> {
  try {
    return await writeAs(db, acting, async (tx) => {
      const outcome = await work(tx)
      if (!outcome.ok) throw new Undone(outcome.problems)
      return outcome
    })
  } catch (error) {
    if (error instanceof Undone) return { ok: false, problems: error.problems }
    const problem = constraints[constraintOf(error)]
    if (problem) return fail(problem)
    throw error
  }
}

function constraintOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('constraint' in error)) return ''
  return String(error.constraint)
}

/** Appends one act on a governance record to the audit; `content` is what was written. */
export async function record(
  tx: Writer,
  actor: ActorId,
  act: string,
  subjectType: string,
  subject: string,
  content: object,
): Promise<void> {
  await appendAudit(tx, { actor, act, subjectType, subject, content: JSON.stringify(content) })
}
