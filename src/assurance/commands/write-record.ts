import { stepsWith } from '#governance/public-data.ts'
import { guard } from '../permission.ts'

/** How steps of records of assurance are taken and audited. */
export const { takeStep, demandOne } = stepsWith(guard, '')
