import { z } from 'zod'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  field,
  formOf,
  optionalText,
  optionalUuid,
  optionalWholeNumber,
  postedText,
  text,
  uuid,
  version,
  wholeNumber,
} from '#platform/web/fields.ts'
import { optionalSum, sumAboveNothing } from './pence.ts'

/** Twelve whole numbers with spaces or commas between them, April first; nothing typed: all months alike. */
const profile = (): z.ZodType<readonly number[]> =>
  field<readonly number[]>((posted) => {
    const typed = postedText(posted).trim()
    if (typed === '') return { value: [] }
    const months = typed.split(/[\s,;]+/)
    const isWhole = months.length === 12 && months.every((one) => /^\d{1,6}$/.test(one)) && months.some((one) => Number(one) > 0)
    return isWhole ? { value: months.map(Number) } : { code: 'profile-twelve' }
  })

const contributionForm = z.object({
  ...{
    partner: uuid(),
    source: text(200),
    kind: choice(['cash', 'staff', 'in_kind', 'net_of_charges']),
    amount: optionalSum(),
    fence: optionalUuid(),
  },
  ...{ parts: optionalWholeNumber(1, 12), firstOn: optionalDay() },
})
const changedContributionForm = contributionForm.extend({ version: version() })
const paidForm = z.object({ position: wholeNumber(1, 52), paidOn: day(), amount: sumAboveNothing() })
const lineForm = z.object({
  ...{ title: text(200), code: optionalText(60), service: optionalUuid(), managedBy: uuid(), amount: optionalSum(), before: optionalSum() },
  ...{ fence: optionalUuid(), profile: profile() },
})
const changedLineForm = lineForm.extend({ version: version() })
const moveForm = z.object({ fromLine: uuid(), toLine: uuid(), amount: sumAboveNothing(), why: text(500), decision: optionalUuid() })

const paperMoneyForm = z.object({ line: uuid(), amount: optionalSum() })

/** What a partner gives, as it is typed. */
export type ContributionInput = z.output<typeof contributionForm>
/** The same with the version that the form was made from. */
export type ChangedContributionInput = z.output<typeof changedContributionForm>
/** That a part was paid. */
export type PaidInput = z.output<typeof paidForm>
/** A budget line as it is typed. */
export type LineInput = z.output<typeof lineForm>
/** The same with the version that the form was made from. */
export type ChangedLineInput = z.output<typeof changedLineForm>
/** Planned money that is to be moved. */
export type MoveInput = z.output<typeof moveForm>

/** Reads the form of a contribution. */
export const parseContribution = formOf(contributionForm)
/** Reads the form of a contribution that is changed. */
export const parseChangedContribution = formOf(changedContributionForm)
/** Reads which part was paid. */
export const parsePaid = formOf(paidForm)
/** Reads the form of a line. */
export const parseLine = formOf(lineForm)
/** Reads the form of a line that is changed. */
export const parseChangedLine = formOf(changedLineForm)
/** Reads what is to be moved. */
export const parseMove = formOf(moveForm)

/** Out of which line a report commits how much; no sum takes the line off it. */
export type PaperMoneyInput = z.output<typeof paperMoneyForm>
/** Reads out of which line a report commits how much. */
export const parsePaperMoney = formOf(paperMoneyForm)
