import { type Context, Hono } from 'hono'
import { type Asked, type AskedBoard, findBodiesById, listAreas } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { countAttempt } from '#platform/identity/throttle.ts'
import type { FieldProblem } from '#platform/result.ts'
import { networkOf } from '#platform/web/client-address.ts'
import { form, leadTo, pageAt, wordsFor } from '#platform/web/endpoints.tsx'
import { FormPage, type FormShape } from '#platform/web/form-page/form-page.tsx'
import { emptyForm, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { reportOffer, settleReport } from '../commands/directory.ts'
import { parseReport, parseSettle } from '../forms/offered.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { openReferralPage } from '../open-referral.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { DirectoryPage } from '../pages/directory-page.tsx'
import { ReportedPage, ReportsPage } from '../pages/reports-page.tsx'
import { offerPaths, servicePaths } from '../paths.ts'
import { findServices } from '../queries/commissioned-services.ts'
import { guardedReport, listOffer, listReports } from '../queries/directory.ts'
import { fitsQuery, type OfferQuery } from '../rules/directory.ts'
import { problemWords } from '../words/problems.ts'
import { formAt } from './endpoint.ts'
import { type AskedReport, anybodyGate, boardGate, reportGate, serviceGate } from './gates.ts'

/** Reports from one network address that cost nothing, and then ever more patience; a whole school may share one address. */
const perSender = { free: 10, first: 500, cap: 4_000, forgetAfter: 60 * 60_000 }
/** So many in an hour are no people any more. */
const MOST_SENDS = 60

/** The early help offer for everybody, what anybody reports about it, and the same for programs (C3). */
export function offerRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/early-help-offer', anybodyGate, directoryPage)
  // Anybody
  app.get('/open-referral/services', async (c) => {
    const visit = c.get('visit')
    const offer = await readAs(needs.db, { ...visit, actor: undefined }, (reader) => listOffer(reader, visit.today))
    const page = Number(c.req.query('page') ?? '1')
    return c.json(openReferralPage(offer, Number.isInteger(page) && page > 0 ? page : 1))
  })
  reportAt(app, needs, '/services/:service/report', async (reader, c) => {
    const { service, body } = await serviceGate('read')(reader, c)
    return { body, service }
  })
  reportAt(app, needs, '/boards/:slug/services/missing', async (reader, c) => {
    const { body } = await boardGate()(reader, c)
    return { body, service: undefined }
  })
  pageAt(app, needs, '/boards/:slug/services/reported', boardGate(), async ({ visit, body }) => <ReportedPage visit={visit} board={body} />)
  pageAt(app, needs, '/boards/:slug/services/reports', boardGate('read', guardedReport), reportsPage)
  formAt(app, needs, '/offer-reports/:report/settle', reportGate, async (asked) =>
    form(settleShape(asked), parseSettle, async (doer, input) =>
      leadTo(await settleReport(needs, doer, asked.report.id, input), () => offerPaths.reports(asked.body.slug)),
    ),
  )
  return app
}

async function directoryPage({ reader, visit, query }: Asked) {
  const asked: OfferQuery = { words: query('q').slice(0, 80), group: query('group'), area: query('area'), tier: query('tier') }
  const [offer, areas] = await Promise.all([listOffer(reader, visit.today), listAreas(reader, visit.today)])
  // What lies within what is told by names.
  const upwards = new Map(areas.map(({ name, within }) => [name, within]))
  const holding = (name: string): readonly string[] => [name, ...(upwards.get(name) ?? []).flatMap(holding)]
  const within = new Set(areas.filter(({ id }) => id === asked.area).flatMap(({ name }) => holding(name)))
  const groups = new Map(offer.map(({ service }) => [service.clientGroup, service.clientGroupName]))
  const bodies = await findBodiesById(reader, [...new Set(offer.map(({ service }) => service.body))], visit.today)
  return (
    <DirectoryPage
      visit={visit}
      offer={offer.filter(({ service }) => fitsQuery(service, asked, within))}
      all={offer.length}
      query={asked}
      groups={[...groups].map(([value, text]) => ({ value, text }))}
      areas={areas.filter(({ kind }) => kind === 'district' || kind === 'locality').map(({ id, name }) => ({ value: id, text: name }))}
      boards={bodies}
    />
  )
}

