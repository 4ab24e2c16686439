import type { ActorId } from './session.ts'

/** Goldenthread itself, where no person acts: schedules, mail, the first load. The same number as `platform.system_actor()`. */
export const SYSTEM_ACTOR = '00000000-0000-7000-8000-000000000001' as ActorId
