import type { Hono } from 'hono'
import { readAs } from '#platform/database/session.ts'
import { actsWith, doerOf, form, formsWith, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { giveLetter, hearOutcome, reopenFamily } from '../commands/closing.ts'
import { assessLevel, endPause, enterTier, giveAdvice, pauseFamily, recordAdulthood } from '../commands/course.ts'
import {
  decideTransition,
  disputeTransition,
  lookAtTransition,
  proposeTransition,
  receiveTransition,
  sendTransition,
  withdrawTransition,
} from '../commands/movement.ts'
import {
  parseAdulthood,
  parseAdvice,
  parseChannel,
  parseDecide,
  parseDispute,
  parseLevel,
  parsePause,
  parsePropose,
  parseSettlement,
  parseTier,
} from '../forms/movement.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { AdvicePage, MovementsPage, OutcomePage } from '../pages/movement-lists.tsx'
import { MovementPage } from '../pages/movement-page.tsx'
import { TransitionPage } from '../pages/transition-page.tsx'
import { familyPaths } from '../paths.ts'
import {
  findCourse,
  findTransition,
  findTransitionStory,
  listAdvice,
  listOutcomes,
  listTransitions,
  type TransitionLine,
} from '../queries/movement.ts'
import { findNames } from '../queries/names.ts'
import { findTies, idOf } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { problemWords } from '../words/problems.ts'
import { adviceShape } from './advice-shape.ts'
import { disputeShape, settleShape } from './dispute-shapes.ts'
import { type AskedCasework, type AskedFamily, caseworkGate, familyGate } from './gates.ts'
import { decideShape, grownShape, levelShape, pauseShape, proposeShape, reopenShape, sendShape, tierShape } from './movement-shapes.ts'
import { contentFormAt, lookingGate, sectionAt } from './sections.tsx'

const formAt = formsWith(problemWords)
const actAt = actsWith(problemWords)
const moves = '/families/:episode/movement'
const one = '/movements/:transition'

/** How families move: their own page, the transitions that are under way, what referrers hear, advice. */
export function movementRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  lists(app, needs)
  familyMoves(app, needs)
  transitions(app, needs)
}

function lists(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  pageAt(app, needs, '/families/movements', caseworkGate('families', 'movements'), async ({ reader, visit, ties }) => {
    const underWay = await listTransitions(reader, { underWay: true }, visit.today)
    const outcomes = (await listOutcomes(reader, { unheard: true })).map((one) => ({ ...one, isMine: one.referrer === ties.person }))
    return <MovementsPage {...{ visit, underWay, outcomes }} relations={ties.relations} agencies={ties.agencies} />
  })
  pageAt(app, needs, '/families/advice', caseworkGate('families', 'advise'), async ({ reader, visit, ties }) => (
    <AdvicePage visit={visit} relations={ties.relations} advice={await listAdvice(reader)} />
  ))
  formAt(app, needs, '/families/advice/new', caseworkGate('families', 'advise'), async (asked) =>
    form(await adviceShape(asked), parseAdvice, async (doer, input) => leadTo(await giveAdvice(needs, doer, input), familyPaths.advice)),
  )
  app.get('/families/outcomes/:outcome', async (c) => {
    const visit = c.get('visit')
    const outcome = await hearOutcome(needs, doerOf(visit), idOf(c.req.param('outcome')))
    const mayGive = await readAs(needs.db, visit, async (reader) => (await findTies(reader, visit)).person !== outcome.referrer)
    return c.html(
      <OutcomePage visit={visit} outcome={outcome} mayGive={mayGive && outcome.heardAt === null && outcome.letterOn === null} />,
    )
  })
  actAt(
    app,
    needs,
    '/families/outcomes/:outcome/letter',
    async (reader, c) => ({ ties: await findTies(reader, c.get('visit')), id: idOf(c.req.param('outcome') ?? '') }),
    async ({ id }, doer) => leadTo(await giveLetter(needs, doer, id), () => familyPaths.outcome(id)),
    ({ id }) => familyPaths.outcome(id),
  )
}

const back = ({ family }: Pick<AskedFamily, 'family'>): string => familyPaths.moves(family.id)

