import type { SuccessionAct } from './succession.ts'

/** Something that ended with an organisation by an act, as it was before and as it is now. */
export interface EndedByAct {
  readonly kind: 'appointment' | 'post'
  /** Who held it, and what it was, in words. */
  readonly person: string
  readonly what: string
  /** Its end before the act; undefined: none. */
  readonly wasEndsOn: Temporal.PlainDate | undefined
  /** Whether it still stands as the act left it. */
  readonly isAsLeft: boolean
  /** For whom it went on; undefined where it ended. */
  readonly wentOn: { readonly isAsLeft: boolean; readonly isUsed: boolean } | undefined
  /** Who else fills the place since; undefined where nobody does. */
  readonly filledBy: string | undefined
}

/** An act that is recorded, with what rests on it today. */
export interface RecordedAct {
  readonly act: SuccessionAct
  readonly onDay: Temporal.PlainDate
  readonly takenBackOn: Temporal.PlainDate | undefined
  readonly ended: readonly EndedByAct[]
  /** Organisations that were set up by it, each with what else stands in its name since, in words. */
  readonly made: readonly { readonly name: string; readonly rests: readonly string[] }[]
  /** Formers whose end is no longer the day of the act. */
  readonly changedFormers: readonly string[]
}

/** Why an act cannot be taken back; `names` are those that are in the way. */
export interface TakeBackRefusal {
  readonly code: 'taken-back-already' | 'act-changed-since' | 'act-place-filled' | 'act-used' | 'act-rested-upon'
  readonly names: readonly string[]
}

/**
 * Why an act cannot be taken back (G1): it was already, somebody changed what it left, a place that ended is filled by somebody else, what went on is
 * in use, or something else stands in the name of who was set up by it. Empty where it can. Migration 0103 holds the same.
 */
export function refuseTakingBack({ takenBackOn, ended, made, changedFormers }: RecordedAct): readonly TakeBackRefusal[] {
  if (takenBackOn) return [{ code: 'taken-back-already', names: [] }]
  const named = (found: readonly EndedByAct[]): readonly string[] => [...new Set(found.map(({ person, what }) => `${person} (${what})`))]
  const refusals: readonly TakeBackRefusal[] = [
    {
      code: 'act-changed-since',
      names: [...changedFormers, ...named(ended.filter((one) => !one.isAsLeft || one.wentOn?.isAsLeft === false))],
    },
    {
      code: 'act-place-filled',
      names: ended.flatMap(({ filledBy, what }) => (filledBy === undefined ? [] : [`${filledBy} (${what})`])),
    },
    { code: 'act-used', names: named(ended.filter(({ wentOn }) => wentOn?.isUsed === true)) },
    {
      code: 'act-rested-upon',
      names: made.filter(({ rests }) => rests.length > 0).map(({ name, rests }) => `${name}: ${rests.join(', ')}`),
    },
  ]
  return refusals.filter(({ names }) => names.length > 0)
}
