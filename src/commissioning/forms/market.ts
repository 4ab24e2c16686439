import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import {
  formOf,
  longText,
  optionalLongText,
  optionalText,
  optionalUuid,
  optionalWholeNumber,
  text,
  ticked,
  uuid,
  uuids,
  version,
  wholeNumber,
} from '#platform/web/fields.ts'
import { optionalSum } from './pence.ts'

const marketForm = z.object({
  title: text(200),
  lead: uuid(),
  purpose: longText(4000),
  unit: text(60),
  countsPeople: ticked(),
  everyMonths: optionalWholeNumber(1, 60),
  service: optionalUuid(),
  strategy: optionalUuid(),
})
const changedMarketForm = marketForm.extend({ version: version() })
const areaForm = z.object({ area: uuid(), across: wholeNumber(1, 12), down: wholeNumber(1, 12), version: version() })
const needForm = z.object({
  area: uuid(),
  needed: optionalWholeNumber(0, 100_000_000),
  datedOn: day(),
  source: text(300),
  need: optionalUuid(),
  version: version(),
})
const returnForm = z.object({
  provider: uuid(),
  area: uuid(),
  datedOn: day(),
  places: optionalWholeNumber(0, 100_000_000),
  free: optionalWholeNumber(0, 100_000_000),
  quality: optionalText(60),
  price: optionalSum(),
  spend: optionalSum(),
  source: text(300),
  version: version(),
})
const askForm = z.object({ providers: uuids(), areas: uuids(), dueOn: day(), note: optionalLongText(1000), version: version() })
const takeBackForm = z.object({ because: longText(1000), version: version() })
const divisionForm = z.object({ title: text(200), text: optionalLongText(4000), version: version() })
const lotForm = z.object({
  division: uuid(),
  name: text(200),
  areas: uuids(),
  mostProviders: optionalWholeNumber(1, 1000),
  version: version(),
})
const draftForm = z.object({ version: version() })
const statementForm = z.object({ text: longText(100_000), version: version() })

/** A market as it is typed. */
export type MarketInput = z.output<typeof marketForm>
/** The same with the version that the form was made from. */
export type ChangedMarketInput = z.output<typeof changedMarketForm>
/** An area and the place of its tile. */
export type AreaInput = z.output<typeof areaForm>
/** What is needed in an area. */
export type NeedInput = z.output<typeof needForm>
/** What a provider says of itself. */
export type ReturnInput = z.output<typeof returnForm>
/** Which providers are asked for their returns, in which areas, by when. */
export type AskInput = z.output<typeof askForm>
/** Why it is not asked any more. */
export type TakeBackInput = z.output<typeof takeBackForm>
/** A way to divide a market. */
export type DivisionInput = z.output<typeof divisionForm>
/** A lot of it. */
export type LotInput = z.output<typeof lotForm>
/** That a draft is begun, or a statement published. */
export type DraftInput = z.output<typeof draftForm>
/** The text of a statement. */
export type StatementInput = z.output<typeof statementForm>

/** Reads a new market. */
export const parseMarket = formOf(marketForm)
/** Reads one that is changed. */
export const parseChangedMarket = formOf(changedMarketForm)
/** Reads an area. */
export const parseArea = formOf(areaForm)
/** Reads what is needed. */
export const parseNeed = formOf(needForm)
/** Reads a return. */
export const parseReturn = formOf(returnForm)
/** Reads whom one asks for returns. */
export const parseAsk = formOf(askForm)
/** Reads why an ask is taken back. */
export const parseTakeBack = formOf(takeBackForm)
/** Reads a division. */
export const parseDivision = formOf(divisionForm)
/** Reads a lot. */
export const parseLot = formOf(lotForm)
/** Reads that a draft is begun or a statement published. */
export const parseDraft = formOf(draftForm)
/** Reads the text of a statement. */
export const parseStatement = formOf(statementForm)
