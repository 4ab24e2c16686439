import { readFile } from 'node:fs/promises'
import { type Context, Hono } from 'hono'
import { type AskedBoard, listOrganisationsOn, withBody } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { isUploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import { doerOf, form, type Gate, leadTo } from '#platform/web/endpoints.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { loadWatched, stopLoad } from '../commands/file-load.ts'
import { addBuyer, bringNotices, dropNotices, loadNotices } from '../commands/notices.ts'
import { contractPaths, noticePaths } from '../contract-paths.ts'
import { parseBuyer } from '../forms/notices.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { NoticeFilePage, NoticesPage } from '../pages/notices-page.tsx'
import { guard } from '../permission.ts'
import { findFileLoad, isUnderWay, listFileLoads } from '../queries/file-loads.ts'
import { findKnownNotices, findNoticeFile, listBuyers, listNoticeFiles, type NoticeFileRow } from '../queries/notices.ts'
import { planNotices } from '../rules/notices/plan.ts'
import { MOST_BYTES, readNotices } from '../rules/notices/read.ts'
import { noticeRefusalWords } from '../words/notices.ts'
import { problemWords } from '../words/problems.ts'
import { schemeWords } from '../words/provider.ts'
import { noticesGate, noticesOf } from './contract-gates.ts'
import { actAt, formAt } from './endpoint.ts'
import { comesAgain, isKeptStill } from './file-loads.ts'
import { foreseenRoutes } from './foreseen.tsx'
import { begin } from './gates.ts'
import { waitingNoticeRoutes } from './notices-waiting.tsx'

type AskedFile = AskedBoard & { readonly file: NoticeFileRow }

/** Bringing notices of buying: looked at first, loaded whole or not at all. For those who keep the contracts of a board. */
export function noticeRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const at = '/boards/:slug/contracts/notices'
  app.get(at, async (c) => c.html(await noticesPage(needs, c, undefined)))
  app.post(at, (c) => bring(needs, c))
  formAt(app, needs, `${at}/buyers`, noticesGate(), async (asked) =>
    form(await buyerShape(asked), parseBuyer, async (doer, input) =>
      leadTo(await addBuyer(needs, doer, asked.body.id, input), () => noticePaths.ofBoard(asked.body.slug)),
    ),
  )
  app.get('/notice-files/:file', (c) => filePage(needs, c))
  fileSteps(app, needs)
  waitingNoticeRoutes(app, needs)
  foreseenRoutes(app, needs)
  return app
}

async function filePage(needs: CommissioningNeeds, c: Context<AppEnv, string>): Promise<Response> {
  const { page, load } = await readAs(needs.db, c.get('visit'), async (reader) => {
    const { visit, body, file } = await fileGate(reader, c)
    const load = await findFileLoad(reader, 'notice_file', file.id)
    const read = file.content === null || isUnderWay(load) ? undefined : readNotices(file.content)
    const plan = read?.ok ? planNotices(read.file.releases, await findKnownNotices(reader, body.id)) : undefined
    const planned =
      read?.ok && plan
        ? { processes: plan.processes, oddities: [...read.file.oddities, ...plan.oddities], releases: read.file.releases.length }
        : undefined
    const page = <NoticeFilePage visit={visit} board={body} file={file} planned={planned} load={load} isStill={isKeptStill(c)} />
    return { page, load }
  })
  return comesAgain(c, load, page)
}

function fileSteps(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const toFile = ({ file }: AskedFile): string => noticePaths.file(file.id)
  const back = ({ body }: AskedFile): string => noticePaths.ofBoard(body.slug)
  actAt(
    app,
    needs,
    '/notice-files/:file/load',
    fileGate,
    async (asked, doer) =>
      leadTo(await loadWatched(needs, doer, loadedOf(asked), (progress) => loadNotices(needs, doer, asked.file, progress)), (loaded) =>
        loaded === undefined ? toFile(asked) : back(asked),
      ),
    toFile,
  )
  actAt(
    app,
    needs,
    '/notice-files/:file/stop',
    fileGate,
    async (asked, doer) => leadTo(await stopLoad(needs, doer, loadedOf(asked)), () => toFile(asked)),
    toFile,
  )
  actAt(
    app,
    needs,
    '/notice-files/:file/drop',
    fileGate,
    async (asked, doer) => leadTo(await dropNotices(needs, doer, asked.file), () => back(asked)),
    toFile,
  )
}

