import { Hono } from 'hono'
import { listOutcomes } from '#plans/public-data.ts'
import { pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { ledPaths } from '../framework-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { AgreementPage } from '../pages/agreement-page.tsx'
import { AgreementsPage } from '../pages/agreements-page.tsx'
import { ServicePage } from '../pages/service-page.tsx'
import { ServicesPage } from '../pages/services-page.tsx'
import { findGrantYears, findReportsMade, listReportRules } from '../queries/agreement-change.ts'
import { findChapters, findLegalFields, findScope, findTexts } from '../queries/agreement-parts.ts'
import { findAgreements, guardedAgreement, listAgreements } from '../queries/agreements.ts'
import { findServedOutcomes, findServices, guardedService, listServices } from '../queries/commissioned-services.ts'
import { findEntries, guardedEntry, guardedReport } from '../queries/directory.ts'
import { findLinesOfService } from '../queries/fund-money.ts'
import { findGrantSavings } from '../queries/grant-savings.ts'
import { findServiceBeside } from '../queries/service-beside.ts'
import { reportsOwed } from '../rules/agreement-change.ts'
import { yearOf } from '../rules/year.ts'
import { type AskedAgreement, type AskedService, agreementGate, boardGate, commissioningOf, serviceGate } from './gates.ts'

const verbs = ['change', 'show'] as const

/** Reading services and agreements: anybody, each by the sight of its records. */
export function readingRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/services', boardGate(), async ({ reader, visit, body, may }) => (
    <ServicesPage
      visit={visit}
      board={body}
      services={await listServices(reader, body.id, visit.today)}
      mayAdd={may(commissioningOf(body.id), 'add')}
      mayReadReports={may(guardedReport(body.id), 'read')}
    />
  ))
  pageAt(app, needs, '/services/:service', serviceGate('read'), servicePage)
  pageAt(app, needs, '/boards/:slug/agreements', boardGate(), async ({ reader, visit, body, may }) => (
    <AgreementsPage
      visit={visit}
      board={body}
      agreements={await listAgreements(reader, body.id, visit.today)}
      mayAdd={may(commissioningOf(body.id), 'add')}
    />
  ))
  pageAt(app, needs, '/agreements/:agreement', agreementGate('read'), agreementPage)
  return app
}

async function servicePage({ reader, visit, body, service, may }: AskedService) {
  const [served, outcomes, scope, beside, lines] = await Promise.all([
    findServedOutcomes(reader, [service.id]),
    listOutcomes(reader),
    findScope(reader, { services: [service.id] }),
    findServiceBeside(reader, service.id),
    findLinesOfService(reader, service.id, yearOf(visit.today)),
  ])
  const entry = (await findEntries(reader, [service.id])).get(service.id)
  const agreements = await findAgreements(reader, [...new Set(scope.map(({ agreement }) => agreement))], visit.today)
  return (
    <ServicePage
      visit={visit}
      board={body}
      service={service}
      outcomes={served.flatMap(({ outcome, why }) => outcomes.filter(({ id }) => id === outcome).map((found) => ({ ...found, why })))}
      agreements={scope.flatMap((line) =>
        agreements.filter(({ id }) => id === line.agreement).map(({ id, title }) => ({ ...line, id, title })),
      )}
      entry={entry}
      beside={beside}
      lines={lines}
      newScenario={may(commissioningOf(body.id), 'add') ? `${ledPaths.create('scenario', body.slug)}?service=${service.id}` : undefined}
      may={
        new Set([
          ...verbs.filter((verb) => may(guardedService(service), verb)),
          ...(may(guardedEntry(service, entry), 'change') ? (['enter'] as const) : []),
        ])
      }
    />
  )
}

async function agreementPage({ reader, visit, body, agreement, may }: AskedAgreement) {
  const [fields, texts, chapters, scope, years, rules, made] = await Promise.all([
    findLegalFields(reader, agreement.basis, agreement.startsOn),
    findTexts(reader, agreement.id),
    findChapters(reader, agreement.id),
    findScope(reader, { agreement: agreement.id }),
    agreement.kind === 'grant' ? findGrantYears(reader, agreement.id) : [],
    listReportRules(reader, [agreement.basis], visit.today),
    findReportsMade(reader, [agreement.id]),
  ])
  const owed = reportsOwed({ startsOn: agreement.startsOn, endsOn: agreement.endedOn ?? agreement.endsOn }, rules, visit.today)
  const services = await findServices(reader, [...new Set(scope.map(({ service }) => service))], visit.today)
  const titles = new Map(services.map(({ id, title }) => [id, title]))
  return (
    <AgreementPage
      visit={visit}
      board={body}
      agreement={agreement}
      fields={fields}
      texts={texts}
      chapters={chapters}
      scope={scope.map((line) => ({ ...line, title: titles.get(line.service) ?? '' }))}
      years={years}
      savings={agreement.kind === 'grant' ? await findGrantSavings(reader, agreement.id) : []}
      owed={owed}
      made={made}
      may={new Set(verbs.filter((verb) => may(guardedAgreement(agreement), verb)))}
    />
  )
}
