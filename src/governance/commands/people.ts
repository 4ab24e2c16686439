import { newId } from '#platform/database/ids.ts'
import type { Acting, ActorId, Database, Writer } from '#platform/database/session.ts'
import { Conflict, Forbidden, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { findContact, mayKeepContact } from '../queries/people.ts'
import { findStanding } from '../queries/standing.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** Invites somebody to sign in, in the caller's transaction; hands back the account. Identity does it. */
export type Invite = (
  tx: Writer,
  invitation: { readonly email: string; readonly name: string; readonly invitedBy: ActorId; readonly now: Temporal.Instant },
) => Promise<{
  readonly accountId: string
}>

/** A new person. */
export interface NewPerson {
  readonly name: string
  /** Empty where none is known. */
  readonly email: string
  readonly phone: string
  /** Undefined where no post is known. */
  readonly post: NewPost | undefined
  /** Whether to invite the person to sign in; needs an address. */
  readonly invited: boolean
}

/** A post that somebody takes up. */
export interface NewPost {
  readonly title: string
  readonly organisation: string | undefined
  readonly startsOn: Temporal.PlainDate
}

/** Adds a person, with address, post and invitation where they are given. Problems: 'email-needed' for an invitation without an address. */
export async function addPerson(
  db: Database,
  acting: Acting,
  invite: Invite,
  input: NewPerson,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  if (input.invited && input.email === '') return fail({ field: 'email', code: 'email-needed' })
  return command(db, acting, personConstraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'person', verb: 'add' })
    if (input.invited) await permit(tx, acting, { record: 'person', verb: 'invite' })
    const id = newId()
    const account = input.invited
      ? (await invite(tx, { email: input.email, name: input.name, invitedBy: actor, now: acting.now })).accountId
      : null
    await tx.insertInto('governance.person').values({ id, name: input.name, account }).execute()
    if (input.email || input.phone)
      await tx.insertInto('governance.person_contact').values({ person: id, email: input.email, phone: input.phone }).execute()
    if (input.post) await insertPost(tx, id, input.post)
    await record(tx, actor, 'person.added', 'person', id, input)
    return succeed({ id })
  })
}

const personConstraints = { person_account_key: { field: 'email', code: 'account-taken' } }

async function insertPost(tx: Writer, person: string, post: NewPost): Promise<string> {
  const id = newId()
  await tx
    .insertInto('governance.post')
    .values({ id, person, organisation: post.organisation ?? null, title: post.title, starts_on: post.startsOn })
    .execute()
  return id
}

/** What changes about a person. */
export interface ChangedPerson {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly email: string
  readonly phone: string
}

/** Changes a person's name and addresses. */
export async function changePerson(
  db: Database,
  acting: Acting,
  input: ChangedPerson,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'person', verb: 'change' })
    const before = await tx.selectFrom('governance.person').select('version').where('id', '=', input.id).forUpdate().executeTakeFirst()
    if (before === undefined) throw new NotFound()
    if (before.version !== input.version) throw new Conflict()
    await tx
      .updateTable('governance.person')
      .set({ name: input.name, version: before.version + 1 })
      .where('id', '=', input.id)
      .execute()
    await keepContact(tx, input)
    await record(tx, actor, 'person.changed', 'person', input.id, input)
    return succeed({ id: input.id })
  })
}

/** Writes how to reach somebody, for whoever may; others leave it as it is. @throws Forbidden where they try to change it */
async function keepContact(tx: Writer, { id, email, phone }: Pick<ChangedPerson, 'id' | 'email' | 'phone'>): Promise<void> {
  const contact = { email, phone }
  if (!(await mayKeepContact(tx, id))) {
    const before = await findContact(tx, id)
    const isSame = (before?.email ?? '') === email && (before?.phone ?? '') === phone
    if ((email === '' && phone === '') || isSame) return
    throw new Forbidden('Only the person, administrators and the clerks of their boards change how somebody is reached.')
  }
  await tx
    .insertInto('governance.person_contact')
    .values({ person: id, ...contact })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(contact))
    .execute()
}

