import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { type ComposedPlace, type CompositionDemand, type CompositionMatch, demandsOn } from '../rules/composition.ts'
import { findAdoptedTermsOf, type TermsVersion } from './terms.ts'

/** A rule on who must be on a body, as it is kept (G5). */
export interface CompositionRule extends CompositionDemand {
  readonly id: string
  /** True where they must be at every meeting, too. */
  readonly atMeetings: boolean
  /** The law or the section of the terms that asks for it. */
  readonly source: string
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer holds; undefined while it is open. */
  readonly endsOn: Temporal.PlainDate | undefined
  readonly version: number
  /** The version of the terms that demands it, by its number; undefined for a rule recorded by itself. */
  readonly terms: number | undefined
}

/** Every rule for some bodies by body, the recorded ones first, then what adopted terms demand; bodies without any are left out. */
export async function findCompositionRules(
  reader: Reader,
  bodies: readonly string[],
): Promise<ReadonlyMap<string, readonly CompositionRule[]>> {
  const [recorded, adopted] = await Promise.all([findRecordedDemands(reader, bodies), findAdoptedTermsOf(reader, bodies)])
  const all = bodies.map((body) => [body, [...(recorded.get(body) ?? []), ...(adopted.get(body) ?? []).flatMap(demandsOf)]] as const)
  return new Map(all.filter(([, rules]) => rules.length > 0))
}

/** What a version of the terms demands, while it is in force. */
function demandsOf({ id, number, startsOn, endsOn, terms: { composition = [], sources } }: TermsVersion): readonly CompositionRule[] {
  return composition.map(({ source, note, ...demand }, at) => {
    const title = sources.find((one) => one.id === source?.id)?.title
    const place = source?.section === undefined ? '' : `, ${source.section}`
    const words = title === undefined ? (note ?? `Terms of reference, version ${number}`) : `${title}${place}`
    return { ...demand, id: `${id}-${at + 1}`, source: words, startsOn, endsOn, version: 0, terms: number }
  })
}

/** Every rule that was recorded by itself for some bodies, by body, the oldest first. */
export async function findRecordedDemands(
  reader: Reader,
  bodies: readonly string[],
): Promise<ReadonlyMap<string, readonly CompositionRule[]>> {
  const rows = await reader
    .selectFrom('governance.composition_rule')
    .select(['body', 'id', 'matches', 'value', 'at_least as atLeast', 'at_meetings as atMeetings', 'source', 'version'])
    .select(['starts_on as startsOn', 'ends_on as endsOn'])
    .where(among('body', bodies))
    .orderBy('starts_on')
    .orderBy('matches', 'desc')
    .orderBy('value')
    .execute()
  const ruleOf = ({ body: _of, matches, endsOn, ...row }: (typeof rows)[number]): CompositionRule => ({
    ...row,
    matches: matches as CompositionMatch,
    terms: undefined,
    endsOn: endsOn ?? undefined,
  })
  return new Map([...Map.groupBy(rows, ({ body }) => body)].map(([body, own]) => [body, own.map(ruleOf)]))
}

const isOpen = ({ endsOn }: CompositionRule, day: Temporal.PlainDate): boolean =>
  endsOn === undefined || Temporal.PlainDate.compare(endsOn, day) > 0

/** Those among the rules of a body that hold on a day. */
export function compositionOn(rules: readonly CompositionRule[], day: Temporal.PlainDate): readonly CompositionRule[] {
  return demandsOn(rules, day)
}

/** The rules of a body that hold on a day or begin after it, the oldest first. */
export async function findComposition(reader: Reader, body: string, onDay: Temporal.PlainDate): Promise<readonly CompositionRule[]> {
  const rules = (await findCompositionRules(reader, [body])).get(body) ?? []
  const later = rules.filter((rule) => isOpen(rule, onDay) && Temporal.PlainDate.compare(rule.startsOn, onDay) > 0)
  return [...demandsOn(rules, onDay), ...later]
}

/** A body as composition sees it, on a day. */
interface Composed {
  readonly seats: readonly {
    readonly id: string
    readonly statutoryRole: string
    readonly capacityRequired: string
    readonly places: readonly {
      readonly place: number
      readonly holder: { readonly capacity: string; readonly person: { readonly name: string } } | undefined
    }[]
  }[]
}

/** The places of a body as demands see them: in which capacity somebody acts by the appointment, else by what the seat asks for. */
export function composedPlaces({ seats }: Composed): readonly ComposedPlace[] {
  return seats.flatMap((seat) =>
    seat.places.map(({ place, holder }) => ({
      key: `${seat.id}/${place}`,
      role: seat.statutoryRole,
      capacity: holder?.capacity || seat.capacityRequired,
      holder: holder?.person.name,
    })),
  )
}
