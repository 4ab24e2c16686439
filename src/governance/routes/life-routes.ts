import type { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import * as areaPaths from '../area-paths.ts'
import * as holidayPaths from '../holiday-paths.ts'
import * as paths from '../paths.ts'
import * as rulePaths from '../rule-paths.ts'
import * as areas from './area-forms.ts'
import { areaPage, areasPage } from './area-pages.tsx'
import * as holidays from './bank-holidays.tsx'
import { newClosureDays, withdrawnClosureDay } from './closure-days.ts'
import * as rules from './dated-rules.tsx'
import { answeredStep, newDispute, postponedDispute, settledDispute, takenStep } from './dispute-forms.ts'
import { disputePage, disputesPage } from './dispute-pages.tsx'
import { formAt, type GovernanceNeeds, pageAt } from './endpoint.tsx'
import { newHandover } from './handover-form.ts'
import { askedSuccession, confirmedSuccession, successionPage } from './succession-forms.tsx'
import { takenBackSuccession } from './take-back-form.tsx'
import * as teams from './team-routes.tsx'

/** The addresses at which it is said what became of organisations, and what boards cannot agree on. */
export function lifeRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds): void {
  const succession = { record: 'organisation', verb: 'succeed' } as const
  const [which, act] = [':organisation', ':act']
  pageAt(app, needs, paths.successionPath(which), succession, successionPage)
  formAt(app, needs, paths.successionActPath(which, act), succession, askedSuccession)
  formAt(app, needs, paths.confirmSuccessionPath(which, act), succession, confirmedSuccession)
  formAt(app, needs, paths.takeBackPath(which, act), succession, takenBackSuccession)
  formAt(app, needs, paths.newHandoverPath(':slug'), { record: 'handover', verb: 'add' }, newHandover)
  disputeRoutes(app, needs)
  teamRoutes(app, needs)
  areaRoutes(app, needs)
  ruleRoutes(app, needs)
  holidayRoutes(app, needs)
}

function holidayRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds): void {
  const may = (verb: string) => ({ record: 'bank-holiday', verb })
  pageAt(app, needs, paths.bankHolidaysPath, may('read'), holidays.bankHolidaysPage)
  formAt(app, needs, holidayPaths.newBankHolidayPath, may('add'), holidays.newBankHoliday)
  formAt(app, needs, holidayPaths.announcedYearPath, may('add'), holidays.announcedYear)
  formAt(app, needs, holidayPaths.newClosureDaysPath, may('add'), newClosureDays)
  // Before the bank holidays, whose division it would be otherwise.
  formAt(app, needs, holidayPaths.withdrawClosureDayPath(':closure'), may('withdraw'), withdrawnClosureDay)
  formAt(app, needs, holidayPaths.withdrawBankHolidayPath(':division', ':day'), may('withdraw'), holidays.withdrawnBankHoliday)
}

function ruleRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds): void {
  const may = (verb: string) => ({ record: 'dated-rule', verb })
  const [kind, rule] = [':kind', ':rule']
  pageAt(app, needs, rulePaths.datedRulesPath, may('read'), rules.datedRulesPage)
  formAt(app, needs, rulePaths.newDatedRulePath(kind), may('add'), rules.newDatedRule)
  formAt(app, needs, rulePaths.datedRuleStepPath(kind, rule, 'end'), may('end'), rules.endedDatedRule)
  formAt(app, needs, rulePaths.datedRuleStepPath(kind, rule, 'correct'), may('correct'), rules.correctedDatedRule)
}

function areaRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds): void {
  const [area, slug] = [':area', ':slug']
  const [read, change, serve] = [
    { record: 'area', verb: 'read' },
    { record: 'area', verb: 'change' },
    { record: 'body', verb: 'change' },
  ] as const
  pageAt(app, needs, areaPaths.areasPath, read, areasPage)
  formAt(app, needs, areaPaths.newAreaPath, { record: 'area', verb: 'add' }, areas.newArea)
  pageAt(app, needs, areaPaths.areaPath(area), read, areaPage)
  formAt(app, needs, areaPaths.changeAreaPath(area), change, areas.changedArea)
  formAt(app, needs, areaPaths.newAreaRelationPath(area), change, areas.newAreaRelation)
  formAt(app, needs, areaPaths.endAreaRelationPath(area, ':relation'), change, areas.endedAreaRelation)
  formAt(app, needs, areaPaths.takeBackAreaRelationPath(area, ':relation'), change, areas.takenBackAreaRelation)
  formAt(app, needs, areaPaths.newBodyAreasPath(slug), serve, areas.newBodyAreas)
  formAt(app, needs, areaPaths.endBodyAreaPath(slug, area), serve, areas.endedBodyArea)
}

function teamRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds): void {
  const [team, change] = [':team', { record: 'team', verb: 'change' }] as const
  pageAt(app, needs, paths.teamsPath, { record: 'team', verb: 'read' }, teams.teamsPage)
  formAt(app, needs, paths.newTeamPath, { record: 'team', verb: 'add' }, teams.newTeam)
  pageAt(app, needs, paths.teamPath(team), { record: 'team', verb: 'read' }, teams.teamPage)
  formAt(app, needs, paths.changeTeamPath(team), change, teams.changedTeam)
  formAt(app, needs, paths.newTeamMemberPath(team), change, teams.newTeamMember)
  formAt(app, needs, paths.endTeamMemberPath(team, ':member'), change, teams.endedTeamMember)
}

function disputeRoutes(app: Hono<AppEnv>, needs: GovernanceNeeds): void {
  const [slug, dispute] = [':slug', ':dispute']
  const may = (verb: string) => ({ record: 'dispute', state: 'public', verb })
  pageAt(app, needs, paths.disputesPath(slug), { record: 'body', verb: 'read' }, disputesPage)
  formAt(app, needs, paths.newDisputePath(slug), may('raise'), newDispute)
  pageAt(app, needs, paths.disputePath(slug, dispute), { record: 'body', verb: 'read' }, disputePage)
  formAt(app, needs, paths.disputeActPath(slug, dispute, 'up'), may('take-up'), takenStep)
  formAt(app, needs, paths.disputeActPath(slug, dispute, 'postpone'), may('postpone'), postponedDispute)
  // Whoever signs in may be the person to whom it was taken; the form asks.
  formAt(app, needs, paths.disputeActPath(slug, dispute, 'answer'), { ...may('answer'), own: true }, answeredStep)
  formAt(app, needs, paths.disputeActPath(slug, dispute, 'settle'), may('settle'), settledDispute)
}
