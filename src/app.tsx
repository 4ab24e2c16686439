import type { Context } from 'hono'
import { Hono } from 'hono'
import { assuranceRoutes } from '#assurance/routes.ts'
import { findStrategiesBeside } from '#commissioning/public-data.ts'
import { committedBy } from '#commissioning/routes/paper-money.tsx'
import { commissioningRoutes } from '#commissioning/routes.ts'
import { earlyHelpRoutes } from '#early-help/routes.ts'
import { familyWork } from '#early-help/work.ts'
import { makeFirstAdministrator } from '#governance/public-data.ts'
import { governanceRoutes } from '#governance/routes.ts'
import { boardToDo } from '#home/board-to-do.ts'
import { exportRoutes } from '#home/export-routes.tsx'
import { mailChoiceRoutes } from '#home/mail-choice-routes.tsx'
import { navigationFor } from '#home/navigation.ts'
import { ownCalendarRoutes } from '#home/own-calendar-routes.tsx'
import { ownTokenRoutes } from '#home/own-token-routes.tsx'
import { patternRoutes } from '#home/patterns/routes.ts'
import { staticRoutes } from '#home/static-routes.ts'
import { oneClickNewsRoutes, stopNewsRoutes } from '#home/stop-news-routes.tsx'
import { workRoutes } from '#home/work-routes.tsx'
import { countOpenWork, handWorkOn, tellInTheirName } from '#meetings/public-data.ts'
import { oneClickRoutes } from '#meetings/routes/lists.tsx'
import { meetingsRoutes } from '#meetings/routes.ts'
import { scorecardPaths } from '#performance/paths.ts'
import { performanceRoutes } from '#performance/routes.ts'
import { findYearlyOwing } from '#plans/public-data.ts'
import { communicationsBeside } from '#plans/routes/communications-beside.tsx'
import { plansRoutes } from '#plans/routes.ts'
import { busyCode } from '#platform/database/busy.ts'
import { healthRoutes } from '#platform/health.ts'
import { identityRoutes } from '#platform/identity/routes/routes.ts'
import { bounceRoutes } from '#platform/mail/bounces.ts'
import { stopNewsPaths } from '#platform/mail/stop-news.ts'
import { createMeter } from '#platform/metrics/meter.ts'
import { measure, metricsRoutes } from '#platform/metrics/metrics.ts'
import { partnershipTeller } from '#platform/partnership.ts'
import { logoTeller } from '#platform/partnership-logo.ts'
import { partnershipRoutes } from '#platform/partnership-routes.ts'
import { SignInNeeded } from '#platform/refusals.ts'
import { dayOf } from '#platform/time/london.ts'
import { assetRoutes } from '#platform/web/asset-routes.ts'
import { addressTeller } from '#platform/web/client-address.ts'
import { SessionEnded } from '#platform/web/csrf.ts'
import { ErrorPage, type ErrorWords, notFoundWords, wordsOf } from '#platform/web/errors.tsx'
import { postedText } from '#platform/web/fields.ts'
import { readForm } from '#platform/web/form-body.ts'
import { requestFrame } from '#platform/web/frame.ts'
import { letGoOfBodies } from '#platform/web/head-requests.ts'
import { type Unsent, unsentOf } from '#platform/web/send-again.tsx'
import { partsInTurn } from '#platform/web/turns.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { oneClickStopRoutes } from '#public-site/follow-routes.tsx'
import { apiErrorType, apiRoot, openForms } from '#public-site/paths.ts'
import { publicSiteRoutes } from '#public-site/routes.tsx'
import { threadRoutes } from '#thread/routes.ts'
import { saidAbout } from '#voice/routes/said-about.tsx'
import { voiceRoutes } from '#voice/routes.ts'
import { beside } from './committed-beside.tsx'
import { isLoopback } from './config.ts'
import { countedMeasures } from './counted-measures.ts'
import { datedElsewhere, datedParts } from './dated-parts.ts'
import { measuredBy, outcomeMeasures } from './measured-by.ts'
import type { Needs } from './needs.ts'
import { reportAside } from './report-aside.ts'
import { threadGroups, threadParts, threadSaid, threadSums, threadWorth } from './thread-parts.ts'

