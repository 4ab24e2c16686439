import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { choice, formOf, longText, optionalText, optionalUuid, text, uuid, uuids, version, wholeNumber } from '#platform/web/fields.ts'
import { provisions, serviceStatuses, tiers } from '../rules/commissioned-service.ts'

const serviceForm = z.object({
  title: text(120),
  summary: longText(1000),
  clientGroup: text(60),
  ages: optionalText(80),
  tier: choice(tiers),
  provision: choice(provisions),
  lead: uuid(),
  runBy: optionalUuid(),
  runByName: optionalText(200),
  areas: uuids(),
})
const changedServiceForm = serviceForm.extend({ version: version() })
const statusForm = z.object({ status: choice(serviceStatuses), startsOn: day(), because: optionalText(300), version: version() })
const outcomeForm = z.object({ outcome: uuid(), why: optionalText(500) })
const showForm = z.object({ sight: choice(['members', 'public']), version: version() })
const entryForm = z.object({
  how: longText(1000),
  place: optionalText(200),
  opening: optionalText(200),
  cost: optionalText(200),
  telephone: optionalText(40),
  email: optionalText(254),
  website: optionalText(300),
  owner: optionalUuid(),
  everyMonths: wholeNumber(1, 24),
})
const reportForm = z.object({ said: longText(4000), contact: optionalText(254) })
const settleForm = z.object({ answer: longText(1000), version: version() })
const versionForm = z.object({ version: version() })

/** A service as it is typed. */
export type ServiceInput = z.output<typeof serviceForm>
/** The same with the version that the form was made from. */
export type ChangedServiceInput = z.output<typeof changedServiceForm>
/** How a service stands from a day on. */
export type StatusInput = z.output<typeof statusForm>
/** Which outcome it serves. */
export type OutcomeInput = z.output<typeof outcomeForm>
/** Who may see a record from now on. */
export type ShowInput = z.output<typeof showForm>
/** How one gets a service. */
export type EntryInput = z.output<typeof entryForm>
/** What anybody reports. */
export type ReportInput = z.output<typeof reportForm>
/** What was done about a report. */
export type SettleInput = z.output<typeof settleForm>

/** Reads the form of a new service. */
export const parseService = formOf(serviceForm)
/** Reads the form of a service that is changed. */
export const parseChangedService = formOf(changedServiceForm)
/** Reads how a service stands from a day on. */
export const parseStatus = formOf(statusForm)
/** Reads which outcome it serves. */
export const parseOutcome = formOf(outcomeForm)
/** Reads who may see it. */
export const parseShow = formOf(showForm)
/** Reads how one gets it. */
export const parseEntry = formOf(entryForm)
/** Reads a report. */
export const parseReport = formOf(reportForm)
/** Reads what was done about it. */
export const parseSettle = formOf(settleForm)
/** Reads the version that a button was made from. */
export const parseVersion = formOf(versionForm)
