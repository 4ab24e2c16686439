import { type Context, Hono } from 'hono'
import { readAs } from '#platform/database/session.ts'
import { canCutNetwork, withPdfFromWord } from '#platform/documents/uploads/pdf-from-word.ts'
import type { UploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import { type FieldProblem, fail, type Result } from '#platform/result.ts'
import { doerOf, leadTo } from '#platform/web/endpoints.tsx'
import { emptyForm, type FormBody, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { addFile, replaceFile } from '../commands/paper/files/add-file.ts'
import { confirmFile, describeFile, moveFile, removeFile } from '../commands/paper/files/change-files.ts'
import { proposeText } from '../commands/paper/files/convert-text.ts'
import { type BroughtFile, parseFileChange, parseNewFile } from '../forms/paper-file.ts'
import type { Doer, MeetingsNeeds } from '../needs.ts'
import { PaperFilePage } from '../pages/paper-file-page.tsx'
import { PaperFilesPage } from '../pages/paper-files-page.tsx'
import { meetingPaths } from '../paths.ts'
import { refuseWish } from '../rules/paper-file.ts'
import { problemWords } from '../words/problems.ts'
import { convertedTextRoutes, readWordFile } from './converted-text.tsx'
import { actAt } from './endpoint.tsx'
import { checkBrought, keepBrought, type PassedFile } from './keep-brought.ts'
import { paperFileDownload } from './paper-file-download.ts'
import { type AskedFile, draftFilesGate, fileGate, notWritable, paperCrumbs } from './paper-file-gate.ts'

type AtPaper = Context<AppEnv, '/papers/:paper'>

/** Bringing files for a paper: adding, describing, ordering, confirming, converting, reading (M4, X4). */
export function paperFileRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/papers/:paper/files', async (c) => c.html(await filesPage(needs, c, undefined, []))) // write paper
  app.post('/papers/:paper/files', (c) => add(needs, c)) // write paper
  app.get('/papers/:paper/files/:file/edit', async (c) => c.html(await filePage(needs, c, undefined, []))) // write paper
  app.post('/papers/:paper/files/:file/edit', (c) => change(needs, c)) // write paper
  const back = ({ paper }: AskedFile): string => meetingPaths.paperFiles(paper.id)
  const act = (step: string, perform: (doer: Doer, paper: string, file: string) => Promise<Result<null, FieldProblem>>): void =>
    actAt(
      app,
      needs,
      `/papers/:paper/files/:file/${step}`,
      fileGate(),
      async (asked, doer) => leadTo(await perform(doer, asked.paper.id, asked.file.id), () => back(asked)),
      back,
    )
  act('up', (doer, paper, file) => moveFile(needs, doer, paper, file, 'up'))
  act('down', (doer, paper, file) => moveFile(needs, doer, paper, file, 'down'))
  act('remove', (doer, paper, file) => removeFile(needs, doer, paper, file))
  act('confirm', (doer, paper, file) => confirmFile(needs, doer, paper, file))
  app.route('/', convertedTextRoutes(needs))
  app.route('/', paperFileDownload(needs))
  return app
}

async function filesPage(needs: MeetingsNeeds, c: AtPaper, body: FormBody | undefined, problems: readonly FieldProblem[]) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const asked = await draftFilesGate()(reader, c)
    if (!asked.draft) return notWritable(asked)
    const form = body ? formState(body, problems, problemWords) : emptyForm()
    return (
      <PaperFilesPage
        visit={visit}
        breadcrumbs={paperCrumbs(asked)}
        paper={asked.paper}
        files={asked.files}
        form={form}
        converts={needs.config.converter !== undefined}
      />
    )
  })
}

async function filePage(needs: MeetingsNeeds, c: AtPaper, body: FormBody | undefined, problems: readonly FieldProblem[]) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const asked = await fileGate()(reader, c)
    const { title, alternativeText } = asked.file
    const form = body ? formState(body, problems, problemWords) : emptyForm({ title, alternativeText })
    const crumbs = [...paperCrumbs(asked), { text: 'Files', href: meetingPaths.paperFiles(asked.paper.id) }]
    return <PaperFilePage visit={visit} breadcrumbs={crumbs} paper={asked.paper} file={asked.file} form={form} />
  })
}

