import { type Context, Hono } from 'hono'
import { findBody, findStanding, listBoardCards } from '#governance/public-data.ts'
import { topicPaths } from '#meetings/paths.ts'
import { isOffered } from '#meetings/public.ts'
import { findTopic, listTopics } from '#meetings/public-data.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { keyedDigest } from '#platform/identity/secrets.ts'
import { countAttempt } from '#platform/identity/throttle.ts'
import { Forbidden, NotFound, SignInNeeded } from '#platform/refusals.ts'
import type { FieldProblem } from '#platform/result.ts'
import { networkOf } from '#platform/web/client-address.ts'
import { postedText } from '#platform/web/fields.ts'
import { emptyForm, type FormBody, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { askToFollow, confirmFollow, stopFollowing } from './commands/follow.ts'
import { readFollowKey } from './follow-key.ts'
import { parseFollowed, parseFollower } from './forms/follow.ts'
import {
  FollowAskedPage,
  FollowChoicePage,
  FollowersPage,
  FollowKeyPage,
  FollowPage,
  FollowToldPage,
  type FollowView,
} from './pages/follow-pages.tsx'
import { publicPaths } from './paths.ts'
import { countFollowers, findBoardNames } from './queries/following.ts'
import type { Followed } from './rules/following.ts'
import { followProblemInWords } from './words/following.ts'

/** Sends from one network that cost nothing, and then ever more patience; a whole council may share one address. */
const perSender = { free: 10, first: 500, cap: 4_000, forgetAfter: 60 * 60_000 }
/** So many in an hour are no people any more. */
const mostSends = 60

type At = Context<AppEnv, string>

/** Mails without an account: asked for, confirmed by a link, stopped by another (O3). Nothing here sets a cookie. */
export function followRoutes(needs: Needs): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get(publicPaths.follow(), (c) => followPage(needs, c))
  routes.post(publicPaths.follow(), (c) => follow(needs, c))
  routes.get(publicPaths.followAsked, (c) => c.html(<FollowAskedPage visit={c.get('visit')} />))
  routes.get(publicPaths.confirmFollow(), (c) => keyPage(needs, c, 'confirm'))
  routes.post(publicPaths.confirmFollow(), async (c) => {
    const confirmed = await confirmFollow(needs, c.get('visit').now, postedText((await readForm(c)).key))
    return confirmed ? c.redirect(publicPaths.followConfirmed, 303) : goneLink(c)
  })
  routes.get(publicPaths.followConfirmed, (c) =>
    told(c, 'Your mails begin', 'You hear of what comes out from now on. Each mail has a link that stops them.'),
  )
  routes.get(publicPaths.stopFollowing(), (c) => keyPage(needs, c, 'stop'))
  routes.post(publicPaths.stopFollowing(), async (c) => {
    await stopFollowing(needs, c.get('visit').now, postedText((await readForm(c)).key))
    return c.redirect(publicPaths.stoppedFollowing, 303)
  })
  routes.get(publicPaths.stoppedFollowing, (c) =>
    told(c, 'The mails have stopped', 'Your address is deleted. To come back, ask for mails again.'),
  )
  routes.get(publicPaths.followers, (c) => followersPage(needs, c))
  return routes
}

/** What mail programs post by themselves when their reader unsubscribes (RFC 8058), outside the frame: they have no cookie and no token. */
export function oneClickStopRoutes(needs: Pick<Needs, 'db' | 'secrets' | 'clock'>): Hono {
  const app = new Hono()
  app.post('/mail/follow/:key', async (c) => {
    await stopFollowing(needs, needs.clock.now(), c.req.param('key'))
    return c.text('done\n', 200)
  })
  app.get('/mail/follow/:key', (c) => c.redirect(publicPaths.stopFollowing(c.req.param('key')), 303))
  return app
}

function told(c: At, title: string, words: string, status: 200 | 404 = 200): Response | Promise<Response> {
  return c.html(<FollowToldPage visit={c.get('visit')} title={title} words={words} />, status)
}

const goneLink = (c: At) =>
  told(c, 'This link holds no more', 'It was used already, is older than three days, or is not whole. Ask for mails again.', 404)

const noKey = (c: At) =>
  told(c, 'Open the link of the mail', 'This page belongs to a link in a mail from us. Open the mail, and follow its link.')

interface Asked {
  readonly followed: Followed
  readonly view: Omit<FollowView, 'form'>
}

