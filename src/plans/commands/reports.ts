import { nominateItemIn } from '#meetings/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { readAs, type Writer, writeAs } from '#platform/database/session.ts'
import { readMarkdown } from '#platform/documents/markdown/read-markdown.ts'
import { normalise } from '#platform/paper/normalise.ts'
import { printMarkdown } from '#platform/paper/print-markdown.ts'
import type { Paper } from '#platform/paper/tree.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ReportInput, SectionInput } from '../forms/report.ts'
import type { PlansNeeds } from '../needs.ts'
import { reportPaths } from '../paths.ts'
import { demand } from '../permission.ts'
import { findPlansOf } from '../queries/references.ts'
import { findDecisionsThen, findPlansThen, type ReportRecord, type ReportScope } from '../queries/report-record.ts'
import { findReport, findSections, guardedReport, listReports, type Report } from '../queries/reports.ts'
import { dayOfReport, type SectionCode, sectionsOf } from '../rules/report.ts'
import { spanInWords } from '../words/report.ts'
import { draftSection } from '../words/report-draft.ts'

type Needs = Pick<PlansNeeds, 'db' | 'config' | 'reportAside'>
type Made = Promise<Result<{ readonly id: string }, FieldProblem>>
type Done = Promise<Result<null, FieldProblem>>

/** Begins a report of a plan or of every plan of a board, and drafts each section from the record (P10). */
export async function beginReport(needs: Needs, doer: Doer, body: string, input: ReportInput): Made {
  const { kind, title, audience, plan = null, startsOn } = input
  const endsOn = input.lastDay.add({ days: 1 })
  if (Temporal.PlainDate.compare(startsOn, endsOn) >= 0) return fail({ field: 'lastDay', code: 'last-day-before-first' })
  if (Temporal.PlainDate.compare(startsOn, doer.today) > 0) return fail({ field: 'startsOn', code: 'period-to-come' })
  // Asked before anything is read for it.
  await readAs(needs.db, doer, (reader) => demand(reader, doer, { record: 'plan-reports', state: 'any', ties: { body } }, 'make'))
  const scope = { body, plan, span: { from: startsOn, until: endsOn } }
  const record = await readRecord(needs, doer, scope, audience)
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'plan-reports', state: 'any', ties: { body } }, 'make')
    if (plan !== null && !(await findPlansOf(tx, body)).some(({ id }) => id === plan))
      return fail({ field: 'plan', code: 'choice-unknown' })
    if (record.plans.length === 0) return fail({ field: 'audience', code: 'nothing-in-force' })
    const like = (await listReports(tx, { body })).find(
      (one) =>
        one.state === 'draft' && one.kind === kind && one.plan === plan && one.startsOn.equals(startsOn) && one.endsOn.equals(endsOn),
    )
    if (like) return fail({ field: '', code: 'report-known' })
    const id = newId()
    const of = { kind, title, audience, plan, body, starts_on: startsOn, ends_on: endsOn, drafted_on: doer.today }
    await tx
      .insertInto('plans.report')
      .values({ id, series: id, number: 1, ...of })
      .execute()
    await tx
      .insertInto('plans.report_section')
      .values(
        sectionsOf(kind).map((code, index) => {
          const drafted = drawn(needs, code, record)
          return { report: id, body, sight: 'draft', position: index + 1, code, drafted, text: drafted }
        }),
      )
      .execute()
    await auditReport(tx, doer, 'begun', id, input)
    return succeed({ id })
  })
}

/** Drafts every section anew from the record of today. What somebody wrote stays; beside it stands what the record says now. */
export async function draftAgain(needs: Needs, doer: Doer, report: Report): Done {
  const { body, plan, startsOn, endsOn, audience } = report
  const record = await readRecord(needs, doer, { body, plan, span: { from: startsOn, until: endsOn } }, audience)
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdDraft(tx, doer, report.id)
    for (const { code, edited, revision } of await findSections(tx, report.id)) {
      const drafted = drawn(needs, code, record)
      const own = edited ? {} : { text: drafted, revision: revision + 1 }
      await tx
        .updateTable('plans.report_section')
        .set({ drafted, ...own })
        .where('report', '=', report.id)
        .where('code', '=', code)
        .execute()
    }
    await saveReport(tx, held, held.version, { drafted_on: doer.today })
    await auditReport(tx, doer, 'drafted', report.id, { on: doer.today.toString() })
    return succeed(null)
  })
}

/** Saves the text of a section. What the record said stays beside it; the same text as that is no edit. @throws Conflict where somebody else saved first */
export async function writeSection(needs: Needs, doer: Doer, report: string, code: SectionCode, input: SectionInput): Done {
  await readAs(needs.db, doer, async (reader) => demand(reader, doer, guardedReport(await findReport(reader, report)), 'change'))
  const read = await readMarkdown(input.text ?? '')
  return writeAs(needs.db, doer, async (tx) => {
    await holdDraft(tx, doer, report)
    const section = (await findSections(tx, report)).find((one) => one.code === code)
    if (section?.revision !== input.version) throw new Conflict('Somebody else saved this section.')
    if (!read.ok) {
      const [first, ...more] = read.problems.map(({ sentence }): FieldProblem => ({ field: 'text', code: 'text', details: { sentence } }))
      return fail(first ?? { field: 'text', code: 'text' }, ...more)
    }
    const { paper } = read.value
    const edited = printMarkdown(paper) !== printMarkdown(section.drafted)
    await tx
      .updateTable('plans.report_section')
      .set({ text: JSON.stringify(edited ? paper : section.drafted), edited, revision: section.revision + 1 })
      .where('report', '=', report)
      .where('code', '=', code)
      .where('revision', '=', input.version)
      .execute()
    await auditReport(tx, doer, 'edited', report, { code, paper })
    return succeed(null)
  })
}