/** The rooms of the house, in the order in which they are asked for an address: /boards/new before /boards/:slug. */
const rooms: readonly ((needs: Needs) => Hono<AppEnv>)[] = [
  (needs) =>
    governanceRoutes({
      ...{ ...needs, elsewhere: tellInTheirName, work: { count: countOpenWork, handOn: handWorkOn } },
      dated: { parts: datedParts, elsewhere: datedElsewhere },
    }),
  (needs) => publicSiteRoutes({ ...needs, toDo: boardToDo(), threadSums }),
  (needs) =>
    meetingsRoutes({
      ...{ ...needs, saidAbout: beside(committedBy, saidAbout), communications: communicationsBeside },
      yearlyOwed: findYearlyOwing,
    }),
  (needs) => performanceRoutes({ ...needs, counted: countedMeasures }),
  (needs) =>
    plansRoutes({
      ...needs,
      outcomeMeasures,
      scorecardOf: scorecardPaths.ofPriority,
      reportAside,
      measuredBy,
      saidAbout,
      strategiesOf: findStrategiesBeside,
    }),
  assuranceRoutes,
  voiceRoutes,
  (needs) => commissioningRoutes({ ...needs, communications: communicationsBeside }),
  earlyHelp,
  accountRoutes,
  (needs) => workRoutes(needs, familyWork(needs.casework)),
  mailChoiceRoutes,
  stopNewsRoutes,
  exportRoutes,
  ownCalendarRoutes,
  ownTokenRoutes,
  (needs) => threadRoutes(needs, threadParts, { said: threadSaid, sums: threadSums }, threadGroups, threadWorth),
  partnershipRoutes,
  staticRoutes,
  patternRoutes,
]

/** Early help reads by its own pool; whoever opens a family in an emergency shows password and second step again. */
function earlyHelp({ casework, outbox, config, identity }: Needs): Hono<AppEnv> {
  return earlyHelpRoutes({
    ...{ db: casework, outbox, publicUrl: config.publicUrl },
    confirmOwner: async (visit, { headers, client, password, code }) => {
      const { account } = visit
      if (!account || !(await identity.confirmPassword({ email: account.email, headers, client }, password)))
        return { field: 'password', code: 'present-wrong' }
      const confirmed = await identity.confirmCode(account.id, { headers, typed: code, client })
      return confirmed.ok ? undefined : { field: 'code', code: confirmed.problems[0] }
    },
  })
}

/** Signing in and accounts; the first of them to come administers the partnership, which is governance's to record. */
function accountRoutes(needs: Needs): Hono<AppEnv> {
  return identityRoutes(needs, {
    makeAdministrator: (tx, account, name) => makeFirstAdministrator(tx, account, name, dayOf(needs.clock.now())),
  })
}

/** Composes the house: files, health and what mail servers post outside the frame, then every domain's routes inside it, and a page for everything that goes wrong. */
export function createApp(needs: Needs): Hono<AppEnv> {
  const app = new Hono<AppEnv>({ strict: false })
  const meter = createMeter()
  app.use(measure(meter, kindsOf(app)))
  app.use(letGoOfBodies())
  app.route('/', assetRoutes())
  app.route('/', healthRoutes(needs))
  const isLocal = isLoopback(new URL(needs.config.publicUrl).hostname)
  app.route('/', metricsRoutes(meter, { ...needs, token: needs.config.metricsToken, isLocal, following: () => needs.live.following() }))
  app.route('/', bounceRoutes(needs))
  app.route('/', oneClickRoutes(needs, needs.clock))
  app.route('/', oneClickStopRoutes(needs))
  app.route('/', oneClickNewsRoutes(needs))
  const [name, mark] = [partnershipTeller(needs.db, needs.clock), logoTeller(needs.db, needs.clock)]
  app.use(partsInTurn(addressTeller(needs.config.trustedProxy)))
  app.use(
    ...requestFrame({
      publicUrl: needs.config.publicUrl,
      trustedProxy: needs.config.trustedProxy,
      formsSecret: needs.secrets.forms,
      openForms: [...openForms, stopNewsPaths.page],
      tokenRoots: [`${apiRoot}/`],
      clock: needs.clock,
      log: needs.log,
      findAccount: (headers) => needs.identity.findAccount(headers),
      navigationFor: (acting) => navigationFor(needs, acting),
      partnership: name.tell,
      logo: mark.tell,
    }),
  )
  // Whoever has just changed the name or the mark sees it at once, and no page asks for a picture that is gone.
  app.post('/admin/*', async (_c, next) => {
    await next()
    name.forget()
    mark.forget()
  })
  for (const room of rooms) app.route('/', room(needs))
  app.notFound((c) => c.html(<ErrorPage visit={c.get('visit')} words={notFoundWords} />, 404))
  app.onError((error, c) => answerError(needs, error, c))
  return app
}

