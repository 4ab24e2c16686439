import { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { form, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { handIn, moderate, progressAuditAction, saveAnswers } from '../commands/audit-answer.ts'
import {
  addRound,
  addToolkit,
  chaseRound,
  openRound,
  reportRound,
  setAgencies,
  setAgencyPeople,
  showRound,
  startModeration,
  takeBackRound,
} from '../commands/audit-round.ts'
import {
  parseAgencies,
  parseAgencyPeople,
  parseAnswers,
  parseAuditAction,
  parseModeration,
  parseRound,
  parseRoundReport,
  parseToolkit,
} from '../forms/audit.ts'
import { parseTakingBack } from '../forms/recommendation.ts'
import { parseVersion } from '../forms/version.ts'
import type { AssuranceNeeds } from '../needs.ts'
import { AgencyPage } from '../pages/agency-page.tsx'
import { AuditsPage } from '../pages/audits-page.tsx'
import { RoundPage } from '../pages/round-page.tsx'
import { auditPaths } from '../paths.ts'
import { findRound, guardedAnswer, guardedRound, listRounds, listToolkits, type Round } from '../queries/audits.ts'
import { listCaseAudits } from '../queries/case-audits.ts'
import * as shapes from './audit-shapes.ts'
import { actAt, formAt } from './endpoint.ts'
import { type AskedAgency, type AskedRound, agencyGate, boardGate, boardOnly, registerOf, roundGate } from './gates.ts'

/** Audits of a board: toolkits, rounds, what agencies answer, what peers moderate (P6). */
export function auditRoutes(needs: AssuranceNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/audits', boardGate(), async ({ reader, visit, body, may }) => (
    <AuditsPage
      visit={visit}
      board={body}
      rounds={await listRounds(reader, body.id, visit.today)}
      toolkits={await listToolkits(reader, body.id)}
      caseAudits={may(boardOnly(body.id), 'read') ? await listCaseAudits(reader, body.id) : undefined}
      mayAdd={may(registerOf(body.id), 'add')}
    />
  ))
  formAt(app, needs, '/boards/:slug/audits/toolkits/new', boardGate(registerOf, 'add'), async (asked) =>
    form(await shapes.toolkitShape(asked), parseToolkit, async (doer, input) =>
      leadTo(await addToolkit(needs, doer, asked.body.id, input), () => auditPaths.audits(asked.body.slug)),
    ),
  )
  formAt(app, needs, '/boards/:slug/audits/new', boardGate(registerOf, 'add'), async (asked) =>
    form(await shapes.newRoundShape(asked), parseRound, async (doer, input) =>
      leadTo(await addRound(needs, doer, asked.body.id, input), auditPaths.round),
    ),
  )
  pageAt(app, needs, '/audit-rounds/:id', roundGate('read'), async (asked) => (
    <RoundPage
      visit={asked.visit}
      board={asked.body}
      round={asked.round}
      before={await beforeOf(asked)}
      mayKeep={asked.may(guardedRound(asked.round), 'keep')}
      own={ownOf(asked)}
      acts={actsOf(asked)}
    />
  ))
  steps(app, needs)
  agencies(app, needs)
  answers(app, needs)
  return app
}

/** The agencies whose answers whoever asks gives or moderates. */
function ownOf({ round, standing }: AskedRound): ReadonlySet<string> {
  const person = standing.person?.id
  if (person === undefined) return new Set()
  return new Set(
    round.agencies.filter(({ lead, moderator }) => lead === person || moderator === person).map(({ organisation }) => organisation),
  )
}

/** The agencies for whose actions whoever asks can say what will be done. */
function actsOf({ round, may }: AskedRound): ReadonlySet<string> {
  return new Set(round.agencies.filter((agency) => may(guardedAnswer(round, agency), 'act')).map(({ organisation }) => organisation))
}

/** The round before, where whoever asks may see it: what they may not see is no comparison. */
async function beforeOf({ reader, visit, round }: AskedRound): Promise<Round | undefined> {
  if (round.previous === undefined) return undefined
  return findRound(reader, round.previous, visit.today).catch((error: unknown) => {
    if (error instanceof NotFound) return undefined
    throw error
  })
}

