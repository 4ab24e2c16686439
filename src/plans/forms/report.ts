import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { choice, formOf, longText, optionalLongText, optionalUuid, text, version } from '#platform/web/fields.ts'
import { reportKinds } from '../rules/report.ts'

const reportForm = z.object({
  kind: choice(reportKinds),
  plan: optionalUuid(),
  title: text(200),
  startsOn: day(),
  lastDay: day(),
  audience: choice(['public', 'members']),
})
const sectionForm = z.object({ text: optionalLongText(100_000), version: version() })
const publishForm = z.object({ version: version() })
const reviseForm = z.object({ reason: longText(500) })

/** What a report is of; `plan` undefined: every plan of the board. */
export type ReportInput = z.output<typeof reportForm>
/** The text of a section in Markdown, with the revision that the form was made from. */
export type SectionInput = z.output<typeof sectionForm>

/** Reads the form of a new report. */
export const parseReport = formOf(reportForm)
/** Reads the text of a section. */
export const parseSection = formOf(sectionForm)
/** Reads that a report is to be published as it stands. */
export const parsePublish = formOf(publishForm)
/** Reads why there is to be a new version. */
export const parseRevise = formOf(reviseForm)
