import type { Hono } from 'hono'
import { NotFound, SignInNeeded } from '#platform/refusals.ts'
import { form, formsWith, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { endProgram } from '../commands/end-program.ts'
import { parseEndProgram } from '../forms/program.ts'
import type { PerformanceNeeds } from '../needs.ts'
import { ProgramsPage } from '../pages/programs-card.tsx'
import { measurePaths, programPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { findOverseen, findProgramEnds, findPrograms, guardedPrograms, type Program } from '../queries/programs.ts'
import { latestDefinition } from '../rules/measure.ts'
import { problemWords } from '../words/problems.ts'
import { programInWords } from '../words/programs.ts'
import { type AskedMeasure, begin, measureGate, part } from './gates.ts'

const formAt = formsWith((problem) =>
  problem.field === 'reason' && problem.code === 'required' ? 'Say why. Whoever holds the token reads it' : problemWords(problem),
)

/** A token that can give figures of a measure, for whoever may end that. */
const programGate: Gate<AskedMeasure & { readonly program: Program }> = async (reader, c) => {
  const asked = await measureGate('read')(reader, c)
  demandOf(asked.standing, asked.visit, guardedPrograms(asked.measure, asked.visit.today), 'end')
  const programs = await findPrograms(reader, [asked.measure.id], asked.visit.now)
  const program = programs.find(({ token }) => token === part(c, 'token'))
  if (!program) throw new NotFound('No such token gives figures of this measure.')
  return { ...asked, program }
}

/** Which programs give figures of one's measures, and the end of that (I2). */
export function programRoutes(app: Hono<AppEnv>, needs: PerformanceNeeds): void {
  pageAt(app, needs, programPaths.own, begin, async ({ reader, visit, standing }) => {
    if (standing.person === undefined) throw new SignInNeeded('Sign in for the programs of your measures.')
    const measures = await findOverseen(reader)
    const ids = measures.map(({ id }) => id)
    const [programs, ends] = [await findPrograms(reader, ids, visit.now), await findProgramEnds(reader, ids)]
    return <ProgramsPage {...{ visit, measures, programs, ends }} />
  })
  formAt(app, needs, '/measures/:measure/programs/:token/end', programGate, async (asked) =>
    form(endShape(asked, asked.program), parseEndProgram, async (doer, input) =>
      leadTo(await endProgram(needs, doer, asked.program, input), () => measurePaths.measure(asked.measure.id)),
    ),
  )
}

function endShape({ measure }: AskedMeasure, program: Program): FormShape {
  const { title } = latestDefinition(measure)
  return {
    title: 'End its right to this measure',
    caption: title,
    lead: `${program.name}. ${programInWords(program)}.`,
    breadcrumbs: [{ text: title, href: measurePaths.measure(measure.id) }],
    groups: [
      { fields: [{ kind: 'lines', name: 'reason', label: 'Why?', rows: 3, hint: 'Whoever holds the token is told, with this reason' }] },
    ],
    submit: 'End its right',
    look: 'warning',
    warning:
      'The token gives no more figures of this measure. What it gave stays, and it works as before for everything else. This cannot be taken back; they can make a new token.',
    first: {},
    cancel: measurePaths.measure(measure.id),
  }
}