/** Puts a report on the forward plan of its board. */
export async function placeReport(needs: Needs, doer: Doer, id: string): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdDraft(tx, doer, id)
    if (held.planItem !== null) return fail({ field: '', code: 'placed-already' })
    const summary = `The board is asked to agree it for ${spanInWords(held)}. It stands at ${reportPaths.report(id)}.`
    const placed = await nominateItemIn(tx, doer, held.body, {
      ...{ title: held.title, summary, lead: undefined, purpose: 'decision', minutes: undefined, meeting: undefined },
    })
    if (!placed.ok) return placed
    await saveReport(tx, held, held.version, { plan_item: placed.value.id })
    await auditReport(tx, doer, 'placed', id, { item: placed.value.id })
    return succeed(null)
  })
}

/** Publishes a report as it stands; from then on nothing of it changes. @throws Conflict where it was changed since the form was made */
export async function publishReport(needs: Needs, doer: Doer, id: string, { version }: { readonly version: number }): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdDraft(tx, doer, id)
    if ((await findSections(tx, id)).every(({ text }) => text.blocks.length === 0)) return fail({ field: '', code: 'nothing-written' })
    await saveReport(tx, held, version, { state: 'published', sight: held.audience, published_on: doer.today })
    await auditReport(tx, doer, 'published', id, { sight: held.audience })
    return succeed(null)
  })
}

/** Drops a draft; what is published stays. */
export async function dropReport(needs: Needs, doer: Doer, id: string): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdDraft(tx, doer, id)
    await saveReport(tx, held, held.version, { state: 'dropped' })
    await auditReport(tx, doer, 'dropped', id, {})
    return succeed(null)
  })
}

/** Begins a new version of a published report with the texts of the last; what the record says now stands beside them. */
export async function reviseReport(needs: Needs, doer: Doer, report: Report, { reason }: { readonly reason: string }): Made {
  const { body, plan, startsOn, endsOn, audience, kind, title, series } = report
  const record = await readRecord(needs, doer, { body, plan, span: { from: startsOn, until: endsOn } }, audience)
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedReport(report), 'change')
    // A version that was dropped keeps its number.
    const { last } = await tx
      .selectFrom('plans.report')
      .select(({ fn }) => fn.max('number').as('last'))
      .where('series', '=', series)
      .executeTakeFirstOrThrow()
    const [newest] = await listReports(tx, { series })
    if (report.state !== 'published' || newest?.id !== report.id) return fail({ field: '', code: 'later-version' })
    const id = newId()
    const of = { kind, title, audience, plan, body, starts_on: startsOn, ends_on: endsOn, drafted_on: doer.today }
    await tx
      .insertInto('plans.report')
      .values({ id, series, number: last + 1, reason, ...of })
      .execute()
    const sections = await findSections(tx, report.id)
    await tx
      .insertInto('plans.report_section')
      .values(
        sections.map(({ code, text }, index) => {
          const drafted = drawn(needs, code, record)
          const edited = printMarkdown(text) !== printMarkdown(normalise(draftSection(code, record, needs.config.publicUrl)))
          return {
            report: id,
            body,
            sight: 'draft',
            position: index + 1,
            code,
            drafted,
            text: edited ? JSON.stringify(text) : drafted,
            edited,
          }
        }),
      )
      .execute()
    await auditReport(tx, doer, 'revised', id, { of: report.id, reason })
    return succeed({ id })
  })
}

/**
 * Reads what a report is drafted from: for everybody as a visitor does; for members the plans as the clerk does, without drafts, and everything else as a
 * visitor, so that nothing exempt is carried into a text.
 */
async function readRecord(needs: Needs, doer: Doer, scope: ReportScope, audience: Report['audience']): Promise<ReportRecord> {
  const visitor = { actor: undefined, now: doer.now, today: doer.today }
  const plans = await readAs(needs.db, audience === 'public' ? visitor : doer, (reader) => findPlansThen(reader, scope, doer.today))
  return readAs(needs.db, visitor, async (reader) => ({
    ...{ span: scope.span, day: dayOfReport(scope.span, doer.today), plans },
    decisions: await findDecisionsThen(reader, scope.body, scope.span),
    aside: (await needs.reportAside?.(
      reader,
      plans.map(({ id }) => id),
      scope.span,
    )) ?? { measures: [], voices: [] },
  }))
}

const drawn = ({ config }: Needs, code: SectionCode, record: ReportRecord): string =>
  JSON.stringify(normalise(draftSection(code, record, config.publicUrl)) satisfies Paper)

/** Takes hold of a draft, for whoever may change it. @throws NotFound, Forbidden, Conflict where it is none any more */
async function holdDraft(tx: Writer, doer: Doer, id: string): Promise<Report> {
  await demand(tx, doer, guardedReport(await findReport(tx, id)), 'change')
  await tx.selectFrom('plans.report').select('id').where('id', '=', id).forUpdate().execute()
  const held = await findReport(tx, id)
  if (held.state !== 'draft') throw new Conflict('This report was published meanwhile.')
  return held
}

async function saveReport(tx: Writer, { id }: Report, version: number, values: Readonly<Record<string, unknown>>): Promise<void> {
  const saved = await tx
    .updateTable('plans.report')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else changed it first.')
}

function auditReport(tx: Writer, doer: Doer, act: string, subject: string, content: object): Promise<void> {
  return appendAudit(tx, {
    actor: doer.actor,
    act: `plan-report.${act}`,
    subjectType: 'plan-report',
    subject,
    content: JSON.stringify(content),
  })
}
