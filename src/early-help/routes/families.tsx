import type { Context, Hono } from 'hono'
import { readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { actsWith, doerOf, form, formsWith, leadTo, pageAt, wordsFor } from '#platform/web/endpoints.tsx'
import { emptyForm, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { paperPdf } from '../assessment-paper.ts'
import { recordAgreement, withdrawAgreement } from '../commands/agreement.ts'
import { askForHelp, closeFamily } from '../commands/family.ts'
import { whoIsInvolved } from '../commands/involved.ts'
import { type Looking, lookAt } from '../commands/look.ts'
import { endPost, givePost } from '../commands/post.ts'
import { askToShare, settleSharing } from '../commands/sharing.ts'
import { answerLead, joinTeam, proposeLead } from '../commands/team.ts'
import { parseAgreement, parseWithdraw } from '../forms/agreement.ts'
import { parseAsk, parseClose } from '../forms/family.ts'
import { parseEndPost, parseInvolved, parsePost } from '../forms/post.ts'
import { parseSharing } from '../forms/sharing.ts'
import { parseLead, parseLeadAnswer, parseTeam } from '../forms/team.ts'
import { looksPaper } from '../looks-paper.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { DecisionPage } from '../pages/decision-page.tsx'
import { FamiliesPage } from '../pages/families-page.tsx'
import { FamilyPage } from '../pages/family-page.tsx'
import { InvolvedPage, involvedShape } from '../pages/involved-page.tsx'
import { LooksPage } from '../pages/looks-page.tsx'
import { PostsPage } from '../pages/posts-page.tsx'
import { withdrawShape } from '../pages/withdraw-shape.tsx'
import { type FamilyStep, familyPaths } from '../paths.ts'
import { findStands } from '../queries/disagreements.ts'
import { listFamilies } from '../queries/families.ts'
import { findCoordinators, findFamilyShield, findHeldReadings, findRestrictions, findUnheard } from '../queries/guard.ts'
import { findNames, listChoices } from '../queries/names.ts'
import { findRequestAndWork } from '../queries/next-step.ts'
import { findPosts } from '../queries/posts.ts'
import {
  findAgreements,
  findAskedToLead,
  findDecisions,
  findDisclosures,
  findGrants,
  findLooks,
  findPeople,
  findProposal,
} from '../queries/record.ts'
import { findCitedAgreement } from '../queries/sharing-agreements.ts'
import { idOf } from '../queries/ties.ts'
import { type CaseworkRelation, type ContentClass, mayIn } from '../rules/access.ts'
import { nextStep } from '../rules/next-step.ts'
import { problemWords } from '../words/problems.ts'
import { nextMay, workOf } from './family-next.ts'
import { type AskedCasework, type AskedFamily, caseworkGate, decisionGate, familyGate, signedInGate } from './gates.ts'
import { endPostShape, postShape } from './post-shapes.ts'
import { contentFormAt, lookingGate } from './sections.tsx'
import { agreementShape, askShape, closeShape, leadAnswerShape, leadShape, teamShape } from './shapes.ts'
import { sharingShape } from './sharing-shape.tsx'

const formAt = formsWith(problemWords)
const actAt = actsWith(problemWords)
const one = '/families/:episode'

/** Families in early help: the list, a family's page, and what is done there. */
export function familyRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  pageAt(app, needs, '/families', signedInGate, listPage)
  postRoutes(app, needs)
  formAt(app, needs, '/families/new', caseworkGate('families', 'ask'), async (asked) =>
    form(
      await askShape(asked),
      (body) => parseAsk(body, asked.visit.today),
      async (doer, input) => leadTo(await askForHelp(needs, doer, input), ({ id }) => familyPaths.family(id)),
    ),
  )
  involvedRoutes(app, needs)
  app.get(one, (c) => familyPage(needs, c))
  app.get(`${one}/looks`, (c) => looksPage(needs, c))
  for (const print of ['looks', 'looks-large'] as const) app.get(`${one}/${print}.pdf`, (c) => looksPdf(needs, c, print === 'looks-large'))
  agreeing(app, needs)
  working(app, needs)
  sharing(app, needs)
}

/** Asking who is involved is posted, so that no name stands in an address, a log or a history. */
function involvedRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const gate = caseworkGate('families', 'involved')
  pageAt(app, needs, '/families/involved', gate, async ({ visit }) => <InvolvedPage visit={visit} form={emptyForm()} />)
  app.post('/families/involved', async (c) => {
    const visit = c.get('visit')
    const doer = doerOf(visit)
    await readAs(needs.db, visit, (reader) => gate(reader, c))
    const body = await readForm(c)
    const parsed = parseInvolved(body)
    if (!parsed.ok)
      return c.html(<InvolvedPage visit={visit} form={formState(body, parsed.problems, wordsFor(involvedShape(), problemWords))} />, 422)
    const found = await whoIsInvolved(needs, doer, parsed.value)
    const asks = found.length > 0 ? [] : await readAs(needs.db, visit, (reader) => findCoordinators(reader, undefined, visit.today))
    return c.html(<InvolvedPage visit={visit} form={formState(body, [], problemWords)} {...{ found, asks }} />)
  })
}

function postRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  pageAt(app, needs, '/families/posts', caseworkGate('posts', 'read'), async ({ reader, visit, ties }) => (
    <PostsPage
      visit={visit}
      relations={ties.relations}
      posts={await findPosts(reader, visit.today)}
      areas={new Map((await listChoices(reader, 'locality')).map(({ id, name }) => [id, name]))}
      mayKeep={mayIn(ties.relations, 'posts', 'keep')}
      unheard={await findUnheard(reader)}
    />
  ))
  formAt(app, needs, '/families/posts/new', caseworkGate('posts', 'keep'), async (asked) =>
    form(await postShape(asked), parsePost, async (doer, input) => leadTo(await givePost(needs, doer, input), familyPaths.posts)),
  )
  formAt(app, needs, '/families/posts/:post/end', caseworkGate('posts', 'keep'), async (asked) => {
    const shape = await endPostShape(asked)
    if (!shape) throw new NotFound('No such post.')
    return form(shape, parseEndPost, async (doer, input) =>
      leadTo(await endPost(needs, doer, asked.part('post'), input), familyPaths.posts),
    )
  })
}

function agreeing(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  for (const renews of [false, true])
    formAt(app, needs, `${one}/agreement${renews ? '/renew' : ''}`, familyGate('agree'), async (asked) =>
      form(await agreementShape(asked, renews), parseAgreement, async (doer, input) =>
        leadTo(await recordAgreement(needs, doer, asked.family.id, input), () => home(asked)),
      ),
    )
  formAt(app, needs, `${one}/agreements/:agreement/withdraw`, familyGate('withdraw'), async (asked) => {
    const { reader, visit, family } = asked
    const agreement = (await findAgreements(reader, family.id, visit.today)).find(({ id }) => id === asked.part('agreement'))
    if (!agreement) throw new NotFound('No such agreement.')
    const shown = {
      agreement,
      grants: await findGrants(reader, family.id, visit.now),
      disclosures: await findDisclosures(reader, family.id),
    }
    return form(withdrawShape(family, shown), parseWithdraw, async (doer, input) =>
      leadTo(await withdrawAgreement(needs, doer, { episode: family.id, agreement: agreement.id }, input), () => home(asked)),
    )
  })
}

function working(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  formAt(app, needs, `${one}/lead`, familyGate('propose'), async (asked) =>
    form(await leadShape(asked), parseLead, async (doer, input) =>
      leadTo(await proposeLead(needs, doer, asked.family.id, input), () => home(asked)),
    ),
  )
  formAt(app, needs, `${one}/lead/answer`, familyGate('answer'), async (asked) =>
    form(await leadAnswerShape(asked), parseLeadAnswer, async (doer, input) =>
      leadTo(await answerLead(needs, doer, asked.family.id, input), () => (input.verdict === 'yes' ? home(asked) : familyPaths.list())),
    ),
  )
  formAt(app, needs, `${one}/team`, familyGate('team'), async (asked) =>
    form(await teamShape(asked), parseTeam, async (doer, input) =>
      leadTo(await joinTeam(needs, doer, asked.family.id, input), () => home(asked)),
    ),
  )
  formAt(app, needs, `${one}/close`, familyGate('close'), async (asked) =>
    form(await closeShape(asked), parseClose, async (doer, input) =>
      leadTo(await closeFamily(needs, doer, asked.family.id, input), () => familyPaths.list()),
    ),
  )
}

function sharing(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  contentFormAt(app, needs, `${one}/sharing`, lookingGate('share'), async (asked) =>
    form(await sharingShape(asked), parseSharing, async (doer, input) =>
      leadTo(await askToShare(needs, doer, asked.family.id, input), ({ id }) => familyPaths.approve(id)),
    ),
  )
  pageAt(app, needs, '/sharing-decisions/:decision', decisionGate, async ({ reader, visit, ties, decision }) => (
    <DecisionPage
      visit={visit}
      decision={decision}
      cited={await findCitedAgreement(reader, decision.id)}
      maySettle={mayIn(ties.relations, 'family', 'approve') && decision.requestedBy !== ties.person}
    />
  ))
  for (const step of ['approve', 'end'] as const)
    actAt(
      app,
      needs,
      `/sharing-decisions/:decision/${step}`,
      decisionGate,
      async ({ decision }, doer) => leadTo(await settleSharing(needs, doer, decision.id, step), () => familyPaths.approve(decision.id)),
      ({ decision }) => familyPaths.approve(decision.id),
    )
}

