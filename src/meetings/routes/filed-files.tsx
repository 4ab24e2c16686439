import { Hono } from 'hono'
import { readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result } from '#platform/result.ts'
import { doerOf } from '#platform/web/endpoints.tsx'
import { emptyForm, type FormBody, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { fileWithMinutes, takeOffMinutes } from '../commands/minutes/filed-files.ts'
import { type BroughtToMinutes, parseFiling, parseTakingOff } from '../forms/filed-file.ts'
import type { Doer, MeetingsNeeds } from '../needs.ts'
import { FiledFilesPage, RemoveFiledPage } from '../pages/filed-files-page.tsx'
import { recordPaths } from '../paths.ts'
import { findFiledFile } from '../queries/filed-files.ts'
import { findFiledShown } from '../queries/filed-shown.ts'
import { areOut, waysOff } from '../rules/minutes-file.ts'
import { filingProblemWords, hiddenWords } from '../words/filed-file.ts'
import { headOf } from './attendance.tsx'
import { checkBrought, keepBrought } from './keep-brought.ts'
import { type At, meetingAt, minutesFor } from './minutes-gate.ts'
import { itemOffers } from './record-gates.ts'
import { sendFile } from './send-file.ts'

/** What is filed with minutes: statements, presentations (M12). */
export function filedFileRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/meetings/:id/minutes/files', async (c) => c.html(await filesPage(needs, c, undefined, []))) // write minutes
  app.post('/meetings/:id/minutes/files', (c) => add(needs, c)) // write minutes
  app.get('/meetings/:id/minutes/files/:file/remove', async (c) => c.html(await removePage(needs, c, c.req.param('file'), undefined, []))) // write minutes
  app.post('/meetings/:id/minutes/files/:file/remove', (c) => remove(needs, c, c.req.param('file'))) // write minutes, keep minutes-file
  app.get('/meetings/:id/minutes/filed/:file/:name', (c) => send(needs, c, c.req.param('file'), c.req.param('name'))) // read minutes-file
  return app
}

async function filesPage(needs: MeetingsNeeds, c: At, body: FormBody | undefined, problems: readonly FieldProblem[]) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const { meeting, minutes } = await minutesFor(reader, c, 'write')
    return (
      <FiledFilesPage
        visit={visit}
        head={headOf(meeting)}
        files={await findFiledShown(reader, meeting.id)}
        items={await itemOffers(reader, meeting.id)}
        form={body ? formState(body, problems, filingProblemWords) : emptyForm()}
        isOut={areOut(minutes)}
      />
    )
  })
}

/** Files something. Whether one may is asked before the file is looked at. */
async function add(needs: MeetingsNeeds, c: At): Promise<Response> {
  const visit = c.get('visit')
  const body = await readForm(c)
  const { meeting } = await readAs(needs.db, visit, (reader) => minutesFor(reader, c, 'write'))
  const parsed = parseFiling(body)
  const outcome = parsed.ok ? await bring(needs, doerOf(visit), meeting.id, parsed.value) : parsed
  if (outcome.ok) return c.redirect(recordPaths.filedFiles(meeting.id), 303)
  return c.html(await filesPage(needs, c, body, outcome.problems), 422)
}

async function bring(needs: MeetingsNeeds, doer: Doer, meeting: string, brought: BroughtToMinutes): Promise<Result<null, FieldProblem>> {
  const { file, looked, ...input } = brought
  const checked = await checkBrought(file)
  if (!checked.ok) return checked
  const { kind, findings } = checked.value
  if (kind === 'image' && input.alternativeText === '') return fail({ field: 'alternativeText', code: 'alternative-text-missing' })
  // Members read it, and the public may one day: what a file hides is asked about wherever it stands.
  if (findings.warnings.length > 0 && !looked)
    return fail({ field: 'looked', code: 'file-hides', details: { hidden: hiddenWords(findings.warnings) } })
  return fileWithMinutes(needs, doer, meeting, input, await keepBrought(needs, file, checked.value))
}

async function removePage(needs: MeetingsNeeds, c: At, id: string, body: FormBody | undefined, problems: readonly FieldProblem[]) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const { meeting, minutes } = await minutesFor(reader, c, 'write')
    const file = (await findFiledShown(reader, meeting.id)).find((one) => one.id === id)
    if (!file) throw new NotFound('No such file.')
    const form = body ? formState(body, problems, filingProblemWords) : emptyForm()
    return <RemoveFiledPage visit={visit} head={headOf(meeting)} file={file} way={waysOff(minutes)} form={form} />
  })
}

async function remove(needs: MeetingsNeeds, c: At, id: string): Promise<Response> {
  const visit = c.get('visit')
  const { meeting } = await readAs(needs.db, visit, (reader) => minutesFor(reader, c, 'write'))
  const body = await readForm(c)
  const parsed = parseTakingOff(body)
  const outcome = parsed.ok ? await takeOffMinutes(needs, doerOf(visit), meeting.id, id, parsed.value) : parsed
  if (outcome.ok) return c.redirect(recordPaths.filedFiles(meeting.id), 303)
  return c.html(await removePage(needs, c, id, body, outcome.problems), 422)
}

async function send(needs: MeetingsNeeds, c: At, id: string, name: string): Promise<Response> {
  // Row-level security lets the file through to whoever may read it.
  const file = await readAs(needs.db, c.get('visit'), async (reader) => findFiledFile(reader, (await meetingAt(reader, c)).id, id))
  if (name !== file.fileName) throw new NotFound('No such file.')
  return sendFile(needs, c, file, { act: 'minutes.file-opened', subjectType: 'meeting', subject: file.meeting })
}
