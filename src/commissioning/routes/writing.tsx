import { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { form, leadTo } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { addAgreement, changeAgreement, endAgreement, showAgreement, writeWords } from '../commands/agreed.ts'
import { keepChapter, keepParty, setScope } from '../commands/agreement-part.ts'
import { checkEntry, keepEntry } from '../commands/directory.ts'
import { addService, changeService, serveOutcome, setServiceStatus, showService } from '../commands/offered.ts'
import { parseAgreement, parseChangedAgreement, parseChapter, parseEnd, parseParty, parseScope, parseWords } from '../forms/agreed.ts'
import { parseChangedService, parseEntry, parseOutcome, parseService, parseShow, parseStatus } from '../forms/offered.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { agreementPaths, servicePaths } from '../paths.ts'
import { findChapters } from '../queries/agreement-parts.ts'
import * as agreements from './agreement-shapes.ts'
import { actAt, formAt } from './endpoint.ts'
import { agreementGate, boardGate, entryGate, serviceGate } from './gates.ts'
import * as services from './service-shapes.ts'

/** Keeping services and agreements: the clerk of the board, and whoever leads them. */
export function writingRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  serviceForms(app, needs)
  agreementForms(app, needs)
  agreementPartForms(app, needs)
  return app
}

function serviceForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const at = '/services/:service'
  const to = servicePaths.service
  formAt(app, needs, '/boards/:slug/services/new', boardGate('add'), async (asked) =>
    form(await services.serviceShape(asked, undefined), parseService, async (doer, input) =>
      leadTo(await addService(needs, doer, asked.body.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/edit`, serviceGate('change'), async (asked) =>
    form(await services.serviceShape(asked, asked.service), parseChangedService, async (doer, input) =>
      leadTo(await changeService(needs, doer, asked.service.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/status`, serviceGate('change'), async (asked) =>
    form(services.statusShape(asked), parseStatus, async (doer, input) =>
      leadTo(await setServiceStatus(needs, doer, asked.service.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/outcomes`, serviceGate('change'), async (asked) =>
    form(await services.outcomeShape(asked), parseOutcome, async (doer, input) =>
      leadTo(await serveOutcome(needs, doer, asked.service.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/show`, serviceGate('show'), async (asked) =>
    form(services.showServiceShape(asked), parseShow, async (doer, input) =>
      leadTo(await showService(needs, doer, asked.service.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/directory`, entryGate, async (asked) =>
    form(await services.entryShape(asked), parseEntry, async (doer, input) =>
      leadTo(await keepEntry(needs, doer, asked.service.id, input), to),
    ),
  )
  actAt(
    app,
    needs,
    `${at}/checked`,
    entryGate,
    async ({ service }, doer) => leadTo(await checkEntry(needs, doer, service.id), to),
    ({ service }) => to(service.id),
  )
}

function agreementForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const at = '/agreements/:agreement'
  const to = agreementPaths.agreement
  formAt(app, needs, '/boards/:slug/agreements/new', boardGate('add'), async (asked) =>
    form(await agreements.agreementShape(asked, undefined), parseAgreement, async (doer, input) =>
      leadTo(await addAgreement(needs, doer, asked.body.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/edit`, agreementGate('change'), async (asked) =>
    form(await agreements.agreementShape(asked, asked.agreement), parseChangedAgreement, async (doer, input) =>
      leadTo(await changeAgreement(needs, doer, asked.agreement.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/words`, agreementGate('change'), async (asked) => {
    const { shape, keys } = await agreements.wordsShape(asked)
    return form(shape, parseWords(keys), async (doer, input) => leadTo(await writeWords(needs, doer, asked.agreement.id, input), to))
  })
  formAt(app, needs, `${at}/end`, agreementGate('change'), async (asked) =>
    form(agreements.endShape(asked), parseEnd, async (doer, input) =>
      leadTo(await endAgreement(needs, doer, asked.agreement.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/show`, agreementGate('show'), async (asked) =>
    form(agreements.showAgreementShape(asked), parseShow, async (doer, input) =>
      leadTo(await showAgreement(needs, doer, asked.agreement.id, input), to),
    ),
  )
}

function agreementPartForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const at = '/agreements/:agreement'
  const to = agreementPaths.agreement
  formAt(app, needs, `${at}/parties`, agreementGate('change'), async (asked) =>
    form(await agreements.partyShape(asked, undefined), parseParty, async (doer, input) =>
      leadTo(await keepParty(needs, doer, asked.agreement.id, undefined, input), to),
    ),
  )
  formAt(app, needs, `${at}/parties/:party`, agreementGate('change'), async (asked) => {
    const party = asked.agreement.parties.find(({ id }) => id === asked.part('party'))
    if (!party) throw new NotFound('No such party.')
    return form(await agreements.partyShape(asked, party), parseParty, async (doer, input) =>
      leadTo(await keepParty(needs, doer, asked.agreement.id, party.id, input), to),
    )
  })
  formAt(app, needs, `${at}/chapters`, agreementGate('change'), async (asked) =>
    form(await agreements.chapterShape(asked, undefined), parseChapter, async (doer, input) =>
      leadTo(await keepChapter(needs, doer, asked.agreement.id, undefined, input), to),
    ),
  )
  formAt(app, needs, `${at}/chapters/:chapter`, agreementGate('change'), async (asked) => {
    const chapter = (await findChapters(asked.reader, asked.agreement.id)).find(({ id }) => id === asked.part('chapter'))
    if (!chapter) throw new NotFound('No such chapter.')
    return form(await agreements.chapterShape(asked, chapter), parseChapter, async (doer, input) =>
      leadTo(await keepChapter(needs, doer, asked.agreement.id, chapter.id, input), to),
    )
  })
  formAt(app, needs, `${at}/scope`, agreementGate('change'), async (asked) =>
    form(await agreements.scopeShape(asked), parseScope, async (doer, input) =>
      leadTo(await setScope(needs, doer, asked.agreement.id, input), to),
    ),
  )
}
