import { type Context, Hono } from 'hono'
import { appendAudit } from '#platform/database/audit.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { FieldProblem } from '#platform/result.ts'
import { doerOf, form, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { emptyForm, type FormBody, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { publishMeeting } from '../commands/publish/publish-pack.ts'
import { concernedItems } from '../commands/publish/release.ts'
import { retryPack, withdrawPublication } from '../commands/publish/withdraw-publication.ts'
import { parsePublish, parseWithdrawal } from '../forms/publication.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { CheckPage } from '../pages/check-page.tsx'
import { PublicationPage } from '../pages/publication-page.tsx'
import { meetingPaths, recordPaths } from '../paths.ts'
import { findAddressees } from '../queries/addressees.ts'
import { findJudgedFiles } from '../queries/judged-files.ts'
import type { ShownItem } from '../queries/meeting-page.ts'
import { findPaperVersions } from '../queries/papers.ts'
import { findPackFiles, findPublications, findPublishedPapers, guardedPublication } from '../queries/publications.ts'
import { findPublishCheck, type PublishCheck } from '../queries/publish-check.ts'
import { findTold, guardedTold } from '../queries/told.ts'
import { downloadName, readPackFileName } from '../rules/pack-name.ts'
import { problemWords } from '../words/problems.ts'
import { publicationName } from '../words/publication.ts'
import { actAt, formAt } from './endpoint.tsx'
import { type AskedMeeting, type AskedPublication, itemGate, meetingGate, publicationGate } from './gates.ts'
import { itemPage } from './item-page.tsx'
import { noticePage, noticePdf } from './notice.tsx'

/** Checking, publishing, what came out, notice, withdrawal (M6, M7, M15). */
export function publishingRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const back = ({ meeting, publication }: AskedPublication): string =>
    publication.kind === 'minutes' ? recordPaths.minutes(meeting.id) : meetingPaths.publication(meeting.id, publication.id)
  pageAt(app, needs, '/meetings/:id/check', meetingGate('change'), (asked) => checkPage(asked, undefined, []))
  app.post('/meetings/:id/publish', (c) => publish(needs, c)) // publish meeting
  pageAt(app, needs, '/meetings/:id/items/:item', itemGate('read'), itemPage(needs))
  pageAt(app, needs, '/meetings/:id/notice', meetingGate('read'), noticePage) // read meeting
  app.get('/meetings/:id/notice.pdf', (c) => noticePdf(needs, c)) // read meeting
  pageAt(app, needs, '/meetings/:id/publications/:publication', publicationGate('read'), publicationPage)
  formAt(app, needs, '/meetings/:id/publications/:publication/withdraw', publicationGate('withdraw'), async (asked) =>
    form(withdrawShape(asked), parseWithdrawal, async (doer, input) =>
      leadTo(await withdrawPublication(needs, doer, asked.meeting.id, asked.publication.id, input), () =>
        meetingPaths.meeting(asked.meeting.id),
      ),
    ),
  )
  actAt(
    app,
    needs,
    '/meetings/:id/publications/:publication/retry',
    publicationGate('withdraw'),
    async (asked, doer) => leadTo(await retryPack(needs, doer, asked.meeting.id, asked.publication.id), () => back(asked)),
    back,
  )
  app.get('/meetings/:id/pack/:file', (c) => packFile(needs, c)) // read pack, by edition
  return app
}

async function checkPage(asked: AskedMeeting, body: FormBody | undefined, problems: readonly FieldProblem[]) {
  const { reader, visit, meeting } = asked
  const check = await findPublishCheck(reader, meeting, visit.now)
  const papers = []
  for (const { id } of check.ready) {
    const paper = check.papers.find((one) => one.id === id)
    const version = (await findPaperVersions(reader, id)).find(({ state }) => state === 'draft')
    if (paper && version) papers.push({ paper, version })
  }
  const addressees = await findAddressees(reader, meeting, {
    occasion: check.kind,
    items: concernedItems({
      meeting,
      items: check.agenda.filter((item) => item.sight === 'draft' && !item.withdrawnAt),
      papers: papers,
    }),
  })
  return (
    <CheckPage
      visit={visit}
      board={asked.body}
      meeting={meeting}
      check={check}
      publicAgenda={publicAgenda(check)}
      papers={papers}
      files={
        await findJudgedFiles(
          reader,
          papers.map(({ version }) => version.id),
        )
      }
      addressees={addressees}
      form={body ? formState(body, problems, problemWords) : emptyForm()}
    />
  )
}

/** The agenda as a visitor will see it: of Part 2 only what is public. */
function publicAgenda({ agenda, ready, papers }: PublishCheck): readonly ShownItem[] {
  return agenda
    .filter((item) => !item.withdrawnAt || item.sight !== 'draft')
    .map((item) => {
      const open = item.category === 'public'
      const going = papers.filter(
        (paper) => paper.item === item.id && open && (paper.state === 'published' || ready.some(({ id }) => id === paper.id)),
      )
      return {
        ...item,
        sight: 'public',
        withdrawn: item.withdrawnAt !== undefined,
        title: open ? (item.content?.title ?? null) : null,
        presenter: open ? (item.content?.presenter ?? null) : null,
        papers: going.map(({ title }) => ({ title, publication: '', first: '', last: '' })),
      }
    })
}

async function publish(needs: MeetingsNeeds, c: Context<AppEnv, '/meetings/:id/publish'>): Promise<Response> {
  const visit = c.get('visit')
  const doer = doerOf(visit)
  const id = c.req.param('id')
  const body = await readForm(c)
  const again = async (problems: readonly FieldProblem[]) =>
    c.html(await readAs(needs.db, visit, async (reader) => checkPage(await meetingGate('change')(reader, c), body, problems)), 422)
  const parsed = parsePublish(body)
  if (!parsed.ok) return again(parsed.problems)
  const outcome = await publishMeeting(needs, doer, id, parsed.value)
  return outcome.ok ? c.redirect(meetingPaths.publication(id, outcome.value.publication), 303) : again(outcome.problems)
}

async function publicationPage({ reader, visit, body, meeting, publication, may }: AskedPublication) {
  const files = (await findPackFiles(reader, meeting.id)).filter((file) => file.publication === publication.id)
  const mayWithdraw = may(guardedPublication(publication), 'withdraw')
  const out = (await findPublishedPapers(reader, meeting.id)).filter((paper) => paper.publication === publication.id)
  const mayKnowWho = may(guardedTold(meeting), 'read')
  return (
    <PublicationPage
      visit={visit}
      board={body}
      meeting={meeting}
      publication={publication}
      files={files}
      brought={
        await findJudgedFiles(
          reader,
          out.map(({ paperVersion }) => paperVersion),
        )
      }
      told={mayKnowWho ? await findTold(reader, meeting.id, publication.id) : undefined}
      mayWithdraw={mayWithdraw}
    />
  )
}

function withdrawShape({ meeting, publication, body }: AskedPublication): FormShape {
  const pack = publication.kind === 'pack'
  return {
    title: `Withdraw: ${publicationName(publication).toLowerCase()}`,
    caption: body.name,
    breadcrumbs: [{ text: publicationName(publication), href: meetingPaths.publication(meeting.id, publication.id) }],
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'reason', label: 'Why?', hint: 'Everybody can read this. Do not repeat what must not be out', rows: 3 },
        ],
      },
    ],
    submit: 'Withdraw at once',
    look: 'warning',
    first: {},
    cancel: meetingPaths.publication(meeting.id, publication.id),
    warning: pack
      ? 'Agenda, papers and files, supplements included, are gone for everybody at once. Everybody who was told is told again.'
      : 'Its papers and files are gone for everybody at once. Everybody who was told is told again.',
  }
}