/** Adds a file. Whether one may is asked before the file is looked at. */
async function add(needs: MeetingsNeeds, c: AtPaper): Promise<Response> {
  const visit = c.get('visit')
  const body = await readForm(c)
  const { paper } = await readAs(needs.db, visit, (reader) => draftFilesGate()(reader, c))
  const parsed = parseNewFile(body)
  const outcome = parsed.ok ? await bring(needs, doerOf(visit), paper.id, parsed.value) : parsed
  return outcome.ok ? c.redirect(outcome.value, 303) : c.html(await filesPage(needs, c, body, outcome.problems), 422)
}

async function bring(needs: MeetingsNeeds, doer: Doer, paper: string, brought: BroughtFile): Promise<Result<string, FieldProblem>> {
  const { file, wish, title, alternativeText } = brought
  const checked = await checkBrought(file)
  if (!checked.ok) return checked
  const refused = refuseWish(wish, checked.value.kind, alternativeText)
  if (refused) return fail(refused)
  if (wish === 'text') {
    const proposal = await readWordFile(file)
    if (!proposal.ok) return proposal
    const kept = await keepBrought(needs, file, checked.value)
    return leadTo(await proposeText(needs, doer, paper, kept, proposal.value), () => meetingPaths.convertedText(paper))
  }
  if (wish === 'as-pdf') return leadTo(await appendAsPdf(needs, doer, paper, brought, checked.value), () => meetingPaths.paperFiles(paper))
  const kept = await keepBrought(needs, file, checked.value)
  return leadTo(await addFile(needs, doer, paper, { role: wish, title, alternativeText }, kept), () => meetingPaths.paperFiles(paper))
}

/** Has a PDF made of a Word file and adds that, checked like any other. */
async function appendAsPdf(
  needs: MeetingsNeeds,
  doer: Doer,
  paper: string,
  { file, title, alternativeText }: BroughtFile,
  checked: PassedFile,
): Promise<Result<null, FieldProblem>> {
  const { converter } = needs.config
  if (converter === undefined) return fail({ field: 'wish', code: 'choice-unknown' })
  // Where the program keeps its network, it must have nothing to fetch.
  const fetches = checked.findings.warnings.some(({ code }) => code === 'external-links')
  if (fetches && !(await canCutNetwork())) return fail({ field: 'file', code: 'file-remote' })
  const made = await withPdfFromWord(converter, file, async (pdf) => {
    const passed = await checkBrought(pdf)
    if (!passed.ok) return passed
    const kept = await keepBrought(needs, pdf, passed.value)
    const findings = { ...kept.findings, madeFrom: file.name }
    return addFile(needs, doer, paper, { role: 'appendix', title, alternativeText }, { ...kept, findings })
  })
  return made.ok ? made.value : fail({ field: 'file', code: made.code })
}

async function change(needs: MeetingsNeeds, c: AtPaper): Promise<Response> {
  const visit = c.get('visit')
  const body = await readForm(c)
  const { paper, file } = await readAs(needs.db, visit, (reader) => fileGate()(reader, c))
  const parsed = parseFileChange(body)
  const outcome = parsed.ok ? await exchange(needs, doerOf(visit), paper.id, file.id, parsed.value) : parsed
  if (outcome.ok) return c.redirect(meetingPaths.paperFiles(paper.id), 303)
  return c.html(await filePage(needs, c, body, outcome.problems), 422)
}

async function exchange(
  needs: MeetingsNeeds,
  doer: Doer,
  paper: string,
  id: string,
  input: { readonly title: string; readonly alternativeText: string; readonly file: UploadedFile | undefined },
): Promise<Result<null, FieldProblem>> {
  const { file, ...words } = input
  if (!file) return describeFile(needs, doer, paper, id, words)
  const checked = await checkBrought(file)
  if (!checked.ok) return checked
  return replaceFile(needs, doer, paper, id, words, await keepBrought(needs, file, checked.value))
}