type About = Pick<AskedBoard, 'body'> & { readonly service: { readonly id: string; readonly title: string } | undefined }

/** Puts the form by which anybody reports something at an address: no account, limited by network, nothing published. */
function reportAt(
  app: Hono<AppEnv>,
  needs: CommissioningNeeds,
  path: string,
  find: (reader: Parameters<ReturnType<typeof boardGate>>[0], c: Context<AppEnv>) => Promise<About>,
): void {
  const about = (c: Context<AppEnv>) => readAs(needs.db, c.get('visit'), (reader) => find(reader, c))
  app.get(path, async (c) => {
    const shape = reportShape(await about(c))
    return c.html(<FormPage visit={c.get('visit')} shape={shape} form={emptyForm(shape.first)} />)
  })
  app.post(path, async (c) => {
    const visit = c.get('visit')
    const asked = await about(c)
    const shape = reportShape(asked)
    const body = await readForm(c)
    const again = (problems: readonly FieldProblem[]) =>
      c.html(<FormPage visit={visit} shape={shape} form={formState(body, problems, wordsFor(shape, problemWords))} />, 422)
    const read = parseReport(body)
    if (!read.ok) return again(read.problems)
    if (await isTooOften(needs, c)) return again([{ field: 'said', code: 'reports-busy' }])
    const sent = await reportOffer(needs, visit, { body: asked.body.id, service: asked.service?.id }, read.value)
    return sent.ok ? c.redirect(offerPaths.thanks(asked.body.slug), 303) : again(sent.problems)
  })
}

/** Counts what comes from one network address; only a keyed digest of it is kept, for an hour. */
async function isTooOften({ identity }: CommissioningNeeds, c: Context<AppEnv>): Promise<boolean> {
  if (!identity) return false
  const address = (c.get('client' as never) as { readonly address?: string } | undefined)?.address ?? ''
  const { wait, failures } = await countAttempt(identity.context, [{ what: `offer-report:${networkOf(address)}`, policy: perSender }])
  if (failures >= MOST_SENDS) return true
  await identity.context.sleep(wait)
  return false
}

function reportShape({ body, service }: About): FormShape {
  return {
    title: service ? 'Tell us what is wrong' : 'Tell us which service is missing',
    caption: service?.title ?? body.name,
    lead: 'You need no account, and you need not say who you are. Nothing that you send is published. If a child is in danger now, call 999.',
    breadcrumbs: [{ text: 'Early help offer', href: offerPaths.directory() }],
    groups: [
      {
        fields: [
          {
            ...{ kind: 'lines', name: 'said', label: service ? 'What is wrong?' : 'Which service is missing?', rows: 6 },
            hint: 'Only the clerk reads it. Please name no child',
          },
          {
            ...{ kind: 'line', name: 'contact', label: 'How can we reach you?' },
            hint: 'If you want. Kept until we have settled it, then deleted',
          },
        ],
      },
    ],
    submit: 'Send',
    first: {},
    cancel: offerPaths.directory(),
  }
}

async function reportsPage({ reader, visit, body }: AskedBoard) {
  const reports = await listReports(reader, [body.id])
  const services = await findServices(reader, [...new Set(reports.flatMap(({ service }) => service ?? []))], visit.today)
  return <ReportsPage visit={visit} board={body} reports={reports} titles={new Map(services.map(({ id, title }) => [id, title]))} />
}

function settleShape({ body, report }: AskedReport): FormShape {
  return {
    title: 'Settle this report',
    caption: body.name,
    breadcrumbs: crumbsOf(
      body,
      { text: 'Services', href: servicePaths.ofBoard(body.slug) },
      { text: 'Reports', href: offerPaths.reports(body.slug) },
    ),
    above: (
      <>
        <p class="govuk-body">{report.said}</p>
        {report.contact !== '' && <p class="govuk-body">Answer to: {report.contact}</p>}
      </>
    ),
    groups: [{ fields: [{ kind: 'lines', name: 'answer', label: 'What was done about it?' }] }],
    submit: 'Settle',
    warning: 'How to reach whoever sent it is deleted.',
    first: {},
    version: report.version,
    cancel: offerPaths.reports(body.slug),
  }
}
