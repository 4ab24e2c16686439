import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { choice, formOf, longText, optionalUuid, text, uuid, version, wholeNumber } from '#platform/web/fields.ts'
import { contentClasses } from '../rules/access.ts'

const shieldForm = z.object({
  reason: choice(['abuse', 'staff', 'court', 'other']),
  words: longText(2000),
  lookAgainOn: day(),
  asks: optionalUuid(),
})
/** Why it is withheld that a family is known here. */
export type FamilyShieldInput = z.output<typeof shieldForm>
/** Reads why it is withheld that a family is known here. */
export const parseFamilyShield = formOf(shieldForm)

const endForm = z.object({ endedBecause: longText(2000), version: version() })
/** Why it is withheld no more. */
export type EndShieldInput = z.output<typeof endForm>
/** Reads why it is withheld no more. */
export const parseEndShield = formOf(endForm)

const anotherForm = z.object({ asks: uuid(), because: longText(2000), version: version() })
/** Whom one asks from now on. */
export type AskAnotherInput = z.output<typeof anotherForm>
/** Reads whom one asks from now on. */
export const parseAskAnother = formOf(anotherForm)

const restrictForm = z.object({
  class: choice(contentClasses),
  ground: choice(['accuracy', 'unlawful', 'claims', 'objection']),
  words: longText(2000),
})
/** Why a part of the record is held. */
export type RestrictInput = z.output<typeof restrictForm>
/** Reads why a part of the record is held. */
export const parseRestrict = formOf(restrictForm)

const liftForm = z.object({ liftedBecause: longText(2000), toldHow: longText(2000), version: version() })
/** Why it is held no more. */
export type LiftInput = z.output<typeof liftForm>
/** Reads why it is held no more. */
export const parseLift = formOf(liftForm)

const readForm = z.object({ purpose: choice(['consent', 'claims', 'protect', 'public-interest']), words: longText(2000) })
/** For which purpose somebody reads what is held. */
export type ReadHeldInput = z.output<typeof readForm>
/** Reads for which purpose somebody reads what is held. */
export const parseReadHeld = formOf(readForm)

const ruleForm = z.object({
  ...{ recordClass: choice(['episode', 'request']), anchor: choice(['closure', 'youngest-birth', 'last-contact']) },
  ...{ months: wholeNumber(1, 1200), basis: longText(2000), approvedBy: text(200), startsOn: day() },
})
/** How long records are kept, from a day on. */
export type RetentionRuleInput = z.output<typeof ruleForm>
/** Reads how long records are kept, from a day on. */
export const parseRetentionRule = formOf(ruleForm)
