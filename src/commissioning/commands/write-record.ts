import { stepsWith } from '#governance/public-data.ts'
import { guard } from '../permission.ts'

/** How steps of records of commissioning are taken and audited. */
export const { takeStep, auditStep, demandOne } = stepsWith(guard, 'commissioning.')