const home = ({ family }: AskedFamily): string => familyPaths.family(family.id)

async function listPage({ reader, visit, ties }: AskedCasework) {
  const isPractitioner = ties.relations.has('practitioner')
  const [open, closed] = isPractitioner ? await Promise.all([listFamilies(reader, 'open'), listFamilies(reader, 'closed')]) : [[], []]
  const leads = await findNames(
    reader,
    [...open, ...closed].flatMap(({ lead }) => lead?.person ?? []),
  )
  const asked = isPractitioner ? await findAskedToLead(reader, ties.person) : new Set<string>()
  return <FamiliesPage {...{ visit, open, closed, leads, asked, isPractitioner }} relations={ties.relations} />
}

async function familyPage(needs: EarlyHelpNeeds, c: Context<AppEnv, typeof one>) {
  const visit = c.get('visit')
  return c.html(await lookAt(needs.db, doerOf(visit), idOf(c.req.param('episode')), 'list', async (looking) => drawFamily(looking, visit)))
}

const stepVerbs: readonly (readonly [FamilyStep | 'answer', string])[] = [
  ['agreement', 'agree'],
  ['disagreement', 'disagree'],
  ['lead', 'propose'],
  ['team', 'team'],
  ['sharing', 'share'],
  ['close', 'close'],
  ['answer', 'answer'],
]
const stepsFor = (relations: ReadonlySet<CaseworkRelation>) =>
  new Set(stepVerbs.filter(([, verb]) => mayIn(relations, 'family', verb)).map(([step]) => step))

async function drawFamily({ tx, family, ties }: Looking, visit: AskedCasework['visit']) {
  const [people, { request, progress }, agreements, decisions, grants, proposal, stands] = [
    await findPeople(tx, family.family),
    await findRequestAndWork(tx, family.id, visit.today),
    await findAgreements(tx, family.id, visit.today),
    await findDecisions(tx, { episode: family.id }),
    await findGrants(tx, family.id, visit.now),
    await findProposal(tx, family.id),
    await findStands(tx, family.id),
  ]
  const [shield, restrictions, heldReadings] = [
    await findFamilyShield(tx, family.family),
    await findRestrictions(tx, family.id),
    await findHeldReadings(tx, family.id),
  ]
  const opens = (part: ContentClass) => grants.some((grant) => grant.isOpen && grant.person === ties.person && grant.class === part)
  const leadName = family.lead ? ((await findNames(tx, [family.lead.person])).get(family.lead.person) ?? '') : ''
  const work = workOf({ family, agreements, proposal, progress, opens }, ties)
  return (
    <FamilyPage
      {...{ visit, family, leadName, people, request, agreements, decisions, grants, stands }}
      {...{ ties, shield, restrictions, heldReadings }}
      mayEnd={mayIn(ties.relations, 'family', 'disagree')}
      maySettle={({ recordedBy }) =>
        mayIn(ties.relations, 'family', 'settle-disagreement') && recordedBy !== ties.person && family.lead?.person !== ties.person
      }
      proposal={proposal && { name: proposal.name, isMine: proposal.person === ties.person }}
      mayReadPeople={opens('family')}
      next={nextStep(work, nextMay(ties.relations), visit.today)}
      reviewOn={typeof work.plan === 'object' ? work.plan.reviewOn : undefined}
      may={stepsFor(ties.relations)}
      relations={ties.relations}
    />
  )
}

async function looksPage(needs: EarlyHelpNeeds, c: Context<AppEnv, string>) {
  const visit = c.get('visit')
  return c.html(
    await lookAt(needs.db, doerOf(visit), idOf(c.req.param('episode') ?? ''), 'looks', async ({ tx, family, ties }) => (
      <LooksPage visit={visit} family={family} relations={ties.relations} looks={await findLooks(tx, family.id)} />
    )),
  )
}

/** On paper for the family: read in one look, set outside of it, and kept in no cache. */
async function looksPdf(needs: EarlyHelpNeeds, c: Context<AppEnv, string>, large: boolean) {
  const visit = c.get('visit')
  const edition = { partnership: visit.partnership, large, madeAt: visit.now }
  const document = await lookAt(needs.db, doerOf(visit), idOf(c.req.param('episode') ?? ''), 'looks', async ({ tx, family }) =>
    looksPaper(family.reference, await findLooks(tx, family.id), edition, visit.today),
  )
  const headers = {
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="who-looked.pdf"',
    'cache-control': 'no-store',
  }
  return c.body(await paperPdf(document, edition), 200, headers)
}
