import { randomBytes, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Acting, type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { DecideInput } from '../forms/movement.ts'
import { familyPaths } from '../paths.ts'
import type { TransitionKind } from '../rules/movement.ts'
import { digestOf } from './movement.ts'
import { type TellNeeds, tell, tellPerson } from './tell.ts'

type Needs = { readonly db: Database } & TellNeeds

/** What somebody without an account reads: one transition, and nothing else of the family. */
export interface OutsideWords {
  readonly transition: string
  readonly kind: TransitionKind
  readonly words: string
  readonly sender: string
  readonly agency: string
  readonly targetName: string
  readonly sentAt: Temporal.Instant
  readonly isAgreed: boolean
  readonly decision: string | null
}

const asSystem = ({ now, today }: Acting): Acting & { readonly actor: typeof SYSTEM_ACTOR } => ({ actor: SYSTEM_ACTOR, now, today })
const note = (tx: Writer, act: string, content: string): Promise<void> =>
  appendAudit(tx, { actor: SYSTEM_ACTOR, act: `family.outside-${act}`, subjectType: 'transition', subject: newId(), content })

/** Mails a code to the address to which the link went. The answer is the same whether the link is right or not. */
export async function askCode(needs: Needs, acting: Acting, token: string): Promise<void> {
  const code = String(randomInt(10 ** 8)).padStart(8, '0')
  await writeAs(needs.db, asSystem(acting), async (tx) => {
    const { to } = await tx
      .selectNoFrom(sql<string | null>`casework.ask_code(${digestOf(token)}::bytea, ${digestOf(`${token} ${code}`)}::bytea)`.as('to'))
      .executeTakeFirstOrThrow()
    await note(tx, 'code-asked', to === null ? 'none' : 'sent')
    if (to !== null)
      await tell(needs, tx, {
        to,
        subject: 'Your code',
        text: `${code}\n\nThe code opens the page that you asked for. It works once, and soon no more.\n`,
      })
  })
}

/** Opens a transition by its link and a code: the key with which the page is read and answered for an hour; undefined where they are not right. */
export async function openByCode(needs: Needs, acting: Acting, token: string, code: string): Promise<string | undefined> {
  const key = randomBytes(24).toString('base64url')
  const typed = code.replaceAll(/\D/g, '')
  return writeAs(needs.db, asSystem(acting), async (tx) => {
    const { opened } = await tx
      .selectNoFrom(
        sql<boolean>`casework.open_with_code(${digestOf(token)}::bytea, ${digestOf(`${token} ${typed}`)}::bytea, ${digestOf(key)}::bytea)`.as(
          'opened',
        ),
      )
      .executeTakeFirstOrThrow()
    await note(tx, opened ? 'opened' : 'refused', 'code')
    return opened ? key : undefined
  })
}

async function readByKey(tx: Writer, key: string): Promise<OutsideWords | undefined> {
  return tx
    .selectFrom(sql<{ transition: string }>`casework.read_with_key(${digestOf(key)}::bytea)`.as('r'))
    .select([
      'r.transition',
      sql<TransitionKind>`r.kind`.as('kind'),
      sql<string>`r.words`.as('words'),
      sql<string>`r.sender`.as('sender'),
      sql<string>`r.agency`.as('agency'),
      sql<string>`r.target_name`.as('targetName'),
      sql<Temporal.Instant>`r.sent_at`.as('sentAt'),
      sql<boolean>`r.is_agreed`.as('isAgreed'),
      sql<string | null>`r.decision`.as('decision'),
    ])
    .executeTakeFirst()
}

/** What the key opens; undefined once it opens nothing. */
export async function readOutside(needs: Needs, acting: Acting, key: string): Promise<OutsideWords | undefined> {
  return writeAs(needs.db, asSystem(acting), (tx) => readByKey(tx, key))
}

/** Answers it, once; the sender gets a mail that names nobody. */
export async function answerOutside(
  needs: Needs,
  acting: Acting,
  key: string,
  input: DecideInput,
): Promise<Result<OutsideWords, FieldProblem>> {
  return writeAs(needs.db, asSystem(acting), async (tx) => {
    const read = await readByKey(tx, key)
    if (!read) return fail({ field: '', code: 'link-over' })
    const { done } = await tx
      .selectNoFrom(
        sql<boolean>`casework.answer_with_key(${digestOf(key)}::bytea, ${input.decision}, ${input.reason ?? ''}, ${input.name})`.as('done'),
      )
      .executeTakeFirstOrThrow()
    if (!done) return fail({ field: '', code: 'move-answered' })
    await note(tx, 'answered', `${read.transition} ${input.decision}`)
    const { person } = await tx
      .selectNoFrom(sql<string | null>`casework.sender_of(${digestOf(key)}::bytea)`.as('person'))
      .executeTakeFirstOrThrow()
    if (person !== null)
      await tellPerson(needs, tx, person, {
        subject: 'A transition that you sent was answered',
        path: familyPaths.movement(read.transition),
      })
    return succeed({ ...read, decision: input.decision })
  })
}
