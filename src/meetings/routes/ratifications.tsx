import { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { answerForPartner } from '../commands/ratification/answer-for-partner.ts'
import { askPartners } from '../commands/ratification/ask-partners.ts'
import { putChangedText } from '../commands/ratification/put-text.ts'
import { parseAnswer, parseAsk, parseText } from '../forms/ratification.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { RatificationPage } from '../pages/ratification-page.tsx'
import { recordPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { findDecision, guardedDecision } from '../queries/decisions.ts'
import { findPartnerAsked, findTakenHome, guardedPartner } from '../queries/ratifications.ts'
import { formAt } from './endpoint.tsx'
import { begin, bodyOf } from './gates.ts'
import { type AskedDecision, type AskedPart, answerShape, askShape, textShape } from './ratification-shapes.ts'

/** Decisions that partners take home, and requests to all of them, reply by reply (M10). */
export function ratificationRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  formAt(app, needs, '/decisions/:id/partners', decisionGate, async (asked) =>
    form(await askShape(asked), parseAsk, async (doer, input) =>
      leadTo(await askPartners(needs, doer, asked.decision.id, input), recordPaths.decision),
    ),
  ) // ask decision
  formAt(app, needs, '/decisions/:id/partners/text', textGate, async (asked) =>
    form(textShape(asked), parseText, async (doer, input) =>
      leadTo(await putChangedText(needs, doer, asked.decision.id, input), recordPaths.decision),
    ),
  ) // ask decision
  pageAt(app, needs, '/ratifications/:ratification', partGate('read'), partPage) // read ratification
  formAt(app, needs, '/ratifications/:ratification/answer', partGate('answer'), async (asked) =>
    form(answerShape(asked), parseAnswer, async (doer, input) =>
      leadTo(await answerForPartner(needs, doer, asked.part.partner.id, input), recordPaths.ratification),
    ),
  ) // answer ratification
  return app
}

const decisionGate: Gate<AskedDecision> = async (reader, c) => {
  const { today } = c.get('visit')
  const decision = await findDecision(reader, c.req.param('id') ?? '')
  if (!decision) throw new NotFound('No such decision.')
  const asked = await begin(reader, c, await bodyOf(reader, decision.body, decision.decidedOn))
  demandOf(asked.standing, asked.visit, guardedDecision(decision), 'ask')
  return { ...asked, decision, home: (await findTakenHome(reader, [decision.id], today)).get(decision.id) }
}

const textGate: Gate<AskedDecision & { readonly home: NonNullable<AskedDecision['home']> }> = async (reader, c) => {
  const { home, ...asked } = await decisionGate(reader, c)
  if (!home) throw new NotFound('Nobody was asked about this decision.')
  return { ...asked, home }
}

function partGate(verb: string): Gate<AskedPart> {
  return async (reader, c) => {
    const part = await findPartnerAsked(reader, c.req.param('ratification') ?? '', c.get('visit').today)
    if (!part) throw new NotFound('Nobody asked this partner.')
    const asked = await begin(reader, c, await bodyOf(reader, part.home.body, part.home.askedOn))
    // Row-level security let it through: reading is settled.
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedPartner(part), verb)
    const { person } = asked.standing
    return { ...asked, part, isLead: person !== undefined && person.id === part.partner.lead }
  }
}

async function partPage({ visit, body, part, isLead, may }: AskedPart) {
  const { home, partner, decision } = part
  const hasAnswered = partner.answers.some(({ textNumber }) => textNumber === home.text.number)
  const mayAnswer = !home.withdrawn && may(guardedPartner(part), 'answer') && !(isLead && hasAnswered)
  return (
    <RatificationPage
      visit={visit}
      board={body}
      home={home}
      partner={partner}
      readsDecision={decision !== undefined}
      mayAnswer={mayAnswer}
    />
  )
}
