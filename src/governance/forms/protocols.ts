import { z } from 'zod'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, longText, text, uuid, uuids, version, wholeNumber } from '#platform/web/fields.ts'
import { textOrEmpty } from './fields.ts'

const months = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const

/** A protocol between bodies. */
export const protocolForm = z.object({
  title: text(200),
  purpose: longText(4000),
  source: textOrEmpty(200),
  parties: uuids(),
  startsOn: day(),
  reviewOn: optionalDay(),
})

/** What changes about a protocol. */
export const changedProtocolForm = z.object({
  title: text(200),
  purpose: longText(4000),
  source: textOrEmpty(200),
  reviewOn: optionalDay(),
  endsOn: optionalDay(),
  version: version(),
})

/** The signature of a party. */
export const signatureForm = z.object({ signedBy: text(200), signedOn: day() })

/** A duty of a protocol. */
export const dutyForm = z.object({
  title: text(200),
  body: uuid(),
  opensMonth: choice(months).transform(Number),
  closesMonth: choice(months).transform(Number),
  startsOn: day(),
})

/** The end of a duty. */
export const endDutyForm = z.object({ endsOn: day(), version: version() })

/** What became of a duty in a cycle; version 0 where nothing was recorded. */
export const outcomeForm = z.object({
  outcome: choice(['met', 'waived']),
  onDay: day(),
  note: textOrEmpty(1000),
  version: wholeNumber(0, Number.MAX_SAFE_INTEGER),
})

/** A report that was made. */
export const reportForm = z.object({ madeOn: day(), note: text(300) })
