import type { Asked, AskedBoard, BodySummary } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import { demandOf } from '../permission.ts'
import { boardOf } from '../queries/plans.ts'
import {
  findProcedure,
  findProcedureVersions,
  guardedLibrary,
  guardedProcedure,
  mustRead,
  type Procedure,
  type ProcedureVersion,
} from '../queries/procedures.ts'
import { begin, ofBoard } from './gates.ts'

/** A request about a procedure, with what whoever asks may do with it. */
export type AskedProcedure = Asked & {
  readonly procedure: Procedure
  readonly board: BodySummary
  readonly versions: readonly ProcedureVersion[]
  mayDo(verb: ProcedureVerb): boolean
}
type ProcedureVerb = 'change' | 'issue' | 'names' | 'confirm' | 'say'

/** A procedure; row-level security let it through, so that reading is settled. */
export const procedureGate: Gate<AskedProcedure> = async (reader, c) => {
  const asked = await begin(reader, c)
  return aboutProcedure(asked, await findProcedure(reader, asked.part('procedure')))
}

/** The same for a procedure that was found by what belongs to it. */
export async function aboutProcedure(asked: Asked, procedure: Procedure): Promise<AskedProcedure> {
  const { reader, visit, standing } = asked
  const [board, versions, isAsked] = await Promise.all([
    boardOf(reader, procedure.body, visit.today),
    findProcedureVersions(reader, [procedure.id]),
    mustRead(reader, procedure.id),
  ])
  const guarded = guardedProcedure(procedure, isAsked ? standing.person?.id : undefined)
  return { ...asked, procedure, board, versions, mayDo: (verb) => asked.may(guarded, verb) }
}

/** A procedure that was not withdrawn, for whoever may do that with it. */
export function procedureChangeGate(verb: 'change' | 'issue'): Gate<AskedProcedure> {
  return async (reader, c) => {
    const asked = await procedureGate(reader, c)
    demandOf(asked.standing, asked.visit, guardedProcedure(asked.procedure), verb)
    if (asked.procedure.withdrawnOn !== null) throw new NotFound('It was withdrawn.')
    return asked
  }
}

/** The library of a board, and a verb on it. */
export const libraryGate =
  (verb: 'read' | 'make'): Gate<AskedBoard> =>
  (reader, c) =>
    ofBoard(reader, c, guardedLibrary, verb)
