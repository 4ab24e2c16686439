import { findMatters, listConsultations } from '#meetings/public-data.ts'
import { listOutcomes, listPriorities } from '#plans/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type ActorId, type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { publishedLines } from '../rules/published-numbers.ts'
import type { Channel, Whose } from '../rules/voice.ts'
import { writeFeedback } from './feedback.ts'
import { type SampleEvent, sampleEvents, sampleResponses, sampleSaid, themeNames } from './voices.ts'

/** What the sample of voice builds on: ids by slug, and the accounts of those who act in it. */
export interface VoiceSampleGround {
  readonly bodies: ReadonlyMap<string, string>
  readonly accounts: { readonly clerk: ActorId; readonly otherClerk: ActorId }
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
}

interface Scene extends VoiceSampleGround {
  readonly tx: Writer
  readonly body: string
  /** Ids of themes by name. */
  readonly themes: ReadonlyMap<string, string>
}

/** Writes what people of the invented county said: events, a consultation with what came in, and what was done about it. */
export async function loadVoiceSample(owner: Database, ground: VoiceSampleGround): Promise<void> {
  const body = ground.bodies.get('northbrook-childrens-partnership') ?? ''
  await writeAs(owner, { actor: ground.accounts.clerk, now: ground.now, today: ground.today }, async (tx) => {
    const themes = new Map(themeNames.map((name) => [name, newId()]))
    await tx
      .insertInto('voice.theme')
      .values([...themes].map(([name, id]) => ({ id, body, name })))
      .execute()
    const scene: Scene = { ...ground, tx, body, themes }
    for (const event of sampleEvents) await writeEvent(scene, event)
    await writeSaid(scene)
    await writeFeedback(scene)
  })
}

const theme = ({ themes }: Scene, name: string): string | null => themes.get(name) ?? null

async function writeEvent(scene: Scene, event: SampleEvent): Promise<void> {
  const { tx, body, today } = scene
  const id = newId()
  const { title, summary, place, heldBy, whose, came } = event
  const heldOn = today.subtract({ days: event.ago })
  await tx
    .insertInto('voice.event')
    .values({
      ...{ id, body, title, summary, place, held_by: heldBy, whose: [...whose], sight: event.sight, held_on: heldOn },
      ...{ age_band: event.ages ?? null, came_known: came !== undefined, came_shown: came ?? null },
    })
    .execute()
  if (came !== undefined) await tx.insertInto('voice.event_count').values({ event: id, body, came }).execute()
  for (const [about, words, ages, state] of event.views)
    await writeView(scene, { event: id }, about, words, whose[0] ?? 'children', ages, state)
  if (event.brought) await bringTo(scene, { event: id }, event.brought, heldOn)
  await answerEach(scene, { event: id }, event.answers ?? [])
}

type Where = { readonly event: string } | { readonly consultation: string }

async function writeView(
  { tx, body, accounts, today, ...scene }: Scene,
  where: Where,
  about: string,
  words: string,
  whose: Whose,
  ages: string | undefined,
  state: 'cleared' | 'to-review' = 'cleared',
): Promise<void> {
  const checked = state === 'cleared' ? { reviewed_by: accounts.clerk, reviewed_on: today } : {}
  await tx
    .insertInto('voice.view')
    .values({
      ...{ id: newId(), body, ...where, theme: scene.themes.get(about) ?? null, words, whose, age_band: ages ?? null },
      ...{ state, entered_by: accounts.otherClerk, ...checked },
    })
    .execute()
}

/** Links a voice with matters of meetings, as if on the day after it was heard, and with some decisions only today; and with what stands in plans. */
async function bringTo(
  { tx, body, today, accounts }: Scene,
  where: Where,
  { soon, late, plans, why }: NonNullable<SampleEvent['brought']>,
  heldOn: Temporal.PlainDate,
): Promise<void> {
  const matters = await findMatters(tx, { body, from: heldOn.add({ days: 2 }), until: today.add({ years: 1 }) })
  const named = (words: readonly string[]) => matters.filter(({ title }) => words.some((some) => title.includes(some)))
  const base = { body, ...where, why, attached_by: accounts.clerk }
  for (const { kind, id } of named(soon))
    await tx
      .insertInto('voice.attachment')
      .values({ ...base, id: newId(), [kind]: id, attached_on: heldOn.add({ days: 1 }) })
      .execute()
  for (const { id } of named(late).filter(({ kind }) => kind === 'decision'))
    await tx
      .insertInto('voice.attachment')
      .values({ ...base, id: newId(), decision: id, attached_on: today })
      .execute()
  const rows = [...(await listPriorities(tx)), ...(await listOutcomes(tx))]
  for (const [words, said] of plans) {
    const row = rows.find(({ title }) => title.startsWith(words))
    if (row)
      await tx
        .insertInto('voice.attachment')
        .values({ ...base, id: newId(), why: said, [row.kind]: row.id, attached_on: heldOn.add({ days: 1 }) })
        .execute()
  }
}

async function answerEach(scene: Scene, where: Where, answers: NonNullable<SampleEvent['answers']>): Promise<void> {
  const { tx, body, today } = scene
  for (const { about, said, did, reason, ago, decision: words } of answers) {
    const decided = await findMatters(tx, { body, from: today.subtract({ years: 1 }), until: today.add({ days: 1 }) })
    const decision = decided.find(({ kind, title }) => words !== undefined && kind === 'decision' && title.includes(words))?.id ?? null
    await tx
      .insertInto('voice.answer')
      .values({
        ...{ id: newId(), body, ...where, theme: theme(scene, about), sight: 'public', said, did: did ?? '', reason: reason ?? '' },
        ...{ decision, on_day: today.subtract({ days: ago }) },
      })
      .execute()
  }
}

/** What came in to the consultation that is over: forty individual responses and those of three groups. */
async function writeSaid(scene: Scene): Promise<void> {
  const { tx, body, accounts, now } = scene
  const asked = (await listConsultations(tx, body)).find(({ title }) => title === sampleSaid.title)
  if (!asked) return
  const where = { consultation: asked.id, body }
  await tx.insertInto('voice.exercise').values(where).execute()
  const responses = sampleResponses.map((response, index) => ({
    ...{ kind: response.group === undefined ? ('individual' as const) : ('group' as const), alike: response.alike ?? 1 },
    ...{ groupName: response.group?.[0] ?? '', groupSize: response.group?.[1] ?? null },
    ...{ themes: response.about.flatMap((name) => theme(scene, name) ?? []), channel: response.channel satisfies Channel },
    receivedOn: asked.startsOn.add({ days: 3 + index * 4 }),
  }))
  await tx
    .insertInto('voice.response')
    .values(
      responses.map(({ kind, alike, groupName, groupSize, themes, channel, receivedOn }) => ({
        ...{ ...where, id: newId(), kind, alike, group_name: groupName, group_size: groupSize, channel, received_on: receivedOn },
        ...{ themes, entered_by: accounts.clerk },
      })),
    )
    .execute()
  const lines = publishedLines(responses, [...scene.themes.values()], 5)
  await tx
    .insertInto('voice.published_line')
    .values(lines.map((line, index) => ({ ...line, consultation: asked.id, position: index + 1 })))
    .execute()
  await tx
    .updateTable('voice.exercise')
    .set({ sight: 'public', published_at: now, version: 2 })
    .where('consultation', '=', asked.id)
    .execute()
  for (const [about, words, ages] of sampleSaid.views) await writeView(scene, { consultation: asked.id }, about, words, 'children', ages)
  await answerEach(scene, { consultation: asked.id }, sampleSaid.answers)
}
