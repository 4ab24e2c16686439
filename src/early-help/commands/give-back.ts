import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { demandTie, findTies } from '../queries/ties.ts'
import type { DestroyedLine } from '../rules/destroyed-list.ts'

/** What came of a list that was given back: records that wait for approval, photographs that are destroyed, and lines of which nothing is here. */
export interface GivenBack {
  readonly records: number
  readonly photographs: number
  readonly gone: number
}

/**
 * Gives back the list of what was destroyed, after a backup was brought back: records that are here again are reviewed and wait for another person's approval,
 * photographs that are the very same are destroyed at once. All of it or nothing: a record that is held, or not due by the rules of today, is told by its
 * reference in the list, and so is a list of which nothing is here (E12; handbook of early help 7.5). @throws Forbidden
 */
export async function giveBack(
  needs: { readonly db: Database },
  doer: Doer,
  lines: readonly DestroyedLine[],
): Promise<Result<GivenBack, FieldProblem>> {
  try {
    return await writeAs(needs.db, doer, async (tx) => {
      demandTie(await findTies(tx, doer), 'retention', 'keep')
      const came = { record: 0, photograph: 0, gone: 0 }
      for (const line of lines) {
        const outcome = await giveBackLine(tx, doer, line)
        if (outcome !== 'done' && outcome !== 'gone') throw new NotGivenBack(`again-${outcome}`, line.episode)
        came[outcome === 'gone' ? 'gone' : line.what] += 1
      }
      if (came.gone === lines.length) return fail({ field: 'list', code: 'nothing-again' })
      return succeed({ records: came.record, photographs: came.photograph, gone: came.gone })
    })
  } catch (problem) {
    if (problem instanceof NotGivenBack) return fail({ field: 'list', code: problem.code, details: { record: problem.record } })
    throw problem
  }
}

/** Ends the transaction with nothing done. */
class NotGivenBack extends Error {
  readonly code: string
  readonly record: string
  constructor(code: string, record: string) {
    super(code)
    this.code = code
    this.record = record
  }
}

async function giveBackLine(tx: Writer, doer: Doer, { what, id, episode, destroyedAt, digest }: DestroyedLine): Promise<string> {
  const words = `Destroyed on ${dayInWords(dayOf(destroyedAt))}, and here again because a backup was brought back${what === 'record' ? `. Certificate ${id}` : ''}`
  const { rows } = await sql<{
    outcome: string
  }>`select casework.give_back(${what}, ${id}::uuid, ${episode}::uuid, ${digest}, ${words}, ${doer.today}::date) as outcome`.execute(tx)
  const outcome = rows[0]?.outcome ?? 'gone'
  if (outcome === 'done')
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: `family.${what}-given-back`, subjectType: 'family', subject: episode, content: `${id} ${digest}` },
    })
  return outcome
}
