import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { choices, longText, text, uuid } from '#platform/web/fields.ts'
import { handedOver } from '../rules/handover.ts'

/** The decision by which a body hands work on. */
export const handoverForm = z.object({ to: uuid(), takes: choices(handedOver), onDay: day(), decidedIn: text(200), reason: longText(1000) })