/** What an address or a form names. @throws NotFound */
async function askedOf(reader: Reader, body: FormBody, today: Temporal.PlainDate): Promise<Asked> {
  const asked = parseFollowed(body)
  if (asked?.kind === 'board') {
    const board = await findBody(reader, asked.slug, today)
    if (board) {
      const sends = `When ${board.name} publishes papers, minutes or decisions, or takes something back.`
      const back = { text: board.name, href: publicPaths.board(board.slug) }
      return { followed: { kind: 'board', body: board.id }, view: { name: board.name, sends, back, fields: { board: board.slug } } }
    }
  }
  if (asked?.kind === 'topic') {
    const topic = await findTopic(reader, asked.slug)
    if (topic) {
      const sends = `When any board publishes papers, minutes or decisions about ${topic.name}, or takes something back.`
      const back = { text: topic.name, href: topicPaths.topic(topic.slug) }
      return { followed: { kind: 'topic', topic: topic.id }, view: { name: topic.name, sends, back, fields: { topic: topic.slug } } }
    }
  }
  if (asked?.kind === 'search') {
    const sends = 'When something comes out that this search finds.'
    const back = { text: 'Search', href: `${publicPaths.search}?${asked.search}` }
    const fields = { search: asked.search }
    return { followed: { kind: 'search', search: asked.search }, view: { name: `Search for ‘${asked.words}’`, sends, back, fields } }
  }
  throw new NotFound('There is no such thing to follow.')
}

/** As a visitor, whoever asks: the mails are read as one. */
const read = (needs: Needs, c: At, body: FormBody): Promise<Asked> => {
  const { now, today } = c.get('visit')
  return readAs(needs.db, { actor: undefined, now, today }, (reader) => askedOf(reader, body, today))
}

async function followPage(needs: Needs, c: At) {
  if (Object.keys(c.req.query()).length === 0) return choicePage(needs, c)
  const { view } = await read(needs, c, c.req.query())
  return c.html(<FollowPage visit={c.get('visit')} view={{ ...view, form: emptyForm() }} />)
}

async function choicePage({ db }: Needs, c: At) {
  const visit = c.get('visit')
  const { now, today } = visit
  const view = await readAs(db, { actor: undefined, now, today }, async (reader) => ({
    boards: (await listBoardCards(reader, today)).filter(({ status }) => status !== 'outside' && status !== 'ended'),
    topics: (await listTopics(reader)).filter((topic) => isOffered(topic, today)),
  }))
  return c.html(<FollowChoicePage visit={visit} boards={view.boards} topics={view.topics} />)
}

async function follow(needs: Needs, c: At) {
  const body = await readForm(c)
  const visit = c.get('visit')
  const { followed, view } = await read(needs, c, body)
  const again = (problems: readonly FieldProblem[]) =>
    c.html(<FollowPage visit={visit} view={{ ...view, form: formState(body, problems, followProblemInWords) }} />, 422)
  const parsed = parseFollower(body)
  if (!parsed.ok) return again(parsed.problems)
  const network = networkOf(c.get('client').address)
  const { context } = needs.identity
  const { wait, failures } = await countAttempt(context, [{ what: `follow:${network}`, policy: perSender }])
  if (failures >= mostSends) return again([{ field: '', code: 'follow-busy' }])
  await context.sleep(wait)
  const sender = network === '' ? '' : keyedDigest(context.secret, 'follow-sender', network)
  const asked = await askToFollow(needs, visit.now, followed, parsed.value, { name: view.name, sender })
  return asked.ok ? c.redirect(publicPaths.followAsked, 303) : again(asked.problems)
}

/** What the page behind a link of a mail says, for each of the two. */
const keyPages = {
  confirm: {
    title: 'Confirm your address',
    words: 'Confirm that the mails you asked for may come to your address.',
    action: publicPaths.confirmFollow(),
    button: 'Begin the mails',
  },
  stop: {
    title: 'Stop these mails',
    words: 'No more of these mails come to you, and your address is deleted.',
    action: publicPaths.stopFollowing(),
    button: 'Stop the mails',
  },
} as const

/** The page behind a link of a mail: it changes nothing, its button does. */
function keyPage({ secrets }: Needs, c: At, purpose: keyof typeof keyPages) {
  const key = c.req.query('key') ?? ''
  if (key === '') return noKey(c)
  if (readFollowKey(secrets.feeds, purpose, key) === undefined) return goneLink(c)
  c.header('cache-control', 'no-store')
  return c.html(<FollowKeyPage visit={c.get('visit')} {...keyPages[purpose]} keyOfMail={key} />)
}

async function followersPage({ db }: Needs, c: At) {
  const visit = c.get('visit')
  if (visit.actor === undefined) throw new SignInNeeded('Sign in as an administrator.')
  const lines = await readAs(db, visit, async (reader) => {
    if (!(await findStanding(reader, visit)).administrator) throw new Forbidden('Only administrators open this page.')
    const boards = await findBoardNames(reader, visit.today)
    const topics = new Map((await listTopics(reader)).map(({ id, name }) => [id, name]))
    return (await countFollowers(reader)).map(({ kind, body, topic, atOnce, weekly }) => ({
      name: kind === 'search' ? 'Searches' : (boards.get(body ?? '') ?? topics.get(topic ?? '') ?? 'What is not there any more'),
      href: undefined,
      ...{ atOnce, weekly },
    }))
  })
  return c.html(<FollowersPage visit={visit} lines={lines} />)
}
