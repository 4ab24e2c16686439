import type { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { actsWith, form, formsWith, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { endSupervising, supervise } from '../commands/supervising.ts'
import { decideInSupervision, finishSupervisionAction, recordSession } from '../commands/supervision.ts'
import { correctDecision, correctSession } from '../commands/supervision-correcting.ts'
import { endAbsence, finishDecided, recordAbsence, setStandard } from '../commands/supervision-keeping.ts'
import { addRemark, answerSession } from '../commands/supervision-saying.ts'
import { parseSupervise } from '../forms/need-to-know.ts'
import {
  parseAbsence,
  parseDecision,
  parseDecisionCorrection,
  parseEndDay,
  parseRemark,
  parseSession,
  parseSessionAnswer,
  parseSessionCorrection,
  parseStandard,
} from '../forms/supervision.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { type SupervisedAgency, SupervisionAgencyPage } from '../pages/supervision-agency-page.tsx'
import { DecidedPage } from '../pages/supervision-decided-page.tsx'
import { SupervisionPage } from '../pages/supervision-page.tsx'
import { SupervisionSessionPage } from '../pages/supervision-session-page.tsx'
import { supervisionPaths } from '../paths.ts'
import { findNames } from '../queries/names.ts'
import * as read from '../queries/supervision.ts'
import { listDecided } from '../queries/supervision-decided.ts'
import { idOf } from '../queries/ties.ts'
import { problemWords } from '../words/problems.ts'
import { type AskedCasework, caseworkGate, familyGate, signedInGate } from './gates.ts'
import { contentFormAt, lookingGate, sectionAt } from './sections.tsx'
import { answerShape, remarkShape } from './supervision-saying-shapes.ts'
import * as shapes from './supervision-shapes.ts'

const formAt = formsWith(problemWords)
const actAt = actsWith(problemWords)
const root = '/families/supervision'
const reads = caseworkGate('supervision', 'read')
const keeps = caseworkGate('supervision', 'keep')

/** Supervision: one's own and of whom one supervises, sessions, how agencies stand, standards and days away (E8). */
export function supervisionRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  pageAt(app, needs, root, reads, async ({ reader, visit, ties }) => (
    <SupervisionPage
      {...{ visit, ties }}
      lines={await read.listSupervision(reader, visit.today)}
      mySupervising={await read.listSupervising(reader, { supervisor: ties.person }, visit.today)}
      sessions={await read.listSessionsHeld(reader)}
      absences={await read.listAbsences(reader, visit.today)}
    />
  ))
  pageAt(app, needs, `${root}/agency`, keeps, agencyPage)
  keeping(app, needs)
  sessions(app, needs)
  saying(app, needs)
  inTheRecord(app, needs)
}

async function agencyPage({ reader, visit, ties }: AskedCasework) {
  const standards = await read.listStandards(reader)
  const all = await read.listSupervising(reader, {}, visit.today)
  const known = ties.relations.has('administrator')
    ? [...standards.map(({ organisation }) => organisation), ...all.map(({ organisation }) => organisation)]
    : []
  const names = await findNames(reader, [...ties.ledAgencies, ...known])
  const agencies: SupervisedAgency[] = [...names]
    .map(([id, name]) => ({ id, name, isLed: ties.ledAgencies.includes(id) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return (
    <SupervisionAgencyPage
      {...{ visit, ties, agencies, standards }}
      lines={await read.listSupervision(reader, visit.today)}
      supervising={all}
    />
  )
}

function keeping(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  formAt(app, needs, supervisionPaths.newTie(), keeps, async (asked) =>
    form(await shapes.superviseShape(asked), parseSupervise, async (doer, input) =>
      leadTo(await supervise(needs, doer, input), supervisionPaths.agency),
    ),
  )
  formAt(app, needs, `${root}/ties/:tie/end`, keeps, async (asked) => {
    const tie = await read.findSupervising(asked.reader, idOf(asked.part('tie')), asked.visit.today)
    return form(shapes.endSupervisingShape(asked, tie), parseEndDay, async (doer, input) =>
      leadTo(await endSupervising(needs, doer, tie.id, input), supervisionPaths.agency),
    )
  })
  formAt(app, needs, `${root}/standards/new`, keeps, async (asked) =>
    form(await shapes.standardShape(asked, await read.listStandards(asked.reader)), parseStandard, async (doer, input) =>
      leadTo(await setStandard(needs, doer, input), supervisionPaths.agency),
    ),
  )
  const posted = caseworkGate('families', 'list')
  formAt(app, needs, `${root}/absences/new`, posted, async (asked) => {
    const workers = await read.listSupervising(asked.reader, { supervisor: asked.ties.person }, asked.visit.today)
    return form(await shapes.absenceShape(asked, workers), parseAbsence, async (doer, input) =>
      leadTo(await recordAbsence(needs, doer, input), supervisionPaths.home),
    )
  })
  formAt(app, needs, `${root}/absences/:absence/back`, posted, async (asked) => {
    const absence = (await read.listAbsences(asked.reader, asked.visit.today)).find(({ id }) => id === asked.part('absence'))
    if (!absence) throw new NotFound('No such absence.')
    return form(shapes.backShape(asked, absence), parseEndDay, async (doer, input) =>
      leadTo(await endAbsence(needs, doer, absence.id, input), supervisionPaths.home),
    )
  })
}

const held = (asked: AskedCasework) => read.findSessionHeld(asked.reader, idOf(asked.part('session')))

function saying(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  formAt(app, needs, `${root}/sessions/:session/remark`, signedInGate, async (asked) => {
    const session = await held(asked)
    return form(remarkShape(session), parseRemark, async (doer, input) =>
      leadTo(await addRemark(needs, doer, session.id, input), () => supervisionPaths.session(session.id)),
    )
  })
  formAt(app, needs, `${root}/sessions/:session/remarks/:note`, signedInGate, async (asked) => {
    const session = await held(asked)
    const { notes } = await read.findSessionRecord(asked.reader, session)
    const note = notes.find(({ id, kind, enteredBy }) => id === asked.part('note') && kind === 'remark' && enteredBy === asked.ties.person)
    // Whoever had the form open while it was worded anew is told so by the command.
    const former = notes
      .flatMap((one) => one.former)
      .find(({ id, enteredBy }) => id === asked.part('note') && enteredBy === asked.ties.person)
    const its = note ?? former
    if (!its) throw new NotFound('Whoever added something words it anew.')
    return form(remarkShape(session, its.words), parseRemark, async (doer, input) =>
      leadTo(await addRemark(needs, doer, session.id, input, its.id), () => supervisionPaths.session(session.id)),
    )
  })
  formAt(app, needs, `${root}/sessions/:session/answer`, signedInGate, async (asked) => {
    const session = await held(asked)
    if (session.worker !== asked.ties.person) throw new NotFound('Whoever was supervised says whether it is right.')
    return form(answerShape(session), parseSessionAnswer, async (doer, input) =>
      leadTo(await answerSession(needs, doer, session.id, input), () => supervisionPaths.session(session.id)),
    )
  })
}

function sessions(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  formAt(app, needs, `${root}/ties/:tie/new`, reads, async (asked) => {
    const { reader, visit, ties } = asked
    const tie = await read.findSupervising(reader, idOf(asked.part('tie')), visit.today)
    if (tie.supervisor !== ties.person) throw new NotFound('Nobody supervises by this.')
    const standard = read.standardOn(await read.listStandards(reader), tie.organisation, visit.today)
    const shape = shapes.sessionRecordShape(asked, { tie, led: await read.listLedBy(reader, tie.id), standard })
    return form(shape, parseSession, async (doer, input) =>
      leadTo(await recordSession(needs, doer, tie.id, input), ({ id }) => supervisionPaths.session(id)),
    )
  })
  pageAt(app, needs, `${root}/sessions/:session`, signedInGate, async (asked) => {
    const { reader, visit, ties } = asked
    const session = await held(asked)
    const open = new Set((await read.listLedBy(reader, session.tie)).map(({ id }) => id))
    const record = await read.findSessionRecord(reader, session)
    const versions = await read.listSessionsHeld(reader, { first: session.first ?? session.id })
    return <SupervisionSessionPage {...{ visit, session, versions, record, open, person: ties.person }} />
  })
  formAt(app, needs, `${root}/sessions/:session/correct`, signedInGate, async (asked) => {
    const session = await held(asked)
    if (session.supervisor !== asked.ties.person) throw new NotFound('Whoever recorded a session corrects it.')
    const shape = shapes.correctSessionShape(
      session,
      await read.findSessionRecord(asked.reader, session),
      await read.listLedBy(asked.reader, session.tie),
    )
    return form(shape, parseSessionCorrection, async (doer, input) =>
      leadTo(await correctSession(needs, doer, session.id, input), ({ id }) => supervisionPaths.session(id)),
    )
  })
  formAt(app, needs, `${root}/sessions/:session/families/:episode`, familyGate('supervise'), async (asked) => {
    const session = await held(asked)
    const { families } = await read.findSessionRecord(asked.reader, session)
    const of = { session: session.id, episode: asked.family.id }
    if (session.supervisor !== asked.ties.person || !families.some(({ id }) => id === of.episode))
      throw new NotFound('Not talked about there.')
    return form(shapes.decideShape(session, asked.family), parseDecision, async (doer, input) =>
      leadTo(await decideInSupervision(needs, doer, of, input), () => supervisionPaths.session(session.id)),
    )
  })
  actAt(
    app,
    needs,
    `${root}/actions/:action/done`,
    reads,
    async ({ part }, doer) =>
      leadTo(await finishSupervisionAction(needs, doer, idOf(part('action'))), ({ session }) => supervisionPaths.session(session)),
    supervisionPaths.home,
  )
}

function inTheRecord(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  sectionAt(app, needs, { path: 'supervision', verb: 'content' }, async ({ tx, visit, family, ties }) => (
    <DecidedPage {...{ visit, family, ties }} decided={await listDecided(tx, family.id)} />
  ))
  contentFormAt(app, needs, '/families/:episode/supervision/:decision/correct', lookingGate('content'), async (asked) => {
    const { tx, ties, family } = asked
    const decided = (await listDecided(tx, family.id)).find(({ id }) => id === asked.part('decision'))
    if (!decided || decided.enteredBy !== ties.person || !ties.relations.has('supervisor'))
      throw new NotFound('Whoever wrote it corrects it.')
    return form(shapes.correctDecisionShape(family, decided), parseDecisionCorrection, async (doer, input) =>
      leadTo(await correctDecision(needs, doer, { episode: family.id, decision: decided.id }, input), () =>
        supervisionPaths.family(family.id),
      ),
    )
  })
  actAt(
    app,
    needs,
    '/families/:episode/supervision/:decision/done',
    familyGate('content'),
    async ({ family, part }, doer) =>
      leadTo(await finishDecided(needs, doer, { episode: family.id, decision: idOf(part('decision')) }), () =>
        supervisionPaths.family(family.id),
      ),
    ({ family }) => supervisionPaths.family(family.id),
  )
}