function familyMoves(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  sectionAt(app, needs, { path: 'movement', verb: 'list' }, async ({ tx, family, ties, visit }) => (
    <MovementPage
      {...{ visit, family }}
      relations={ties.relations}
      transitions={await listTransitions(tx, { episode: family.id }, visit.today)}
      course={await findCourse(tx, family.id, visit.today)}
      outcomes={await listOutcomes(tx, { episode: family.id })}
    />
  ))
  formAt(app, needs, `${moves}/new`, familyGate('move'), async (asked) =>
    form(await proposeShape(asked), parsePropose, async (doer, input) =>
      leadTo(await proposeTransition(needs, doer, asked.family.id, input), ({ id }) => familyPaths.movement(id)),
    ),
  )
  formAt(app, needs, `${moves}/tier`, familyGate('move'), async (asked) =>
    form(await tierShape(asked), parseTier, async (doer, input) =>
      leadTo(await enterTier(needs, doer, asked.family.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, `${moves}/level`, familyGate('level'), async (asked) =>
    form(await levelShape(asked), parseLevel, async (doer, input) =>
      leadTo(await assessLevel(needs, doer, asked.family.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, `${moves}/pause`, familyGate('move'), async (asked) =>
    form(pauseShape(asked), parsePause, async (doer, input) =>
      leadTo(await pauseFamily(needs, doer, asked.family.id, input), () => back(asked)),
    ),
  )
  actAt(
    app,
    needs,
    `${moves}/go-on`,
    familyGate('move'),
    async (asked, doer) => leadTo(await endPause(needs, doer, asked.family.id), () => back(asked)),
    back,
  )
  contentFormAt(app, needs, `${moves}/grown`, lookingGate('grown'), async (asked) =>
    form(await grownShape(asked), parseAdulthood, async (doer, input) =>
      leadTo(await recordAdulthood(needs, doer, asked.family.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, `${moves}/reopen`, familyGate('reopen'), async (asked) =>
    form(
      reopenShape(asked),
      () => ({ ok: true, value: undefined }),
      async (doer) => leadTo(await reopenFamily(needs, doer, asked.family.id), ({ id }) => familyPaths.family(id)),
    ),
  )
}

type AskedTransition = AskedCasework & { readonly transition: TransitionLine; readonly isReceiver: boolean }

/** A transition that one may see. What may be done with it is asked again by the command. @throws NotFound, SignInNeeded */
const transitionGate: Gate<AskedTransition> = async (reader, c) => {
  const visit = c.get('visit')
  const ties = await findTies(reader, visit)
  const transition = await findTransition(reader, idOf(c.req.param('transition') ?? ''), visit.today)
  const isReceiver = transition.target !== null && ties.agencies.includes(transition.target)
  return { reader, visit, ties, transition, isReceiver, part: (name) => c.req.param(name) ?? '' }
}

function transitions(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  app.get(one, async (c) => {
    const visit = c.get('visit')
    const look = { id: idOf(c.req.param('transition')), verb: 'read' }
    return c.html(
      await lookAtTransition(needs.db, doerOf(visit), look, async ({ tx, transition, ties }) => (
        <TransitionPage
          {...{ visit, transition }}
          {...(await findTransitionStory(tx, transition.id))}
          isReceiver={ties.relations.has('receiver')}
          maySend={mayIn(ties.relations, 'transition', 'send')}
        />
      )),
    )
  })
  const home = ({ transition }: AskedTransition): string => familyPaths.movement(transition.id)
  formAt(app, needs, `${one}/send`, transitionGate, async (asked) =>
    form(sendShape(asked.transition), parseChannel, async (doer, input) =>
      leadTo(await sendTransition(needs, doer, asked.transition.id, input), () => home(asked)),
    ),
  )
  formAt(app, needs, `${one}/answer`, transitionGate, async (asked) => {
    const name = (await findNames(asked.reader, [asked.ties.person])).get(asked.ties.person) ?? ''
    return form(decideShape(asked.transition, asked.isReceiver, name), parseDecide, async (doer, input) =>
      leadTo(await decideTransition(needs, doer, asked.transition.id, input), () => home(asked)),
    )
  })
  formAt(app, needs, `${one}/dispute`, transitionGate, async (asked) =>
    form(await disputeShape(asked.reader, asked.visit, asked.transition), parseDispute, async (doer, input) =>
      leadTo(await disputeTransition(needs, doer, asked.transition.id, input), () => home(asked)),
    ),
  )
  formAt(app, needs, `${one}/settle`, transitionGate, async (asked) =>
    form(settleShape(asked.transition), parseSettlement, async (doer, input) =>
      leadTo(await disputeTransition(needs, doer, asked.transition.id, input), () => home(asked)),
    ),
  )
  const acts = {
    'send-here': (id: string, doer: ReturnType<typeof doerOf>) => sendTransition(needs, doer, id, undefined),
    receive: (id: string, doer: ReturnType<typeof doerOf>) => receiveTransition(needs, doer, id),
    withdraw: (id: string, doer: ReturnType<typeof doerOf>) => withdrawTransition(needs, doer, id),
  }
  for (const [name, act] of Object.entries(acts))
    actAt(
      app,
      needs,
      `${one}/${name}`,
      transitionGate,
      async (asked, doer) => leadTo(await act(asked.transition.id, doer), () => home(asked)),
      home,
    )
}
