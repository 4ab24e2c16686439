import type { Standing } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { latestDefinition } from '../rules/measure.ts'
import { isWhole, type Period, type PeriodType } from '../rules/period.ts'
import type { FigureDuty } from '../words/duties.ts'
import { findMeasures } from './measure.ts'
import { findAlertDuties, findReturnDuties } from './returns.ts'

/** What waits for somebody about figures: returns first, by the day on which they are due, then figures to answer for. */
export async function findFigureDuties(reader: Reader, { person, clerkOf }: Standing): Promise<readonly FigureDuty[]> {
  if (person === undefined) return []
  const returns = await findReturnDuties(reader, { person: person.id, clerkOf: [...clerkOf] })
  const alerts = await findAlertDuties(reader, person.id)
  const types = new Map(
    (
      await findMeasures(
        reader,
        alerts.map(({ measure }) => measure),
      )
    ).map((measure) => [measure.id, latestDefinition(measure).frequency]),
  )
  return [
    ...returns.map(({ kind, id, body, title, startsOn, endsOn, periodType, dueOn }) => ({
      kind,
      id,
      body,
      title,
      dueOn,
      period: { type: periodType, startsOn, endsOn },
    })),
    ...alerts.map(({ kind, id, body, measure, title, startsOn, endsOn }) => ({
      kind,
      id,
      body,
      measure,
      title,
      period: periodBy(types.get(measure), startsOn, endsOn),
    })),
  ]
}

/** The period of these days, named as its measure names it. */
export function periodBy(type: PeriodType | undefined, startsOn: Temporal.PlainDate, endsOn: Temporal.PlainDate): Period {
  const period = { type: type ?? ('other' as const), startsOn, endsOn }
  return isWhole(period) ? period : { ...period, type: 'other' }
}
