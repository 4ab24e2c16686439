import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { matrixDay, matrixNow, personWho, type World } from './world.ts'

/** A record of voice to be looked for: its type and state in the matrix, its table and column, and what changes it. */
export interface VoiceExhibit {
  readonly record: string
  readonly state: string
  readonly table: string
  readonly column: string
  readonly id: string
  /** Addresses that change it, with the verb of the matrix that each asks. */
  readonly posts: readonly (readonly [address: string, verb: string])[]
}

const whose = ['children']

/** Puts one record of every type and state into the world. */
export async function addVoices(owner: Database, world: World): Promise<readonly VoiceExhibit[]> {
  const exhibits: VoiceExhibit[] = []
  for (const sight of ['draft', 'members', 'public'] as const) exhibits.push(...(await addEvent(owner, world, sight)))
  for (const sight of ['members', 'public'] as const) exhibits.push(...(await addExercise(owner, world, sight)))
  exhibits.push(...(await addFeedback(owner, world)))
  return exhibits
}

async function addEvent(owner: Database, { body }: World, sight: 'draft' | 'members' | 'public'): Promise<readonly VoiceExhibit[]> {
  const event = newId()
  const count = { came_known: true, came_shown: 12 }
  await owner
    .insertInto('voice.event')
    .values({ id: event, body, sight, title: 'Event', held_on: matrixDay, whose, ...count })
    .execute()
  const posts = [
    ...(['edit', 'show', 'views'] as const).map((step) => [`/voice-events/${event}/${step}`, 'keep'] as const),
    [`/voice-events/${event}/answers`, 'answer'] as const,
    [`/voice-events/${event}/attach`, 'attach'] as const,
  ]
  const found: VoiceExhibit = { record: 'event', state: sight, table: 'voice.event', column: 'id', id: event, posts }
  const answer = newId()
  await owner.insertInto('voice.answer').values({ id: answer, body, event, sight, said: 'A', did: 'B', on_day: matrixDay }).execute()
  const answered: VoiceExhibit = {
    ...{ record: 'answer', state: sight, table: 'voice.answer', column: 'id', id: answer },
    posts: [[`/voice-answers/${answer}/edit`, 'change']],
  }
  if (sight !== 'public') return [found, answered]
  await owner.insertInto('voice.event_count').values({ event, body, came: 12 }).execute()
  const counted: VoiceExhibit = { record: 'event-count', state: 'any', table: 'voice.event_count', column: 'event', id: event, posts: [] }
  return [found, answered, counted, ...(await addViews(owner, body, event))]
}

async function addViews(owner: Database, body: string, event: string): Promise<readonly VoiceExhibit[]> {
  const exhibits: VoiceExhibit[] = []
  for (const state of ['to-review', 'withheld', 'cleared'] as const) {
    const id = newId()
    const checked =
      state === 'to-review' ? {} : { reviewed_by: newId(), reviewed_on: matrixDay, reason: state === 'withheld' ? 'Known by it' : '' }
    await owner
      .insertInto('voice.view')
      .values({ id, body, event, words: 'Words', whose: 'children', state, entered_by: newId(), ...checked })
      .execute()
    const posts = [
      [`/voice-views/${id}/edit`, 'change'],
      [`/voice-views/${id}/clear`, 'review'],
      [`/voice-views/${id}/withhold`, 'review'],
    ] as const
    exhibits.push({ record: 'view', state, table: 'voice.view', column: 'id', id, posts })
  }
  return exhibits
}

