import { type Context, Hono } from 'hono'
import { describeRule, ruleNames } from '#governance/public.ts'
import { type Body, findBody, findStanding } from '#governance/public-data.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { CompliancePage } from '../pages/compliance-page.tsx'
import { RegisterPage } from '../pages/register-page.tsx'
import { allows } from '../permission.ts'
import { findComplianceFacts } from '../queries/compliance.ts'
import { findRegisterFor } from '../queries/register.ts'
import { describedFindings } from './described-findings.ts'

/** Compliance at a glance and the attendance register of a board (G17, G12). */
export function complianceRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/boards/:slug/compliance', (c) => compliance(needs, c)) // read compliance
  app.get('/boards/:slug/attendance', (c) => register(needs, c)) // read attendance, published or as a member
  return app
}

async function bodyOf(reader: Reader, slug: string, today: Temporal.PlainDate): Promise<Body> {
  const body = await findBody(reader, slug, today)
  if (!body) throw new NotFound('No such board.')
  return body
}

async function compliance(needs: MeetingsNeeds, c: Context<AppEnv, '/boards/:slug/compliance'>) {
  const visit = c.get('visit')
  const { body, facts } = await readAs(needs.db, visit, async (reader) => {
    const found = await bodyOf(reader, c.req.param('slug'), visit.today)
    const facts = await findComplianceFacts(reader, visit, found)
    const yearly = (await needs.yearlyOwed?.(reader, [found.id], visit.today))?.get(found.id)
    return { body: found, facts: facts && { ...facts, yearly } }
  })
  const silent = facts
    ? ruleNames.filter((name) => facts.terms[name].value === null).map((name) => describeRule(facts.terms, name).title)
    : []
  return c.html(<CompliancePage visit={visit} board={body} findings={facts && describedFindings(facts)} silent={silent} />)
}

async function register(needs: MeetingsNeeds, c: Context<AppEnv, '/boards/:slug/attendance'>) {
  const visit = c.get('visit')
  const year = Number(c.req.query('year') ?? '')
  const inYear = Number.isInteger(year) && year >= 1900 && year <= 2199 ? new Temporal.PlainDate(year, 4, 1) : visit.today
  const found = await readAs(needs.db, visit, async (reader) => {
    const body = await bodyOf(reader, c.req.param('slug'), visit.today)
    const standing = await findStanding(reader, visit)
    const asked = (state: string, verb: string) => allows(standing, { record: 'attendance', state, ties: { body: body.id } }, verb)
    return {
      body,
      register: await findRegisterFor(reader, standing, body, inYear, visit.today),
      showSteps: asked('draft', 'read'),
    }
  })
  return c.html(<RegisterPage visit={visit} board={found.body} register={found.register} showSteps={found.showSteps} />)
}