/** Sends a pack's file to those who may open it; that somebody opened a full one is kept in the audit (handbook governance 7). */
async function packFile(needs: MeetingsNeeds, c: Context<AppEnv, '/meetings/:id/pack/:file'>): Promise<Response> {
  const visit = c.get('visit')
  const wanted = readPackFileName(c.req.param('file'))
  if (!wanted) throw new NotFound('No such file.')
  const { asked, file } = await readAs(needs.db, visit, async (reader) => {
    const found = await meetingGate('read')(reader, c)
    const publications = await findPublications(reader, found.meeting.id)
    const publication = publications
      .filter(
        ({ kind, withdrawnAt, number }) =>
          kind === wanted.kind && !withdrawnAt && (wanted.number === undefined || number === wanted.number),
      )
      .at(-1)
    const files = await findPackFiles(reader, found.meeting.id)
    return {
      asked: found,
      file: files.find((one) => one.publication === publication?.id && one.edition === wanted.edition && one.document !== ''),
    }
  })
  if (!file) throw new NotFound('No such file.')
  const isFull = wanted.edition === 'full'
  if (isFull) {
    const doer = doerOf(visit)
    await writeAs(needs.db, visit, (tx) =>
      appendAudit(tx, {
        actor: doer.actor,
        act: 'pack.opened',
        subjectType: 'publication',
        subject: file.publication,
        content: file.document,
      }),
    )
  }
  const bytes = await needs.documents.open(file.document)
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${downloadName(asked.body.slug, asked.meeting.heldOn, c.req.param('file'))}"`,
    'cache-control': isFull ? 'private, no-store' : 'public, max-age=0, must-revalidate',
    etag: `"${file.document}"`,
  })
}
