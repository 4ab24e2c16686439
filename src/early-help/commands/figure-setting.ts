import { findFamilySettings } from '#performance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { FigureSettingInput, VoiceRuleInput } from '../forms/figures.ts'
import { listVoiceRules } from '../queries/figures.ts'
import { demandTie, findTies } from '../queries/ties.ts'
import { monthsToSet } from '../rules/figure-settings.ts'

/**
 * Sets from a month on how long late entries are waited for and of how many a percentage is shown, signed by name and day (I6; handbook of early help 3.5).
 * Refuses a month that is over, and one from which something is set already. @throws Forbidden, SignInNeeded
 */
export async function setFigureSetting(
  needs: { readonly db: Database },
  doer: Doer,
  input: FigureSettingInput,
): Promise<Result<void, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'figures', 'set')
    if (!monthsToSet(doer.today).includes(input.startsOn)) return fail({ field: 'startsOn', code: 'month-over' })
    const starts_on = Temporal.PlainYearMonth.from(input.startsOn).toPlainDate({ day: 1 })
    const held = await findFamilySettings(tx)
    if (held.some(({ startsOn }) => startsOn.equals(starts_on))) return fail({ field: 'startsOn', code: 'set-that-month' })
    await tx
      .insertInto('casework.figure_setting')
      .values({
        ...{ starts_on, late_days: input.lateDays, percent_from: input.percentFrom, source: input.source },
        ...{ set_by: ties.person, set_on: doer.today },
      })
      .execute()
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'early-help-figures.set', subjectType: 'early-help-figures' },
      ...{ subject: ties.person, content: `${starts_on.toString()}: ${input.lateDays} days, ${input.percentFrom}` },
    })
    return succeed(undefined)
  })
}

/**
 * Sets from a month on from which age a child is asked and after how many days an own entry is due, signed; it makes another version of the indicator (E10; handbook
 * of early help 3.4). Refuses a month that is over, and one that is not after all for which something is set. @throws Forbidden, SignInNeeded
 */
export async function setVoiceRule(
  needs: { readonly db: Database },
  doer: Doer,
  input: VoiceRuleInput,
): Promise<Result<void, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'figures', 'set')
    if (!monthsToSet(doer.today).includes(input.startsOn)) return fail({ field: 'startsOn', code: 'month-over' })
    const starts_on = Temporal.PlainYearMonth.from(input.startsOn).toPlainDate({ day: 1 })
    const [latest] = await listVoiceRules(tx)
    if (latest && Temporal.PlainDate.compare(latest.startsOn, starts_on) >= 0) return fail({ field: 'startsOn', code: 'set-later' })
    const rule = { starts_on, from_age: input.fromAge, due_after_days: input.dueAfterDays, source: input.source }
    await tx
      .insertInto('casework.voice_count_rule')
      .values({ ...rule, set_by: ties.person, set_on: doer.today })
      .execute()
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'early-help-figures.voice-set', subjectType: 'early-help-figures' },
      ...{ subject: ties.person, content: `${starts_on.toString()}: ${input.fromAge} years, ${input.dueAfterDays} days` },
    })
    return succeed(undefined)
  })
}
