import { Hono } from 'hono'
import { type AskedBoard, findScheme } from '#governance/public-data.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import * as commands from '../commands/framework.ts'
import * as parse from '../forms/framework.ts'
import { ledPaths } from '../framework-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { FrameworkPage } from '../pages/framework-page.tsx'
import { LedListPage } from '../pages/led-page.tsx'
import { guard } from '../permission.ts'
import { findServices } from '../queries/commissioned-services.ts'
import { findCases, findChecks, findEditions, findMyGates, findWaitingGate, guardedGate, type WaitingGate } from '../queries/frameworks.ts'
import { listLed } from '../queries/led-records.ts'
import { listStrategies } from '../queries/strategies.ts'
import { formAt } from './endpoint.ts'
import * as shapes from './framework-shapes.ts'
import { boardGate, commissioningOf } from './gates.ts'
import { type AskedLed, ledGate, ledVerbs, showLedAt } from './led-gates.ts'

const kind = 'framework'
const at = ledPaths.record(kind, `:${kind}`)
const to = (id: string) => ledPaths.record(kind, id)

/** The commissioning framework: stages and gates in versions, what goes through them, standards checked per service (C1). */
export function stagesRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, ledPaths.ofBoard(kind, ':slug'), boardGate(), async ({ reader, visit, body, may }: AskedBoard) => (
    <LedListPage
      visit={visit}
      board={body}
      kind={kind}
      headings={[]}
      rows={(await listLed(reader, kind, body.id, visit.today)).map((record) => ({ record, cells: [] }))}
      mayAdd={may(commissioningOf(body.id), 'add')}
    />
  ))
  formAt(app, needs, ledPaths.create(kind, ':slug'), boardGate('add'), async (asked) =>
    form(await shapes.frameworkShape(asked, undefined), parse.parseFramework, async (doer, input) =>
      leadTo(await commands.addFramework(needs, doer, asked.body.id, input), to),
    ),
  )
  pageAt(app, needs, at, ledGate(kind, 'read'), frameworkPage)
  showLedAt(app, needs, kind)
  writing(app, needs)
  running(app, needs)
  return app
}

function writing(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const gate = ledGate(kind, 'change')
  formAt(app, needs, `${at}/edit`, gate, async (asked) =>
    form(await shapes.frameworkShape(asked, asked.record), parse.parseChangedFramework, async (doer, input) =>
      leadTo(await commands.changeFramework(needs, doer, asked.record.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/stages`, gate, async (asked) =>
    form(await shapes.stageShape(asked), parse.parseStage, async (doer, input) =>
      leadTo(await commands.addStage(needs, doer, asked.record.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/standards`, gate, async (asked) =>
    form(shapes.standardShape(asked), parse.parseStandard, async (doer, input) =>
      leadTo(await commands.addStandard(needs, doer, asked.record.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/adopt`, gate, async (asked) =>
    form(shapes.adoptShape(asked), parse.parseAdopt, async (doer, input) =>
      leadTo(await commands.adoptEdition(needs, doer, asked.record.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/editions`, gate, async (asked) =>
    form(shapes.editionShape(asked), parse.parseEdition, async (doer, input) =>
      leadTo(await commands.beginEdition(needs, doer, asked.record.id, input), to),
    ),
  )
}

function running(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const gate = ledGate(kind, 'change')
  formAt(app, needs, `${at}/cases`, gate, async (asked) =>
    form(await shapes.caseShape(asked), parse.parseCase, async (doer, input) =>
      leadTo(await commands.beginCase(needs, doer, asked.record.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/cases/:case`, gate, async (asked) => {
    const found = await findWaitingGate(asked.reader, asked.record, asked.part('case'), asked.visit.today)
    return form(await shapes.gateShape(asked, found), parse.parseGate, async (doer, input) =>
      leadTo(await commands.passGate(needs, doer, asked.record.id, found.id, input), to),
    )
  })
  formAt(app, needs, `${at}/cases/:case/sign`, signGate, async (asked) =>
    form(shapes.signShape(asked, asked.waiting), parse.parseSign, async (doer, input) =>
      leadTo(await commands.signGate(needs, doer, asked.record.id, asked.waiting.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/checks`, gate, async (asked) => {
    const editions = await findEditions(asked.reader, asked.record.id)
    return form(await shapes.checkShape(asked, editions), parse.parseCheck, async (doer, input) =>
      leadTo(await commands.checkStandard(needs, doer, asked.record.id, input), to),
    )
  })
}

/** A gate that waits, for whoever holds its delegation. */
const signGate: Gate<AskedLed & { readonly waiting: WaitingGate }> = async (reader, c) => {
  const asked = await ledGate(kind, 'read')(reader, c)
  const waiting = await findWaitingGate(reader, asked.record, asked.part('case'), asked.visit.today)
  guard.demandOf(asked.standing, asked.visit, guardedGate(waiting), 'sign')
  return { ...asked, waiting }
}

async function frameworkPage(asked: AskedLed) {
  const { reader, visit, body, record, may } = asked
  const [editions, cases, checks, scheme, strategies, mine] = await Promise.all([
    findEditions(reader, record.id),
    findCases(reader, record.id),
    findChecks(reader, record.id),
    findScheme(reader, body.id, visit.today),
    listStrategies(reader, body.id, visit.today),
    findMyGates(reader, record.id, visit.today),
  ])
  const ids = [...cases.flatMap(({ service }) => service ?? []), ...checks.map(({ service }) => service)]
  const services = await findServices(reader, [...new Set(ids)], visit.today)
  return (
    <FrameworkPage
      visit={visit}
      board={body}
      record={record}
      editions={editions}
      cases={cases}
      checks={checks}
      titles={new Map([...services, ...strategies].map(({ id, title }) => [id, title]))}
      scheme={scheme}
      may={ledVerbs(asked)}
      signs={new Set([...mine].filter(([, me]) => may(guardedGate({ record, me }), 'sign')).map(([stage]) => stage))}
    />
  )
}
