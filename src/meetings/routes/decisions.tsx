import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Standing } from '#governance/public.ts'
import { findBody, findPeopleNames, findStanding, listCodes } from '#governance/public-data.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { doerOf } from '#platform/web/endpoints.tsx'
import { optionalChoice, optionalText, optionalWholeNumber, parseForm } from '#platform/web/fields.ts'
import { RefusalPage } from '#platform/web/form-page/refusal-page.tsx'
import { emptyForm, type FormState, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import { referDecision } from '../commands/decision/refer-onward.ts'
import { withdrawDecision } from '../commands/decision/withdraw-decision.ts'
import { parseReason } from '../forms/decision.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { DecisionDetailPage } from '../pages/decision-page.tsx'
import { DecisionsPage, MeetingDecisionsPage } from '../pages/decision-pages.tsx'
import type { PartnersView } from '../pages/ratification-parts.tsx'
import { recordPaths, topicPaths } from '../paths.ts'
import { allows } from '../permission.ts'
import { findActionsOf } from '../queries/actions.ts'
import { findAgenda, titleOf } from '../queries/agenda.ts'
import { findDecisionBackground } from '../queries/decision-background.ts'
import { type Decision, type DecisionFilter, findDecision, findDecisionsOf, guardedDecision, listDecisions } from '../queries/decisions.ts'
import { findMinuteOf, findMinutes, standingOfMinutes } from '../queries/minutes.ts'
import { findTakenHome } from '../queries/ratifications.ts'
import { findRecordedMeeting } from '../queries/record.ts'
import { guardedProposal } from '../queries/terms-proposals.ts'
import { findAllTopicsOfDecision } from '../queries/topics.ts'
import { findWhoMayStop } from '../queries/who-may-stop.ts'
import { decisionTypes } from '../rules/decision.ts'
import { whyNotChanged } from '../rules/decision-change.ts'
import { boardsOf } from '../rules/joint.ts'
import type { AskedPartner } from '../rules/taken-home.ts'
import { whyNotAdopting } from '../rules/terms-proposal.ts'
import { decisionProblemWords } from '../words/decision.ts'
import { motionProblemWords } from '../words/motion.ts'
import { headOf } from './attendance.tsx'
import { decisionFormRoutes } from './decision-forms.tsx'
import { decisionAsked, meetingToShow } from './record-gates.ts'

/** Decisions: one, those of a meeting, and a board's list (M9). */
export function decisionRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/boards/:slug/decisions', (c) => list(needs, c)) // anybody, each decision by its sight
  app.get('/meetings/:id/decisions', async (c) => c.html(await ofMeeting(needs, c))) // read meeting, each decision by its sight
  app.get('/decisions/:id', async (c) => c.html(await detail(needs, c, emptyForm()))) // read decision
  app.post('/decisions/:id/withdraw', (c) => withdraw(needs, c)) // withdraw decision
  app.post('/decisions/:id/refer', (c) => refer(needs, c)) // withdraw decision
  app.route('/', decisionFormRoutes(needs))
  return app
}

const filterForm = z.object({
  year: optionalWholeNumber(1900, 2199),
  type: optionalChoice(decisionTypes),
  words: optionalText(200),
  page: optionalWholeNumber(1, 100_000),
})

async function list(needs: MeetingsNeeds, c: Context<AppEnv, '/boards/:slug/decisions'>) {
  const visit = c.get('visit')
  const query = c.req.query()
  const parsed = parseForm(filterForm, query)
  const typed = parsed.ok ? parsed.value : { year: undefined, type: undefined, words: undefined, page: undefined }
  const filter: DecisionFilter = { ...typed, page: typed.page ?? 1 }
  const { board, found, homes } = await readAs(needs.db, visit, async (reader) => {
    const body = await findBody(reader, c.req.param('slug'), visit.today)
    if (!body) throw new NotFound('No such board.')
    const listed = await listDecisions(reader, body.id, filter)
    return { board: body, found: listed, homes: await homesOf(reader, listed.decisions, visit.today) }
  })
  const hrefOf = (page: number): string => {
    const asked = { year: typed.year?.toString(), type: typed.type, words: typed.words, page: String(page) }
    const kept = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
    return `${recordPaths.boardDecisions(board.slug)}?${new URLSearchParams(kept)}`
  }
  return c.html(<DecisionsPage visit={visit} board={board} found={found} homes={homes} form={emptyForm(query)} hrefOf={hrefOf} />)
}

async function ofMeeting(needs: MeetingsNeeds, c: Context<AppEnv, '/meetings/:id/decisions'>) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const { meeting, mayRecord } = await meetingToShow(reader, visit, c.req.param('id'))
    const decisions = await findDecisionsOf(reader, meeting.id)
    return (
      <MeetingDecisionsPage
        visit={visit}
        head={headOf(meeting)}
        decisions={decisions}
        homes={await homesOf(reader, decisions, visit.today)}
        bodies={boardsOf(meeting)}
        mayRecord={mayRecord}
      />
    )
  })
}

