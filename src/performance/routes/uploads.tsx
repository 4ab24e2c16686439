import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { type AskedBoard, withBody } from '#governance/public-data.ts'
import { csvOf } from '#platform/csv.ts'
import { readAs } from '#platform/database/session.ts'
import { readSheet } from '#platform/documents/sheets/read-sheet.ts'
import { isUploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import { Forbidden, SignInNeeded } from '#platform/refusals.ts'
import type { FieldProblem } from '#platform/result.ts'
import { doerOf } from '#platform/web/endpoints.tsx'
import { optionalText, parseForm, ticked } from '#platform/web/fields.ts'
import { emptyForm, type FormBody, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { bringFile, loadUpload, weighUpload } from '../commands/upload.ts'
import type { PerformanceNeeds } from '../needs.ts'
import { UploadedPage, UploadPage } from '../pages/upload-page.tsx'
import { returnPaths } from '../paths.ts'
import { findMeasuresGivenBy, findOpenUploads, findUpload } from '../queries/uploads.ts'
import { areaName, cellsOf, latestDefinition, type Measure } from '../rules/measure.ts'
import { lastEnded, periodWords } from '../rules/period.ts'
import { problemWords } from '../words/problems.ts'
import { sheetRefusalWords, uploadProblemWords } from '../words/upload.ts'
import { begin, boardGate, part } from './gates.ts'
import { boardCrumbs } from './measure-shapes.ts'

type At = Context<AppEnv, string>
type AskedToBring = AskedBoard & { readonly measures: readonly Measure[] }

/** Figures as a file: checked, shown, loaded whole or not at all (I2). */
export function uploadRoutes(app: Hono<AppEnv>, needs: PerformanceNeeds): void {
  app.get('/boards/:slug/measures/upload', async (c) => c.html(await bringPage(needs, c, [])))
  app.post('/boards/:slug/measures/upload', (c) => bring(needs, c))
  app.get('/boards/:slug/measures/upload/template.csv', async (c) => {
    const { measures, visit } = await asked(needs, c)
    return csvAnswer(c, 'figures.csv', templateOf(measures, visit.today))
  })
  app.get('/uploads/:upload', async (c) => c.html(await uploadedPage(needs, c, {}, [])))
  app.get('/uploads/:upload/problems.csv', async (c) => {
    const { upload } = await ownUpload(needs, c)
    const { problems } = await weighUpload(needs, doerOf(c.get('visit')), upload)
    const rows = problems.map((problem) => [String(problem.row), problem.column, problem.value, uploadProblemWords(problem)])
    return csvAnswer(c, 'problems.csv', [['row', 'column', 'value', 'what to do'], ...rows])
  })
  app.post('/uploads/:upload/load', (c) => load(needs, c))
}

/** Whoever gives figures of the board: its clerk, owners of its measures, givers of its returns. */
function asked(needs: PerformanceNeeds, c: At): Promise<AskedToBring> {
  return readAs(needs.db, c.get('visit'), async (reader) => {
    const found = await boardGate()(reader, c)
    const { standing, body, visit } = found
    if (visit.actor === undefined) throw new SignInNeeded('Sign in to bring figures.')
    const isClerk = standing.clerkOf.has(body.id)
    const measures = await findMeasuresGivenBy(reader, body.id, { person: standing.person?.id, isClerk })
    if (!isClerk && measures.length === 0) throw new Forbidden('You give no figures of this board.')
    return { ...found, measures }
  })
}

async function bringPage(needs: PerformanceNeeds, c: At, problems: readonly FieldProblem[], refusal?: string) {
  const found = await asked(needs, c)
  const form = formState({}, problems, () => refusal)
  const open = await readAs(needs.db, c.get('visit'), (reader) => findOpenUploads(reader, found.body.id))
  return <UploadPage visit={c.get('visit')} board={found.body} breadcrumbs={boardCrumbs(found)} open={open} form={form} />
}

async function bring(needs: PerformanceNeeds, c: At): Promise<Response> {
  const found = await asked(needs, c)
  const { file } = await readForm(c)
  const answer = isUploadedFile(file) ? await readSheet(file) : ({ ok: false, code: 'file-missing' } as const)
  if (!answer.ok) return c.html(await bringPage(needs, c, [{ field: 'file', code: answer.code }], sheetRefusalWords(answer)), 422)
  const name = isUploadedFile(file) ? file.name : ''
  const brought = await bringFile(needs, doerOf(c.get('visit')), found.body.id, { name: name === '' ? 'Figures' : name, rows: answer.rows })
  if (!brought.ok) return c.html(await bringPage(needs, c, brought.problems), 422)
  return c.redirect(returnPaths.uploaded(brought.value.id), 303)
}

/** A file to fill in: a row for each measure, for the last period that has ended; what is split has a row for each area and part. */
function templateOf(measures: readonly Measure[], today: Temporal.PlainDate): readonly (readonly string[])[] {
  const rows = measures.flatMap((measure) => {
    const definition = latestDefinition(measure)
    const { title, frequency } = definition
    const period = periodWords(lastEnded(frequency === 'other' ? 'month' : frequency, today))
    const name = measure.reference === '' ? title : measure.reference
    return cellsOf(definition).map((cell) => [name, period, '', '', '', '', areaName(definition, cell), cell.dimension, cell.category, ''])
  })
  return [['measure', 'period', 'status', 'value', 'numerator', 'denominator', 'area', 'split', 'part', 'note'], ...rows]
}

async function ownUpload(needs: PerformanceNeeds, c: At) {
  const visit = c.get('visit')
  if (visit.actor === undefined) throw new SignInNeeded('Sign in to bring figures.')
  return readAs(needs.db, visit, async (reader) => {
    const upload = await findUpload(reader, part(c, 'upload'))
    return { upload, found: await withBody(await begin(reader, c), upload.body) }
  })
}

async function uploadedPage(needs: PerformanceNeeds, c: At, body: FormBody, problems: readonly FieldProblem[]) {
  const visit = c.get('visit')
  const { upload, found } = await ownUpload(needs, c)
  const weighed = upload.loadedAt === null ? await weighUpload(needs, doerOf(visit), upload) : { rows: [], problems: [], stored: null }
  const form = problems.length === 0 ? emptyForm(body) : formState(body, problems, problemWords)
  const back = returnPaths.upload(found.body.slug)
  const shown = {
    rows: weighed.rows,
    problems: weighed.problems,
    effects: weighed.stored?.effects ?? null,
    shown: weighed.stored?.shown ?? [],
    before: weighed.stored?.before ?? [],
  }
  return <UploadedPage visit={visit} upload={upload} breadcrumbs={boardCrumbs(found)} back={back} {...shown} form={form} />
}

const loadForm = z.object({ reason: optionalText(500), confirmed: ticked() })

async function load(needs: PerformanceNeeds, c: At): Promise<Response> {
  const { upload } = await ownUpload(needs, c)
  const body = await readForm(c)
  const parsed = parseForm(loadForm, body)
  if (!parsed.ok) return c.html(await uploadedPage(needs, c, body, parsed.problems), 422)
  const { reason = '', confirmed } = parsed.value
  const done = await loadUpload(needs, doerOf(c.get('visit')), upload.id, { reason, confirmed })
  if (done.ok) return c.redirect(returnPaths.uploaded(upload.id), 303)
  return c.html(await uploadedPage(needs, c, body, done.problems), 422)
}

function csvAnswer(c: At, name: string, rows: readonly (readonly string[])[]): Response {
  return c.body(csvOf(rows), 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` })
}
