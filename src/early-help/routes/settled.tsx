import type { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { form, formsWith, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { settleAuditTool } from '../commands/audit-tool.ts'
import { settleClosingWords } from '../commands/closing-words.ts'
import { setDisputeRule } from '../commands/dispute-rule.ts'
import { settle } from '../commands/settled.ts'
import { settleThresholds } from '../commands/thresholds.ts'
import { settleTiers } from '../commands/tiers.ts'
import { parseAuditTool } from '../forms/audit-tool.ts'
import { parseClosingWords } from '../forms/closing.ts'
import { parseDisputeRule } from '../forms/movement.ts'
import { parseSettled } from '../forms/settled.ts'
import { parseThresholds } from '../forms/thresholds.ts'
import { parseTiers } from '../forms/tiers.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { AuditToolPage } from '../pages/audit-tool-page.tsx'
import { ClosingWordsPage } from '../pages/closing-words-page.tsx'
import { DisputeRulesPage } from '../pages/dispute-rules-page.tsx'
import { LevelsPage } from '../pages/levels-page.tsx'
import { SettledPage } from '../pages/settled-page.tsx'
import { TiersPage } from '../pages/tiers-page.tsx'
import { settledPaths } from '../paths.ts'
import { listAuditTools } from '../queries/audit-tools.ts'
import { listClosingDocuments } from '../queries/closing.ts'
import { listDisputeRules } from '../queries/dispute-rules.ts'
import { listSettled } from '../queries/settled.ts'
import { listThresholds } from '../queries/thresholds.ts'
import { listTierDocuments } from '../queries/tiers.ts'
import { demandTie, findTies } from '../queries/ties.ts'
import { type Settled, type SettledCode, settledOf } from '../rules/settled.ts'
import { problemWords } from '../words/problems.ts'
import { type AskedCasework, caseworkGate } from './gates.ts'
import { auditToolShape, closingWordsShape, disputeRuleShape, thresholdsShape, tiersShape } from './settled-shapes.ts'
import { families } from './shapes.ts'

type AskedSettled = Pick<AskedCasework, 'reader' | 'visit'> & { readonly kind: Settled & { readonly code: SettledCode } }

/** What the partnership settled of its practice. Stands before the pages of families, whose addresses begin alike. */
export function settledRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  pageAt(app, needs, settledPaths.home(), caseworkGate('settled', 'read'), async ({ reader, visit, ties }) => (
    <SettledPage visit={visit} relations={ties.relations} rows={await listSettled(reader)} />
  ))
  pageAt(app, needs, settledPaths.levels(), caseworkGate('settled', 'read'), async ({ reader, visit, ties }) => (
    <LevelsPage visit={visit} relations={ties.relations} documents={await listThresholds(reader)} />
  ))
  formsWith(problemWords)(app, needs, settledPaths.levels('/new'), caseworkGate('settled', 'set'), async ({ reader, visit }) =>
    form(await thresholdsShape(reader, visit), parseThresholds, async (doer, input) =>
      leadTo(await settleThresholds(needs, doer, input), () => settledPaths.levels()),
    ),
  )
  pageAt(app, needs, settledPaths.tiers(), caseworkGate('settled', 'read'), async ({ reader, visit, ties }) => (
    <TiersPage visit={visit} relations={ties.relations} documents={await listTierDocuments(reader)} />
  ))
  formsWith(problemWords)(app, needs, settledPaths.tiers('/new'), caseworkGate('settled', 'set'), async ({ reader, visit }) =>
    form(await tiersShape(reader, visit), parseTiers, async (doer, input) =>
      leadTo(await settleTiers(needs, doer, input), () => settledPaths.tiers()),
    ),
  )
  pageAt(app, needs, settledPaths.closing(), caseworkGate('settled', 'read'), async ({ reader, visit, ties }) => (
    <ClosingWordsPage visit={visit} relations={ties.relations} documents={await listClosingDocuments(reader)} />
  ))
  formsWith(problemWords)(app, needs, settledPaths.closing('/new'), caseworkGate('settled', 'set'), async ({ reader, visit }) =>
    form(await closingWordsShape(reader, visit), parseClosingWords, async (doer, input) =>
      leadTo(await settleClosingWords(needs, doer, input), () => settledPaths.closing()),
    ),
  )
  pageAt(app, needs, settledPaths.disputes(), caseworkGate('settled', 'read'), async ({ reader, visit, ties }) => (
    <DisputeRulesPage visit={visit} relations={ties.relations} rules={await listDisputeRules(reader)} />
  ))
  formsWith(problemWords)(app, needs, settledPaths.disputes('/new'), caseworkGate('settled', 'set'), async ({ reader, visit }) =>
    form(await disputeRuleShape(reader, visit), parseDisputeRule, async (doer, input) =>
      leadTo(await setDisputeRule(needs, doer, input), () => settledPaths.disputes()),
    ),
  )
  pageAt(app, needs, settledPaths.audit(), caseworkGate('settled', 'read'), async ({ reader, visit, ties }) => (
    <AuditToolPage visit={visit} relations={ties.relations} tools={await listAuditTools(reader)} />
  ))
  formsWith(problemWords)(app, needs, settledPaths.audit('/new'), caseworkGate('settled', 'set'), async ({ reader, visit }) =>
    form(await auditToolShape(reader, visit), parseAuditTool, async (doer, input) =>
      leadTo(await settleAuditTool(needs, doer, input), () => settledPaths.audit()),
    ),
  )
  formsWith(problemWords)(app, needs, settledPaths.set(':settled'), kindGate, async (asked) =>
    form(await settledShape(asked), parseSettled(asked.kind), async (doer, input) =>
      leadTo(await settle(needs, doer, asked.kind.code, input), () => settledPaths.home(asked.kind.code)),
    ),
  )
}

const kindGate: Gate<AskedSettled> = async (reader, c) => {
  const visit = c.get('visit')
  const ties = await findTies(reader, visit)
  const kind = settledOf(c.req.param('settled') ?? '')
  if (!kind) throw new NotFound('Nothing of this name is settled.')
  demandTie(ties, 'settled', kind.verb)
  return { reader, visit, kind }
}

async function settledShape({ reader, visit, kind }: AskedSettled): Promise<FormShape> {
  const latest = (await listSettled(reader)).find(({ code }) => code === kind.code)
  return {
    title: kind.title,
    lead: `${kind.about} It holds from the day you choose, and stands with your name.`,
    breadcrumbs: [families, { text: 'What the partnership has settled', href: settledPaths.home() }],
    cancel: settledPaths.home(kind.code),
    groups: [
      {
        fields: [
          ...kind.numbers.map(({ name, label, from, to }) => ({ kind: 'number' as const, name, label, hint: `From ${from} to ${to}` })),
          { kind: 'day', name: 'startsOn', label: 'From which day on?', hint: 'Today or later' },
          { kind: 'line', name: 'source', label: 'Who decided it, and when?' },
        ],
      },
    ],
    submit: 'Set and sign',
    first: {
      ...dayValues('startsOn', visit.today),
      ...Object.fromEntries(Object.entries(latest?.numbers ?? {}).map(([name, number]) => [name, String(number)])),
    },
  }
}