function steps(app: Hono<AppEnv>, needs: AssuranceNeeds): void {
  const at = '/audit-rounds/:id'
  formAt(app, needs, `${at}/agencies`, roundGate('keep'), async (asked) =>
    form(await shapes.agenciesShape(asked), parseAgencies, async (doer, input) =>
      leadTo(await setAgencies(needs, doer, asked.round.id, input), auditPaths.round),
    ),
  )
  formAt(app, needs, `${at}/report`, roundGate('keep'), async (asked) =>
    form(await shapes.roundReportShape(asked), parseRoundReport, async (doer, input) =>
      leadTo(await reportRound(needs, doer, asked.round.id, input), auditPaths.round),
    ),
  )
  formAt(app, needs, `${at}/show`, roundGate('keep'), async (asked) =>
    form(await shapes.showRoundShape(asked), parseVersion, async (doer, input) =>
      leadTo(await showRound(needs, doer, asked.round.id, input), auditPaths.round),
    ),
  )
  formAt(app, needs, `${at}/take-back`, roundGate('keep'), async (asked) =>
    form(await shapes.takeBackRoundShape(asked), parseTakingBack, async (doer, input) =>
      leadTo(await takeBackRound(needs, doer, asked.round.id, input), auditPaths.round),
    ),
  )
  const acts = { open: openRound, chase: chaseRound, moderation: startModeration } as const
  for (const [step, perform] of Object.entries(acts)) {
    actAt(
      app,
      needs,
      `${at}/${step}`,
      roundGate('keep'),
      async ({ round }, doer, body) => {
        const read = parseVersion(body)
        return read.ok ? leadTo(await perform(needs, doer, round.id, read.value.version), auditPaths.round) : read
      },
      ({ round }) => auditPaths.round(round.id),
    )
  }
  formAt(app, needs, `${at}/actions/:action`, roundGate('read'), async (asked) => {
    const action = asked.round.actions.find(({ id }) => id === asked.part('action'))
    const agency = asked.round.agencies.find(({ organisation }) => organisation === action?.organisation)
    if (!action || !agency || !asked.may(guardedAnswer(asked.round, agency), 'act')) throw new NotFound('No such action.')
    return form(shapes.auditActionShape(asked, action), parseAuditAction, async (doer, input) =>
      leadTo(await progressAuditAction(needs, doer, asked.round.id, action.id, input), auditPaths.round),
    )
  })
}

function agencies(app: Hono<AppEnv>, needs: AssuranceNeeds): void {
  const at = '/audit-rounds/:id/agencies/:organisation'
  const to = ({ round, agency }: AskedAgency) => auditPaths.agency(round.id, agency.organisation)
  pageAt(app, needs, at, agencyGate('read'), async (asked) => {
    const { visit, body, round, agency, may } = asked
    const guarded = guardedAnswer(round, agency)
    const before = await beforeOf(asked)
    return (
      <AgencyPage
        visit={visit}
        board={body}
        round={round}
        agency={agency}
        before={before?.agencies.find(({ organisation }) => organisation === agency.organisation)}
        sees={may(guarded, 'read') || (round.state === 'reported' && round.sight === 'public')}
        seesOwn={may(guarded, 'read')}
        answers={may(guarded, 'answer')}
        moderates={may(guarded, 'moderate')}
        keeps={may(guardedRound(round), 'keep')}
      />
    )
  })
  formAt(app, needs, `${at}/people`, agencyGate('keep'), async (asked) =>
    form(await shapes.peopleShape(asked), parseAgencyPeople, async (doer, input) =>
      leadTo(await setAgencyPeople(needs, doer, asked.round.id, asked.agency.organisation, input), () => to(asked)),
    ),
  )
}

/** What an agency says of itself, and what a peer makes of it. */
function answers(app: Hono<AppEnv>, needs: AssuranceNeeds): void {
  const at = '/audit-rounds/:id/agencies/:organisation'
  const to = ({ round, agency }: AskedAgency) => auditPaths.agency(round.id, agency.organisation)
  formAt(app, needs, `${at}/answer`, agencyGate('answer'), async (asked) => {
    const { scores, standards } = asked.round.toolkit
    return form(
      shapes.answersShape(asked),
      (body) =>
        parseAnswers(
          standards.map(({ key }) => key),
          scores,
          body,
        ),
      async (doer, answers) => leadTo(await saveAnswers(needs, doer, asked.round.id, asked.agency.organisation, answers), () => to(asked)),
    )
  })
  formAt(app, needs, `${at}/moderate`, agencyGate('moderate'), async (asked) => {
    const { scores, standards } = asked.round.toolkit
    return form(
      shapes.moderationShape(asked),
      (body) =>
        parseModeration(
          standards.map(({ key }) => key),
          scores,
          body,
        ),
      async (doer, found) => leadTo(await moderate(needs, doer, asked.round.id, asked.agency.organisation, found), () => to(asked)),
    )
  })
  actAt(
    app,
    needs,
    `${at}/hand-in`,
    agencyGate('answer'),
    async (asked, doer, body) => {
      const read = parseVersion(body)
      return read.ok
        ? leadTo(await handIn(needs, doer, asked.round.id, asked.agency.organisation, read.value.version), () => to(asked))
        : read
    },
    to,
  )
}