async function detail(
  needs: MeetingsNeeds,
  c: Context<AppEnv, '/decisions/:id'> | Context<AppEnv, '/decisions/:id/withdraw'>,
  state: FormState,
) {
  const visit = c.get('visit')
  return readAs(needs.db, visit, async (reader) => {
    const decision = await findDecision(reader, c.req.param('id'))
    const meeting = decision && (await findRecordedMeeting(reader, decision.meeting))
    if (!decision || !meeting) throw new NotFound('No such decision.')
    const items = await findAgenda(reader, meeting.id)
    const item = items.find(({ id }) => id === decision.item)
    const actions = (await findActionsOf(reader, meeting.id)).filter((action) => action.decision === decision.id)
    const standing = await findStanding(reader, visit)
    const minutes = await findMinutes(reader, meeting.id)
    const isOut = whyNotChanged(decision, minutes && standingOfMinutes(minutes)) !== undefined
    const partners = await partnersOf(reader, visit, standing, decision)
    return (
      <DecisionDetailPage
        visit={visit}
        head={headOf(meeting)}
        decision={decision}
        ofBody={boardsOf(meeting).find(({ id }) => id === decision.ofBody)?.name ?? ''}
        itemTitle={item && `${item.number} ${titleOf(item)}`}
        minute={await findMinuteOf(reader, meeting.id, decision.id)}
        actions={actions}
        withdraw={allows(standing, guardedDecision(decision), 'withdraw') ? state : undefined}
        background={await findDecisionBackground(reader, decision, visit.today)}
        partners={partners}
        terms={{
          slug: meeting.body.slug,
          refusal: whyNotAdopting(decision, partners.home?.purpose === 'ratify' ? partners.home.force : undefined),
          mayAdopt: allows(standing, guardedProposal(decision), 'adopt'),
        }}
        stop={decision.withdrawn ? undefined : await findWhoMayStop(reader, decision, partners.home, visit.today)}
        said={
          decision.withdrawn
            ? undefined
            : await needs.saidAbout?.(reader, visit, { kind: 'decision', id: decision.id, body: decision.ofBody })
        }
        mayRefer={allows(standing, guardedDecision(decision), 'withdraw')}
        topics={{
          topics: await findAllTopicsOfDecision(reader, decision),
          choose: allows(standing, guardedDecision(decision), 'tag') ? topicPaths.ofDecision(decision.id) : undefined,
        }}
        mayChange={!isOut && allows(standing, guardedDecision(decision), 'change')}
      />
    )
  })
}

/** Which of some decisions partners were asked about. */
const homesOf = (reader: Reader, decisions: readonly { readonly id: string }[], today: Temporal.PlainDate) =>
  findTakenHome(
    reader,
    decisions.map(({ id }) => id),
    today,
  )

/** What the page shows of the partners that take the decision home. */
async function partnersOf(reader: Reader, visit: Visit, standing: Standing, decision: Decision): Promise<PartnersView> {
  const home = (await findTakenHome(reader, [decision.id], visit.today)).get(decision.id)
  const partners = home?.partners ?? []
  const leads = await findPeopleNames(
    reader,
    partners.flatMap(({ lead }) => (lead === undefined ? [] : [lead])),
  )
  const answerable = ({ lead, standing: said }: AskedPartner): boolean => {
    const guarded = {
      record: 'ratification',
      state: decision.sight,
      ties: { body: decision.body, leads: lead === undefined ? [] : [lead] },
    }
    const isDone = lead === standing.person?.id && said.answer !== 'pending'
    return home?.withdrawn === false && !isDone && allows(standing, guarded, 'answer')
  }
  return {
    decision,
    home,
    className: home?.rule.class ? await seatKind(reader, home.rule.class, visit.today) : '',
    leads,
    mayAsk: allows(standing, guardedDecision(decision), 'ask'),
    mayAnswer: new Set(partners.filter(answerable).map(({ id }) => id)),
  }
}

async function seatKind(reader: Reader, code: string, today: Temporal.PlainDate): Promise<string> {
  return (await listCodes(reader, 'seat-category', today)).find((kind) => kind.code === code)?.label ?? code
}

async function refer(needs: MeetingsNeeds, c: Context<AppEnv, '/decisions/:id/refer'>) {
  const visit = c.get('visit')
  const id = c.req.param('id')
  await readAs(needs.db, visit, (reader) => decisionAsked(reader, visit, id, 'withdraw'))
  const done = await referDecision(needs, doerOf(visit), id)
  if (done.ok) return c.redirect(recordPaths.decision(id), 303)
  const sentences = done.problems.map((problem) => motionProblemWords(problem) ?? 'This cannot be put on another plan.')
  return c.html(<RefusalPage visit={visit} sentences={sentences} back={recordPaths.decision(id)} />, 422)
}

async function withdraw(needs: MeetingsNeeds, c: Context<AppEnv, '/decisions/:id/withdraw'>) {
  const visit = c.get('visit')
  // Asked before the form is read: who may not do it learns nothing of what it takes.
  await readAs(needs.db, visit, (reader) => decisionAsked(reader, visit, c.req.param('id'), 'withdraw'))
  const body = await readForm(c)
  const parsed = parseReason(body)
  const done = parsed.ok ? await withdrawDecision(needs, doerOf(visit), c.req.param('id'), parsed.value.reason) : parsed
  if (done.ok) return c.redirect(recordPaths.decision(c.req.param('id')), 303)
  return c.html(await detail(needs, c, formState(body, done.problems, decisionProblemWords)), 422)
}
