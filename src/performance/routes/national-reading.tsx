import type { Context, Hono } from 'hono'
import type { Asked } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { isUploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import type { FieldProblem } from '#platform/result.ts'
import { actsWith, doerOf, type Gate, pageAt } from '#platform/web/endpoints.tsx'
import { formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { beginReading, stopReading } from '../commands/read-national.ts'
import type { PerformanceNeeds } from '../needs.ts'
import { ReadInPage, ReadingPage } from '../pages/national-reading-pages.tsx'
import { nationalPaths } from '../paths.ts'
import { demandOf, guardedReading } from '../permission.ts'
import { findReading, listReadings, type NationalReading } from '../queries/national-readings.ts'
import { broughtFields } from '../rules/national-brought.ts'
import { problemWords } from '../words/problems.ts'
import { begin, part } from './gates.ts'

/** Whoever reads published figures in. */
function readingGate(verb: 'begin' | 'read' | 'stop'): Gate<Asked> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    demandOf(asked.standing, asked.visit, guardedReading, verb)
    return asked
  }
}

const oneReading: Gate<Asked & { readonly reading: NationalReading }> = async (reader, c) => {
  const asked = await readingGate('read')(reader, c)
  return { ...asked, reading: await findReading(reader, part(c, 'reading'), asked.visit.now) }
}

const words = (problem: FieldProblem): string | undefined =>
  problem.code === 'file-refused' ? String(problem.details?.words ?? '') : problemWords(problem)

/** Published files as an administrator brings them, and what becomes of a reading (I3). */
export function nationalReadingRoutes(app: Hono<AppEnv>, needs: PerformanceNeeds): void {
  app.get(nationalPaths.readIn, async (c) => c.html(await formPage(needs, c, [])))
  app.post(nationalPaths.readIn, async (c) => {
    await readAs(needs.db, c.get('visit'), (reader) => readingGate('begin')(reader, c))
    const body = await readForm(c)
    const brought = Object.fromEntries(broughtFields.flatMap((name) => (isUploadedFile(body[name]) ? [[name, body[name]]] : [])))
    const begun = await beginReading(needs, doerOf(c.get('visit')), brought)
    return begun.ok ? c.redirect(nationalPaths.reading(begun.value.id), 303) : c.html(await formPage(needs, c, begun.problems), 422)
  })
  pageAt(app, needs, '/national/readings/:reading', oneReading, async ({ visit, reading }) => (
    <ReadingPage visit={visit} reading={reading} />
  ))
  actsWith(problemWords)(
    app,
    needs,
    '/national/readings/:reading/stop',
    oneReading,
    async ({ reading }, doer) => {
      const stopped = await stopReading(needs, doer, reading.id)
      return stopped.ok ? { ok: true, value: nationalPaths.reading(reading.id) } : stopped
    },
    ({ reading }) => nationalPaths.reading(reading.id),
  )
}

function formPage(needs: PerformanceNeeds, c: Context<AppEnv, string>, problems: readonly FieldProblem[]) {
  return readAs(needs.db, c.get('visit'), async (reader) => {
    const { visit } = await readingGate('begin')(reader, c)
    return <ReadInPage visit={visit} readings={await listReadings(reader, visit.now)} form={formState({}, problems, words)} />
  })
}