/** A complaint of every state, with what was sent; 'lead' is who answers. */
async function addFeedback(owner: Database, world: World): Promise<readonly VoiceExhibit[]> {
  const { body, slug } = world
  const exhibits: VoiceExhibit[] = []
  const due = { rule: '018f0185-0000-7000-8000-000000000006', due_on: matrixDay, owner: personWho(world, 'lead') }
  const states = {
    received: {},
    open: due,
    answered: { ...due, answered_on: matrixDay, outcome: 'upheld' },
    noted: { kind: 'compliment' },
    'set-aside': { set_aside_because: 'Twice' },
  }
  for (const [index, [state, columns]] of Object.entries(states).entries()) {
    const id = newId()
    const base = {
      id,
      body,
      state,
      kind: 'complaint',
      whose: 'families',
      channel: 'online',
      received_on: matrixDay,
      service: 'S',
      summary: 'A',
    }
    await owner
      .insertInto('voice.feedback')
      .values({ ...base, reference: `F-AAAA-${2222 + index}`, ...columns })
      .execute()
    const at = `/voice-feedback/${id}`
    const posts = [
      [`${at}/take`, 'keep'],
      [`${at}/extend`, 'keep'],
      [`${at}/answer`, 'answer'],
      [`${at}/acknowledge`, 'answer'],
    ] as const
    exhibits.push({ record: 'feedback', state, table: 'voice.feedback', column: 'id', id, posts })
    if (state !== 'open') continue
    await owner
      .insertInto('voice.feedback_matter')
      .values({ feedback: id, body, words: 'W', contact: 'w@home.example', answer: 'A' })
      .execute()
    const mail = { feedback: id, body, delivery: newId(), recipient: 'w@home.example', subject: 'S', text: 'A', sent_at: matrixNow }
    await owner.insertInto('voice.feedback_mail').values(mail).execute()
    exhibits.push({ record: 'feedback-matter', state: 'any', table: 'voice.feedback_mail', column: 'feedback', id, posts: [] })
    exhibits.push({ record: 'feedback-matter', state: 'any', table: 'voice.feedback_matter', column: 'feedback', id, posts: [] })
  }
  // The board reads its register as it reads what is only on record.
  const noted = exhibits.find(({ state }) => state === 'noted')?.id ?? ''
  const told = { starts_on: matrixDay.subtract({ days: 90 }), ends_on: matrixDay, published_at: matrixNow }
  await owner
    .insertInto('voice.feedback_line')
    .values({ ...told, body, position: 1, kind: 'complaint', part: 'all', n: 9, told: 'count' })
    .execute()
  const posts = (['new', 'learning', 'numbers'] as const).map((step) => [`/boards/${slug}/voices/feedback/${step}`, 'keep'] as const)
  return [
    ...exhibits,
    { record: 'feedback-line', state: 'any', table: 'voice.feedback_line', column: 'body', id: body, posts: [] },
    { record: 'feedback-register', state: 'any', table: 'voice.feedback', column: 'id', id: noted, posts },
  ]
}

async function addExercise(owner: Database, { body, slug }: World, sight: 'members' | 'public'): Promise<readonly VoiceExhibit[]> {
  const consultation = newId()
  const window = { starts_on: matrixDay.subtract({ days: 60 }), ends_on: matrixDay.subtract({ days: 9 }) }
  await owner
    .insertInto('meetings.consultation')
    .values({ id: consultation, body, sight: 'public', title: 'Asked', ...window })
    .execute()
  await owner.insertInto('voice.exercise').values({ consultation, body }).execute()
  const response = newId()
  const came = { channel: 'online', received_on: window.starts_on, entered_by: newId() }
  await owner
    .insertInto('voice.response')
    .values({ id: response, consultation, body, kind: 'individual', alike: 9, ...came })
    .execute()
  const line = { consultation, position: 1, kind: 'individual', n: 9, told: 'count' }
  if (sight === 'public') {
    await owner.insertInto('voice.published_line').values(line).execute()
    await owner.updateTable('voice.exercise').set({ sight, published_at: matrixNow }).where('consultation', '=', consultation).execute()
  }
  const at = `/boards/${slug}/consultations/${consultation}/said`
  const posts = [
    ...(['about', 'responses', 'publish', 'views'] as const).map((step) => [`${at}/${step}`, 'keep'] as const),
    [`${at}/answers`, 'answer'] as const,
    [`${at}/attach`, 'attach'] as const,
  ]
  const exhibit = { column: 'consultation', id: consultation }
  return [
    { record: 'exercise', state: sight, table: 'voice.exercise', ...exhibit, posts },
    {
      record: 'response',
      state: 'any',
      table: 'voice.response',
      column: 'id',
      id: response,
      posts: [[`${at}/responses/${newId()}/drop`, 'keep']],
    },
    ...(sight === 'public' ? [{ record: 'published-line', state: 'public', table: 'voice.published_line', ...exhibit, posts: [] }] : []),
  ]
}