const loadedOf = ({ file }: AskedFile) => ({ id: file.id, body: file.body, of: 'notice_file' }) as const

const fileGate: Gate<AskedFile> = async (reader, c) => {
  const asked = await begin(reader, c)
  const file = await findNoticeFile(reader, asked.part('file'))
  guard.demandOf(asked.standing, asked.visit, noticesOf(file.body), 'bring')
  return { ...(await withBody(asked, file.body)), file }
}

function noticesPage(needs: CommissioningNeeds, c: Context<AppEnv>, refusal: string | undefined) {
  return readAs(needs.db, c.get('visit'), async (reader) => {
    const { visit, body } = await noticesGate()(reader, c)
    const [files, buyers] = await Promise.all([listNoticeFiles(reader, body.id), listBuyers(reader)])
    const loads = await listFileLoads(
      reader,
      'notice_file',
      files.map(({ id }) => id),
    )
    const state = formState({}, refusal === undefined ? [] : [{ field: 'file', code: 'refused' }], () => refusal ?? '')
    return <NoticesPage visit={visit} board={body} files={files} loads={loads} buyers={buyers} form={state} />
  })
}

async function bring(needs: CommissioningNeeds, c: Context<AppEnv>): Promise<Response> {
  const { body } = await readAs(needs.db, c.get('visit'), (reader) => noticesGate()(reader, c))
  const { file } = await readForm(c)
  const refuse = async (words: string): Promise<Response> => c.html(await noticesPage(needs, c, words), 422)
  if (!isUploadedFile(file) || file.name === '') return refuse(noticeRefusalWords['file-missing'])
  if (file.tooLarge || file.size > MOST_BYTES) return refuse(noticeRefusalWords['too-big'])
  const bytes = file.path === '' ? new Uint8Array() : await readFile(file.path)
  const brought = await bringNotices(needs, doerOf(c.get('visit')), body.id, { name: file.name, bytes })
  if (!brought.ok)
    return refuse('refused' in brought ? noticeRefusalWords[brought.refused] : (problemWords(brought.problems[0]) ?? 'Try again'))
  return c.redirect(noticePaths.file(brought.value.id), 303)
}

async function buyerShape({ reader, visit, body }: AskedBoard): Promise<FormShape> {
  const organisations = await listOrganisationsOn(reader, visit.today)
  return {
    title: 'Say by which number a buyer is known',
    lead: 'Notices name a buyer by a number in a public list. Notices that waited for this one make their contracts at once.',
    breadcrumbs: crumbsOf(
      body,
      { text: 'Contracts', href: contractPaths.ofBoard(body.slug) },
      { text: 'Notices of buying', href: noticePaths.ofBoard(body.slug) },
    ),
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'organisation', label: 'Which agency buys?' },
            options: organisations.map(({ id, name }) => ({ value: id, text: name })),
          },
          { kind: 'select', name: 'scheme', label: 'Of which list is the number?', options: optionsOf(schemeWords) },
          {
            kind: 'short',
            name: 'value',
            label: 'Its number there',
            hint: 'In notices for example GB-PPON-ABCD-1234-EFGH: the number is ABCD-1234-EFGH',
          },
          { kind: 'line', name: 'source', label: 'Who says so?', hint: 'For example the register of the service' },
        ],
      },
    ],
    submit: 'Keep it',
    first: {},
    cancel: noticePaths.ofBoard(body.slug),
  }
}
