import { newId } from '#platform/database/ids.ts'
import type { ActorId, Writer } from '#platform/database/session.ts'

/** What the sample of assurance builds on: ids by slug and by key, and the account of the clerk. */
export interface AssuranceSampleGround {
  readonly bodies: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
  readonly organisations: ReadonlyMap<string, string>
  readonly accounts: { readonly clerk: ActorId }
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
}

/** The sample as its parts write it. */
export interface Scene {
  readonly tx: Writer
  readonly body: string
  readonly clerk: ActorId
  readonly now: Temporal.Instant
  /** A day so many days ago; a negative number is ahead. */
  ago(days: number): Temporal.PlainDate
  person(key: string): string
  organisation(key: string): string
}

/** Puts a scene together. */
export function sceneOf(tx: Writer, ground: AssuranceSampleGround, slug: string): Scene {
  const find = (map: ReadonlyMap<string, string>) => (key: string) => {
    const id = map.get(key)
    if (id === undefined) throw new Error(`The sample holds no ${key}.`)
    return id
  }
  return {
    ...{ tx, body: find(ground.bodies)(slug), clerk: ground.accounts.clerk, now: ground.now },
    ...{ ago: (days) => ground.today.subtract({ days }), person: find(ground.people), organisation: find(ground.organisations) },
  }
}

/** A part of a review of the sample. */
export interface SamplePart {
  readonly kind: 'panel' | 'session' | 'finding' | 'lesson' | 'progress' | 'evidence'
  readonly heading?: string
  readonly text?: string
  readonly daysAgo?: number
  readonly organisation?: string
}

/** Writes the parts of a review, numbered within their kind. */
export async function writeParts(
  { tx, ago, clerk, now, organisation }: Scene,
  review: string,
  parts: readonly SamplePart[],
): Promise<void> {
  await tx
    .insertInto('assurance.review_part')
    .values(
      parts.map((part, index) => ({
        ...{ id: newId(), review, kind: part.kind, heading: part.heading ?? '', text: part.text ?? '', actor: clerk, at: now },
        number: parts.slice(0, index).filter(({ kind }) => kind === part.kind).length + 1,
        on_day: part.daysAgo === undefined ? null : ago(part.daysAgo),
        organisation: part.organisation === undefined ? null : organisation(part.organisation),
      })),
    )
    .execute()
}

/** A recommendation of the sample. Days are days ago. */
export interface SampleRecommendation {
  readonly reference: string
  readonly text: string
  readonly restsOn?: readonly number[]
  readonly to: readonly [office: string, organisation: string, owner: string]
  readonly response?: readonly ['accept' | 'part' | 'reject', daysAgo: number, reason?: string]
  readonly actions?: readonly (readonly [text: string, lead: string, due: number, done?: number | undefined, progress?: string])[]
  readonly notes?: readonly (readonly [kind: 'progress' | 'impact', text: string, daysAgo: number, evidence?: string])[]
  readonly closed?: readonly [because: string, daysAgo: number]
}

/** Writes recommendations of one source. */
export async function writeRecommendations(
  { tx, body, ago, clerk, now, person, organisation }: Scene,
  source: {
    readonly review: string
    readonly kind: string
    readonly name: string
    readonly sight: 'draft' | 'members' | 'public'
    readonly madeAgo: number
    readonly due?: readonly [rule: string, on: Temporal.PlainDate]
  },
  list: readonly SampleRecommendation[],
): Promise<void> {
  for (const { reference, text, restsOn = [], to, response, actions = [], notes = [], closed } of list) {
    const id = newId()
    await tx
      .insertInto('assurance.recommendation')
      .values({
        ...{ id, body, sight: source.sight, review: source.review, source_kind: source.kind, source: source.name, reference, text },
        ...{
          rests_on: [...restsOn],
          made_on: ago(source.madeAgo),
          addressee: organisation(to[1]),
          addressee_office: to[0],
          owner: person(to[2]),
        },
        ...{ response_rule: source.due?.[0] ?? null, response_due_on: source.due?.[1] ?? null, milestone_on: closed ? null : ago(-60) },
        ...{
          response: response?.[0] ?? null,
          response_reason: response?.[2] ?? '',
          responded_on: response ? ago(response[1]) : null,
          recorded_at: now,
        },
      })
      .execute()
    for (const [words, lead, due, done, progress = ''] of actions) {
      await tx
        .insertInto('assurance.recommendation_action')
        .values({
          id: newId(),
          recommendation: id,
          text: words,
          lead,
          due_on: ago(due),
          done_on: done === undefined ? null : ago(done),
          progress,
        })
        .execute()
    }
    for (const [kind, words, days, evidence = ''] of notes) {
      await tx
        .insertInto('assurance.recommendation_note')
        .values({ id: newId(), recommendation: id, kind, text: words, evidence, on_day: ago(days), actor: clerk, at: now })
        .execute()
    }
    if (closed)
      await tx
        .updateTable('assurance.recommendation')
        .set({ closed_on: ago(closed[1]), closed_because: closed[0] })
        .where('id', '=', id)
        .execute()
  }
}
