import { type Context, Hono } from 'hono'
import { type AskedBoard, withBody } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { readSheet } from '#platform/documents/sheets/read-sheet.ts'
import { isUploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import { doerOf, type Gate, leadTo } from '#platform/web/endpoints.tsx'
import { formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { loadWatched, stopLoad } from '../commands/file-load.ts'
import { bringRegister, dropRegister, loadRegister } from '../commands/registers.ts'
import { registerPaths } from '../contract-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { RegisterFilePage } from '../pages/register-file-page.tsx'
import { RegisterFilesPage } from '../pages/register-files-page.tsx'
import { guard } from '../permission.ts'
import { findFileLoad, isUnderWay, listFileLoads } from '../queries/file-loads.ts'
import { findKnownRegister, findRegisterFile, listRegisterFiles, type RegisterFileRow } from '../queries/register-files.ts'
import { planRegister } from '../rules/register/plan.ts'
import { problemWords } from '../words/problems.ts'
import { registerRefusalWords } from '../words/register.ts'
import { registersGate, registersOf } from './contract-gates.ts'
import { actAt } from './endpoint.ts'
import { comesAgain, isKeptStill } from './file-loads.ts'
import { begin } from './gates.ts'

type AskedFile = AskedBoard & { readonly file: RegisterFileRow }

/** Bringing a register of contracts and providers: looked at first, loaded whole or not at all. For the clerk who keeps the contracts of a board. */
export function registerRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const at = '/boards/:slug/contracts/register'
  app.get(at, async (c) => c.html(await filesPage(needs, c, undefined)))
  app.post(at, (c) => bring(needs, c))
  app.get('/register-files/:file', (c) => filePage(needs, c))
  fileSteps(app, needs)
  return app
}

async function filePage(needs: CommissioningNeeds, c: Context<AppEnv, string>): Promise<Response> {
  const { page, load } = await readAs(needs.db, c.get('visit'), async (reader) => {
    const { visit, body, file } = await fileGate(reader, c)
    const load = await findFileLoad(reader, 'register_file', file.id)
    const isLookedAt = file.cells !== undefined && !isUnderWay(load)
    const plan = isLookedAt ? planRegister(file.cells, await findKnownRegister(reader, body.id, visit.today)) : undefined
    return { page: <RegisterFilePage visit={visit} board={body} file={file} plan={plan} load={load} isStill={isKeptStill(c)} />, load }
  })
  return comesAgain(c, load, page)
}

function fileSteps(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const toFile = ({ file }: AskedFile): string => registerPaths.file(file.id)
  const back = ({ body }: AskedFile): string => registerPaths.ofBoard(body.slug)
  actAt(
    app,
    needs,
    '/register-files/:file/load',
    fileGate,
    async (asked, doer) =>
      leadTo(await loadWatched(needs, doer, loadedOf(asked), (progress) => loadRegister(needs, doer, asked.file, progress)), () =>
        toFile(asked),
      ),
    toFile,
  )
  actAt(
    app,
    needs,
    '/register-files/:file/stop',
    fileGate,
    async (asked, doer) => leadTo(await stopLoad(needs, doer, loadedOf(asked)), () => toFile(asked)),
    toFile,
  )
  actAt(
    app,
    needs,
    '/register-files/:file/drop',
    fileGate,
    async (asked, doer) => leadTo(await dropRegister(needs, doer, asked.file), () => back(asked)),
    toFile,
  )
}

const loadedOf = ({ file }: AskedFile) => ({ id: file.id, body: file.body, of: 'register_file' }) as const

const fileGate: Gate<AskedFile> = async (reader, c) => {
  const asked = await begin(reader, c)
  const file = await findRegisterFile(reader, asked.part('file'))
  guard.demandOf(asked.standing, asked.visit, registersOf(file.body), 'bring')
  return { ...(await withBody(asked, file.body)), file }
}

function filesPage(needs: CommissioningNeeds, c: Context<AppEnv>, refusal: string | undefined) {
  return readAs(needs.db, c.get('visit'), async (reader) => {
    const { visit, body } = await registersGate()(reader, c)
    const files = await listRegisterFiles(reader, body.id)
    const loads = await listFileLoads(
      reader,
      'register_file',
      files.map(({ id }) => id),
    )
    const state = formState({}, refusal === undefined ? [] : [{ field: 'file', code: 'refused' }], () => refusal ?? '')
    return <RegisterFilesPage visit={visit} board={body} files={files} loads={loads} form={state} />
  })
}

async function bring(needs: CommissioningNeeds, c: Context<AppEnv>): Promise<Response> {
  const { body } = await readAs(needs.db, c.get('visit'), (reader) => registersGate()(reader, c))
  const { file } = await readForm(c)
  const refuse = async (words: string): Promise<Response> => c.html(await filesPage(needs, c, words), 422)
  const answer = isUploadedFile(file) ? await readSheet(file) : ({ ok: false, code: 'file-missing' } as const)
  if (!answer.ok) return refuse(registerRefusalWords(answer))
  const name = isUploadedFile(file) && file.name !== '' ? file.name : 'Register'
  const brought = await bringRegister(needs, doerOf(c.get('visit')), body.id, { name, rows: answer.rows })
  return brought.ok ? c.redirect(registerPaths.file(brought.value.id), 303) : refuse(problemWords(brought.problems[0]) ?? 'Try again')
}
