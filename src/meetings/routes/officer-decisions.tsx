import { type Context, Hono } from 'hono'
import type { Guarded } from '#governance/public.ts'
import { findScheme } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { isUuid } from '#platform/web/fields.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { recordOfficerDecision, withdrawOfficerDecision } from '../commands/officer-decision/record-officer-decision.ts'
import { parseCorrectedDecision, parseOfficerDecision, parseWithdrawnDecision } from '../forms/officer-decision.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { OfficerDecisionPage } from '../pages/officer-decision-page.tsx'
import { OfficerDecisionsPage } from '../pages/officer-decisions-page.tsx'
import { officerPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import {
  findOfficerDecision,
  findRetention,
  guardedOfficerDecision,
  listOfficerDecisions,
  type OfficerDecision,
} from '../queries/officer-decisions.ts'
import { formAt } from './endpoint.tsx'
import { type Asked, begin, boardGate, bodyOf } from './gates.ts'
import { correctedShape, officerDecisionShape, withdrawnShape } from './officer-decision-shapes.ts'

type AskedDecision = Asked & { readonly decision: OfficerDecision }

/** Decisions that officers take under delegation (G14). */
export function officerDecisionRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/officer-decisions', boardGate(), async (asked) => {
    const delegation = isUuid(asked.query('delegation')) ? asked.query('delegation') : undefined
    const page = /^[1-9]\d{0,4}$/.test(asked.query('page')) ? Number(asked.query('page')) : 1
    const found = await listOfficerDecisions(asked.reader, asked.body.id, { delegation, page }, asked.visit.today)
    const mayRecord = asked.may(await guardedNew(asked), 'record')
    return <OfficerDecisionsPage visit={asked.visit} view={{ ...found, board: asked.body, delegation, mayRecord }} />
  })
  formAt(app, needs, '/boards/:slug/officer-decisions/new', newGate, async (asked) =>
    form(await officerDecisionShape(asked), parseOfficerDecision, async (doer, input) =>
      leadTo(await recordOfficerDecision(needs, doer, asked.body.id, input), officerPaths.decision),
    ),
  )
  pageAt(app, needs, '/officer-decisions/:decision', decisionGate('read'), async ({ reader, visit, decision, may }) => {
    const retention = await findRetention(reader, decision.decidedOn)
    const mayWithdraw = may(guardedOfficerDecision(decision), 'withdraw')
    return <OfficerDecisionPage visit={visit} view={{ decision, retention, mayWithdraw }} />
  })
  formAt(app, needs, '/officer-decisions/:decision/correct', decisionGate('withdraw'), async (asked) =>
    form(await correctedShape(asked, asked.decision), parseCorrectedDecision, async (doer, { reason, version, ...input }) =>
      leadTo(
        await recordOfficerDecision(needs, doer, asked.body.id, input, { id: asked.decision.id, reason, version }),
        officerPaths.decision,
      ),
    ),
  )
  formAt(app, needs, '/officer-decisions/:decision/withdraw', decisionGate('withdraw'), async ({ decision }) =>
    form(withdrawnShape(decision), parseWithdrawnDecision, async (doer, input) =>
      leadTo(await withdrawOfficerDecision(needs, doer, { ...input, id: decision.id }), officerPaths.decision),
    ),
  )
  return app
}

/** Recording for a board: its clerk may, and whoever holds one of its delegations to decide. */
async function guardedNew({ reader, visit, standing, body }: Asked): Promise<Guarded> {
  const person = standing.person?.id
  const scheme = person === undefined ? [] : await findScheme(reader, body.id, visit.today)
  const isHolder = scheme.some(
    ({ to, may, state }) => may === 'decide' && state === 'in-force' && (to.person === person || to.heldBy.some(({ id }) => id === person)),
  )
  const leads = person !== undefined && isHolder ? [person] : []
  return { record: 'officer-decision', state: 'public', ties: { body: body.id, leads } }
}

const newGate: Gate<Asked> = async (reader, c) => {
  const asked = await boardGate()(reader, c)
  demandOf(asked.standing, asked.visit, await guardedNew(asked), 'record')
  return asked
}

function decisionGate(verb: string): Gate<AskedDecision> {
  return async (reader: Reader, c: Context<AppEnv, string>) => {
    const { today } = c.get('visit')
    const decision = await findOfficerDecision(reader, c.req.param('decision') ?? '', today)
    if (!decision) throw new NotFound('No such decision.')
    const asked = await begin(reader, c, await bodyOf(reader, decision.body, today))
    demandOf(asked.standing, asked.visit, guardedOfficerDecision(decision), verb)
    return { ...asked, decision }
  }
}
