import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { choice, formOf, longText, optionalLongText, optionalUuid, version, wholeNumber } from '#platform/web/fields.ts'
import { dutyKinds } from '../rules/duty.ts'

const dutyForm = z.object({
  kind: choice(dutyKinds),
  source: longText(500),
  opensMonth: wholeNumber(1, 12),
  closesMonth: wholeNumber(1, 12),
  startsOn: day(),
})
const endForm = z.object({ endsOn: day(), version: version() })
const settleForm = z.object({
  outcome: choice(['met', 'waived']),
  onDay: day(),
  evidence: optionalUuid(),
  note: optionalLongText(2000),
  version: wholeNumber(0, 1_000_000),
})

/** A duty of a board: in which months of every year, by what source, from when on. */
export type DutyInput = z.output<typeof dutyForm>
/** From when on it is no longer owed. */
export type EndDutyInput = z.output<typeof endForm>
/** What became of it in a year; `evidence` a report or a meeting of the board, `version` 0 where nothing was recorded yet. */
export type SettleDutyInput = z.output<typeof settleForm>

/** Reads the form of a new duty. */
export const parseDuty = formOf(dutyForm)
/** Reads from when on a duty is no longer owed. */
export const parseEndDuty = formOf(endForm)
/** Reads what became of a duty. */
export const parseSettleDuty = formOf(settleForm)