/** Changes how one is reached oneself. */
export async function changeOwnContact(
  db: Database,
  acting: Acting,
  input: { readonly email: string; readonly phone: string },
): Promise<Result<null, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const { person } = await findStanding(tx, acting)
    const { actor } = await permit(tx, acting, { record: 'person-contact', verb: 'change', ties: { about: person?.id } })
    if (person === undefined) throw new NotFound()
    await keepContact(tx, { id: person.id, ...input })
    await record(tx, actor, 'person.contact-changed', 'person', person.id, input)
    return succeed(null)
  })
}

/** Mails a new invitation to an account, in the caller's transaction. Identity does it. */
export type InviteAgain = (
  tx: Writer,
  again: { readonly accountId: ActorId; readonly invitedBy: ActorId; readonly now: Temporal.Instant },
) => Promise<void>

/** Invites somebody again who was invited before: the earlier link ends. Problems: 'not-invited' for somebody who never was. */
export async function invitePersonAgain(
  db: Database,
  acting: Acting,
  inviteAgain: InviteAgain,
  personId: string,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'person', verb: 'invite' })
    const person = await tx.selectFrom('governance.person').select('account').where('id', '=', personId).executeTakeFirst()
    if (person === undefined) throw new NotFound()
    if (person.account === null) return fail({ field: '', code: 'not-invited' })
    await inviteAgain(tx, { accountId: person.account as ActorId, invitedBy: actor, now: acting.now })
    await record(tx, actor, 'person.invited-again', 'person', personId, { account: person.account })
    return succeed({ id: personId })
  })
}

/** Invites a person who is recorded already. Problems: 'email-needed' where no address is known, 'signs-in-already'. */
export async function invitePerson(
  db: Database,
  acting: Acting,
  invite: Invite,
  personId: string,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, personConstraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'person', verb: 'invite' })
    const person = await tx
      .selectFrom('governance.person as p')
      .leftJoin('governance.person_contact as c', 'c.person', 'p.id')
      .select(['p.name', 'p.account', 'c.email'])
      .where('p.id', '=', personId)
      .executeTakeFirst()
    if (person === undefined) throw new NotFound()
    if (person.account !== null) return fail({ field: '', code: 'signs-in-already' })
    if (!person.email) return fail({ field: '', code: 'email-needed' })
    const { accountId } = await invite(tx, { email: person.email, name: person.name, invitedBy: actor, now: acting.now })
    await tx.updateTable('governance.person').set({ account: accountId }).where('id', '=', personId).execute()
    await record(tx, actor, 'person.invited', 'person', personId, { accountId })
    return succeed({ id: personId })
  })
}

/** Records a post that a person takes up. */
export async function addPost(
  db: Database,
  acting: Acting,
  person: string,
  input: NewPost,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  const unknown = { field: 'organisation', code: 'choice-unknown' }
  return command(db, acting, { post_organisation_fkey: unknown }, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'post', verb: 'add' })
    const known = await tx.selectFrom('governance.person').select('id').where('id', '=', person).executeTakeFirst()
    if (known === undefined) throw new NotFound()
    const id = await insertPost(tx, person, input)
    await record(tx, actor, 'post.added', 'person', person, input)
    return succeed({ id })
  })
}

/** Ends a post. Problems: 'ends-before-start'. */
export async function endPost(
  db: Database,
  acting: Acting,
  input: { readonly id: string; readonly endsOn: Temporal.PlainDate },
): Promise<Result<{ readonly person: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'post', verb: 'end' })
    const post = await tx.selectFrom('governance.post').selectAll().where('id', '=', input.id).forUpdate().executeTakeFirst()
    if (post === undefined) throw new NotFound()
    if (Temporal.PlainDate.compare(input.endsOn, post.starts_on) <= 0) return fail({ field: 'endsOn', code: 'ends-before-start' })
    await tx.updateTable('governance.post').set({ ends_on: input.endsOn }).where('id', '=', input.id).execute()
    await record(tx, actor, 'post.ended', 'person', post.person, input)
    return succeed({ person: post.person })
  })
}
