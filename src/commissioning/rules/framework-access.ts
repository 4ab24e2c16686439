import { type AccessMatrix, anyone, type Role } from '#governance/public.ts'

const preparers: readonly Role[] = ['clerk', 'chair', 'lead']
const fullSight: readonly Role[] = ['member', 'deputy', 'chair', 'clerk', 'lead']
const kept = (read: readonly Role[]): Readonly<Record<string, readonly Role[]>> => ({ read, change: ['clerk', 'lead'], show: ['clerk'] })
const led = { draft: kept(preparers), members: kept(fullSight), public: kept(anyone) }

/** Records that an organisation leads: 'lead' is a commissioner of that organisation. Migration 0420 says the same in SQL (`commissioning.protect_record`). */
export const frameworkAccess: AccessMatrix = { pathway: led, decommissioning: led, framework: led, market: led }
