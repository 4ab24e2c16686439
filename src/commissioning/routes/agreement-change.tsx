import { Hono } from 'hono'
import { z } from 'zod'
import { recordPaths } from '#meetings/paths.ts'
import { findDecision } from '#meetings/public-data.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { setInTurn } from '#platform/documents/pdf/set-in-turn.ts'
import { NotFound } from '#platform/refusals.ts'
import { optionalDay } from '#platform/web/day-fields.ts'
import { form, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { formOf } from '#platform/web/fields.ts'
import { dayValues, emptyForm, formState } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { type AgreementParts, agreementDocument } from '../agreement-document.ts'
import { agreeContribution, recordReport, recordVariation, signVariation } from '../commands/agreement-change.ts'
import { addGrantYear, claimGrant, clawBack, expectSaving, settleClaim } from '../commands/agreement-grant.ts'
import {
  parseClaim,
  parseClaw,
  parseGiven,
  parseGrantSaving,
  parseGrantYear,
  parseMade,
  parseSettleClaim,
  parseSign,
  parseVariation,
} from '../forms/agreement-change.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { AgreementHistoryPage, type ShownDecision } from '../pages/agreement-history-page.tsx'
import { agreementChangePaths, agreementPaths } from '../paths.ts'
import { findAgreedContributions, findGrantYears, findVariations, type GrantClaim, listReportRules } from '../queries/agreement-change.ts'
import { findChapters, findLegalFields, findScope, findTexts } from '../queries/agreement-parts.ts'
import { guardedAgreement } from '../queries/agreements.ts'
import { findServices } from '../queries/commissioned-services.ts'
import { partiesOn } from '../rules/agreement.ts'
import { contributionsOn, reportsOwed, termAsRead } from '../rules/agreement-change.ts'
import { holdsOn } from '../rules/commissioned-service.ts'
import { problemWords } from '../words/problems.ts'
import * as shapes from './agreement-change-shapes.ts'
import { formAt } from './endpoint.ts'
import { type AskedAgreement, agreementGate } from './gates.ts'

const at = '/agreements/:agreement'
const toHistory = (id: string) => agreementChangePaths.step(id, 'history')
const parseDay = formOf(z.object({ on: optionalDay() }))

/** What becomes of an agreement: its variations, its grant, its reports, and the agreement as a document (C4). */
export function agreementChangeRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, `${at}/history`, agreementGate('read'), historyPage)
  app.get(`${at}/agreement.pdf`, async (c) => {
    const visit = c.get('visit')
    const parts = await readAs(needs.db, visit, async (reader) => documentParts(await agreementGate('read')(reader, c)))
    const pdf = await setInTurn(agreementDocument(parts, visit.partnership), visit.now)
    if (pdf === undefined) return c.text('Too many ask for documents at this moment.\n', 503, { 'Retry-After': '30' })
    const headers = { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="agreement.pdf"' }
    return c.body(new Uint8Array(pdf), 200, headers)
  })
  variationForms(app, needs)
  grantForms(app, needs)
  return app
}

function variationForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const gate = agreementGate('change')
  formAt(app, needs, `${at}/variations`, gate, async (asked) =>
    form(await shapes.variationShape(asked), parseVariation, async (doer, input) =>
      leadTo(await recordVariation(needs, doer, asked.agreement.id, input), toHistory),
    ),
  )
  formAt(app, needs, `${at}/variations/:variation`, gate, async (asked) => {
    const found = (await findVariations(asked.reader, asked.agreement.id)).find(({ id }) => id === asked.part('variation'))
    if (!found) throw new NotFound('No such variation.')
    return form(shapes.signShape(asked, found), parseSign, async (doer, input) =>
      leadTo(await signVariation(needs, doer, asked.agreement.id, found.id, input), toHistory),
    )
  })
  formAt(app, needs, `${at}/contributions`, gate, async (asked) =>
    form(await shapes.givenShape(asked), parseGiven, async (doer, input) =>
      leadTo(await agreeContribution(needs, doer, asked.agreement.id, input), toHistory),
    ),
  )
  formAt(app, needs, `${at}/reports/:rule/:period`, gate, async (asked) => {
    const { agreement } = asked
    const of = { rule: asked.part('rule'), period: asked.part('period') }
    const rules = await listReportRules(asked.reader, [agreement.basis], asked.visit.today)
    const owed = reportsOwed({ startsOn: agreement.startsOn, endsOn: agreement.endedOn ?? agreement.endsOn }, rules, asked.visit.today)
    const found = owed.find(({ rule, periodEndsOn }) => rule.code === of.rule && String(periodEndsOn) === of.period)
    if (!found) throw new NotFound('No such report.')
    return form(shapes.madeShape(asked, found), parseMade, async (doer, input) =>
      leadTo(await recordReport(needs, doer, agreement.id, of, input), agreementPaths.agreement),
    )
  })
}

function grantForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const gate = agreementGate('change')
  const to = agreementPaths.agreement
  formAt(app, needs, `${at}/grant-years`, gate, async (asked) =>
    form(shapes.grantYearShape(asked), parseGrantYear, async (doer, input) =>
      leadTo(await addGrantYear(needs, doer, asked.agreement.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/claims`, gate, async (asked) =>
    form(await shapes.claimShape(asked), parseClaim, async (doer, input) =>
      leadTo(await claimGrant(needs, doer, asked.agreement.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/grant-savings`, gate, async (asked) =>
    form(await shapes.grantSavingShape(asked), parseGrantSaving, async (doer, input) =>
      leadTo(await expectSaving(needs, doer, asked.agreement.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/claims/:claim/settle`, gate, async (asked) => {
    const claim = await claimOf(asked)
    return form(shapes.settleClaimShape(asked, claim), parseSettleClaim, async (doer, input) =>
      leadTo(await settleClaim(needs, doer, asked.agreement.id, claim.id, input), to),
    )
  })
  formAt(app, needs, `${at}/claims/:claim/claw-back`, gate, async (asked) => {
    const claim = await claimOf(asked)
    return form(shapes.clawShape(asked, claim), parseClaw, async (doer, input) =>
      leadTo(await clawBack(needs, doer, asked.agreement.id, claim.id, input), to),
    )
  })
}

async function claimOf({ reader, agreement, part }: AskedAgreement): Promise<GrantClaim> {
  const claims = (await findGrantYears(reader, agreement.id)).flatMap((year) => year.claims)
  const found = claims.find(({ id }) => id === part('claim'))
  if (!found) throw new NotFound('No such claim.')
  return found
}

/** Decisions by id, as far as one may see them. */
export async function shownDecisions(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, ShownDecision>> {
  const found = await Promise.all([...new Set(ids)].map((id) => findDecision(reader, id)))
  return new Map(found.flatMap((one) => (one ? [[one.id, { text: one.text, href: recordPaths.decision(one.id) }] as const] : [])))
}

async function historyPage(asked: AskedAgreement) {
  const { reader, visit, body, agreement, may, query } = asked
  const [variations, given, scope] = await Promise.all([
    findVariations(reader, agreement.id),
    findAgreedContributions(reader, agreement.id),
    findScope(reader, { agreement: agreement.id }),
  ])
  const typed = Object.fromEntries(['day', 'month', 'year'].map((part) => [`on-${part}`, query(`on-${part}`) ?? '']))
  const read = parseDay(typed)
  const onDay = (read.ok ? read.value.on : undefined) ?? visit.today
  const holding = scope.filter((line) => holdsOn(line, onDay))
  const services = await findServices(reader, [...new Set(holding.map(({ service }) => service))], visit.today)
  const titles = new Map(services.map(({ id, title }) => [id, title]))
  return (
    <AgreementHistoryPage
      visit={visit}
      board={body}
      agreement={agreement}
      variations={variations}
      decisions={
        await shownDecisions(
          reader,
          variations.flatMap(({ decision }) => decision ?? []),
        )
      }
      onDay={onDay}
      form={read.ok ? emptyForm(dayValues('on', onDay)) : formState(typed, read.problems, problemWords)}
      term={termAsRead(agreement.endsOn, variations, onDay)}
      parties={partiesOn(agreement, onDay)}
      given={contributionsOn(given, onDay)}
      scope={holding.map(({ service, isIn }) => ({ title: titles.get(service) ?? '', isIn }))}
      mayChange={may(guardedAgreement(agreement), 'change')}
    />
  )
}

async function documentParts({ reader, visit, body, agreement }: AskedAgreement): Promise<AgreementParts> {
  const [fields, texts, chapters, scope, variations] = await Promise.all([
    findLegalFields(reader, agreement.basis, agreement.startsOn),
    findTexts(reader, agreement.id),
    findChapters(reader, agreement.id),
    findScope(reader, { agreement: agreement.id }),
    findVariations(reader, agreement.id),
  ])
  const holding = scope.filter((line) => holdsOn(line, visit.today))
  const services = await findServices(reader, [...new Set(holding.map(({ service }) => service))], visit.today)
  const titles = new Map(services.map(({ id, title }) => [id, title]))
  return {
    ...{ agreement, board: body, fields, texts, chapters, variations },
    scope: holding.map(({ service, isIn, why }) => ({ title: titles.get(service) ?? '', isIn, why })),
  }
}