/** The first parts of all addresses of the house, once it is composed: by them answers are counted. */
function kindsOf(app: Hono<AppEnv>): () => ReadonlySet<string> {
  let kinds: ReadonlySet<string> | undefined
  return () => {
    kinds ??= new Set(app.routes.map(({ path }) => path.split('/')[1] ?? '').filter((first) => /^[a-z-]*$/.test(first)))
    return kinds
  }
}

/** Refusals become pages, a reader who must sign in is led there and back, a fault is logged with the request's id and reveals nothing. */
async function answerError(needs: Needs, error: Error, c: Context<AppEnv, string>): Promise<Response> {
  const visit = c.get('visit')
  if (error instanceof SignInNeeded && (c.req.method === 'GET' || c.req.method === 'HEAD')) {
    const { pathname, search } = new URL(c.req.url)
    return c.redirect(`/sign-in?return=${encodeURIComponent(pathname + search)}`, 303)
  }
  const words = wordsOf(error)
  if (error instanceof SessionEnded) return answerSignedOut(c, words)
  if (words.retryAfter !== undefined) return answerBusy(needs, error, c, words)
  if (words.fault) needs.log.error({ request: visit.requestId, err: error }, 'fault')
  else needs.log.warn({ request: visit.requestId, status: words.status, refusal: error.constructor.name }, 'refused')
  // A program is told in its own form, also what the frame refuses before any route is asked.
  if (visit.path.startsWith(`${apiRoot}/`)) return c.json({ type: apiErrorType, message: words.sentences.join(' ') }, words.status)
  return c.html(<ErrorPage visit={visit} words={words} unsent={words.fault ? await unsentIn(c) : undefined} />, words.status)
}

/** What somebody typed who is signed in, so that a fault of ours does not lose it. */
async function unsentIn(c: Context<AppEnv, string>): Promise<Unsent | undefined> {
  if (c.req.method !== 'POST' || c.get('visit').account === undefined) return undefined
  return readForm(c).then(
    (body) => unsentOf(c.req.path, body),
    () => undefined,
  )
}

/** Somebody's session ended while they typed: what they typed stands on the page, and counts once they are signed in again. */
async function answerSignedOut(c: Context<AppEnv, string>, words: ErrorWords): Promise<Response> {
  const body = await readForm(c)
  const { pathname, search } = new URL(c.req.url)
  return c.html(<ErrorPage visit={c.get('visit')} words={words} unsent={unsentOf(pathname + search, body, postedText(body.csrf))} />, 401, {
    'cache-control': 'no-store',
  })
}

/** Too many came at once: nothing was written, so that the same form, whose words the page keeps, can be sent again as it is. */
async function answerBusy(needs: Needs, error: Error, c: Context<AppEnv, string>, words: ErrorWords): Promise<Response> {
  const visit = c.get('visit')
  needs.log.warn({ request: visit.requestId, status: words.status, busy: busyCode(error), err: error }, 'busy')
  c.header('Retry-After', String(words.retryAfter))
  return c.html(<ErrorPage visit={visit} words={words} unsent={await unsentIn(c)} />, words.status)
}
